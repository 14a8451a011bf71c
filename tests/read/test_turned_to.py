"""Whoever turns to somebody does not say what that one answers in a relative clause."""

import pytest

from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.turns.turned_to import without_turning
from tests.read.readers import needs_weights, read
from tests.read.relations import relation


def test_who_raises_a_matter_does_not_say_what_is_answered() -> None:
    text = "The embassy raised the matter with the clerks, who assured us that all was well."
    raised = relation(text, "The embassy", "raised the matter with", "that all was well")
    assured = relation(text, "the clerks", "assured", "that all was well")
    made = [Attribution(relation=one, cue=read_cue("said")) for one in (raised, assured)]
    assert without_turning(text, made, "en") == made[1:]


def test_what_one_told_another_who_told_a_third_stays_with_both() -> None:
    text = "The guard told the clerk, who told the mayor, that all was well."
    first = relation(text, "The guard", "told", "that all was well")
    second = relation(text, "the clerk", "told the mayor", "that all was well")
    made = [Attribution(relation=one, cue=read_cue("told")) for one in (first, second)]
    assert without_turning(text, made, "en") == made


@needs_weights
@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Our embassy in Halvek has raised the matter with the Karsan authorities, who assured us that "
            "all workers hold permits.",
            ["Karsan authorities"],
        ),
        ("The Bureau wrote to the ministry, which responded that no ship had docked.", ["ministry"]),
        ("The ministry wrote to the embassy, which replied that no ship had docked.", ["embassy"]),
        ("The ministry published a letter, which says that no ship had docked.", ["ministry"] * 2),
    ],
)  # fmt: skip
def test_whoever_answers_in_a_relative_clause_is_the_one_who_says_it(text: str, speakers: list[str]) -> None:
    assert [one.source.name for one in read(text, "weights") if one.source.kind != "author"] == speakers
