"""The first page: what is new since the last visit, what has one origin, what is due, a place for files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from starlette.responses import Response

from sayso.model import Claim, Judged, News, NewsKind
from sayso.pipeline import ClaimQuery
from sayso.web.asked import Asked, day
from sayso.web.pages.expectations import AWAITED, promises
from sayso.web.routing import page
from sayso.web.visits import Look, remember, visits, written

FIRST_DAYS = 7  # of publication that are looked back at the first visit
FEW = 6
MOST = 12
MOST_COMPARED = 150  # documents that came, before it is asked whether to wait for what they changed
ORDER: tuple[NewsKind, ...] = (
    "correction", "denial", "origin", "status", "outcome", "due", "record", "document",
)  # fmt: skip
WAYS = ("added", "published")
Group = tuple[NewsKind, list[News]]


def start(asked: Asked) -> Response:
    """What is new since the last visit of this browser; since `?since=`, by when it was added or published
    (`?by=`); at a first visit, and as of a day, what the last week of reports changed.
    """
    ledger = asked.ledger
    if not asked.kept(("start", "documents"), ledger.count_documents):
        return asked.show("start.html", documents=0)
    seen = visits(asked)
    by, since = asked.one_of("by", WAYS), day(asked.query.get("since"), "since")
    if asked.as_of is None and by != "published" and (since or seen.before):
        look = _look_on(asked, since) if since else seen.before
        assert look is not None
        told = _by_arrival(asked, look)
    else:
        told = _by_days(asked, since)
    every = asked.one_of("every", ORDER)
    answer = asked.show(
        "start.html", documents=asked.kept(("start", "documents"), ledger.count_documents),
        claims=asked.kept(("start", "claims"), ledger.count_claims), single=_single(asked), most=_most(asked),
        due=_due(asked), ledger_name=Path(ledger.path).name, chosen=since, seen=seen, upto=written(seen.here),
        **{**told, "news": _cut(told["news"], every)},
    )  # fmt: skip
    if asked.as_of is None:
        remember(asked, answer, seen)
    return answer


def _look_on(asked: Asked, since: str) -> Look:
    """The ledger as it was when an ISO day began, as if somebody had looked then."""
    before = (date.fromisoformat(since) - timedelta(days=1)).isoformat()
    return Look(before, asked.kept(("log before", since), lambda: asked.ledger.log_before(since)), "")


def _by_arrival(asked: Asked, look: Look) -> dict[str, Any]:
    """What came into the ledger behind a look: documents with what they changed, and what people decided."""
    number, seen_on = look.number, look.at[:10]
    came = asked.kept(("came", number), lambda: asked.ledger.count_added(number))
    shows = _shows(asked, came)

    def news() -> list[Group]:
        return _grouped(asked.ledger.news_since(number, seen_on))

    def judged() -> list[Judged]:
        return asked.ledger.judged_since(number)

    return {
        "by": "added", "between": came, "shows": shows, "since": seen_on, "until": "",
        "news": asked.kept(("arrived", number, seen_on), news) if shows else [],
        "judged": asked.kept(("judged", number), judged),
    }  # fmt: skip


def _by_days(asked: Asked, given: str | None) -> dict[str, Any]:
    """What the reports of some days of publication changed."""
    ledger = asked.ledger
    until = ledger.last_day(asked.as_of) or ledger.present()
    week = (date.fromisoformat(until) - timedelta(days=FIRST_DAYS)).isoformat()
    since = min(given or week, until)
    between = asked.kept(("between", since, until), lambda: ledger.count_between(since, until))
    shows = _shows(asked, between)

    def news() -> list[Group]:
        return _grouped(ledger.changes(since, as_of=until)) if since < until else []

    return {
        "by": "published", "between": between, "shows": shows, "since": since, "until": until,
        "news": asked.kept(("news", since, asked.as_of), news) if shows else [], "judged": [],
    }  # fmt: skip


def _shows(asked: Asked, documents: int) -> bool:
    return documents <= MOST_COMPARED or asked.query.get("whole") == "on"


def _grouped(news: Iterable[News]) -> list[Group]:
    """The news by kind, the newest first."""
    found: dict[NewsKind, list[News]] = defaultdict(list)
    for one in news:
        found[one.kind].append(one)
    newest = {kind: sorted(some, key=lambda n: n.day or "", reverse=True) for kind, some in found.items()}
    return [(kind, newest[kind]) for kind in ORDER if kind in newest]


def _cut(groups: Sequence[Group], every: str | None) -> list[tuple[NewsKind, list[News], int]]:
    """The first few of each kind, with how many more there are; all of the kind `every`."""
    most = {kind: len(news) if kind == every else MOST for kind, news in groups}
    return [(kind, news[: most[kind]], max(0, len(news) - most[kind])) for kind, news in groups]


def _single(asked: Asked) -> object:
    query = ClaimQuery(status="single-origin", least_documents=2, as_of=asked.as_of, limit=FEW)
    return asked.kept(("single", asked.as_of), lambda: _claims(asked, query))


def _most(asked: Asked) -> object:
    """The claims that most documents carry, wherever they stand."""
    query = ClaimQuery(as_of=asked.as_of, limit=FEW)
    return asked.kept(("most", asked.as_of), lambda: _claims(asked, query))


def _claims(asked: Asked, query: ClaimQuery) -> Sequence[Claim]:
    """The claims of a short list; how many more there are is not counted, which would take longest."""
    if asked.as_of is None:
        return asked.ledger.claims_now(query)
    return asked.ledger.claims(query, weighed=False).claims


def _due(asked: Asked) -> object:
    """The first of what is overdue or due, in the order of the page of promises."""
    return [one for one in promises(asked)[:FEW] if one.status in AWAITED]


ROUTES = [page("/", start, keeps=False)]
