"""Where one speaker's words end before another one's begin."""

import pytest

from sayso.model import words_at
from sayso.read.mending.contrast import with_contrasts
from sayso.read.relation import Relation
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.read.relations import relation


def contents(text: str, *relations: Relation) -> list[str]:
    return [words_at(text, each.content) for each in with_contrasts(text, sentences(text), relations, "en")]


@pytest.mark.parametrize("joint", ["while", "whereas", "but", "although"])
def test_words_end_before_another_speaker_s_clause(joint: str) -> None:
    text = f"The owner says five, {joint} the union believes there were eight."
    outer = relation(text, "The owner", "says", f"five, {joint} the union believes there were eight")
    inner = relation(text, "the union", "believes", "there were eight")
    assert contents(text, outer, inner) == ["five", "there were eight"]


@pytest.mark.parametrize(
    "rest",
    ["but he doubted it", "but her aunt said no", "and the union said no", "but that the union said no"],
)
def test_words_go_on_where_the_next_may_be_part_of_them(rest: str) -> None:
    text = f"The owner said that it sank, {rest}."
    said = f"that it sank, {rest}"
    who, cue = (
        ("he", "doubted") if "doubted" in rest else (rest.split(" said")[0].split(" ", 1)[1], "said no")
    )
    who = who.removeprefix("that ")
    inner = relation(text, who, cue, "")
    assert contents(text, relation(text, "The owner", "said", said), inner)[0] == said


def test_a_quotation_stays_whole() -> None:
    text = "“It sank, but the union said no,” the owner said."
    outer = relation(text, "the owner", "said", "“It sank, but the union said no,”")
    assert contents(text, outer, relation(text, "the union", "said no", ""))[0] == outer_words(text, outer)


def test_a_trailing_according_to_answers_for_the_last_clause() -> None:
    text = "The radio alleged that rifles were found, but the film was old, according to the institute."
    whole = "The radio alleged that rifles were found, but the film was old"
    radio = relation(text, "The radio", "alleged", "that rifles were found, but the film was old")
    institute = relation(text, "the institute", "according to", whole)
    assert contents(text, radio, institute) == ["that rifles were found", "the film was old"]


def test_an_aside_in_a_relative_clause_is_no_more_than_that() -> None:
    text = "Of the men who, according to Orlan, are missing, the clerk said that he knew nothing."
    aside = relation(text, "Orlan", "according to", "are missing, the clerk said that he knew nothing")
    clerk = relation(text, "the clerk", "said", "that he knew nothing")
    assert contents(text, aside, clerk) == ["are missing", "that he knew nothing"]


@needs_weights
def test_a_speaker_behind_while_stands_in_nobody_s_chain() -> None:
    found = read(
        "The owner says five, while the seamen's union believes there were at least eight.", "weights"
    )
    assert [one.chain[1:] for one in found] == [("owner",), ("seamen's union",)]


def outer_words(text: str, outer: Relation) -> str:
    return words_at(text, outer.content)


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Nine men died, according to the union; four, says the ministry.", ["Nine men died", "four"]),
        ("The mill has closed, the union said; the owner denied it.", ["The mill has closed", "it"]),
        (
            "The union said that the mill had closed; that wages were owed.",
            ["that the mill had closed; that wages were owed"],
        ),
    ],
)
def test_beyond_a_semicolon_another_speaks(sentence: str, contents: list[str]) -> None:
    assert [one.content.text for one in read(sentence, "weights")] == contents
