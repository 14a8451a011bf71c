"""/api/changes, /api/feed, /api/feed.rss: what is new since a day, also for a reader of feeds."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from sayso.model.news import NewsKind
from sayso.pipeline import Ledger
from sayso.show.feeds import Entry, as_json_feed, as_rss
from sayso.web.api.answers import Page, answer, answered, shape
from sayso.web.api.asking import AsOf, Day, DayOrNone, iso

router = APIRouter(tags=["what is new"])
JSON_FEED, RSS = "application/feed+json", "application/rss+xml"
NONE: list[str] = []
MOST_DAYS = 3_660
About = Annotated[
    list[str],
    Query(max_length=32, description="Only what is about this: words that must all occur; repeatable."),
]
Days = Annotated[int, Query(ge=1, le=MOST_DAYS, description="Without `since`: of the last so many days.")]
Kinds = Annotated[list[NewsKind], Query(description="Only this kind; repeatable.")]
NO_KIND: list[NewsKind] = []
FEED: dict[str, Any] = {
    JSON_FEED: {
        "schema": {
            "type": "object", "required": ["version", "title", "items"],
            "properties": {
                "version": {"const": "https://jsonfeed.org/version/1.1"}, "title": {"type": "string"},
                "description": {"type": "string"},
                "items": {
                    "type": "array",
                    "items": {
                        "type": "object", "required": ["id", "title", "content_text", "_sayso"],
                        "properties": {"_sayso": {"$ref": "#/components/schemas/News"}},
                    },
                },
            },
        }
    }
}  # fmt: skip


@router.get("/changes", summary="What changed since a day", **shape("News", many=True))
async def changes(
    request: Request,
    since: Annotated[DayOrNone, Query(description="What was not known on that day.")],
    as_of: AsOf = None,
    kind: Kinds = NO_KIND,
) -> Response:
    """As `sayso changes`."""

    def news(ledger: Ledger) -> Page:
        every = ledger.changes(iso(since) or "", as_of=iso(as_of))
        found = tuple(one for one in every if not kind or one.kind in kind)
        return Page(items=found, next=None, total=len(found))

    return await answer(request, news)


@router.get("/feed", summary="What changed, as a JSON Feed", **answered(FEED))
async def feed(
    request: Request, about: About = NONE, since: Day = None, days: Days = 7, as_of: AsOf = None
) -> Response:
    """As `sayso watch --json-feed FILE --about WORDS`, of the ledger as it is: no folder is followed.

    JSON Feed 1.1; the latest first, at most 200. An entry keeps its id, so that a reader shows it once.
    """
    wanted = (about, iso(since), days, iso(as_of))
    return await answer(
        request, lambda led: as_json_feed(_entries(led, *wanted), _title(led, about)), media=JSON_FEED
    )


@router.get("/feed.rss", summary="What changed, as RSS", **answered({RSS: {"schema": {"type": "string"}}}))
async def rss(
    request: Request, about: About = NONE, since: Day = None, days: Days = 7, as_of: AsOf = None
) -> Response:
    """As `sayso watch --feed-out FILE --about WORDS`: the same entries as RSS 2.0."""
    wanted = (about, iso(since), days, iso(as_of))
    return await answer(request, lambda led: as_rss(_entries(led, *wanted), _title(led, about)), media=RSS)


def _entries(
    ledger: Ledger, about: list[str], since: str | None, days: int, as_of: str | None
) -> tuple[Entry, ...]:
    present = date.fromisoformat(ledger.present(as_of)).toordinal()
    first = date.fromordinal(max(date.min.toordinal(), present - days)).isoformat()
    return ledger.feed(*about, since=since or first, as_of=as_of)


def _title(ledger: Ledger, about: list[str]) -> str:
    named = [words for words in about if words.strip()]
    return f"sayso: {' / '.join(named)}" if named else f"sayso: {Path(ledger.path).stem}"
