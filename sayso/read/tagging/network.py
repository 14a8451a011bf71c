"""The learnt network at run time: int8 encoder and link head in onnxruntime, nothing else."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sayso.read.tagging.windows import Window
from sayso.weights import weights_file

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LOCK = threading.Lock()
CANDIDATES_AT_ONCE = 16  # more of them fall out of the cache and are slower
SLOWER = ("SkipLayerNormFusion",)  # one kernel of onnxruntime that takes ten times what its two parts take


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Loaded sessions of the weights `model`; safe to use from several threads at once.

    A window is read alone: nothing is padded, and what is found in it does not hang on the others.
    """

    model: str
    tokenizer: Any
    encoder: Any
    link: Any

    def encode(self, windows: Sequence[Window]) -> list[tuple[Floats, Floats]]:
        """For each window its states [T, 320] for the link head and its BIO probabilities [T, 7]."""
        import numpy as np

        found = []
        for window in windows:
            bio, states = self.encoder.run(("bio", "states"), {"ids": np.array([window.ids], np.int64)})
            found.append((states, softmax(bio[0])))
        return found

    def relate(
        self, states: Sequence[Floats], candidates: Sequence[tuple[int, Sequence[int]]]
    ) -> list[tuple[Floats, Floats]]:
        """For each candidate (window, pieces of its cue): label probabilities [T, 5], voices [4].

        The candidates of one window stand together; none is without pieces.
        """
        found: list[tuple[Floats, Floats]] = []
        for window, group in groupby(candidates, key=itemgetter(0)):
            cues = [pieces for _, pieces in group]
            for low in range(0, len(cues), CANDIDATES_AT_ONCE):
                found += self._linked(states[window], cues[low : low + CANDIDATES_AT_ONCE])
        return found

    def _linked(self, states: Floats, cues: Sequence[Sequence[int]]) -> list[tuple[Floats, Floats]]:
        import numpy as np

        marks = np.zeros((len(cues), len(states)), np.float32)
        for row, pieces in enumerate(cues):
            marks[row, pieces] = 1
        labels, voices = self.link.run(("labels", "voices"), {"states": states, "cue": marks})
        return list(zip(softmax(labels), softmax(voices), strict=True))


def softmax(logits: Floats) -> Floats:
    """Probabilities over the last axis."""
    import numpy as np

    powers = np.exp(logits - logits.max(-1, keepdims=True))
    probabilities: Floats = powers / powers.sum(-1, keepdims=True)
    return probabilities


def load_network(model: str = "tagger", threads: int = 1) -> Network:
    """The network of a set of weights, loaded once for each number of threads; or MissingWeights."""
    with LOCK:
        return _load(model, threads)


@cache
def _load(model: str, threads: int) -> Network:
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting costs nothing
    tokenizer = Tokenizer.from_file(str(weights_file(model, "tokenizer.json")))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def session(name: str) -> Any:
        path = str(weights_file(model, name))
        return onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], disabled_optimizers=list(SLOWER)
        )

    return Network(
        model=model, tokenizer=tokenizer, encoder=session("encoder.onnx"), link=session("link.onnx")
    )
