"""The times of the whole ledger, month by month: what happened or was due when, and on whose say-so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from starlette.responses import Response

from sayso.model import TimelineRow
from sayso.pipeline.listing import times_that_fit
from sayso.show.page_markup import Markup
from sayso.web.asked import Asked, day
from sayso.web.drawing import figured, of_days
from sayso.web.paging import sliced
from sayso.web.routing import page

ROWS = 100
MOST_YEARS = 24
FILTERS = ("words", "since", "until", "due")
YEAR, MONTH = slice(0, 4), slice(0, 7)


def timeline(asked: Asked) -> Response:
    """One page of the times that fit, earliest first; `?after=` goes on."""
    words, due = asked.query.get("words", "").strip(), bool(asked.query.get("due"))
    since, until = day(asked.query.get("since"), "since"), day(asked.query.get("until"), "until")
    every = asked.kept(("timeline", asked.as_of), lambda: asked.ledger.timeline(as_of=asked.as_of))
    said = asked.kept(
        ("timeline", asked.as_of, words, due), lambda: times_that_fit(every, words=words, due=due)
    )
    fitting = times_that_fit(said, since=since, until=until) if since or until else said
    rows, place = sliced(fitting, asked, most=ROWS)
    years = asked.kept(("years", asked.as_of, words, due), lambda: _years(said))
    return asked.show(
        "timeline.html", months=[(month, list(some)) for month, some in groupby(rows, _month)], page=place,
        shown=len(rows), total=len(fitting), every=len(every), text=words, due=due, since=since, until=until,
        years=years[-MOST_YEARS:], earlier=len(years) > MOST_YEARS, picture=_picture(asked, every),
        filtered=any(asked.query.get(name) for name in FILTERS),
    )  # fmt: skip


def _picture(asked: Asked, every: Sequence[TimelineRow]) -> Markup | None:
    """How much the ledger tells of when; None where it tells of no day."""
    if not every:
        return None
    return asked.kept(("days", asked.as_of), lambda: figured(asked, of_days(asked, every), "days"))


def _years(rows: Iterable[TimelineRow]) -> list[tuple[str, int]]:
    """How many times begin in each year, in order."""
    return sorted(Counter(_begin(row)[YEAR] for row in rows).items())


def _begin(row: TimelineRow) -> str:
    return row.first or row.last or ""


def _month(row: TimelineRow) -> str:
    return _begin(row)[MONTH]


ROUTES = [page("/timeline", timeline)]
