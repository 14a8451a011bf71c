"""Gold for expectations: what one person found to be foretold, with its window and how it stood on four days.

The files are `tests/gold/expectations/*.yaml`, the rules stand in GUIDELINES.md beside them. A quoted string
that is not in its document is a GoldError.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import msgspec

from tests.gold_documents import DOCUMENTS, GOLD, GoldError, read_document, read_yaml

FOLDER = GOLD / "expectations"
CORPORA = {
    "sarvane": DOCUMENTS,
    **{name: FOLDER / name for name in ("ombria", "morvane", "kallend", "tarnholt")},
}
Window = tuple[str | None, str | None]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where words stand: the first four characters of a document's name, and code points in its text."""

    document: str
    start: int
    end: int


class GoldExpectation(msgspec.Struct, frozen=True, kw_only=True):
    """One expectation: where it is told, which windows are right, which statuses on each of the four days."""

    name: str
    promisor: str
    said: tuple[Place, ...]
    windows: tuple[Window, ...]
    status: tuple[tuple[str, ...], ...]
    revises: str = ""


class GoldExpectations(msgspec.Struct, frozen=True, kw_only=True):
    """All of one corpus. `also`: what may be found or not."""

    name: str
    folder: Path
    dates: tuple[str, ...]
    expectations: tuple[GoldExpectation, ...]
    also: tuple[Place, ...]


def load(name: str) -> GoldExpectations:
    """The gold of a corpus by its name; GoldError names what is not found in its document."""
    rows = cast("dict[str, Any]", read_yaml((FOLDER / f"{name}.yaml").read_text(encoding="utf-8")))
    texts = {path.stem[:4]: read_document(path)[1] for path in sorted(CORPORA[name].glob("*.md"))}
    return GoldExpectations(
        name=name, folder=CORPORA[name], dates=tuple(str(day) for day in rows["dates"]),
        expectations=tuple(_expectation(row, texts) for row in rows["expectations"]),
        also=tuple(_place("also", one, texts) for one in rows["also"]),
    )  # fmt: skip


def _expectation(row: dict[str, Any], texts: dict[str, str]) -> GoldExpectation:
    windows: Sequence[Any] = row.get("windows") or [row["window"]]
    return GoldExpectation(
        name=row["name"], promisor=row["promisor"], revises=row.get("revises", ""),
        said=tuple(_place(row["name"], one, texts) for one in row["said"]),
        windows=tuple((_day(first), _day(last)) for first, last in windows),
        status=tuple(tuple(one) if isinstance(one, list) else (one,) for one in row["status"]),
    )  # fmt: skip


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _place(label: str, row: dict[str, Any], texts: dict[str, str]) -> Place:
    text, words = texts.get(row["document"], ""), row["words"]
    start = text.find(words)
    if start < 0:
        raise GoldError(f"{label}: {words!r} is not found in {row['document']}")
    return Place(document=row["document"], start=start, end=start + len(words))
