"""What a reader is made of besides its code: a few digits that change with weights, words and names."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from sayso.lang.loading import shelf
from sayso.weights import weights_file

DIGITS = 6  # hexadecimal; two readers of one ledger are told apart, and a person can say them aloud
# What comparing documents knows, and reading does not.
NOT_READ = frozenset({"linking.yaml", "lineage.yaml", "stance.yaml"})


@cache
def made_of(language: str, model: str | None) -> str:
    """Six hexadecimal digits of SHA-256 over the language's files, the gazetteer and the weights' recipe.

    `model` names the weights (their `made.json` holds the hash of each file), None for a reader without.
    Line ends count alike on every system.
    """
    hasher = hashlib.sha256()
    for file in sorted(shelf(language).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml") and file.name not in NOT_READ:
            _take(hasher, file.name, file.read_bytes())
    _take(hasher, "gazetteer", (files("sayso.reference") / "gazetteer.json").read_bytes())
    if model is not None:
        _take(hasher, model, weights_file(model, "made.json").read_bytes())
    return hasher.hexdigest()[:DIGITS]


def _take(hasher: hashlib._Hash, name: str, data: bytes) -> None:
    plain = data.replace(b"\r\n", b"\n")
    hasher.update(f"{name}:{len(plain)}:".encode() + plain)
