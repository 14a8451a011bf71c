"""A reading keeps what its steps ask for again, and lets go of it when it ends."""

import pytest

from sayso.model import Span
from sayso.read.cues.finding import find_cues
from sayso.read.cues.words import Words
from sayso.read.kept import one_reading
from sayso.read.rules.view import view_of
from tests.read.readers import read

TEXT = "The ministry said that it rained in Orlan."
WHOLE = Span(0, len(TEXT))


def test_who_asks_again_in_a_reading_gets_the_same() -> None:
    with one_reading():
        assert Words.of(TEXT, WHOLE) is Words.of(TEXT, WHOLE)
        assert view_of(TEXT, WHOLE) is view_of(TEXT, WHOLE)
        assert find_cues(TEXT, WHOLE) is find_cues(TEXT, WHOLE)


def test_nothing_of_a_text_is_kept_when_it_is_read() -> None:
    words, view = Words.of(TEXT, WHOLE), view_of(TEXT, WHOLE)
    assert read(TEXT)
    assert Words.of(TEXT, WHOLE) is not words
    assert view_of(TEXT, WHOLE) is not view


def test_nor_where_a_reading_breaks_off() -> None:
    words = Words.of(TEXT, WHOLE)

    def break_off() -> None:
        with one_reading():
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert Words.of(TEXT, WHOLE) is not words
