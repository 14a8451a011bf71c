"""How long a piece of work takes, and how long it may on a machine that is slower than another.

Tests that ask it are marked `timing`: they run by themselves, without the tracer that counts covered lines.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

import pytest

timed = pytest.mark.timing
FAST_SECONDS = 0.0058  # what `_yardstick` costs on an AMD EPYC at 2.4 GHz, for which all bounds are written


def cpu_seconds(work: Callable[[], object], *, times: int = 3) -> float:
    """The least CPU time in seconds that some runs of `work` took, with the garbage collector held back.

    The least, because a busy machine only ever adds to it. A full round of the collector over what thousands
    of other tests left on the heap takes seconds.
    """
    taken = []
    gc.disable()
    try:
        for _ in range(times):
            began = process_time()
            work()
            taken.append(process_time() - began)
    finally:
        gc.enable()
    return min(taken)


def here(seconds: float) -> float:
    """As many seconds of this machine, now, as `seconds` of a fast one; never fewer."""
    return seconds * max(1.0, cpu_seconds(_yardstick, times=5) / FAST_SECONDS)


def _yardstick() -> int:
    """Some work such as reading is: words cut, folded, counted and sorted."""
    words = ("The ministry said on Monday that the bridge was closed, " * 2_000).split()
    counted: dict[str, int] = {}
    for place, word in enumerate(words):
        key = word.strip(",.").lower()
        counted[key] = counted.get(key, 0) + place
    return len(sorted(words)) + len(counted)
