"""What was worked out for a page, kept until the ledger changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

MOST = 256
T = TypeVar("T")


class Memory:
    """At most 256 results, each good for one state of the ledger; those not asked for longest go first."""

    def __init__(self) -> None:
        """An empty one."""
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def of(self, state: Hashable, what: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives for `what` in that state of the ledger; made once, if it is still kept."""
        with self._lock:
            if (state, what) in self._kept:
                self._kept.move_to_end((state, what))
                return cast("T", self._kept[(state, what)])
        made = make()
        with self._lock:
            self._kept[(state, what)] = made
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return made
