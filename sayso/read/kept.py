"""What the steps of one reading ask for again and again, kept until the reading ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

MOST = 512  # answers of each function: the sentences of a long article, and pieces of them
P = ParamSpec("P")
T = TypeVar("T")
_KEPT: list[Callable[[], None]] = []


def kept(function: Callable[P, T]) -> Callable[P, T]:
    """`function`, which is asked once for the same part of a text; whoever asks again gets the same object.

    For functions of a text and places in it. Safe in several threads.
    """
    answers = lru_cache(maxsize=MOST)(function)
    _KEPT.append(answers.cache_clear)
    return cast("Callable[P, T]", answers)  # typeshed's wrapper forgets the parameters


@contextmanager
def one_reading() -> Iterator[None]:
    """Lets all texts, and what was made of them, go when the reading inside ends.

    A reading that goes on in another thread only asks anew.
    """
    try:
        yield
    finally:
        for clear in _KEPT:
            clear()
