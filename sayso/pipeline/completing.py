"""Ids of a ledger that begin so, with the words that they stand for: for the shell, never in the way."""

from __future__ import annotations

from sayso.errors import SaysoError
from sayso.pipeline.ledger import now
from sayso.store import open_store

MOST = 20


def claims_like(ledger: str, beginning: str) -> list[tuple[str, str]]:
    """Claims whose ids begin so, each with its gist, at most 20; without "c:" where that was not typed.

    [] for no beginning (every claim would fit), and wherever the ledger cannot be read.
    """
    bare = beginning.removeprefix("c:")
    if not bare:
        return []
    try:
        with open_store(ledger, clock=now, read_only=True) as store:
            claims = store.claims_by_id(store.claims_beginning(f"c:{bare}", MOST))
    except SaysoError:
        return []
    cut = 0 if beginning.startswith("c:") else len("c:")
    return [(id[cut:], claims[id].gist) for id in sorted(claims)]


def documents_like(ledger: str, beginning: str) -> list[tuple[str, str]]:
    """Documents whose ids begin so, each with its title; [] as for claims."""
    if not beginning.startswith("d:") or len(beginning) < len("d:") + 1:
        return []
    try:
        with open_store(ledger, clock=now, read_only=True) as store:
            rows = store.documents_listed(store.ids_beginning(beginning))
    except SaysoError:
        return []
    return [(id, row.title or row.input) for id, row in sorted(rows.items())]
