"""What changed, as entries of a feed: of a watch as it tells it, or of the ledger since a day."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.errors import UsageError
from sayso.ingest.urls import web_url
from sayso.model import News
from sayso.pipeline.about import about
from sayso.pipeline.changing import changes_between
from sayso.reference.gazetteer import load_gazetteer
from sayso.show.feeds import Entry, entry_id, newest
from sayso.store.store import Store

MORNING = "T00:00:00+00:00"
DAY_CHARS = 10


def entry_of(store: Store, news: News, at: str) -> Entry:
    """The entry of a change as told at a moment, with all documents whose words are in it."""
    rests = dict.fromkeys(news.documents)
    for claim in store.claims_by_id([news.claim] if news.claim else []).values():
        rests |= dict.fromkeys(member.document for member in claim.statements)
    documents = store.documents_by_id(news.documents)
    urls = (web_url(documents[id].url) for id in news.documents if id in documents)
    url = next((one for one in urls if one), None)
    return Entry(id=entry_id(news), at=at, news=news, url=url, rests_on=tuple(rests))


def feed_of(store: Store, subjects: Sequence[str], since: str, until: str) -> tuple[Entry, ...]:
    """What the ledger knows on `until` that it did not know on `since` (ISO days), the latest first.

    `subjects`: only what is about one of these, each some words that must all occur; () for everything. At
    most 200; () where nothing changed. Raises UsageError where `since` is the later day.
    """
    if since > until:
        raise UsageError(f"nothing can have changed from {since} to {until}: the first day is later")
    news = about(store, subjects, changes_between(store, load_gazetteer(), since, until), until)
    found = [entry_of(store, one, _moment(one, until)) for one in news]
    return newest((), sorted(found, key=lambda one: one.at, reverse=True))


def _moment(news: News, until: str) -> str:
    """The beginning of the day of a change, in UTC; of one without a whole day that of `until`."""
    day = news.day if news.day and len(news.day) == DAY_CHARS else until
    return f"{min(day, until)}{MORNING}"
