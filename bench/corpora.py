"""Where the measured texts are: corpora under $SAYSO_DATA, documents that ship with the project."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples" / "sarvane"


def corpus(name: str) -> Path | None:
    """The file or folder `name` ("polnear/dev.jsonl") of $SAYSO_DATA; None where it is not there."""
    given = os.environ.get("SAYSO_DATA")
    path = Path(given, name) if given else None
    return path if path and path.exists() else None


def why_missing(name: str) -> str:
    """What to print where a corpus is not there."""
    if not os.environ.get("SAYSO_DATA"):
        return f"skipped: SAYSO_DATA is not set, {name} is not measured"
    return f"skipped: the folder that SAYSO_DATA names has no {name}"


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def fingerprint(paths: Iterable[Path]) -> str:
    """Sixteen digits of SHA-256 over the files' names and bytes, in the order of their names."""
    hasher = hashlib.sha256()
    for path in sorted(paths, key=lambda path: path.name):
        hasher.update(path.name.encode() + b"\x00" + path.read_bytes())
    return hasher.hexdigest()[:16]
