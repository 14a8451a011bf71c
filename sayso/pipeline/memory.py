"""What was worked out for a page, kept until the ledger changes, and worked out by one thread only."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

MOST = 256
T = TypeVar("T")


class _Place:
    """Where one result will be: the first who comes makes it, the others wait for it."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.made: list[Any] = []


class Memory:
    """Some results, each good for one state of the ledger; those not asked for longest go first."""

    def __init__(self, most: int = MOST) -> None:
        """An empty one that keeps at most `most`."""
        self._most = most
        self._kept: OrderedDict[Hashable, _Place] = OrderedDict()
        self._lock = Lock()

    def of(self, state: Hashable, what: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives for `what` in that state of the ledger; made once, if it is still kept.

        What `make` raises is raised, and made again by the next who asks.
        """
        place = self._place((state, what))
        with place.lock:
            if not place.made:
                place.made.append(make())
            return cast("T", place.made[0])

    def clear(self) -> None:
        """Forgets all of it."""
        with self._lock:
            self._kept.clear()

    def _place(self, key: Hashable) -> _Place:
        with self._lock:
            place = self._kept.setdefault(key, _Place())
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
            return place
