"""Marks of footnotes belong to the sentence before them, and end it."""

import pytest

from sayso.lang import abbreviations
from sayso.model import Span
from sayso.text import sentences, without_note


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It burned in 2024.[31] Another mill stood.", 2),
        ("It burned in 2024.[31][32] Another mill stood.", 2),
        ("It burned in 2024.31 Another mill stood.", 2),
        ("It burned in 2024.¹ Another mill stood.", 2),
        ("It was rebuilt.12 Another mill stood.", 2),
        ("“It burned.”3 Another mill stood.", 2),
        ("It burned in 2024. [31] Another mill stood.", 2),
        ("It burned in 2024[31]. Another mill stood.", 2),
        ("It rose by 2.5 Marks.", 1),
        ("See p.31 The mill.", 1),
        ("Section 12.3 The mill.", 1),
        ("It cost 10.31 Marks.", 1),
        ("At 9.30 The mill stood.", 1),
        ("It was rebuilt.12 more mills stood.", 1),
        ("It reads version 3.11 Beta.", 1),
        ("Nine met Gen.4 Vell.", 1),
    ],
)
def test_a_note_ends_the_sentence_before_it(text: str, count: int) -> None:
    assert len(sentences(text, abbreviations("en"))) == count


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("It was eleven.[32]", "It was eleven."),
        ("It was eleven.32", "It was eleven."),
        ("“It was eleven.”¹²", "“It was eleven.”"),
        ("It rose by 2.5", "It rose by 2.5"),
        ("It was eleven[32]", "It was eleven[32]"),
        ("It was eleven.", "It was eleven."),
        ("", ""),
    ],
)
def test_a_note_is_no_part_of_what_is_said(text: str, bare: str) -> None:
    assert text[slice(*without_note(text, Span(0, len(text))))] == bare
