"""“Would have gone” looks back; “would have power” looks ahead."""

from datetime import date

import pytest

from sayso.read.perfect import opens_perfect
from sayso.read.times.finding import find_times
from sayso.read.times.tense import lean_of


@pytest.mark.parametrize(
    "words",
    [
        "have drowned",
        "have gone",
        "not have paid",
        "have already been shut",
        "have probably sunk",
        "have cut",
    ],
)
def test_a_participle_makes_a_perfect(words: str) -> None:
    assert opens_perfect(words.split())


@pytest.mark.parametrize(
    "words",
    [
        "have clean water",
        "have a new school",
        "have power",
        "have to close",
        "soon have new buses",
        "go",
        "have",
        "",
    ],
)
def test_what_is_had_makes_none(words: str) -> None:
    assert not opens_perfect(words.split())


@pytest.mark.parametrize(
    ("text", "lean"),
    [
        ("The town would have a new school by 15 June", "future"),
        ("All of the valley would have clean water by 15 June", "future"),
        ("The crew would have drowned by 15 June", "past"),
    ],
)
def test_a_day_beside_it_lies_where_it_looks(text: str, lean: str) -> None:
    (found,) = find_times(text, date(2033, 6, 3))
    assert lean_of(text, found.span) == lean
