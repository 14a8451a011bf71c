"""The printed words of a source tell whether one person stands behind them, or several, or they do not."""

from functools import partial

import pytest

from sayso.lang import load
from sayso.lang.plurality import how_many
from tests.stopwatch import cpu_seconds, here, timed

ROWS = load("en", "plurality")
PROOFS = [
    *((words, "several") for words in ROWS["several"]),
    *((words, "one") for words in ROWS["single"]),
    *((words, "unclear") for words in ROWS["unclear"]),
]


@pytest.mark.parametrize(("words", "wanted"), PROOFS)
def test_the_words_of_a_source_tell_how_many_they_are(words: str, wanted: str) -> None:
    assert how_many(words) == wanted


@timed
def test_hostile_words_are_counted_in_linear_time() -> None:
    for hostile in ("a " * 50_000, "and " * 50_000, "’" * 100_000, "x-" * 50_000, "9" * 100_000):
        assert cpu_seconds(partial(how_many, hostile), times=1) < here(0.5)
