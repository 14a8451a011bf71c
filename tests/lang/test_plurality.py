"""The printed words of a source tell whether one person stands behind them, or several, or they do not."""

import time

import pytest

from sayso.lang import load
from sayso.lang.plurality import how_many

ROWS = load("en", "plurality")
PROOFS = [
    *((words, "several") for words in ROWS["several"]),
    *((words, "one") for words in ROWS["single"]),
    *((words, "unclear") for words in ROWS["unclear"]),
]


@pytest.mark.parametrize(("words", "wanted"), PROOFS)
def test_the_words_of_a_source_tell_how_many_they_are(words: str, wanted: str) -> None:
    assert how_many(words) == wanted


def test_hostile_words_are_counted_in_linear_time() -> None:
    for hostile in ("a " * 50_000, "and " * 50_000, "’" * 100_000, "x-" * 50_000, "9" * 100_000):
        started = time.process_time()
        how_many(hostile)
        assert time.process_time() - started < 0.5
