"""Writes the network as two ONNX graphs with products of bytes, from its parameters by name.

`encoder.onnx`: ids [1, T] → bio [1, T, 7] and states [T, 320], of each piece what the link head
needs to know: 160 numbers for it as a piece, 160 as a part of the cue. Both are linear in the hidden
state, so they are made once a window and not for every candidate.
`link.onnx`: states [T, 320], cue [C, T] (0/1 over the pieces of each candidate cue, none empty)
→ labels [C, T, 5], voices [C, 4]. A window is one call, so nothing is padded or masked.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.tagger.network import BUCKETS, HEADS, HIDDEN, LAYERS, LINK_HEADS, LINK_HIDDEN, LINK_LAYERS
from training.tagger.quantizing import quantized

Array = NDArray[Any]
Weights = Mapping[str, Array]
CONTRIB = "com.microsoft"


class Graph:
    """A graph under construction: operators in order, constants, and a fresh name for each result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, array: Array) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def call(self, kind: str, *inputs: str, out: str = "", contrib: bool = False, **settings: Any) -> str:
        name = out or f"v{len(self.nodes)}"
        domain = CONTRIB if contrib else ""
        self.nodes.append(helper.make_node(kind, list(inputs), [name], domain=domain, **settings))
        return name

    def split(self, value: str, parts: int, axis: int) -> list[str]:
        names = [f"v{len(self.nodes)}_{part}" for part in range(parts)]
        self.nodes.append(helper.make_node("Split", [value], names, axis=axis, num_outputs=parts))
        return names

    def linear(self, value: str, weight: Array, bias: Array, out: str = "") -> str:
        """`value` [..., in] times `weight` [out, in], with its columns in whole numbers, plus `bias`."""
        inputs = (*(self.constant(part) for part in quantized(weight.T)), self.constant(bias))
        return self.call("DynamicQuantizeMatMul", value, *inputs, out=out, contrib=True)

    def norm(self, value: str, weights: Weights, name: str, epsilon: float = 1e-12) -> str:
        scale, shift = (self.constant(weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.call("LayerNormalization", value, scale, shift, axis=-1, epsilon=epsilon)

    def layer(self, x: str, weights: Weights, name: str, heads: int, mask: str = "") -> str:
        """One layer of a transformer over [B, T, width]; every piece sees its row, or what `mask` leaves."""

        def linear(value: str, part: str) -> str:
            return self.linear(value, weights[f"{name}.{part}.weight"], weights[f"{name}.{part}.bias"])

        parts = self.split(linear(x, "attention.qkv"), 3, axis=2)
        hidden = ("", mask) if mask else ()
        mixed = self.call("MultiHeadAttention", *parts, *hidden, contrib=True, num_heads=heads)
        x = self.norm(self.call("Add", x, linear(mixed, "attention.out")), weights, f"{name}.norm1")
        wide = self.call("Gelu", linear(x, "up"), contrib=True)
        return self.norm(self.call("Add", x, linear(wide, "down")), weights, f"{name}.norm2")

    def model(self, inputs: Sequence[Any], outputs: Sequence[Any]) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, "tagger", list(inputs), list(outputs), self.constants)
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def encoder_graph(weights: Weights) -> onnx.ModelProto:
    """Embeddings, six layers, the BIO head and the two projections of the link head."""
    graph = Graph()
    x = embedded(graph, weights)
    for number in range(LAYERS):
        x = graph.layer(x, weights, f"encoder.layers.{number}", HEADS)
    graph.linear(x, weights["bio.weight"], weights["bio.bias"], out="bio")
    both = [np.concatenate([weights[f"link.{name}.{part}"] for name in ("piece", "cue")])
            for part in ("weight", "bias")]  # fmt: skip
    shape = graph.constant(np.array([-1, 2 * LINK_HIDDEN], np.int64))
    graph.call("Reshape", graph.linear(x, both[0], both[1]), shape, out="states")
    return graph.model(
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "t"])],
        [_floats("bio", [1, "t", 7]), _floats("states", ["t", 2 * LINK_HIDDEN])],
    )


def embedded(graph: Graph, weights: Weights) -> str:
    """The embeddings of the ids: words and places."""
    both = graph.call("Add", _words(graph, weights), _places(graph, weights))
    return graph.norm(both, weights, "encoder.norm")


def _words(graph: Graph, weights: Weights) -> str:
    """The word embeddings of the ids, stored in int8 with a scale for each word."""
    table = weights["encoder.word.weight"]
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-12) / 127
    whole = graph.call("Gather", graph.constant(np.round(table / scale).astype(np.int8)), "ids")
    size = graph.call("Gather", graph.constant(scale.astype(np.float32)), "ids")
    return graph.call("Mul", graph.call("Cast", whole, to=TensorProto.FLOAT), size)


def _places(graph: Graph, weights: Weights) -> str:
    table = weights["encoder.position.weight"] + weights["encoder.kind"]
    zero, one = (graph.constant(np.array([n], np.int64)) for n in (0, 1))
    length = graph.call("Gather", graph.call("Shape", "ids"), one)
    return graph.call("Slice", graph.constant(table[:, :HIDDEN]), zero, length, zero)


def link_graph(weights: Weights) -> onnx.ModelProto:
    """The link head, from the states of a window and its candidates."""
    graph = Graph()
    parts = graph.split("states", 2, axis=1)
    share = graph.call("Div", "cue", _sum(graph, "cue"))
    cue = graph.call("MatMul", share, parts[1])
    middle = graph.constant(np.array([1], np.int64))
    x = graph.call("Add", parts[0], graph.call("Unsqueeze", cue, middle))
    mark = graph.constant(np.stack([np.zeros(LINK_HIDDEN, np.float32), weights["link.inside"]]))
    whole = graph.call("Cast", "cue", to=TensorProto.INT64)
    near = graph.call("Gather", graph.constant(weights["link.distance.weight"]), _buckets(graph, share))
    x = graph.call("Add", graph.call("Add", x, near), graph.call("Gather", mark, whole))
    x = graph.norm(graph.call("Gelu", x, contrib=True), weights, "link.norm", 1e-5)
    for number in range(LINK_LAYERS):
        x = graph.layer(x, weights, f"link.layers.{number}", LINK_HEADS)
    graph.linear(x, weights["link.label.weight"], weights["link.label.bias"], out="labels")
    pooled = graph.call("MatMul", graph.call("Unsqueeze", share, middle), x)
    both = graph.call("Concat", graph.call("Squeeze", pooled, middle), cue, axis=-1)
    product = graph.call("MatMul", both, graph.constant(weights["link.voice.weight"].T))
    graph.call("Add", product, graph.constant(weights["link.voice.bias"]), out="voices")
    return graph.model(
        [_floats("states", ["t", 2 * LINK_HIDDEN]), _floats("cue", ["c", "t"])],
        [_floats("labels", ["c", "t", 5]), _floats("voices", ["c", 4])],
    )


def _buckets(graph: Graph, share: str) -> str:
    """`network.buckets`: the signed distance of each piece from the middle of the cue, in 41 steps."""
    length = graph.call("Gather", graph.call("Shape", share), graph.constant(np.array(1, np.int64)))
    zero, one = (graph.constant(np.array(n, np.int64)) for n in (0, 1))
    places = graph.call("Cast", graph.call("Range", zero, length, one), to=TensorProto.FLOAT)
    away = graph.call("Sub", places, _sum(graph, graph.call("Mul", share, places)))
    far = graph.call(
        "Log", graph.call("Add", graph.call("Abs", away), graph.constant(np.array([1], np.float32)))
    )
    steps = graph.call("Mul", far, graph.constant(np.array([3 / math.log(2)], np.float32)))
    half = BUCKETS // 2
    steps = graph.call("Min", steps, graph.constant(np.array([half], np.float32)))
    signed = graph.call("Mul", graph.call("Sign", away), graph.call("Round", steps))
    shifted = graph.call("Add", signed, graph.constant(np.array([half], np.float32)))
    return graph.call("Cast", shifted, to=TensorProto.INT64)


def _sum(graph: Graph, value: str) -> str:
    return graph.call("ReduceSum", value, graph.constant(np.array([-1], np.int64)), keepdims=1)


def _floats(name: str, shape: Sequence[int | str]) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
