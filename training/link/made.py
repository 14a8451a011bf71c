"""Writes down what the comparison was made of: `SAYSO_DATA=… python -m training.link.made`."""

from __future__ import annotations

import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path

from training.link.compare import BY_HAND, KIND_WEIGHT, L2, OUT
from training.link.story import FOLDER
from training.link.told import FITTED
from training.link.worlds import KINDS, SEEDS

MATERIAL = (
    "fnc1/train_bodies.jsonl",
    "fnc1/train_stances.jsonl",
    "kcna/kcna_2011_stories.jsonl.gz",
    "polnear/dev.jsonl",
    "polnear/train.jsonl",
)
TOOLS = ("numpy", "scipy", "snowballstemmer")


def main() -> None:
    """Writes `made.json` beside the weights; the card is for people."""
    data, folder = Path(os.environ["SAYSO_DATA"]), OUT.parent
    made = {
        "recipe": {
            "l2": L2,
            "kinds": KIND_WEIGHT,
            "by_hand": BY_HAND,
            "worlds": {"kinds": KINDS, "seeds": SEEDS},
            "stories": {p.name: digest(p) for p in sorted(FOLDER.glob("*.txt")) if p.name[0] in FITTED},
        },
        "material": {name: digest(data / name) for name in MATERIAL},
        "tools": {name: version(name) for name in TOOLS},
        "files": {name: digest(folder / name) for name in ("compare.json", "rarity.json")},
    }
    (folder / "made.json").write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
