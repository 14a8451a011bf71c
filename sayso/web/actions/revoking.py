"""Takes a judgement back, and looks through the whole ledger for what is broken."""

from __future__ import annotations

from starlette.responses import Response

from sayso.web.asked import Asked
from sayso.web.pages.log import listed
from sayso.web.routing import action


def revoke(asked: Asked) -> Response:
    """Takes one judgement back, and returns to where the form wanted to; one that is not signed is kept."""
    made = asked.ledger.judgement(asked.id()).judgement
    by, why = asked.written("by"), asked.written("why")
    if not by or not why:
        return listed(asked, refused="A judgement is taken back by somebody, for a reason.", only=made.id)
    taken = asked.ledger.revoke(made.id, by=by, why=why)
    return asked.done(asked.back("/log"), what=taken.id)


def verify(asked: Asked) -> Response:
    """What is broken in documents, statements, judgements and the log's chain; nothing is written."""
    return listed(asked, found=asked.ledger.verify())


ROUTES = [action("/log/{id}/revoke", revoke), action("/log/verify", verify, writes=False)]
