"""Words that only point ("this claim") stand for a statement of their document."""

import pytest
from msgspec.structs import replace

from sayso.link.pointing import carried, points_only, target_of
from sayso.model import Statement
from tests.link.made_statements import said, text_of

TEXT = text_of(
    "Rebels hold the Tarn dam, the mayor said. Fever broke out in Quillon, the Lantern reported. "
    "The ministry dismissed these reports. The ministry rejected some of the claims. "
    "The governor denied it."
)
HELD = said(TEXT, "the mayor", "said", "Rebels hold the Tarn dam")
FEVER = said(TEXT, "the Lantern", "reported", "Fever broke out in Quillon", kind="media")
DISMISSED = said(TEXT, "The ministry", "dismissed", "these reports", act="deny", factuality="CT-")
REJECTED = said(TEXT, "The ministry", "rejected", "some of the claims", act="deny", factuality="CT-")
DENIED = said(TEXT, "The governor", "denied", "it", act="deny", factuality="CT-")
ALL = [HELD, FEVER, DISMISSED, REJECTED, DENIED]


@pytest.mark.parametrize("text", ["it", "these reports", "some of the claims", "that it is false", ""])
def test_pronouns_and_nouns_of_speech_only_point(text: str) -> None:
    assert points_only(text)


@pytest.mark.parametrize(
    "text",
    ["the dam", "reports of fever", "that it burned", "the claim that Tarn fell", "nothing is true"],
)
def test_what_names_a_matter_says_something_itself(text: str) -> None:
    assert not points_only(text)


@pytest.mark.parametrize("pointer", [DISMISSED, DENIED])
def test_a_pointer_means_the_nearest_earlier_statement_of_another_source(pointer: Statement) -> None:
    target = target_of(pointer, pointer.propositions[0], ALL)
    assert target is not None
    assert target.proposition == FEVER.propositions[0]
    assert not target.partial


def test_of_two_things_that_were_said_the_last_is_meant() -> None:
    text = text_of("The director said that 60 men went down and that 51 came up. A widow called it a lie.")
    parts = [
        said(text, "The director", "said", words) for words in ("that 60 men went down", "that 51 came up")
    ]
    first = replace(parts[0], propositions=tuple(part.propositions[0] for part in parts))
    lie = said(text, "A widow", "called", "it", act="deny", factuality="CT-")
    target = target_of(lie, lie.propositions[0], [first, lie])
    assert target is not None
    assert target.proposition.text == "that 51 came up"


def test_reports_are_those_of_media_even_where_another_statement_is_nearer() -> None:
    text = text_of(
        "Fever broke out, the Lantern reported. Rebels hold Tarn, a man said. The envoy dismissed reports."
    )
    fever = said(text, "the Lantern", "reported", "Fever broke out", kind="media")
    held = said(text, "a man", "said", "Rebels hold Tarn")
    denial = said(text, "The envoy", "dismissed", "reports", act="deny")
    target = target_of(denial, denial.propositions[0], [fever, held, denial])
    assert target is not None
    assert target.statement == fever


def test_figures_are_of_what_holds_one() -> None:
    text = text_of(
        "The mine said that nine men died. A widow said that a list would come. Figures are false."
    )
    toll = said(text, "The mine", "said", "that nine men died")
    plan = said(text, "A widow", "said", "that a list would come")
    doubt = said(text, "", "are false", "Figures", act="unconfirmed", name="Lantern")
    target = target_of(doubt, doubt.propositions[0], [toll, plan, doubt])
    assert target is not None
    assert target.statement == toll
    assert target_of(doubt, doubt.propositions[0], [plan, doubt]) is None


def test_some_of_the_claims_is_a_part() -> None:
    target = target_of(REJECTED, REJECTED.propositions[0], ALL)
    assert target is not None
    assert target.partial


def test_nobody_denies_what_comes_later_or_what_he_says_himself() -> None:
    assert target_of(HELD, HELD.propositions[0], ALL) is None
    text = text_of("Tarn fell, the envoy said. The envoy denied it.")
    own = said(text, "the envoy", "said", "Tarn fell", name="envoy")
    denial = said(text, "The envoy", "denied", "it", act="deny", name="envoy")
    assert target_of(denial, denial.propositions[0], [own, denial]) is None


def test_a_denial_is_not_what_a_pointer_means() -> None:
    assert target_of(DENIED, DENIED.propositions[0], [DISMISSED, DENIED]) is None


def test_what_is_too_far_back_is_not_meant() -> None:
    text = text_of(f"Tarn fell, the mayor said. {'It rained. ' * 9}The envoy denied it.")
    claim = said(text, "the mayor", "said", "Tarn fell")
    denial = said(text, "The envoy", "denied", "it.", act="deny")
    assert target_of(denial, None, [claim, denial]) is None


def test_who_says_what_another_denies_does_not_hand_on_the_denial() -> None:
    text = text_of("Contrary to what the radio held, the lake has fallen, the institute said.")
    outer = said(text, "the institute", "said", "the lake has fallen")
    inner = said(text, "the radio", "held", "the lake has fallen", within=outer, act="deny", factuality="CT-")
    assert carried(outer, outer.propositions[0], [outer, inner]) is None


def test_a_statement_that_hands_on_another_carries_it() -> None:
    text = text_of("The Lantern, citing a nurse, reported that the nurse said fever broke out in Quillon.")
    outer = said(text, "The Lantern", "reported", "the nurse said fever broke out in Quillon", kind="media")
    inner = said(text, "the nurse", "said", "fever broke out in Quillon", within=outer)
    assert carried(outer, outer.propositions[0], [outer, inner]) == inner
    assert carried(inner, inner.propositions[0], [outer, inner]) is None


def test_a_denial_reaches_what_was_held_to_be_so_and_not_what_was_said_before() -> None:
    text = text_of(
        "Four died, the clinic said. It believes that they were poisoned. The ministry rejected this."
    )
    four = said(text, "the clinic", "said", "Four died")
    held = said(
        text, "It", "believes", "that they were poisoned", name="clinic", act="believe", factuality="PR+"
    )
    denial = said(text, "The ministry", "rejected", "this", act="deny", factuality="CT-")
    target = target_of(denial, denial.propositions[0], [four, held, denial])
    assert target is not None
    assert target.statement == held


def test_a_denial_does_not_reach_what_somebody_does_not_believe() -> None:
    text = text_of(
        "Four died, the clinic said. The envoy does not believe that Tarn fell. The ministry denied it."
    )
    four = said(text, "the clinic", "said", "Four died")
    doubt = said(text, "The envoy", "does not believe", "that Tarn fell", act="believe", factuality="PR-")
    denial = said(text, "The ministry", "denied", "it", act="deny", factuality="CT-")
    target = target_of(denial, denial.propositions[0], [four, doubt, denial])
    assert target is not None
    assert target.statement == four


@pytest.mark.parametrize(
    ("words", "first"), [("the report", True), ("the reports", True), ("the claim", False)]
)
def test_a_report_is_of_what_is_called_like_an_outlet(words: str, first: bool) -> None:
    text = text_of(
        f"The Monitor said that Holm was dead. Vost said that Tarn fell. The ministry denied {words}."
    )
    outlet = said(text, "The Monitor", "said", "that Holm was dead", name="Monitor", anonymous=True)
    other = said(text, "Vost", "said", "that Tarn fell")
    denial = said(text, "The ministry", "denied", words, act="deny", factuality="CT-")
    target = target_of(denial, denial.propositions[0], [outlet, other, denial])
    assert target is not None
    assert target.statement == (outlet if first else other)
