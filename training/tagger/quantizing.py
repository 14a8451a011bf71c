"""Whole numbers for weights; `… -m training.tagger.quantizing GRAPH OUT` makes those of a graph unsigned.

A product of unsigned with signed bytes is not the same everywhere: processors without VNNI add two of them in
16 bits and cut off what is larger, so that the same text was read otherwise there than elsewhere. Unsigned
bytes on both sides are multiplied exactly on all, and as fast where there is VNNI. So a weight w in
-127 … 127 is stored as w + 128, with 128 as its zero.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

Array = NDArray[Any]
PRODUCT = "DynamicQuantizeMatMul"
LEVELS, ZERO = 127, 128


class Whole(NamedTuple):
    """A weight [in, out] in unsigned bytes; the scale and the zero of each column."""

    numbers: Array
    scale: Array
    zero: Array

    @property
    def full(self) -> Array:
        """The weight as it is meant, in float32."""
        centred = self.numbers.astype(np.float32) - self.zero.astype(np.float32)
        return np.asarray(centred * self.scale, np.float32)


def quantized(weight: Array) -> Whole:
    """A weight [in, out] in whole numbers, each column by its largest."""
    scale = np.maximum(np.abs(weight).max(0), 1e-12) / LEVELS
    numbers = np.round(weight / scale) + ZERO
    return Whole(numbers.astype(np.uint8), scale.astype(np.float32), np.full(weight.shape[1], ZERO, np.uint8))


def made_unsigned(model: onnx.ModelProto) -> onnx.ModelProto:
    """The graph with the signed weights of its products as unsigned ones: the same; changed in place."""
    constants = {one.name: one for one in model.graph.initializer}
    for node in model.graph.node:
        held = constants.get(node.input[1]) if node.op_type == PRODUCT else None
        array = numpy_helper.to_array(held) if held is not None else None
        if held is None or array is None or array.dtype != np.int8:
            continue
        zero = f"{held.name}_zero"
        unsigned = (array.astype(np.int16) + ZERO).astype(np.uint8)
        held.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(unsigned), held.name))
        zeros = np.full(array.shape[1], ZERO, np.uint8)
        model.graph.initializer.append(numpy_helper.from_array(zeros, zero))
        named = [*node.input, *[""] * (4 - len(node.input))]
        named[3] = zero
        del node.input[:]
        node.input.extend(named)
    return model


def main(arguments: Sequence[str]) -> None:
    """Reads one graph and writes another."""
    graph, out = map(Path, arguments)
    onnx.save(made_unsigned(onnx.load(graph)), out)


if __name__ == "__main__":
    main(sys.argv[1:])
