"""Lists what the ledger's statements say of sources and times."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sayso.errors import UsageError
from sayso.link.subjects import subjects_of
from sayso.model import (
    Hit,
    SourceKind,
    SourcePage,
    SourceRow,
    Span,
    Statement,
    SubjectFact,
    TimelineRow,
    subject_id,
)
from sayso.pipeline.decisions import kinds_judged
from sayso.reference.fold import fold
from sayso.reference.gazetteer import Gazetteer
from sayso.store import Hit as StoredHit
from sayso.store.store import Store


def sources_of(store: Store, gazetteer: Gazetteer, as_of: str | None = None) -> list[SourceRow]:
    """The named sources, those of most statements first, ties by name; spellings of one body are one row.

    Names are one where the gazetteer knows them as one body, or where they differ by case, accents and
    articles alone. Anonymous sources are never among them.
    """
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in store.named_sources(as_of):
        groups[key_of_source(row["name"], gazetteer)].append(row)
    judged = {key_of_source(name, gazetteer): kind for name, kind in kinds_judged(store).items()}
    rows = [_row(key, found, judged.get(key)) for key, found in groups.items()]
    return sorted(rows, key=lambda row: (-row.statements, row.name, row.id))


@lru_cache(maxsize=1 << 16)
def key_of_source(name: str, gazetteer: Gazetteer) -> str:
    """What makes two spellings one source: the gazetteer's id, or the folded name without its article."""
    entry = gazetteer.lookup(name)
    if entry:
        return entry.id
    folded = " ".join(fold(name).split())
    return folded.removeprefix("the ") or name


def _commonest(kinds: Counter[SourceKind]) -> SourceKind:
    return min(kinds, key=lambda kind: (-kinds[kind], kind))


def _row(key: str, found: list[dict[str, Any]], judged: SourceKind | None) -> SourceRow:
    names = Counter[str]()
    kinds = Counter[SourceKind]()
    for row in found:
        names[row["name"]] += row["statements"]
        kinds[row["kind"]] += row["statements"]
    spelt = tuple(name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0])))
    days = [row[end] for row in found for end in ("first", "last") if row[end]]
    return SourceRow(
        id=subject_id(key), name=spelt[0], names=spelt,
        kind=judged or _commonest(kinds),
        statements=sum(row["statements"] for row in found), documents=sum(row["documents"] for row in found),
        denials=sum(row["denials"] for row in found), promises=sum(row["promises"] for row in found),
        first=min(days, default=None), last=max(days, default=None),
    )  # fmt: skip


def source_page(
    store: Store, gazetteer: Gazetteer, name: str, as_of: str | None = None,
    rows: Sequence[SourceRow] | None = None, most: int | None = None,
) -> SourcePage:  # fmt: skip
    """One named source with its statements, by its id, or by any name that is printed or known of it.

    `rows`: the named sources as of that day, where they are at hand. `most`: in how many of its documents
    facts are looked for, all for None. Raises UsageError where no named source goes by it, and names those
    that come near.
    """
    rows = sources_of(store, gazetteer, as_of) if rows is None else rows
    wanted = subject_id(key_of_source(name, gazetteer))
    found = next((row for row in rows if name == row.id or row.id == wanted or name in row.names), None)
    if found is None:
        part = fold(name)
        near = [row.name for row in rows if part and part in fold(" ".join(row.names))]
        hint = f"; there is {', '.join(near[:5])}" if near else "; `sayso sources` lists those that are"
        raise UsageError(f"no named source {name!r} in this ledger{hint}")
    ids = store.said_by(json.dumps(list(found.names)), as_of)
    statements = store.statements_by_id(ids)
    said = tuple(statements[id] for id in ids if id in statements)
    return SourcePage(source=found, statements=said, facts=_facts(store, gazetteer, found, said, most))


def _facts(
    store: Store, gazetteer: Gazetteer, source: SourceRow, said: Iterable[Statement], most: int | None
) -> tuple[SubjectFact, ...]:
    """What the documents in which a source speaks print of it: offices, parent bodies; each once."""
    names = {fold(name) for name in source.names}
    found: dict[tuple[str, str], SubjectFact] = {}
    for id in list(dict.fromkeys(statement.document for statement in said))[:most]:
        document = store.document(id)
        subjects = subjects_of(document, store.statements(id), gazetteer) if document else ()
        for subject in subjects:
            if names & {fold(name) for name in subject.names}:
                found.update(
                    {(f.label, f.value): f for f in subject.facts if (f.label, f.value) not in found}
                )
    return tuple(found.values())


def timeline_of(
    store: Store, *, words: str = "", since: str | None = None, until: str | None = None, due: bool = False,
    as_of: str | None = None,
) -> list[TimelineRow]:  # fmt: skip
    """The times of the ledger with days, by first day, then last; those that fit all that is asked."""
    rows = times_that_fit(_times(store, as_of), words=words, since=since, until=until, due=due)
    return sorted(rows, key=_when)


def times_that_fit(
    rows: Iterable[TimelineRow], *, words: str = "", since: str | None = None, until: str | None = None,
    due: bool = False,
) -> list[TimelineRow]:  # fmt: skip
    """Those times that fit all that is asked, in the order given; days are inclusive ISO days."""
    wanted = words.lower().split()
    return [row for row in rows if _fits(row, wanted, since, until, due)]


def _when(row: TimelineRow) -> tuple[str, ...]:
    return (row.first or row.last or "", row.last or "", row.published or "", row.proposition, row.printed)


def _fits(row: TimelineRow, words: list[str], since: str | None, until: str | None, due: bool) -> bool:
    first, last = row.first or row.last or "", row.last or row.first or ""
    within = (since is None or last >= since) and (until is None or first <= until)
    said = f"{row.text} {' '.join(row.chain)}".lower()
    return within and (not due or row.role == "due") and all(word in said for word in words)


def _times(store: Store, as_of: str | None) -> Iterator[TimelineRow]:
    ids = store.dated_statements(as_of)
    statements = store.statements_by_id(ids)
    documents = store.documents_listed({one.document for one in statements.values()}, as_of)
    for statement in (statements[id] for id in ids if id in statements):
        document = documents.get(statement.document)
        if document:
            yield from _rows(statement, document.publisher, document.published)


def _rows(statement: Statement, publisher: str | None, published: str | None) -> Iterable[TimelineRow]:
    for part in statement.propositions:
        for time in part.times:
            if time.from_ or time.to:
                yield TimelineRow(
                    first=time.from_, last=time.to, role=time.role, printed=time.text, text=part.text,
                    statement=statement.id, proposition=part.id, document=statement.document,
                    publisher=publisher, published=published, chain=statement.chain,
                )  # fmt: skip


def hit_of(hit: StoredHit) -> Hit:
    """One thing that a search found, its marks counted from where the excerpt begins."""
    marks = tuple(Span(m.start - hit.span.start, m.end - hit.span.start) for m in hit.matches)
    return Hit(
        document=hit.document, title=hit.title, publisher=hit.publisher, published=hit.published,
        excerpt=hit.text, marks=marks, span=hit.span,
    )  # fmt: skip
