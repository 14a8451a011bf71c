"""Where a content begins: with its sentence, and behind when it was said."""

import pytest

from sayso.lang import load
from sayso.model import Span
from sayso.read.mending.content_starts import with_sentence, without_date
from sayso.read.relation import Relation
from tests.read.readers import needs_weights, read


def spans(text: str, words: str) -> tuple[Span, ...]:
    at = text.index(words)
    return (Span(at, at + len(words)),)


def begun(text: str, content: str, cue: str = "said", source: str = "a clerk") -> str:
    relation = Relation(source=spans(text, source), cue=spans(text, cue), content=spans(text, content))
    first = with_sentence(text, relation, "en").content[0]
    return text[first.start : first.end]


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("Cracks run through the wall, a clerk said.", "through the wall", "Cracks run through the wall"),
        ("It rained. The mill in Olm is shut, a clerk said.", "Olm is shut", "The mill in Olm is shut"),
    ],
)
def test_what_is_said_begins_with_its_sentence(text: str, content: str, whole: str) -> None:
    assert begun(text, content) == whole


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor denied that the mill in Olm is shut, a clerk said.", "the mill in Olm is shut"),
        ("The mill is shut and the bridge is safe, a clerk said.", "the bridge is safe"),
        ("On Monday, in Olm, the mill was shut, a clerk said.", "the mill was shut"),
        ("But the mill was shut, a clerk said.", "the mill was shut"),
    ],
)
def test_what_may_be_another_one_s_stays_out(text: str, content: str) -> None:
    assert begun(text, content) == content


@pytest.mark.parametrize(
    ("content", "bare"),
    [
        ("as early as 22 March that the pump leaked", "that the pump leaked"),
        ("that on Monday that pump leaked", "that on Monday that pump leaked"),
        ("in a letter that the pump leaked", "in a letter that the pump leaked"),
    ],
)
def test_when_it_was_known_is_no_part_of_what_was_known(content: str, bare: str) -> None:
    text = f"The firm knew {content}."
    relation = Relation(source=spans(text, "The firm"), cue=spans(text, "knew"), content=spans(text, content))
    first = without_date(text, relation, "en").content[0]
    assert text[first.start : first.end] == bare


@needs_weights
def test_who_is_spoken_of_before_who_speaks_is_no_source() -> None:
    found = read("The government, he went on, has not taken any decision to close the pass.", "weights")
    assert [one.source.text for one in found] == ["he"]


@needs_weights
@pytest.mark.parametrize("wish", ["wishes to state", "would like to stress", "wishes hereby to declare"])
def test_who_wishes_to_state_it_states_it(wish: str) -> None:
    [one] = read(f"The embassy {wish} that no soldiers crossed the border.", "weights")
    assert (one.act, one.propositions[0].factuality) == ("assert", "CT-")


@needs_weights
def test_a_bare_plural_behind_by_is_who_reported_it() -> None:
    found = read("As of 9 July, 74 deaths have been reported by partners in the district of Anse.", "weights")
    assert [one.source.text for one in found] == ["partners in the district of Anse"]


@needs_weights
@pytest.mark.parametrize(("sentence", "who", "value"), load("en", "completion")["presented"])
def test_who_only_leads_up_to_what_he_says_says_that(sentence: str, who: str, value: str) -> None:
    found = read(sentence, "weights")
    assert [one.source.name for one in found] == [who]
    assert {part.factuality for part in found[0].propositions} == {value}


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The pictures which circulate in the town do not show the dam, the firm said.", "CT-"),
        ("People who live in the north have not been told, the firm said.", "CT-"),
        ("The bread which farmers in the north did not get was sold, the firm said.", "CT+"),
    ],
)
def test_a_clause_in_the_subject_does_not_hide_the_negation_of_the_verb(sentence: str, value: str) -> None:
    assert [one.propositions[0].factuality for one in read(sentence, "weights") if one.propositions] == [
        value
    ]


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Shots can be heard in the film.", "CT+"),
        ("Smoke could be seen.", "CT+"),
        ("The pass can be used.", "PS+"),
    ],
)
def test_what_can_be_heard_is_heard(sentence: str, value: str) -> None:
    assert [one.propositions[0].factuality for one in read(sentence, "weights")] == [value]


@needs_weights
def test_whom_a_promise_is_of_is_part_of_what_is_promised() -> None:
    [one] = read("The Government has promised the families of the dead 300 marks each.", "weights")
    assert one.content.text == "the families of the dead 300 marks each"


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "They mourn a man who according to his cellmates was beaten by guards.",
            "who … was beaten by guards",
        ),
        ("They seek two boys who, according to the police, took a boat, and a girl.", "who … took a boat"),
    ],
)
def test_what_is_told_in_a_relative_clause_is_that_clause(sentence: str, content: str) -> None:
    found = [one for one in read(sentence, "weights") if one.cue and one.cue.text.lower() == "according to"]
    assert [one.content.text for one in found] == [content]


@needs_weights
@pytest.mark.parametrize(("sentence", "who"), load("en", "completion")["opposing_proofs"])
def test_whom_words_go_against_is_not_what_is_denied(sentence: str, who: str) -> None:
    denies = [one.source.name for one in read(sentence, "weights") if one.act == "deny"]
    assert denies == ([who] if who else [])


@needs_weights
def test_what_is_only_done_to_something_is_not_said_by_it() -> None:
    found = read("Residents told the patrol that their houses had been requisitioned.", "weights")
    assert [one.source.name for one in found] == ["Residents"]
