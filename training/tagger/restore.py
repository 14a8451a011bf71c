"""Reads the weights of graphs that torch exported back into the network, to write them in another form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.tagger.network import Tagger

State = dict[str, torch.Tensor]
Array = NDArray[Any]


def restore(tagger: Tagger, folder: Path) -> None:
    """Fill `tagger` from `encoder.onnx` and `link.onnx`, int8 weights times their scales.

    The word embeddings, which are never trained, stay what they were: the published ones.
    """
    state = {**_state(folder / "encoder.onnx"), **_state(folder / "link.onnx", "link.")}
    state["encoder.word.weight"] = tagger.encoder.word.weight.detach()
    tagger.load_state_dict({name: value for name, value in state.items() if name in tagger.state_dict()})


def _state(path: Path, prefix: str = "") -> State:
    """The parameters in a graph by their names in torch; a product's weight is named by its node."""
    graph = onnx.load(path).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {prefix + name: _tensor(array) for name, array in stored.items() if array.dtype == np.float32}
    for name, array in stored.items():
        if name.endswith("_quantized"):
            found[prefix + name.removesuffix("_quantized")] = _tensor(_full(array, name, stored))
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            called = node.name.strip("/").replace("/", ".").removesuffix("_quant")
            module = called.removesuffix("MatMul").rstrip("._").removesuffix(".Gemm")
            found[f"{prefix}{module}.weight"] = _tensor(_full(stored[node.input[1]], node.input[1], stored)).T
    return found


def _full(array: Array, name: str, stored: dict[str, Array]) -> Array:
    stem = name.removesuffix("_quantized")
    scale, zero = stored[f"{stem}_scale"], stored[f"{stem}_zero_point"]
    return np.asarray((array.astype(np.float32) - zero.astype(np.float32)) * scale, np.float32)


def _tensor(array: Array) -> torch.Tensor:
    return torch.from_numpy(np.array(array))
