"""All documents, by day of publication, the newest first."""

from __future__ import annotations

from starlette.responses import Response

from sayso.web.asked import Asked
from sayso.web.paging import sliced
from sayso.web.routing import page


def documents(asked: Asked) -> Response:
    """One page of the list; `?after=` goes on."""
    rows = asked.kept(("documents", asked.as_of), lambda: asked.ledger.documents(as_of=asked.as_of)[::-1])
    some, place = sliced(rows, asked)
    failed = asked.ledger.failed() if asked.as_of is None else ()
    return asked.show("documents.html", rows=some, page=place, total=len(rows), failed=failed)


ROUTES = [page("/documents", documents)]
