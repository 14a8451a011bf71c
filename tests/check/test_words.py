"""The lists that checking looks at prove themselves: where each fires, and where it is silent."""

from typing import Any

import pytest

from sayso.check.words import first, has, same_name
from sayso.lang.loading import load

LISTS: dict[str, Any] = load("en", "checking")
LEMMAS = {"strong", "weak"}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_fires_and_is_silent_where_it_says(name: str) -> None:
    for text in LISTS[name]["fires"]:
        assert has(text, name), text
    for text in LISTS[name]["silent"]:
        assert first(text, name) == "", text


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_is_a_word_and_no_yes_or_no_of_yaml(name: str) -> None:
    assert all(isinstance(word, str) and word == word.lower() for word in LISTS[name]["words"])


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Aumont", "Celia Aumont", True),
        ("the Border Guard Command", "Colonel Umber of the Border Guard Command", True),
        ("North Sarn", "South Sarn", False),
        ("", "Celia Aumont", False),
        ("the", "the", False),
    ],
)
def test_a_name_and_its_shorter_form_are_one(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) is same
