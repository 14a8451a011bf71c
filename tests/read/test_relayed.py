"""Words that went through somebody: "A told B, who told C, that Z", "Z, said B, who was told so by A"."""

import pytest

from sayso.model import words_at
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.mending.relayed import with_relayed
from sayso.read.relation import Relation
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.read.relations import at, relation


def relayed(text: str, *found: Relation) -> list[tuple[str, str, str]]:
    """Source, cue and content of what the step makes of relations, in its order."""
    given = [Attribution(relation=r, cue=read_cue(words_at(text, r.cue), "en")) for r in found]
    made = (a.relation for a in with_relayed(text, sentences(text), given))
    return [(words_at(text, r.source), words_at(text, r.cue), words_at(text, r.content)) for r in made]


def test_who_was_told_passes_on_the_same_words() -> None:
    text = "A guard told a driver, who later informed the paper, that the gate was open."
    first = relation(text, "A guard", "told", "informed the paper, that the gate was open")
    second = relation(text, "A guard", "informed", "that the gate was open")
    assert relayed(text, first, second) == [
        ("A guard", "told", "that the gate was open"),
        ("a driver", "informed", "that the gate was open"),
    ]


def test_words_go_through_several() -> None:
    text = "A guard told a driver, who told a cook, who told us, that the gate was open."
    said = at(text, "that the gate was open")
    found = [Relation(source=at(text, "A guard"), cue=at(text, "told", n), content=said) for n in (1, 2, 3)]
    assert [source for source, *_ in relayed(text, *found)] == ["A guard", "a driver", "a cook"]


def test_who_says_something_of_his_own_is_its_only_source() -> None:
    text = "A guard told a driver, who denied that the gate was open."
    first = relation(text, "A guard", "told", "that the gate was open")
    second = relation(text, "A guard", "denied", "that the gate was open")
    assert relayed(text, first, second) == [("a driver", "denied", "that the gate was open")]


def test_what_was_said_before_stays_with_who_said_it() -> None:
    text = "“It is open,” a guard told a driver, who said he left."
    first = relation(text, "a guard", "told", "“It is open,”")
    second = relation(text, "a guard", "said", "he left")
    assert relayed(text, first, second) == [
        ("a guard", "told", "“It is open,”"),
        ("a driver", "said", "he left"),
    ]


def test_what_stands_behind_an_aside_about_the_hearer_is_still_told() -> None:
    text = "A guard told a driver, who criticised the mill, that it was shut."
    first = relation(text, "A guard", "told", "criticised the mill, that it was shut")
    second = relation(text, "A guard", "criticised", "the mill")
    assert relayed(text, first, second) == [
        ("A guard", "told", "that it was shut"),
        ("a driver", "criticised", "the mill"),
    ]


def test_whom_something_pleases_was_told_nothing() -> None:
    text = "The talks pleased the union, which called itself glad."
    first, second = (
        relation(text, "The talks", "pleased", "called"),
        relation(text, "which", "called", "glad"),
    )
    assert relayed(text, first, second) == [("The talks", "pleased", "called"), ("which", "called", "glad")]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("A guard told a driver that it was open, and he told us why.", "he", "told us", "why"),
        ("A guard told us that the road was open, which the army denied.", "the army", "denied", "which"),
        ("A guard told a driver who was ill that he said it was open.", "he", "said", "it was open"),
    ],
)
def test_nobody_passes_on_what_another_clause_says(text: str, source: str, cue: str, content: str) -> None:
    first = relation(text, "A guard", "told", "that")
    assert relayed(text, first, relation(text, source, cue, content))[-1] == (source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "teller", "cue"),
    [
        ("It is shut, said a trader who had been told so by a guard.", "a trader", "a guard", "told so by"),
        ("It is shut, said Ivo, who was informed of this by Ana.", "Ivo", "Ana", "informed of this by"),
    ],
)  # fmt: skip
def test_who_was_told_so_has_it_from_whoever_told(text: str, source: str, teller: str, cue: str) -> None:
    whole = text[text.index(source) : -1]
    made = relayed(text, relation(text, whole, "said", "It is shut"))
    assert made == [(source, "said", "It is shut"), (teller, cue, "It is shut")]


def test_whoever_was_told_to_do_something_has_nothing_from_another() -> None:
    text = "It is shut, said a trader who was told by a guard to leave."
    whole = "a trader who was told by a guard to leave"
    assert relayed(text, relation(text, whole, "said", "It is shut")) == [(whole, "said", "It is shut")]
    assert with_relayed("", [], []) == []


@needs_weights
@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("A guard told a driver, who told the paper, that the gate was open.", {"driver", "driver > guard"}),
        ("The road is shut, said a trader who had been told so by a guard.", {"trader", "trader > guard"}),
    ],
)
def test_who_told_first_is_last_in_the_chain(text: str, chains: set[str]) -> None:
    assert {" > ".join(s.chain[1:]) for s in read(text, "weights")} == chains
