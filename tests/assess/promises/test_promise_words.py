"""The words of promises prove themselves: what each list fires on, and what it leaves alone."""

from typing import Any

import pytest

from sayso.assess.promises.promise_words import WORD, listed, matters_of, says
from sayso.lang.loading import load

LISTS: dict[str, Any] = {name: one for name, one in load("en", "expectations").items() if name != "matters"}
PROOFS = [
    (name, text, wanted) for name in LISTS for wanted in ("fires", "silent") for text in LISTS[name][wanted]
]


@pytest.mark.parametrize(("name", "text", "wanted"), PROOFS)
def test_a_list_of_promise_words_fires_where_it_says(name: str, text: str, wanted: str) -> None:
    assert fires(name, text) == (wanted == "fires")


def fires(name: str, text: str) -> bool:
    if "patterns" in LISTS[name]:
        return says(text, name, "en")
    return text in listed("en", name) or any(m[0].lower() in listed("en", name) for m in WORD.finditer(text))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_of_promise_words_shows_both_sides(name: str) -> None:
    assert LISTS[name]["fires"]
    assert LISTS[name]["silent"]


def test_what_is_awaited_and_what_came_are_one_class_of_doing() -> None:
    assert matters_of("it would deliver 640 doses", "en") == matters_of("a shipment has landed", "en")
    assert matters_of("the school will reopen", "en") == matters_of("the school was opened", "en")


def test_a_river_that_runs_dry_does_not_begin_to_run() -> None:
    assert matters_of("The Sorrel did not run dry", "en") == {"drying"}
