"""What waits for a decision, one thing at a time, by keys: links that are proposed, readings not sure."""

from __future__ import annotations

from typing import Any, NamedTuple

from starlette.responses import Response

from sayso.model import DocumentRow, Statement
from sayso.pipeline.queueing import MOST_COUNTED, Doubtful, Proposed
from sayso.show.page_article import excerpt
from sayso.show.page_markup import Markup
from sayso.show.page_spans import entries
from sayso.web.asked import Asked
from sayso.web.pages.correct import around
from sayso.web.routing import page

KINDS = {"links": "Do they say the same?", "readings": "Is it read rightly?"}
ASIDE = "aside"  # the cookie that keeps what was set aside, by the beginnings of ids
MOST_ASIDE = 60


class Side(NamedTuple):
    """One statement in its sentences."""

    statement: Statement
    row: DocumentRow | None
    text: Markup


def review(asked: Asked) -> Response:
    """The next thing behind `?after=`; what was set aside comes when nothing else is left."""
    return queue(asked)


def queue(asked: Asked, *, refused: str = "") -> Response:
    """The page; `refused` says why nothing was decided, and the same thing stands there still."""
    kind = asked.one_of("kind", KINDS) or "links"
    put_aside = aside(asked)
    after = asked.written("place") if refused else asked.query.get("after", "")
    links, readings = asked.kept("waiting", asked.ledger.waiting)
    find = asked.ledger.next_doubt if kind == "readings" else asked.ledger.next_link
    one: Proposed | Doubtful | None = find(after, put_aside)
    return asked.show(
        "review.html", status=400 if refused else 200, kind=kind, kinds=KINDS, one=one, links=links,
        readings=readings, most=MOST_COUNTED, after=after, refused=refused, aside=len(put_aside),
        typed=(asked.written("by"), asked.written("why")), **_shown(asked, one),
    )  # fmt: skip


def aside(asked: Asked) -> tuple[str, ...]:
    """What this visitor was unsure of, the latest last."""
    kept = asked.request.cookies.get(ASIDE, "").split(".")
    return tuple(one for one in kept if len(one) == 16 and one.isalnum())[-MOST_ASIDE:]


def _shown(asked: Asked, one: Proposed | Doubtful | None) -> dict[str, Any]:
    if isinstance(one, Proposed):
        return {"sides": [side(asked, one.own.id), side(asked, one.other.id)]}
    if isinstance(one, Doubtful):
        claims = asked.ledger.claims_of_statements([one.statement]).get(one.statement.id, ())
        return {"sides": [side(asked, one.statement.id)], "claims": claims}
    return {"sides": []}


def side(asked: Asked, id: str) -> Side | None:
    """A statement in its sentences; None where it is not shown any more."""
    statement = asked.ledger.statements_by_id([id]).get(id)
    if statement is None:
        return None
    document = asked.ledger.document(statement.document)
    row = asked.ledger.listed([document.id]).get(document.id)
    text = excerpt(document, entries([statement], 1, set()), around(document, statement))
    return Side(statement=statement, row=row, text=text)


ROUTES = [page("/review", review)]
