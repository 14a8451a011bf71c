"""The time grammar proves itself: every rule fires on its examples, the silent sentences stay silent."""

import re
from itertools import pairwise
from typing import Any

import pytest

from sayso.lang.loading import load
from sayso.model.time import TimeExpression
from sayso.read.times.finding import find_times
from sayso.read.times.grammar import read_items
from sayso.read.times.words import islands

DATA = load("en", "time")
BRACKETED = re.compile(r"\[([^\]]*)\]")
FIRES = [
    pytest.param(level["name"], number, example, id=f"{level['name']}-{number}: {example[:60]}")
    for level in DATA["levels"]
    for number, rule in enumerate(level["rules"])
    for example in rule["fires"]
]


def shown(time: TimeExpression) -> str:
    if time.first or time.last:
        return f"{time.first or ''}..{time.last or ''} {time.grain}"
    if time.duration or time.vague:
        return f"{'length' if time.duration else 'vague'} {time.grain}"
    return f"{'set' if not time.relative and time.grain != 'none' else 'none'} {time.grain}"


@pytest.mark.parametrize(("level", "number", "example"), FIRES)
def test_rule_fires_on_its_example(level: str, number: int, example: str) -> None:
    sentence, _, values = example.partition(" => ")
    text = sentence.replace("[", "").replace("]", "")
    found = find_times(text, DATA["anchor"], lengths=True)
    assert [text[one.span.start : one.span.end] for one in found] == BRACKETED.findall(sentence)
    assert "; ".join(shown(one) for one in found) == values
    fired: list[tuple[str, int]] = []
    for island in islands(text, 0, len(text), "en"):
        read_items(island, "en", fired=fired)
    assert (level, number) in fired


@pytest.mark.parametrize("sentence", DATA["silent"])
def test_sentence_without_a_time_stays_silent(sentence: str) -> None:
    assert find_times(sentence, DATA["anchor"], lengths=True) == ()


def test_every_rule_has_an_example() -> None:
    rules: list[dict[str, Any]] = [rule for level in DATA["levels"] for rule in level["rules"]]
    assert [rule["match"] for rule in rules if not rule["fires"]] == []


def test_no_pattern_repeats_without_bound() -> None:
    patterns = [rule["match"] for level in DATA["levels"] for rule in level["rules"]]
    patterns += DATA["short"].values()
    assert [pattern for pattern in patterns if re.search(r"[*+]", pattern)] == []


def test_no_word_has_two_classes_of_one_case() -> None:
    words = sorted(word for entries in DATA["words"].values() for word in entries)
    assert [word for word, other in pairwise(words) if word == other] == []
