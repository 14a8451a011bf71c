"""What of some news is about a subject: by the words of the claims, promises, documents and sources."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import News
from sayso.pipeline.promises import ExpectationQuery, find_expectations
from sayso.store import ClaimQuery
from sayso.store.store import Store

ALL = 1 << 30


def about(store: Store, subjects: Iterable[str], news: tuple[News, ...], today: str) -> tuple[News, ...]:
    """The news about one of the subjects, in their order; all of them where no subject is named.

    A subject is some words: all of them must occur in a statement of the claim, in what was promised, in
    the document, or in the name of the source.
    """
    wanted = [words for words in subjects if words.strip()]
    if not wanted or not news:
        return news
    ids = {id for words in wanted for id in _ids(store, words, today)}
    return tuple(one for one in news if _fits(one, ids, wanted))


def _ids(store: Store, words: str, today: str) -> Iterable[str]:
    """The claims, expectations and documents that hold the words."""
    yield from (claim.id for claim in store.claims(ClaimQuery(text=words)))
    query = ExpectationQuery(words=words, limit=0)
    yield from (one.id for one in find_expectations(store, query, today).expectations)
    yield from (hit.document for hit in store.search(words, limit=ALL))


def _fits(one: News, ids: set[str], subjects: Iterable[str]) -> bool:
    if one.claim or one.expectation:
        return bool({one.claim, one.expectation} & ids)
    if one.kind == "record":
        name = (one.source or "").lower()
        return any(all(word in name for word in words.lower().split()) for words in subjects)
    return not ids.isdisjoint(one.documents)
