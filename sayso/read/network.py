"""The learnt network at run time: int8 encoder and link head in onnxruntime, nothing else."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.read.windows import Window, batched
from sayso.weights import weights_file

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LOCK = threading.Lock()
CANDIDATES_IN_BATCH = 8  # larger batches fall out of the cache and are slower


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Loaded sessions; safe to use from several threads at once."""

    tokenizer: Any
    encoder: Any
    link: Any

    def encode(self, windows: Sequence[Window]) -> list[tuple[Floats, Floats]]:
        """For each window its hidden states [T, 384] and BIO probabilities [T, 7]."""
        import numpy as np

        found: list[tuple[Floats, Floats] | None] = [None] * len(windows)
        for batch in batched(windows):
            length = max(len(windows[i].ids) for i in batch)
            ids = np.zeros((len(batch), length), np.int64)
            mask = np.zeros((len(batch), length), np.int64)
            for row, i in enumerate(batch):
                ids[row, : len(windows[i].ids)] = windows[i].ids
                mask[row, : len(windows[i].ids)] = 1
            hidden, bio = self.encoder.run(None, {"ids": ids, "mask": mask})
            bio = softmax(bio)
            for row, i in enumerate(batch):
                size = len(windows[i].ids)
                found[i] = (hidden[row, :size], bio[row, :size])
        return [pair for pair in found if pair is not None]

    def relate(
        self, hidden: Sequence[Floats], candidates: Sequence[tuple[int, Sequence[int]]]
    ) -> list[tuple[Floats, Floats]]:
        """For each candidate (window, pieces of its cue): label probabilities [T, 5], voices [4]."""
        found: list[tuple[Floats, Floats] | None] = [None] * len(candidates)
        order = sorted(range(len(candidates)), key=lambda c: len(hidden[candidates[c][0]]))
        for low in range(0, len(order), CANDIDATES_IN_BATCH):
            batch = order[low : low + CANDIDATES_IN_BATCH]
            labels, voices = self.link.run(None, _link_inputs(hidden, [candidates[c] for c in batch]))
            labels, voices = softmax(labels), softmax(voices)
            for row, c in enumerate(batch):
                found[c] = (labels[row, : len(hidden[candidates[c][0]])], voices[row])
        return [pair for pair in found if pair is not None]


def _link_inputs(
    hidden: Sequence[Floats], candidates: Sequence[tuple[int, Sequence[int]]]
) -> dict[str, Floats]:
    import numpy as np

    length = max(len(hidden[window]) for window, _ in candidates)
    states = np.zeros((len(candidates), length, hidden[candidates[0][0]].shape[1]), np.float32)
    cue = np.zeros((len(candidates), length), np.float32)
    mask = np.zeros((len(candidates), length), np.float32)
    for row, (window, pieces) in enumerate(candidates):
        size = len(hidden[window])
        states[row, :size] = hidden[window]
        mask[row, :size] = 1
        cue[row, list(pieces)] = 1
    return {"hidden": states, "cue": cue, "mask": mask}


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
    tokenizer = Tokenizer.from_file(str(weights_file(model, "tokenizer.json")))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def session(name: str) -> Any:
        path = str(weights_file(model, name))
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    return Network(tokenizer=tokenizer, encoder=session("encoder.onnx"), link=session("link.onnx"))
