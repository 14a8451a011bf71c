"""The encoder of meanings: a text becomes 384 signed bytes; loaded at first use, one a process."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from sayso.weights import has_weights, weights_file

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIMENSIONS = 384
GENERATION = b"\x02"  # of the weights: vectors of others lie in another space and are not compared with these
MODEL = "sentences"
MOST_PIECES = 128
SLOWER = ("SkipLayerNormFusion",)  # one kernel of onnxruntime that takes ten times what its two parts take


class Encoder(Protocol):
    """What turns texts into vectors: 384 signed bytes each, and the byte of their generation."""

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """The vectors of `texts`, in order; [] for none."""


class SentenceEncoder:
    """MiniLM sentence vectors (Reimers and Gurevych 2019; Wang et al. 2020), taught what one claim is.

    Safe in threads. A text is encoded alone, so that its vector does not hang on what is encoded beside it.
    """

    def __init__(self, threads: int = 1) -> None:
        """Loads nothing yet."""
        self._threads = threads
        self._lock = threading.Lock()
        self._session: Any = None
        self._tokenizer: Any = None

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """The vectors of `texts`, each scaled so that its largest number is 127; a blank text has b"".

        Behind the 384 bytes of each stands the GENERATION of the weights.
        """
        if not any(text.strip() for text in texts):
            return [b""] * len(texts)
        with self._lock:
            if self._session is None:
                self._load()
        return [self._encode(text) if text.strip() else b"" for text in texts]

    def _load(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting costs nothing
        self._tokenizer = Tokenizer.from_file(str(weights_file(MODEL, "tokenizer.json")))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MOST_PIECES)
        self._session = onnxruntime.InferenceSession(
            str(weights_file(MODEL, "encoder.onnx")), options, providers=["CPUExecutionProvider"],
            disabled_optimizers=list(SLOWER),
        )  # fmt: skip

    def _encode(self, text: str) -> bytes:
        import numpy as np

        ids = np.array([self._tokenizer.encode(text).ids], np.int64)
        inputs = {"ids": ids, "pieces": np.ones(ids.shape, np.int32), "mask": np.ones(ids.shape, np.float32)}
        (found,) = self._session.run(("vectors",), inputs)
        return in_bytes(found[0])


def in_bytes(vector: NDArray[np.float32]) -> bytes:
    """A vector in signed bytes, its largest number as 127 (only its direction is kept) and its generation."""
    import numpy as np

    most = float(np.abs(vector).max()) or 1.0
    found: bytes = np.rint(vector * (127 / most)).astype(np.int8).tobytes()
    return found + GENERATION


def own_bytes(stored: bytes) -> bytes:
    """The 384 signed bytes of a vector that these weights made; b"" for none, or one of earlier weights."""
    fits = len(stored) == DIMENSIONS + 1 and stored.endswith(GENERATION)
    return stored[:DIMENSIONS] if fits else b""


_lock = threading.Lock()
_shared: SentenceEncoder | None = None


def load_encoder() -> SentenceEncoder | None:
    """The encoder of this process; None where the installation has no weights for it."""
    global _shared
    if not has_weights(MODEL):
        return None
    with _lock:
        if _shared is None:
            _shared = SentenceEncoder()
    return _shared
