"""The first page: what changed, what has one origin only, what is due, and a place for new files."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from starlette.responses import Response

from sayso.model import Expectation, News, NewsKind
from sayso.pipeline import ClaimQuery, Ledger
from sayso.pipeline.promises import ExpectationQuery
from sayso.web.asked import Asked, day
from sayso.web.routing import page

FIRST_DAYS = 7  # that are looked back where nobody says
FEW = 6
MOST = 12
MOST_COMPARED = 500  # documents of the days looked at, before it is asked whether to wait for it
ORDER: tuple[NewsKind, ...] = ("correction", "denial", "origin", "status", "outcome", "due", "record")


def start(asked: Asked) -> Response:
    """What is new since `?since=`, else since the last visit's last day, else in the last week of reports."""
    ledger = asked.ledger
    if not ledger.count_documents():
        return asked.show("start.html", documents=0)
    until = ledger.last_day(asked.as_of) or ledger.present()
    since = min(_since(asked, until), until)
    between = ledger.count_between(since, until)
    shows = between <= MOST_COMPARED or asked.query.get("whole") == "on"
    answer = asked.show(
        "start.html", documents=ledger.count_documents(), claims=ledger.count_claims(), since=since,
        until=until, between=between, shows=shows,
        news=asked.kept(("news", since, asked.as_of), lambda: _news(ledger, since, until)) if shows else [],
        single=_single(asked), most=_most(asked), due=_due(asked), ledger_name=Path(ledger.path).name,
    )  # fmt: skip
    if asked.as_of is None:
        answer.set_cookie("seen", until, httponly=True, samesite="strict", max_age=366 * 86_400)
    return answer


def _since(asked: Asked, until: str) -> str:
    given = day(asked.query.get("since"), "since")
    seen = asked.request.cookies.get("seen", "")
    if given:
        return given
    week = (date.fromisoformat(until) - timedelta(days=FIRST_DAYS)).isoformat()
    return seen if len(seen) == len(week) and seen < until else week


def _news(ledger: Ledger, since: str, until: str) -> list[tuple[NewsKind, list[News], int]]:
    """The news by kind, the newest first, with how many more there are."""
    found: dict[NewsKind, list[News]] = defaultdict(list)
    for one in ledger.changes(since, as_of=until) if since < until else ():
        found[one.kind].append(one)
    newest = {kind: sorted(some, key=lambda n: n.day or "", reverse=True) for kind, some in found.items()}
    return [(kind, newest[kind][:MOST], max(0, len(newest[kind]) - MOST)) for kind in ORDER if kind in newest]


def _single(asked: Asked) -> object:
    query = ClaimQuery(status="single-origin", least_documents=2, as_of=asked.as_of, limit=FEW)
    return asked.kept(("single", asked.as_of), lambda: asked.ledger.claims(query, weighed=False).claims)


def _most(asked: Asked) -> object:
    """The claims that most documents carry, wherever they stand."""
    query = ClaimQuery(as_of=asked.as_of, limit=FEW)
    return asked.kept(("most", asked.as_of), lambda: asked.ledger.claims(query, weighed=False).claims)


def _due(asked: Asked) -> object:
    def find() -> list[Expectation]:
        some = [
            asked.ledger.expectations(ExpectationQuery(status=status, as_of=asked.as_of, limit=FEW))
            for status in ("overdue", "due")
        ]
        return [one for page_ in some for one in page_.expectations][:FEW]

    return asked.kept(("due", asked.as_of, asked.ledger.present(asked.as_of)), find)


ROUTES = [page("/", start)]
