"""What came into the ledger since somebody looked: by the log, whatever the days of publication are."""

from __future__ import annotations

from sayso.model import News
from sayso.pipeline.arriving import news_of
from sayso.pipeline.changing import Period
from sayso.reference.gazetteer import Gazetteer
from sayso.store.store import Store


def period_since(store: Store, number: int, day: str, until: str) -> Period:
    """The documents behind line `number` of the log; `day` is the one on which that was looked at last.

    What was due was looked at on that day or, where it is later, on the last day that was published then.
    """
    known = max(day, store.last_published_by(number) or "")
    return Period(since=min(known, until), until=until, documents=store.documents_added_after(number))


def news_since(store: Store, gazetteer: Gazetteer, number: int, day: str, until: str) -> tuple[News, ...]:
    """What documents behind line `number` of the log changed, each of them, and what fell due; or ()."""
    return news_of(store, gazetteer, period_since(store, number, day, until))
