"""A noun that points at what was just said: "X says P, a claim residents deny"."""

import pytest

from sayso.model import words_at
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.mending.pointing import with_pointers
from sayso.read.relation import Relation
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.read.relations import relation


def pointed(text: str, *found: Relation) -> list[tuple[str, str]]:
    """Source and content of what the step makes of relations."""
    given = [Attribution(relation=r, cue=read_cue(words_at(text, r.cue), "en")) for r in found]
    made = (a.relation for a in with_pointers(text, sentences(text), given))
    return [(words_at(text, r.source), words_at(text, r.content)) for r in made]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "who"),
    [
        (
            "Grant says all is well, a claim relatives dispute.",
            "claim relatives",
            "dispute",
            "Grant says all is well, a",
            "relatives",
        ),
        ("Grant says all is well, a claim that relatives deny.", "relatives", "deny", "that", "relatives"),
        (
            "Grant says all is well, a claim denied by relatives.",
            "relatives",
            "denied by",
            "all is well, a claim",
            "relatives",
        ),
        (
            "Grant says all is well, a bold claim his own brother rejected.",
            "his own brother",
            "rejected",
            "claim",
            "his own brother",
        ),
    ],
)
def test_who_denies_a_claim_speaks_of_the_claim_alone(
    text: str, source: str, cue: str, content: str, who: str
) -> None:
    host = relation(text, "Grant", "says", text[text.index("all") : text.index(" claim") + 6])
    claim = text[text.index(", a") + 2 : text.index(" claim") + 6]
    assert pointed(text, host, relation(text, source, cue, content)) == [
        ("Grant", "all is well"),
        (who, claim),
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Grant made a claim, and relatives deny it.", "relatives", "deny", "it"),
        ("Grant left, a claim was made, relatives say.", "relatives", "say", "a claim was made"),
        ("Grant read a report that officials said was false.", "officials", "said", "was false"),
    ],
)
def test_a_claim_with_something_else_behind_it_points_at_nothing(
    text: str, source: str, cue: str, content: str
) -> None:
    assert pointed(text, relation(text, source, cue, content)) == [(source, content)]
    assert with_pointers("", [], []) == []


@needs_weights
def test_the_claim_stands_beside_what_denies_it() -> None:
    army, residents = read("The army says the town is free, a claim residents deny.", "weights")
    assert (army.content.text, army.within, army.act) == ("the town is free", None, "assert")
    assert (residents.content.text, residents.within, residents.act) == ("a claim", None, "deny")
