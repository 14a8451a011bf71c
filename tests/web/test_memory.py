"""What was worked out is kept for one state of the ledger, and made by one of those who wait for it."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest

from sayso.pipeline.memory import Memory


def test_it_is_made_once_for_a_state_and_anew_for_the_next() -> None:
    memory, made = Memory(), list[str]()
    for state in ("one", "one", "two", "one"):
        memory.of(state, "list", partial(made.append, state))
    assert made == ["one", "two"]


def test_many_who_ask_at_once_wait_for_the_first() -> None:
    memory, made, together = Memory(), list[int](), Barrier(4)

    def counted(made: list[int]) -> int:
        made.append(1)
        return len(made)

    def ask() -> object:
        together.wait()
        return memory.of("state", "list", partial(counted, made))

    with ThreadPoolExecutor(4) as pool:
        assert {job.result() for job in [pool.submit(ask) for _ in range(4)]} == {1}


def test_what_fails_is_tried_again() -> None:
    memory = Memory()
    with pytest.raises(ZeroDivisionError):
        memory.of("state", "list", lambda: 1 // 0)
    assert memory.of("state", "list", lambda: 7) == 7


def test_the_least_wanted_go_first() -> None:
    memory, made = Memory(2), list[str]()
    for what in ("a", "b", "a", "c", "a", "b"):
        memory.of("state", what, partial(made.append, what))
    assert made == ["a", "b", "c", "b"]
