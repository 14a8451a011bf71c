"""The words of lineage prove themselves: what each class fires on, and what it leaves alone."""

from functools import partial

import pytest

from sayso.lang import load
from sayso.link.credits import credit_in
from sayso.link.outlets import is_vague, patterns
from sayso.model import make_document
from tests.stopwatch import cpu_seconds, here, timed

CLASSES = {name: rows for name, rows in load("en", "lineage").items() if isinstance(rows, dict)}
PROOFS = [
    (name, words, wanted)
    for name, rows in CLASSES.items()
    for wanted in ("fires", "silent")
    for words in rows[wanted]
]


@pytest.mark.parametrize(("name", "words", "wanted"), PROOFS)
def test_a_class_of_lineage_fires_where_it_should(name: str, words: str, wanted: str) -> None:
    assert fires(name, words) == (wanted == "fires")


def fires(name: str, words: str) -> bool:
    """Whether a class finds something in some words, with what the code rules out."""
    if name == "vague":
        return is_vague(words)
    if name == "credits":
        found = credit_in(make_document(words, input="made"), "en")
        return found is not None and bool(found.name)
    return any(pattern.search(words) for pattern in patterns("en", name))


def matches(name: str, words: str) -> int:
    return sum(1 for pattern in patterns("en", name) for _ in pattern.finditer(words))


@timed
@pytest.mark.parametrize("name", sorted(CLASSES))
def test_a_class_of_lineage_is_read_in_linear_time(name: str) -> None:
    for hostile in ("a " * 50_000, "(" * 100_000, "By A" * 25_000, "told the A" * 10_000, "A of " * 20_000):
        found = partial(matches, name, hostile)
        assert cpu_seconds(found, times=1) < here(2)
