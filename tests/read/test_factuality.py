"""Factuality: rules prove themselves; cue and clause are composed; the laws of negation."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import FACTUALITIES, SCALE, Factuality, Span
from sayso.read.certainty.acts import reading_of
from sayso.read.certainty.factuality import event_factuality, read_factuality
from sayso.read.certainty.rules import Effect, factuality_classes, under
from sayso.read.cues.guess import read_cue
from tests.read.made_attribution import attributed
from tests.stopwatch import cpu_seconds, here, timed

PROOFS: list[Any] = [
    pytest.param(sentence, wanted, id=f"{group['class']}: {sentence}")
    for group in factuality_classes("en")
    for sentence, wanted in [*group["fires"], *((each, "CT+") for each in group["silent"])]
]


def read(sentence: str, cue: str | None = None) -> Factuality:
    return read_factuality(sentence, (Span(0, len(sentence)),), None if cue is None else read_cue(cue))


@pytest.mark.parametrize(("sentence", "wanted"), PROOFS)
def test_every_class_of_factuality_reads_its_sentences_as_it_says(sentence: str, wanted: str) -> None:
    assert read(sentence) == wanted


def test_every_class_has_both_kinds_of_proof() -> None:
    classes = factuality_classes("en")
    assert [group["class"] for group in classes if not (group["fires"] and group["silent"])] == []


@pytest.mark.parametrize(
    ("cue", "content", "wanted"),
    [
        ("said", "that the port is open", "CT+"),
        ("denied", "that it had not paid", "CT+"),
        ("refuted", "this claim", "CT-"),
        ("doubts", "that the count is right", "PR-"),
        ("was unable to confirm", "the number of dead", "U"),
        ("demanded", "that the minister resign", "U"),
        ("asked", "whether the port is open", "U"),
        ("reportedly", "the port has closed", "CT+"),
        ("suggests", "that the port did not close", "PR-"),
        ("is not likely", "that they have the means", "PR-"),
        ("said", "the port will open in May", "CT+"),
        ("said", "the port might open", "PS+"),
        ("said", "that no oil, including petrol, has come", "CT-"),
        ("said", "that the ministry denied that it fired", "CT+"),
        ("said", "that the clerks said ships may come", "CT+"),
        ("pledged", "to deliver 5,000 doses", "CT+"),
        ("did not say", "how many had died", "U"),
        ("said", "people who may have fled are back", "CT+"),
        ("doubts", "whether the port is open", "PR-"),
        ("it is doubtful", "whether he signs them", "PR-"),
        ("did not exclude", "that both had lied", "PS+"),
        ("fear", "that prices will rise", "PS+"),
        ("is expected to", "discuss aid in May", "PR+"),
        ("were promised", "a pension if they signed", "PS+"),
        ("estimated", "that “not fewer than 50” had died", "PR+"),
        ("says", "he considers it likely", "CT+"),
        ("asked", "“Is it over?”", "U"),
        ("considers", "such a visit unlikely", "PR-"),
        ("deem", "this possible", "PS+"),
        ("said", "nor had any house been burned", "CT-"),
    ],
)
def test_cue_and_clause_are_composed(cue: str, content: str, wanted: str) -> None:
    assert read(content, cue) == wanted


def test_a_condition_before_the_cue_governs_the_clause_behind_it() -> None:
    text = "If the rains stay away, he said, the country would have to import grain"
    spans = (Span(0, 22), Span(text.index("the country"), len(text)))
    assert read_factuality(text, spans, read_cue("said")) == "PS+"


def test_an_empty_proposition_without_a_cue_is_plain() -> None:
    assert read_factuality("", ()) == "CT+"


EFFECTS = st.builds(Effect, st.sampled_from(["CT", "PR", "PS", "U"]), st.booleans())


@settings(deadline=None)
@given(EFFECTS)
def test_negating_twice_with_certainty_restores_what_is_certain_or_probable(effect: Effect) -> None:
    negation = Effect("CT", True)
    twice = under(negation, under(negation, effect))
    if effect.certainty in ("CT", "PR"):
        assert twice == effect
    assert twice.certainty == ("CT" if effect.certainty == "PS" else effect.certainty)


@settings(deadline=None)
@given(EFFECTS, EFFECTS)
def test_nothing_is_surer_than_its_weakest_part_but_the_denial_of_a_possibility(
    outer: Effect, inner: Effect
) -> None:
    order = ["U", "PS", "PR", "CT"]
    weakest = min(outer.certainty, inner.certainty, key=order.index)
    assert under(outer, inner).certainty == weakest or (outer, inner.certainty) == (Effect("CT", True), "PS")


@settings(deadline=None)
@given(st.sampled_from(["the port is open", "prices rose", "the mill will close", "they may come"]))
def test_denying_and_saying_are_opposites(content: str) -> None:
    said, denied = SCALE[read(content, "said")], SCALE[read(content, "denied")]
    assert said > 0 > denied


WORDS = "the port |is |not |may |fail to |that |if |, |no |likely |opened |whether |it |“|? |é|to "


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS.split("|")), max_size=25).map("".join), st.integers(0, 30))
def test_any_words_have_a_factuality(text: str, start: int) -> None:
    whole = Span(0, len(text))
    event = Span(min(start, len(text)), len(text))
    assert read_factuality(text, (whole,)) in FACTUALITIES
    assert -3 <= event_factuality(text, whole, event) <= 3


@timed
@pytest.mark.parametrize(
    "piece", ["not ", "that ", "who is ", "likely to ", "it is likely that ", "to ", "if ", "a"]
)
def test_hostile_clauses_take_linear_time(piece: str) -> None:
    text = piece * 20_000
    whole = Span(0, len(text))
    assert cpu_seconds(lambda: read_factuality(text, (whole,)), times=1) < here(4)
    end = Span(len(text) - 2, len(text))
    assert cpu_seconds(lambda: event_factuality(text, whole, end), times=1) < here(4)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("The mill {closed}.", "The mill may have {closed}."),
        ("The mill {closed}.", "The mill did not {close}."),
        ("The mill managed to {close}.", "The mill failed to {close}."),
        ("Trucks {crossed}.", "The driver wanted to {cross}."),
        ("It is clear that he {left}.", "It is unclear whether he {left}."),
        ("He {left}.", "If he {left}, they stayed."),
        ("There were {deaths}.", "There were no {deaths}."),
        ("They went {singing}.", "They went without {singing}."),
        ("He said that they {left}.", "He doubted that they {left}."),
    ],
)
def test_an_event_is_less_sure_under_what_lowers_it(surer: str, less_sure: str) -> None:
    def value(marked: str) -> float:
        start, end = marked.index("{"), marked.index("}") - 1
        plain = marked.replace("{", "").replace("}", "")
        return event_factuality(plain, Span(0, len(plain)), Span(start, end))

    assert value(surer) > value(less_sure)


def test_a_negated_event_did_not_happen_and_a_plain_one_did() -> None:
    assert event_factuality("They did not leave.", Span(0, 19), Span(13, 18)) < 0
    assert event_factuality("They left.", Span(0, 10), Span(5, 9)) == 3.0


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Nor is that all: the wards are full.", "CT+"),
        ("That is not all: the wards are full.", "CT+"),
        ("That is not all that was said.", "CT-"),
        ("Seven girls not yet sixteen burned with the others.", "CT+"),
        ("Prisoners not freed, union says.", "CT-"),
        ("Four could not be started.", "CT-"),
        ("In the south not a single shop was open.", "CT-"),
        ("A boat with no lights passed the pier.", "CT+"),
        ("In no case were prisoners beaten.", "CT-"),
        ("The sacks bore no stamp.", "CT-"),
        ("The guard saw nobody at the gate.", "CT-"),
        ("The depot lost no fewer than nine lorries.", "CT+"),
    ],
)
def test_a_not_counts_only_where_it_is_of_the_verb_or_its_object(sentence: str, wanted: str) -> None:
    assert read(sentence) == wanted


@pytest.mark.parametrize(
    ("cue", "value"),
    [
        ("assess with low confidence", "PS+"),
        ("assess with moderate confidence", "PR+"),
        ("assess with high confidence", "CT+"),
    ],
)
def test_what_is_assessed_is_as_sure_as_they_say(cue: str, value: str) -> None:
    text, attribution, _ = attributed("We", cue, "that work has begun")
    reading = reading_of(text, attribution)
    assert read_factuality(text, attribution.relation.content, reading) == value


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("More than a year after the flood, the bridge has not been repaired", "CT-"),
        ("Two hundred days before the vote, the board has not met", "CT-"),
        ("Shortly before the vote, the hall was not open", "CT-"),
        ("Ten days after the flood, the bridge has been repaired", "CT+"),
        ("The day after the fire that did not spread, the mill was open", "CT+"),
        ("Two days passed after it did not rain", "CT+"),
    ],
)
def test_a_duration_before_a_clause_of_time_is_no_beginning_of_the_main_one(
    sentence: str, wanted: str
) -> None:
    assert read(sentence) == wanted
