"""The pages that every page leads to, in the order of a day's work."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One page of the menu; `key` goes there when it is pressed behind "g"."""

    path: str
    name: str
    key: str
    here: bool = False


ENTRIES = (
    Entry("/", "Start", "h"),
    Entry("/documents", "Documents", "d"),
    Entry("/claims", "Claims", "c"),
    Entry("/sources", "Sources", "s"),
    Entry("/expectations", "Promises", "p"),
    Entry("/timeline", "Timeline", "t"),
    Entry("/dossier", "Dossier", "b"),
    Entry("/review", "Review", "r"),
    Entry("/check", "Check", "k"),
    Entry("/log", "Log", "l"),
)


def here(path: str) -> tuple[Entry, ...]:
    """The entries, with the one marked that a path belongs to."""
    head = "/" + path.lstrip("/").partition("/")[0]
    return tuple(entry._replace(here=entry.path == head) for entry in ENTRIES)
