"""Marks what is new as seen: a cookie of this browser says so, nothing is written into the ledger."""

from __future__ import annotations

from starlette.responses import Response

from sayso.web.asked import Asked
from sayso.web.routing import action
from sayso.web.visits import Visits, look, read_look, remember


def seen(asked: Asked) -> Response:
    """Back to the start, on which only what comes behind the page that was looked at is new."""
    shown = read_look(asked, asked.written("upto")) or look(asked)
    answer = asked.done("/")
    remember(asked, answer, Visits(shown, shown))
    return answer


ROUTES = [action("/seen", seen, writes=False)]
