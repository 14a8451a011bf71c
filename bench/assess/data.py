"""The public sets with known truth: books, flights, populations, rumours; each read as who says what."""

from __future__ import annotations

import csv
import hashlib
import html
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import msgspec

from bench.corpora import corpus
from sayso.assess.told import Told

BOOKS = "truth_books_dafna/Books_CSV"
FLIGHTS = "truth_flights_small"
POPULATION = "truth_population_daz45/population"
RUMOURS = "covid_rumours/train.jsonl"

_TIME = re.compile(r"(\d{1,2}):(\d{2}) ?([ap])")
_ROLE = re.compile(r"\([^()]{0,40}\)?")
_PARTS = re.compile(r"\s*(?:;|/|\||&|\band\b|\bwith\b)\s*")
_LETTERS = re.compile(r"[^a-z', ]+")
NO_AUTHOR = frozenset({"", "none", "not available", "unknown", "various", "na", "n a", "author unknown"})
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """Tellings with the true value of some items."""

    told: tuple[Told, ...]
    truth: Mapping[str, str]


def half(key: str) -> int:
    """0 (development) or 1 (measured) by the hash of an item's or a source's name."""
    return hashlib.sha256(key.encode()).digest()[0] % 2


def books() -> Known | None:
    """Authors of books as sets of family names; None where the set is not there."""
    folder = corpus(BOOKS)
    if folder is None:
        return None
    truth = {row[0]: authors(row[2]) for row in rows_of(folder / "truth" / "book_golden.csv")}
    found = {
        Told(item=row[2], source=row[5], value=value)
        for row in rows_of(folder / "claims" / "claim1.txt")[1:]
        if (value := authors(row[4]))
    }
    return Known(told=tuple(sorted(found, key=_order)), truth=truth)


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        return [row for row in csv.reader(lines, skipinitialspace=True) if len(row) > 2]


def _order(one: Told) -> tuple[str, str, str]:
    return one.item, one.source, one.value


def authors(printed: str) -> str:
    """The family names of a printed list, sorted; "" where it names nobody.

    >>> authors("Conklin, Art; Davis, Roger") == authors("Art Conklin, Roger Davis")
    True
    """
    plain = unicodedata.normalize("NFKD", html.unescape(printed)).lower().replace("oandapos;", "o'")
    text = _ROLE.sub(";", "".join(char for char in plain if not unicodedata.combining(char)))
    parts = [_LETTERS.sub(" ", part).strip(" ,") for part in _PARTS.split(text)]
    names = [name for part in parts for name in _family_names(part)]
    kept = sorted({name.replace("'", "").replace("-", "") for name in names if len(name) > 1})
    return " ".join(kept)


def _family_names(part: str) -> list[str]:
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if not pieces or part in NO_AUTHOR:
        return []
    if len(pieces) == 1 or all(len(piece.split()) > 1 for piece in pieces):
        return [last_of(piece) for piece in pieces]
    return [last_of(piece) for piece in pieces[::2]]


def last_of(name: str) -> str:
    words = [
        word for word in name.split() if word not in {"jr", "sr", "ii", "iii", "phd", "dr", "unknown", "by"}
    ]
    return words[-1] if words else ""


def flights() -> Known | None:
    """Times of flights in minutes of the day; an item is a flight and which time it is."""
    folder = corpus(FLIGHTS)
    if folder is None:
        return None
    tables = [list(csv.DictReader((folder / f"flights_{name}.csv").open(encoding="utf-8")))
              for name in ("dirty", "clean")]  # fmt: skip
    told, truth = ([
        (f"{row['flight']} {column}", row["src"], minutes(cell))
        for row in table for column, cell in row.items() if column.endswith("_time")
    ] for table in tables)  # fmt: skip
    found = {Told(item=item, source=source, value=value) for item, source, value in told if value}
    return Known(
        told=tuple(sorted(found, key=_order)), truth={item: value for item, _, value in truth if value}
    )


def minutes(printed: str) -> str:
    """A printed time as minutes since midnight, as digits; "" where there is none.

    >>> minutes("12/2/11 12:01 a.m."), minutes("6:00aDec 1"), minutes("Not Available")
    ('1', '360', '')
    """
    found = _TIME.search(printed.lower())
    if not found:
        return ""
    hours, mins, side = int(found[1]) % 12, int(found[2]), found[3]
    return str((hours + (12 if side == "p" else 0)) * 60 + mins)
