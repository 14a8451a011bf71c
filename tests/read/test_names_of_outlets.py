"""The name of an outlet is no cue, and whoever is told is no part of what was said."""

import pytest

from sayso.model import Span
from sayso.read.cues.finding import find_cues
from sayso.read.cues.naming import with_plain_names
from tests.read.readers import needs_weights, read


def test_a_name_is_shown_with_another_word_of_its_length() -> None:
    shown = with_plain_names("A clerk told The Harrow Echo that they echo it. Echo it did.", "en")
    assert shown == "A clerk told The Harrow News that they echo it. Echo it did."


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("A clerk told The Harrow Echo that men left.", ["told"]),
        ("A clerk told the Echo that men left.", ["told"]),
        ("The papers echo the claim that men left.", ["echo", "claim"]),
    ],
)
def test_the_last_word_of_a_name_is_no_cue(text: str, cues: list[str]) -> None:
    found = find_cues(text, Span(0, len(text)))
    assert [text[slice(*match.span)] for match in found] == cues


@needs_weights
@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Two drivers told The Harrow Echo that wards were full.", "Two drivers", "that wards were full"),
        (
            "A man who would not give his name told The Harrow Echo that the bank was shut.",
            "man who would not give his name", "that the bank was shut",
        ),
        ("A clerk confirmed to Harrow Wire the loss of nine trains.", "clerk", "the loss of nine trains"),
        (
            "A clerk confirmed to a reporter of the Harrow Post on Monday that nine trains came.",
            "clerk", "that nine trains came",
        ),
        ("The yard was cleared on Monday, the Harrow Post was told by a guard.", "guard",
         "The yard was cleared on Monday"),
        ("“That was wax,” the Harrow Post was told by a guard.", "guard", "“That was wax,”"),
        ("The Harrow Post learned from a tailor that uniforms had been ordered.", "tailor",
         "that uniforms had been ordered"),
    ],
)  # fmt: skip
def test_whoever_is_told_is_no_part_of_what_is_said(text: str, source: str, content: str) -> None:
    found = [(one.source.name, one.content.text) for one in read(text, "weights") if one.cue]
    assert found == [(source, content)]


@needs_weights
def test_what_a_person_heard_from_another_stays_what_she_heard() -> None:
    one, told = read("Lise Torma heard from a guard that the gate was open.", "weights")
    assert (one.source.name, one.act) == ("Lise Torma", "perceive")
    assert (told.source.name, told.act) == ("guard", "assert")
