"""The lists that linking looks at are words, and each shows where it fires and where it is silent."""

from typing import Any

import pytest

from sayso.lang.loading import load
from sayso.link.words import low_words, stems_of

LISTS: dict[str, Any] = load("en", "linking")


def words_of(name: str) -> list[str]:
    """All words of a list, whatever its shape: a list, a map to values, groups, classes of words."""
    held = LISTS[name]["words"]
    if name == "slots":
        return [word for words in held.values() for word in words]
    if name in {"same", "rivals", "irregular"}:
        return [word for words in held for word in words]
    return list(held)


def stands(word: str, text: str) -> bool:
    return f" {word} " in f" {' '.join(low_words(text))} "


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_is_a_word_and_no_yes_or_no_of_yaml(name: str) -> None:
    assert [word for word in words_of(name) if not isinstance(word, str)] == []


@pytest.mark.parametrize("name", LISTS)
def test_a_list_fires_and_is_silent_where_it_says(name: str) -> None:
    for text in LISTS[name]["fires"]:
        assert any(stands(word, text) for word in words_of(name)), text
    for text in LISTS[name]["silent"]:
        assert not any(stands(word, text) for word in words_of(name)), text


def test_small_words_are_no_content() -> None:
    assert stems_of("No, on Monday the gate was off") == ("monday", "gate")


def test_words_that_say_the_same_have_one_stem() -> None:
    assert stems_of("guards killed") == stems_of("soldiers slain")


def test_a_word_counts_once_and_in_order() -> None:
    assert stems_of("the dam at Tarn, a dam") == ("dam", "tarn")
