"""What a set of weights was made of: recipe, hashes of the material and of every file."""

from __future__ import annotations

import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
TOOLS = ("torch", "onnx", "onnxruntime", "tokenizers", "safetensors")
PUBLIC = {"polnear": "polnear/train.jsonl", "gum": "gum_wikinews"}


def write(recipe: Path, published: Path, out: Path) -> None:
    """Write `made.json` into the weights' folder; the card beside it is for people."""
    settings = json.loads(recipe.read_text(encoding="utf-8"))
    sets = sorted({name for stage in settings["stages"] for name in stage["sets"]})
    made = {
        "recipe": settings,
        "encoder": {"model.safetensors": digest(published / "model.safetensors")},
        "material": {name: material(name) for name in sets},
        "tools": {name: version(name) for name in TOOLS},
        "files": {p.name: digest(p) for p in sorted(out.iterdir()) if p.name in shipped()},
    }
    (out / "made.json").write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")


def shipped() -> frozenset[str]:
    """The files of which the reader is made at run time."""
    return frozenset({"encoder.onnx", "link.onnx", "tokenizer.json"})


def material(name: str) -> str:
    """The SHA-256 over one set of training material, file by file in the order of their names."""
    root = HERE / "documents" if name == "own" else Path(os.environ["SAYSO_DATA"]) / PUBLIC[name]
    files = [root] if root.is_file() else sorted(p for p in root.rglob("*") if p.is_file())
    hasher = hashlib.sha256()
    for path in files:
        hasher.update(path.name.encode() + b"\0" + path.read_bytes())
    return hasher.hexdigest()


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
