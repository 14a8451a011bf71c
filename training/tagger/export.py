"""Weights for the product: int8 encoder, link head and tokenizer in one folder."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import onnx
from safetensors.torch import load_file

from training.tagger.graph import encoder_graph, link_graph
from training.tagger.network import Tagger, load_published
from training.tagger.restore import restore


def main(arguments: list[str]) -> None:
    """TRAINED PUBLISHED OUT: TRAINED is a safetensors file, or a folder with graphs that torch exported."""
    trained, published, out = (Path(name) for name in arguments[:3])
    tagger = Tagger()
    load_published(tagger, published / "model.safetensors")
    if trained.is_dir():
        restore(tagger, trained)
    else:
        tagger.load_state_dict(load_file(str(trained)))
    weights = {name: value.detach().numpy() for name, value in tagger.state_dict().items()}
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(encoder_graph(weights), out / "encoder.onnx")
    onnx.save(link_graph(weights), out / "link.onnx")
    shutil.copy(published / "tokenizer.json", out / "tokenizer.json")


if __name__ == "__main__":
    main(sys.argv[1:])
