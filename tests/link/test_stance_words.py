"""The lists of words that tell without a "not" where a text stands, and what is found by them."""

from itertools import pairwise
from typing import Any

import pytest

from sayso.lang.loading import load
from sayso.link.opposites import opposed, tells_of_lack
from sayso.link.phrases import begins_with, phrases_in

LISTS: dict[str, Any] = load("en", "stance")
PAIRS: list[dict[str, Any]] = LISTS["opposites"]
PHRASES = [name for name in LISTS if name != "opposites"]
BEGINNINGS = {"total_negatives", "wonderings", "openers", "suppositions", "unknowing"}


@pytest.mark.parametrize("name", PHRASES)
def test_a_list_of_phrases_fires_and_is_silent_where_it_says(name: str) -> None:
    def holds(text: str) -> bool:
        return begins_with(text, name) if name in BEGINNINGS - {"openers"} else bool(phrases_in(text, name))

    assert [text for text in LISTS[name]["fires"] if not holds(text)] == []
    assert [text for text in LISTS[name]["silent"] if holds(text)] == []


@pytest.mark.parametrize("name", PHRASES)
def test_every_phrase_is_words_in_small_letters_and_stands_once(name: str) -> None:
    words = LISTS[name]["words"]
    assert all(isinstance(word, str) and word == word.lower() for word in words)
    assert [one for one, other in pairwise(sorted(words)) if one == other] == []


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["name"] for pair in PAIRS])
def test_opposites_are_told_from_what_says_the_same(pair: dict[str, Any]) -> None:
    assert [texts for texts in pair["fires"] if not opposed(*texts)] == []
    assert [texts for texts in pair["silent"] if opposed(*texts)] == []
    assert set(pair["one"]).isdisjoint(pair["other"])


def test_opposites_are_named_by_the_words_printed() -> None:
    assert opposed("The gate was Sealed.", "The gate is open.") == ("Sealed", "open")
    assert opposed("The gate is open.", "The gate was Sealed.") == ("open", "Sealed")


def test_a_text_with_both_sides_of_a_pair_stands_on_neither() -> None:
    assert opposed("The upper gate is open, the lower one sealed.", "The gate was sealed.") is None


def test_a_phrase_does_not_reach_over_the_end_of_a_sentence() -> None:
    assert phrases_in("The gate was put. Off he went.", "changes") == ()
    assert phrases_in("The gate was Put off.", "changes") == ("Put off",)


def test_want_is_told_from_harm() -> None:
    assert tells_of_lack("Bread ran out on Monday.")
    assert not tells_of_lack("The mill burned down.")
    assert not tells_of_lack("")


def test_small_words_before_a_beginning_are_passed_over() -> None:
    assert begins_with("but that nobody was hurt", "total_negatives")
    assert not begins_with("hurt was nobody", "total_negatives")
    assert not begins_with("", "total_negatives")
