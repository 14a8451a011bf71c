"""Writes the encoder of meanings as an ONNX graph: `… -m training.sentences.export TRAINED PUBLISHED OUT`.

`encoder.onnx`: ids [B, T], mask [B, T] (0/1 as floats) → vectors [B, 384], the mean over the pieces of a
text, of length one. Products and word embeddings are in int8.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper
from safetensors.torch import load_file

from training.tagger.graph import Graph, Weights, embedded
from training.tagger.network import HEADS, HIDDEN, LAYERS, Encoder, load_encoder


def sentence_graph(weights: Weights) -> onnx.ModelProto:
    """Embeddings, six layers, the mean over what is no padding, length one."""
    graph = Graph()
    x = embedded(graph, weights)
    for number in range(LAYERS):
        x = graph.layer(x, weights, f"encoder.layers.{number}", HEADS, mask="pieces")
    last, middle = (graph.constant(np.array([axis], np.int64)) for axis in (-1, 1))
    weighed = graph.call("Mul", x, graph.call("Unsqueeze", "mask", last))
    sums = graph.call("ReduceSum", weighed, middle, keepdims=0)
    graph.call("LpNormalization", sums, out="vectors", axis=-1, p=2)
    return graph.model(
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["b", "t"]),
            helper.make_tensor_value_info("pieces", TensorProto.INT32, ["b", "t"]),
            helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["b", "t"]),
        ],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["b", HIDDEN])],
    )


def main(arguments: list[str]) -> None:
    """TRAINED is a safetensors file of the encoder, or `-` for the published one as it is."""
    trained, published, out = arguments[0], Path(arguments[1]), Path(arguments[2])
    encoder = Encoder()
    load_encoder(encoder, published / "model.safetensors")
    if trained != "-":
        encoder.load_state_dict(load_file(trained))
    weights = {f"encoder.{name}": value.detach().numpy() for name, value in encoder.state_dict().items()}
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(sentence_graph(weights), out / "encoder.onnx")
    shutil.copy(published / "tokenizer.json", out / "tokenizer.json")


if __name__ == "__main__":
    main(sys.argv[1:])
