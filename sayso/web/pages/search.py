"""Finds words: the documents that hold them, with the place, and the claims whose statements do."""

from __future__ import annotations

from starlette.responses import Response

from sayso.pipeline import ClaimQuery
from sayso.show.excerpts import marked_excerpt
from sayso.web.asked import Asked
from sayso.web.paging import ROWS, place
from sayso.web.routing import page

MOST_CLAIMS = 12
MOST_HITS = 5_000  # that are gone through


def search(asked: Asked) -> Response:
    """One page of documents, newest first, and beside the first ones the claims."""
    words = asked.query.get("q", "").strip()
    here = place(asked, MOST_HITS)
    hits = asked.ledger.search(words, as_of=asked.as_of, limit=here.start + ROWS + 1) if words else []
    query = ClaimQuery(words=words, as_of=asked.as_of, limit=MOST_CLAIMS)
    found = (
        asked.kept(("claims", query), lambda: asked.ledger.claims(query, weighed=False)) if words else None
    )
    rows = hits[here.start : here.start + ROWS]
    after = here.after if len(hits) > here.start + ROWS else None
    return asked.show(
        "search.html", text=words, rows=[(hit, marked_excerpt(hit)) for hit in rows],
        page=here._replace(after=after),
        claims=found.claims if found else (), total=found.total if found else 0,
    )  # fmt: skip


ROUTES = [page("/search", search)]
