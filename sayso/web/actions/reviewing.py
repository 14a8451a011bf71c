"""Decides what the queue asks, or sets it aside; then the next thing is asked."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.responses import Response

from sayso.errors import UsageError
from sayso.model import Judgement, Repair
from sayso.web.asked import Asked
from sayso.web.pages.review import ASIDE, KINDS, MOST_ASIDE, aside, queue
from sayso.web.routing import action

MONTH_SECONDS = 31 * 86_400


def decide(asked: Asked) -> Response:
    """Writes a judgement, or sets a thing aside for this visitor: nothing of that is written anywhere."""
    kind = asked.query.get("kind") if asked.query.get("kind") in KINDS else "links"
    onward = f"/review?{urlencode({'kind': kind, 'after': asked.written('key')})}"
    if asked.written("what") == "unsure":
        return _set_aside(asked, onward)
    if asked.written("what") == "again":
        answer = asked.done(f"/review?kind={kind}")
        answer.delete_cookie(ASIDE, path="/", samesite="strict")
        return answer
    try:
        made = _decided(asked)
    except UsageError as error:
        return queue(asked, refused=str(error))
    return asked.done(onward, what=made.id)


def _set_aside(asked: Asked, onward: str) -> Response:
    answer = asked.done(onward)
    kept = dict.fromkeys([*aside(asked), asked.written("short")])
    answer.set_cookie(
        ASIDE, ".".join(list(kept)[-MOST_ASIDE:]), samesite="strict", httponly=True, max_age=MONTH_SECONDS
    )
    return answer


def _decided(asked: Asked) -> Judgement:
    what, by, why = asked.written("what"), asked.written("by"), asked.written("why")
    if not by or not why:
        raise UsageError("a judgement is signed: say by whom, and why")
    if what in {"same", "not-same"}:
        return asked.ledger.judge(what, asked.several("target"), by=by, why=why)
    statement = asked.written("statement")
    if what == "not-a-statement":
        return asked.ledger.correct("not-a-statement", statement, Repair(), by=by, why=why)
    if what == "right":
        found = asked.ledger.statements_by_id([statement]).get(statement)
        act = found.act if found else None
        return asked.ledger.correct("act", statement, Repair(act=act), by=by, why=why)
    raise UsageError("choose what is to be decided")


ROUTES = [action("/review", decide)]
