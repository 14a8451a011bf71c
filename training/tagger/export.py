"""Weights for the product: int8 encoder, link head and tokenizer in one folder."""

from __future__ import annotations

import shutil
import sys
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file

from training.tagger.network import Encoder, Tagger


class EncoderWithTags(torch.nn.Module):
    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.encoder: Encoder = tagger.encoder
        self.bio = tagger.bio

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        hidden = self.encoder(ids, mask)
        return hidden, self.bio(hidden)


def main(arguments: list[str]) -> None:
    trained, published, out = (Path(name) for name in arguments[:3])
    tagger = Tagger()
    tagger.load_state_dict(load_file(str(trained)))
    tagger.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("encoder.onnx", export_encoder), ("link.onnx", export_link)):
            write(tagger, Path(folder) / name)
            quantize_dynamic(Path(folder) / name, out / name, weight_type=QuantType.QInt8, per_channel=True)
    shutil.copy(published / "tokenizer.json", out / "tokenizer.json")


def export_encoder(tagger: Tagger, path: Path) -> None:
    ids = torch.ones((2, 9), dtype=torch.int64)
    _export(EncoderWithTags(tagger), (ids, ids), path, ["ids", "mask"], ["hidden", "bio"])


def export_link(tagger: Tagger, path: Path) -> None:
    ones = torch.ones((2, 9))
    example = (torch.zeros(2, 9, 384), ones, ones)
    _export(tagger.link, example, path, ["hidden", "cue", "mask"], ["labels", "voices"])


def _export(
    module: torch.nn.Module,
    example: tuple[torch.Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
) -> None:
    axes = {name: {0: "b", 1: "t"} for name in [*inputs, *outputs]}
    if "voices" in axes:
        axes["voices"] = {0: "b"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(module.eval(), example, str(path), input_names=inputs, output_names=outputs,
                          dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
