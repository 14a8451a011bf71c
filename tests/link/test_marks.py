"""Marks: what linking sees of the propositions of a document."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
import pytest

from sayso.link.claims import cluster
from sayso.link.compare import compare_all
from sayso.link.encoder import DIMENSIONS, GENERATION, SentenceEncoder
from sayso.link.keys import keys_of
from sayso.link.mark import Mark
from sayso.link.marks import MOST_TEXT_CHARS, claimables, mark_of_text, marks_of, topic_of
from sayso.link.stance import stance_of, stances
from sayso.model import Act, Document, Factuality, Statement
from sayso.reference.gazetteer import load_gazetteer
from tests.link.made_statements import said, text_of

GAZETTEER = load_gazetteer()
PRINTED = (
    "At least 40 miners died at the Tarn colliery, a Quillon official told the Lantern. "
    "The ministry dismissed these reports. Two envoys could not confirm the report. "
    "An analyst doubted it. Rain is wet, he added. Yes, said Dov."
)


class Counted:
    """An encoder that tells texts by their length and keeps what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """384 bytes of the length."""
        self.given += texts
        return [bytes([len(text) % 127]) * DIMENSIONS + GENERATION for text in texts]


def report(**fields: str) -> tuple[Document, list[Statement]]:
    """A claim, a denial, what could not be confirmed, a doubt, small talk."""
    text = text_of(PRINTED, title="Fire in Rethany", **fields)
    return text, [
        said(text, "a Quillon official", "told", "At least 40 miners died at the Tarn colliery"),
        said(text, "The ministry", "dismissed", "these reports", act="deny", factuality="CT-"),
        said(text, "Two envoys", "could not confirm", "the report", act="unconfirmed", factuality="U"),
        said(text, "An analyst", "doubted", "it", act="believe", factuality="PR-"),
        said(text, "he", "added", "Rain is wet"),
        said(text, "Dov", "said", "Yes"),
    ]


def marks(**fields: str) -> tuple[Mark, ...]:
    return marks_of(*report(**fields), None, GAZETTEER)


def test_a_mark_holds_who_what_how_many_and_when() -> None:
    mark = marks()[0]
    assert mark.text == "At least 40 miners died at the Tarn colliery"
    assert mark.stems == ("miner", "die", "tarn", "collieri")
    assert mark.names == ("tarn",)
    assert mark.around == ("reth", "quillo")
    assert [(a.low, a.high, a.slot) for a in mark.amounts] == [(40, None, "killed")]
    assert (mark.asserted, mark.negated, mark.certainty, mark.target) == ("2031-03-04", False, "CT", None)


def test_a_denial_a_doubt_and_what_is_unconfirmed_land_on_what_they_point_at() -> None:
    claim, *answers = marks()[:4]
    assert [a.target for a in answers] == [claim.proposition] * 3
    assert [a.stems for a in answers] == [claim.stems] * 3
    assert [a.negated for a in answers] == [True, False, True]
    assert [a.text for a in answers] == ["these reports", "the report", "it"]


def test_they_are_one_claim_and_each_has_its_stance() -> None:
    by_id = {m.proposition: m for m in marks()[:4]}
    (found,) = cluster(by_id.values(), compare_all(by_id, [(a, b) for a in by_id for b in by_id if a < b]))
    stance = {member.proposition: member.stance for member in stances(found)}
    assert [stance[key] for key in by_id] == ["supports", "denies", "comments", "denies"]
    assert found.gist.text == "At least 40 miners died at the Tarn colliery"


def test_a_denial_of_what_is_negated_affirms_it() -> None:
    text = text_of("No aid arrived at Tarn, the mayor said. The ministry denied it.")
    claim = said(text, "the mayor", "said", "No aid arrived at Tarn", factuality="CT-")
    denial = said(text, "The ministry", "denied", "it", act="deny", factuality="CT-")
    assert [m.negated for m in marks_of(text, [claim, denial], None, GAZETTEER)] == [True, False]


@pytest.mark.parametrize(("anonymous", "left"), [(True, ["deny"]), (False, ["deny", "assert"])])
def test_what_nobody_says_and_is_told_only_to_be_denied_supports_nothing(
    anonymous: bool, left: list[str]
) -> None:
    text = text_of("The guard denied the assertion of a club that six traders were shot at Tarn.")
    denial = said(
        text, "The guard", "denied", "the assertion of a club that six traders were shot at Tarn", act="deny",
        factuality="CT-",
    )  # fmt: skip
    inner = said(
        text, "a club", "assertion", "that six traders were shot at Tarn", within=denial, anonymous=anonymous
    )
    assert sorted(c.statement.act for c in claimables([denial, inner])) == sorted(left)


def test_what_a_nameless_source_says_before_it_is_denied_is_said() -> None:
    text = text_of("A nurse said fever broke out in Quillon. The ministry denied it.")
    nurse = said(text, "A nurse", "said", "fever broke out in Quillon", anonymous=True)
    denial = said(text, "The ministry", "denied", "it", act="deny", factuality="CT-")
    assert [c.statement for c in claimables([nurse, denial])] == [nurse, denial]


def test_what_has_fewer_than_two_content_words_is_no_claim() -> None:
    assert "Yes" not in [m.text for m in marks()]
    assert len(marks()) == 5


def test_a_pointer_that_leads_nowhere_is_no_claim() -> None:
    text = text_of("The ministry dismissed these reports.")
    assert claimables([said(text, "The ministry", "dismissed", "these reports", act="deny")]) == []


def test_what_only_hands_on_a_statement_is_no_claim_of_its_own() -> None:
    text = text_of("The Lantern reported that a nurse said fever broke out in Quillon.")
    outer = said(text, "The Lantern", "reported", "a nurse said fever broke out in Quillon", kind="media")
    inner = said(text, "a nurse", "said", "fever broke out in Quillon", within=outer)
    assert [c.statement for c in claimables([outer, inner])] == [inner]


def test_a_copied_text_has_the_same_marks_but_for_its_ids() -> None:
    for one, two in zip(marks(), marks(publisher="Quill Courier"), strict=True):
        assert one.document != two.document
        assert one.proposition != two.proposition
        ids = dict.fromkeys(("proposition", "statement", "document", "publisher"), "")
        blank = [msgspec.structs.replace(m, **ids, target=m.target and "") for m in (one, two)]
        assert blank[0] == blank[1]
        assert keys_of(blank[0]) == keys_of(blank[1])


def test_the_order_of_marks_is_that_of_the_statements() -> None:
    text, statements = report()
    found = [m.statement for m in marks_of(text, statements, None, GAZETTEER)]
    place = [s.id for s in statements]
    assert all(place.index(a) < place.index(b) for a, b in pairwise(found))


def test_a_pointer_has_the_vector_of_what_it_points_at_and_all_have_their_documents_topic() -> None:
    encoder = Counted()
    text, statements = report()
    found = marks_of(text, statements, encoder, GAZETTEER)
    assert found[1].vector == found[0].vector != found[4].vector
    assert {m.topic for m in found} == {bytes([len(topic_of(text)) % 127]) * DIMENSIONS + GENERATION}
    assert any(given.startswith("Fire in Rethany. At least 40 miners died") for given in encoder.given)


def test_a_matter_has_a_vector_without_the_names_in_it() -> None:
    encoder = Counted()
    text, statements = report()
    first, *_ = marks_of(text, statements, encoder, GAZETTEER)
    assert "At least 40 miners died at the colliery" in encoder.given
    assert first.bare != first.vector


def test_a_part_of_a_clause_is_no_claim_and_the_clause_is_one() -> None:
    text = text_of("The hospital said it had admitted nine people in Quillon.")
    outer = said(text, "The hospital", "said", "it had admitted nine people in Quillon")
    inner = said(text, "it", "had admitted", "nine", within=outer)
    assert [c.statement for c in claimables([outer, inner])] == [outer]


def test_that_somebody_ordered_something_is_a_claim_and_what_was_ordered_another() -> None:
    text = text_of("The guard said his unit had been told by the army to shut the river.")
    outer = said(text, "The guard", "said", "his unit had been told by the army to shut the river")
    inner = said(text, "the army", "told", "to shut the river", within=outer, act="demand")
    assert [c.statement for c in claimables([outer, inner])] == [outer, inner]


@pytest.mark.parametrize(("act", "opens"), [("deny", "that"), ("decline", "whether")])
def test_what_is_denied_to_have_been_said_was_not_said(act: Act, opens: str) -> None:
    text = text_of(f"The army answered {opens} it had ordered the men to shut the river.")
    outer = said(text, "The army", "answered", f"{opens} it had ordered the men to shut the river", act=act)
    inner = said(text, "it", "ordered", "the men to shut the river", within=outer, act="demand")
    assert [c.statement for c in claimables([outer, inner])] == [outer]


def test_the_claim_of_another_that_is_denied_was_made() -> None:
    text = text_of("The army denied the union’s claim that the river was shut.")
    outer = said(text, "The army", "denied", "the union’s claim that the river was shut", act="deny")
    inner = said(text, "the union", "claim", "that the river was shut", within=outer)
    assert [c.statement for c in claimables([outer, inner])] == [outer, inner]


def test_an_account_that_cannot_be_checked_is_all_of_it() -> None:
    text = text_of(
        "Nine men died at Tarn, a nurse said. The wards at Tarn are full, she said. The account is open."
    )
    first = said(text, "a nurse", "said", "Nine men died at Tarn", name="nurse", anonymous=True)
    second = said(text, "she", "said", "The wards at Tarn are full", name="nurse", anonymous=True)
    unchecked = said(text, "", "is open", "The account", act="unconfirmed")
    assert marks_of(text, [first, second, unchecked], None, GAZETTEER)[-1].target == first.propositions[0].id


@pytest.mark.parametrize(
    ("words", "factuality"),
    [
        ("This is not true", "CT-"), ("that was not the case", "CT-"), ("it had not", "CT-"),
        ("they did not", "CT-"), ("Nothing of the sort happened", "CT-"), ("Not so", "CT-"),
        ("Nonsense", "CT+"), ("This is a lie", "CT+"), ("It was wrong", "CT+"),
    ],
)  # fmt: skip
def test_a_short_answer_denies_what_was_said_before(words: str, factuality: Factuality) -> None:
    text = text_of(f"Tarn has burned, a nurse said. {words}, the army said.")
    first = said(text, "a nurse", "said", "Tarn has burned", name="nurse", anonymous=True)
    answer = said(text, "the army", "said", words, factuality=factuality)
    mark = marks_of(text, [first, answer], None, GAZETTEER)[-1]
    assert (mark.target, mark.negated) == (first.propositions[0].id, True)


@pytest.mark.parametrize(
    ("cue", "words"), [("confirmed", "the report"), ("confirmed", "this"), ("said", "It is true")]
)
def test_who_confirms_what_was_said_says_it(cue: str, words: str) -> None:
    text = text_of(f"Tarn has burned, a nurse said. The army {cue} {words}.")
    first = said(text, "a nurse", "said", "Tarn has burned", name="nurse", anonymous=True)
    mark = marks_of(text, [first, said(text, "The army", cue, words)], None, GAZETTEER)[-1]
    assert (mark.target, mark.negated) == (first.propositions[0].id, False)


def test_what_only_points_and_neither_denies_nor_confirms_is_no_claim() -> None:
    text = text_of("Tarn has burned, a nurse said. The army read this.")
    first = said(text, "a nurse", "said", "Tarn has burned", name="nurse", anonymous=True)
    assert len(marks_of(text, [first, said(text, "The army", "read", "this")], None, GAZETTEER)) == 1


@pytest.mark.parametrize("words", ["any involvement", "all responsibility for the fire at Tarn"])
def test_who_denies_having_done_it_denies_a_part(words: str) -> None:
    text = text_of(f"Tarn has burned, a nurse said. The army denied {words}.")
    first = said(text, "a nurse", "said", "Tarn has burned", name="nurse", anonymous=True)
    denial = said(text, "The army", "denied", words, act="deny", factuality="CT-")
    assert marks_of(text, [first, denial], None, GAZETTEER)[-1].partial


def test_the_claim_that_is_denied_is_that_of_its_owner() -> None:
    text = text_of(
        "Tarn has burned, a clerk said. Rain fell at Tarn, a nurse said. The army denied the clerk's claim."
    )
    clerk = said(text, "a clerk", "said", "Tarn has burned", name="clerk", anonymous=True)
    nurse = said(text, "a nurse", "said", "Rain fell at Tarn", name="nurse", anonymous=True)
    denial = said(text, "The army", "denied", "the clerk's claim", act="deny", factuality="CT-")
    assert marks_of(text, [clerk, nurse, denial], None, GAZETTEER)[-1].target == clerk.propositions[0].id


def test_who_takes_back_his_own_report_denies_it() -> None:
    text = text_of("We reported that Tarn had burned. We withdraw that report. That was wrong.")
    first = said(text, "We", "reported", "that Tarn had burned", name="Lantern", kind="media")
    taken = said(text, "We", "withdraw", "that report", name="Lantern", kind="media", act="deny")
    wrong = said(text, "", "", "That was wrong", name="Lantern", kind="author")
    marks = marks_of(text, [first, taken, wrong], None, GAZETTEER)
    assert [(mark.target, mark.negated) for mark in marks[1:]] == [(first.propositions[0].id, True)] * 2


def test_what_is_wrong_but_no_words_is_not_denied() -> None:
    text = text_of("A guard said the road at Tarn was wrong and the troops were withdrawn.")
    words = "the road at Tarn was wrong and the troops were withdrawn"
    (mark,) = marks_of(text, [said(text, "A guard", "said", words)], None, GAZETTEER)
    assert not mark.negated


@pytest.mark.parametrize(
    ("verdict", "negated"),
    [
        ("are a fabrication", True),
        ("are nothing but lies", True),
        ("are not false", False),
        ("are new", False),
    ],
)
def test_who_calls_reports_false_denies_what_they_say(verdict: str, negated: bool) -> None:
    words = f"reports that the dam at Tarn broke {verdict}"
    text = text_of(f"Foreign {words}, the minister said.")
    outer = said(text, "the minister", "said", words, factuality="CT-" if "not" in verdict.split() else "CT+")
    (mark,) = marks_of(text, [outer], None, GAZETTEER)
    assert mark.negated is negated


def test_a_report_that_is_only_pointed_at_is_denied_by_calling_it_a_lie() -> None:
    text = text_of("The dam at Tarn broke, the Lantern reported. The report is a lie, the minister said.")
    told = said(text, "the Lantern", "reported", "The dam at Tarn broke", kind="media")
    denial = said(text, "the minister", "said", "The report is a lie")
    first, second = marks_of(text, [told, denial], None, GAZETTEER)
    assert (second.target, second.negated) == (first.proposition, True)


def test_words_that_run_into_the_verdict_on_them_are_no_claim() -> None:
    text = text_of("Reports that the dam at Tarn broke are lies, the minister said.")
    outer = said(text, "the minister", "said", "Reports that the dam at Tarn broke are lies")
    inner = said(text, "Tarn", "Reports", "that the dam at Tarn broke are lies", within=outer)
    assert [c.statement for c in claimables([outer, inner])] == [outer]


@pytest.mark.parametrize(("words", "is_claim"), [("there is a shortage", True), ("for his job", False)])
def test_one_content_word_makes_a_claim_only_in_a_clause(words: str, is_claim: bool) -> None:
    text = text_of(f"The minister said {words}.")
    assert bool(claimables([said(text, "The minister", "said", words)])) is is_claim


def test_without_statements_nothing_is_encoded() -> None:
    encoder = Counted()
    assert marks_of(text_of("It rained."), [], encoder, GAZETTEER) == ()
    assert encoder.given == []


def test_of_a_passage_only_the_beginning_is_looked_at() -> None:
    words = "The dam at Tarn broke and " + "the water rose " * 60 + "in Quillon"
    text = text_of(f"{words}, the mayor said.")
    (mark,) = marks_of(text, [said(text, "the mayor", "said", words)], None, GAZETTEER)
    assert len(words) > MOST_TEXT_CHARS
    assert "quillon" not in mark.stems
    assert mark.text == words


@pytest.mark.parametrize("text", ["", "Tarn fell.", "Did Tarn fall?"])
def test_a_headline_has_a_mark_without_a_reader(text: str) -> None:
    mark = mark_of_text(text, GAZETTEER)
    assert mark.text == text
    assert mark.question == text.endswith("?")


@pytest.mark.parametrize(
    ("text", "of_others"),
    [
        ("Dam at Tarn bursts - official", True),
        ("Dam at Tarn bursts -- analyst", True),
        ("Senator Roe: dam at Tarn bursts", True),
        ("Parent: school of Tarn shut over a song", True),
        ("Former Quillon coach: two players suspended", True),
        ("Ilo Roe: I saw the dam burst", True),
        ("Dam at Tarn bursts - pictures", False),
        ("Tarn dam: engineers gather at the gate", False),
        ("Dam at Tarn bursts", False),
        ("Orl Works in talks to buy the mill", True),
        ("Orl Works talks of the mill", False),
        ("Mob of Tarn beats alleged thief", False),
        ("Mob of Tarn beats suspected cattle thieves", False),
        ("Alleged theft at Tarn", True),
        ("Crack in the dam is longer than reported", False),
        ("Crack in the dam of Tarn reported", True),
        ("Rebels agree to a truce at Tarn, may free the miners", False),
        ("Rebels may agree to a truce at Tarn, miners still held", True),
        ("Fisher of Tarn lands a carp which could be the largest", False),
        ("Carp of Tarn could be the largest", True),
    ],
)
def test_a_headline_says_whether_others_say_so(text: str, of_others: bool) -> None:
    assert mark_of_text(text, GAZETTEER).hearsay is of_others


def test_the_encoder_gives_384_bytes_to_a_text_and_none_to_a_blank_one() -> None:
    blank, one, two = SentenceEncoder().encode([" ", "The dam broke.", "The dam broke."])
    assert (blank, len(one)) == (b"", DIMENSIONS + 1)
    assert one == two


@pytest.mark.parametrize(
    ("cue", "is_open"),
    [
        ("has no information about", True),
        ("Whether", True),
        ("is disputed among", True),
        ("has told of", False),
    ],
)
def test_what_its_cue_leaves_open_is_left_open(cue: str, is_open: bool) -> None:
    text = text_of(f"The ministry {cue} a fire at the Tarn colliery.")
    (mark,) = marks_of(
        text, [said(text, "The ministry", cue, "a fire at the Tarn colliery")], None, GAZETTEER
    )
    assert mark.question is is_open
    assert (stance_of(mark, mark)[0] == "comments") is is_open


@pytest.mark.parametrize(
    ("cue", "behind", "factuality", "negated"),
    [
        ("found no trace of", "", "CT+", True),
        ("Rumours of", " are a fabrication", "CT+", True),
        ("found", "", "CT+", False),
        ("Rumours of", " are spreading", "CT+", False),
        ("found no trace of", "", "CT-", True),
    ],
)
def test_what_is_denied_beside_it_is_denied(
    cue: str, behind: str, factuality: Factuality, negated: bool
) -> None:
    text = text_of(f"Here {cue} a fire at the Tarn colliery{behind}.")
    fire = "a fire at the Tarn colliery"
    one = said(text, "", cue, fire, kind="unspecified", factuality=factuality)
    (mark,) = marks_of(text, [one], None, GAZETTEER)
    assert mark.negated is negated


def test_who_is_called_a_liar_by_another_has_still_said_it() -> None:
    text = text_of("The Courier’s report that the mayor fled is false, the ministry said.")
    outer = said(text, "the ministry", "said", "The Courier’s report that the mayor fled is false")
    inner = said(text, "The Courier", "report", "that the mayor fled", kind="media", within=outer)
    courier, ministry = sorted(marks_of(text, [outer, inner], None, GAZETTEER), key=lambda m: len(m.text))
    assert (courier.negated, ministry.negated, ministry.target) == (False, True, courier.proposition)
    assert stance_of(ministry, courier)[0] == "denies"


def test_talk_of_nobody_that_another_calls_false_says_nothing() -> None:
    text = text_of("Reports that the mayor fled are a fabrication, the ministry said.")
    outer = said(text, "the ministry", "said", "Reports that the mayor fled are a fabrication")
    inner = said(text, "", "Reports", "that the mayor fled", kind="unspecified", within=outer)
    (only,) = marks_of(text, [outer, inner], None, GAZETTEER)
    assert (only.statement, only.negated) == (outer.id, True)
