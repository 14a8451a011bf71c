"""Two sets of weights into one, halfway: `python -m training.tagger.average NEW FORMER OUT [SHARE]`.

Networks that were trained apart from one published encoder lie in one basin: the mean of their parameters
reads better than either (Wortsman et al. 2022, "Model soups"), at the cost of one. The graphs are those of
`graph.py`; those of before 2026-11-27, with signed weights, are taken as they are meant.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from training.tagger.quantizing import PRODUCT, Whole, made_unsigned, quantized

Array = NDArray[Any]
FILES = ("encoder.onnx", "link.onnx")


def main(arguments: Sequence[str]) -> None:
    """NEW and FORMER are folders of weights; SHARE of NEW, from 0 to 1, is a half."""
    new, former, out = map(Path, arguments[:3])
    share = float(arguments[3]) if len(arguments) > 3 else 0.5
    for name in FILES:
        ours, theirs = (made_unsigned(onnx.load(folder / name)) for folder in (new, former))
        onnx.save(averaged(ours, theirs, share), out / name)


def averaged(new: onnx.ModelProto, former: onnx.ModelProto, share: float) -> onnx.ModelProto:
    """The graph of `new` with parameters between its own (`share` 1) and those of `former` (0).

    Raises ValueError where the two are not the same graph.
    """
    ours, theirs = constants(new), constants(former)
    shapes = [{name: array.shape for name, array in found.items()} for found in (ours, theirs)]
    if shapes[0] != shapes[1] or kinds(new) != kinds(former):
        raise ValueError("the two graphs are not of one network")
    products = [node.input[1:4] for node in new.graph.node if node.op_type == PRODUCT]
    made = {
        name: (share * array + (1 - share) * theirs[name]).astype(np.float32)
        for name, array in ours.items()
        if array.dtype == np.float32
    }
    for names in products:
        one, other = (Whole(*(found[name] for name in names)).full for found in (ours, theirs))
        made.update(zip(names, quantized(share * one + (1 - share) * other), strict=True))
    for constant in new.graph.initializer:
        if constant.name in made:
            array = np.ascontiguousarray(made[constant.name])
            constant.CopyFrom(numpy_helper.from_array(array, constant.name))
    return new


def constants(model: onnx.ModelProto) -> dict[str, Array]:
    """The stored arrays of a graph by name."""
    return {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}


def kinds(model: onnx.ModelProto) -> list[str]:
    """The operators of a graph in order."""
    return [node.op_type for node in model.graph.node]


if __name__ == "__main__":
    main(sys.argv[1:])
