"""Writes down what the encoder was made of: `SAYSO_DATA=… python -m training.sentences.made PUBLISHED`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from training.link.story import FOLDER
from training.link.told import TAUGHT
from training.link.worlds import KINDS
from training.sentences.groups import WORLD_SEEDS
from training.tagger.made import digest

OUT = Path(__file__).resolve().parents[2] / "sayso" / "weights" / "sentences"
RECIPE = Path(__file__).with_name("recipe.json")
MATERIAL = ("emergent/train.jsonl",)
TOOLS = ("torch", "onnx", "onnxruntime", "tokenizers", "safetensors")


def main(arguments: Sequence[str]) -> None:
    """Writes `made.json` beside the weights; the card is for people."""
    published, data = Path(arguments[0]), Path(os.environ["SAYSO_DATA"])
    made = {
        "recipe": json.loads(RECIPE.read_text(encoding="utf-8")),
        "worlds": {"kinds": KINDS, "seeds": WORLD_SEEDS},
        "stories": {
            path.name: digest(path) for path in sorted(FOLDER.glob("*.txt")) if path.name[0] in TAUGHT
        },
        "encoder": {"model.safetensors": digest(published / "model.safetensors")},
        "material": {name: digest(data / name) for name in MATERIAL},
        "tools": {name: version(name) for name in TOOLS},
        "files": {name: digest(OUT / name) for name in ("encoder.onnx", "tokenizer.json")},
    }  # fmt: skip
    (OUT / "made.json").write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
