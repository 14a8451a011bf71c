"""How long a piece of work takes, without what thousands of other tests left on the heap."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time


def cpu_seconds(work: Callable[[], object], *, times: int = 3) -> float:
    """The least CPU time in seconds that some runs of `work` took, with the garbage collector held back.

    The least, because a busy machine only ever adds to it.
    """
    taken = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(times):
            began = process_time()
            work()
            taken.append(process_time() - began)
    finally:
        gc.enable()
    return min(taken)
