"""The named sources: what each is, how often it spoke, denied and promised, and how often it was right."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import Response

from sayso.model import SourceRow
from sayso.reference.fold import fold
from sayso.web.asked import Asked
from sayso.web.paging import sliced
from sayso.web.routing import page
from sayso.web.words import KINDS

SORTS: dict[str, str] = {
    "statements": "most statements", "denials": "most denials", "promises": "most promises",
    "newest": "newest", "name": "name",
}  # fmt: skip
_ORDERS: dict[str, Callable[[SourceRow], tuple[object, ...]]] = {
    "denials": lambda row: (-row.denials, -row.statements, row.name),
    "promises": lambda row: (-row.promises, -row.statements, row.name),
    "newest": lambda row: (tuple(-ord(char) for char in row.last or ""), row.name),
    "name": lambda row: (fold(row.name), row.id),
}


def sources(asked: Asked) -> Response:
    """One page of those that fit; `?after=` goes on."""
    every = named_sources(asked)
    kind, sort = asked.one_of("kind", KINDS), asked.one_of("sort", SORTS)
    words = asked.query.get("words", "").strip()
    wanted = fold(words).split()
    fitting = [row for row in every if kind in {None, row.kind} and _is_called(row, wanted)]
    if sort in _ORDERS:
        fitting.sort(key=_ORDERS[sort])
    rows, place = sliced(fitting, asked)
    there = {row.kind for row in every}
    return asked.show(
        "sources.html", rows=rows, page=place, total=len(fitting), every=len(every), kind=kind, text=words,
        kinds={kind: name for kind, name in KINDS.items() if kind in there}, sorts=SORTS,
        sort=sort or "statements",
    )  # fmt: skip


def named_sources(asked: Asked) -> list[SourceRow]:
    """All named sources as of the day asked for, those of most statements first; kept."""
    return asked.kept(("sources", asked.as_of), lambda: asked.ledger.sources(as_of=asked.as_of))


def _is_called(row: SourceRow, words: list[str]) -> bool:
    if not words:
        return True
    names = [fold(name) for name in row.names]
    return any(all(word in name for word in words) for name in names)


ROUTES = [page("/sources", sources)]
