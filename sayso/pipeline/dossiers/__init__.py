"""Gathers a dossier: what a ledger holds on a subject, as known on a day, each word with its reference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sayso.errors import UsageError
from sayso.model import (
    Dossier,
    DossierDocument,
    DossierTotals,
    Expectation,
    Quote,
    SourceRow,
)
from sayso.pipeline.dossiers.claims import claims_of, loose_denials, told
from sayso.pipeline.dossiers.finding import Found, days_of, find
from sayso.pipeline.dossiers.near import near_names
from sayso.pipeline.dossiers.promises import promises_of
from sayso.pipeline.dossiers.questions import questions_of
from sayso.pipeline.dossiers.quoting import Texts
from sayso.pipeline.dossiers.speakers import speakers_of
from sayso.pipeline.dossiers.terms import Term, terms_in
from sayso.pipeline.dossiers.who import who_is_who
from sayso.pipeline.lines import lines_of
from sayso.pipeline.listing import sources_of
from sayso.pipeline.promises import expectations_on
from sayso.reference.gazetteer import load_gazetteer
from sayso.store.store import Store

LIMIT = 20


def dossier_of(
    store: Store, subject: Sequence[str], *, as_of: str | None, present: str, limit: int = LIMIT
) -> Dossier:
    """The dossier on a subject (words, names, or both) as known on `as_of`; of the whole ledger for None.

    `present` is the day on which due windows are looked at. At most `limit` rows a section, 0 for all. Empty
    but for `terms` and `near` where nothing of the ledger belongs to the subject. Raises UsageError where the
    subject holds no word to look for.
    """
    words = " ".join(" ".join(part.split()) for part in subject).strip()
    gazetteer, texts = load_gazetteer(), Texts(store, as_of)
    rows = sources_of(store, gazetteer, as_of)
    terms = terms_in(words, gazetteer, (row.names for row in rows))
    if not terms:
        raise UsageError("a subject needs a word to look for: a country, a body, a person, a matter")
    found = find(store, terms, gazetteer, texts, as_of)
    empty = Dossier(subject=words, as_of=present, terms=found.terms, limit=limit)
    if not found.statements:
        publishers = [row.publisher for row in store.documents(as_of=as_of) if row.publisher]
        return msgspec.structs.replace(empty, near=near_names(words, rows, dict.fromkeys(publishers)))
    return _filled(store, empty, found, texts, rows, _leave_out(terms), as_of)


def _leave_out(terms: Iterable[Term]) -> list[str]:
    return [name for term in terms for name in (term.text, *term.names)]


def _filled(
    store: Store, empty: Dossier, found: Found, texts: Texts, rows: Sequence[SourceRow],
    leave_out: Sequence[str], as_of: str | None,
) -> Dossier:  # fmt: skip
    """The dossier of what was found."""
    most = empty.limit or None
    every: list[Expectation] = expectations_on(store, empty.as_of)
    chosen = claims_of(store, found, texts, as_of)
    homes = {m.proposition: one.claim.id for one in chosen.every for m in one.claim.statements}
    promises = promises_of(store, every, found, texts, as_of)
    said = list(found.statements.values())
    speakers = speakers_of(store, said, load_gazetteer())
    lines = lines_of(store, said, texts, speakers, homes, leave_out)
    denials = loose_denials(chosen, found, texts)
    questions = questions_of(chosen, promises, found, texts)
    who, sources = who_is_who(store, rows, every, found, texts, speakers, as_of, empty.limit)
    first, last = days_of(found.rows)
    made = msgspec.structs.replace(
        empty, first=first, last=last, claims=told(store, chosen.main[:most], texts, as_of),
        uncertain=told(store, chosen.uncertain[:most], texts, as_of, whole=False),
        denials=tuple(denials[:most]), promises=tuple(promises[:most]), lines=tuple(lines[:most]), who=who,
        questions=tuple(questions[:most]),
        totals=DossierTotals(
            documents=found.documents, looked_at=found.looked_at, statements=len(found.statements),
            claims=len(chosen.main), uncertain=len(chosen.uncertain), denials=len(denials),
            promises=len(promises), lines=len(lines), sources=sources, questions=len(questions),
            repeated=chosen.repeated,
        ),
    )  # fmt: skip
    return msgspec.structs.replace(made, documents=_documents(made, texts))


def quotes_in(dossier: Dossier) -> list[Quote]:
    """Every quotation of a dossier, in the order in which it is printed."""
    found: list[Quote] = []
    for claim in (*dossier.claims, *dossier.uncertain):
        found += [claim.lead, *claim.further, *claim.denied, *claim.revised]
    found += dossier.denials
    for promise in dossier.promises:
        found += [promise.quote, *(o.quote for o in promise.outcomes if o.quote)]
    found += [quote for line in dossier.lines for step in line.steps for quote in (step.quote, *step.again)]
    found += [quote for question in dossier.questions for quote in question.quotes]
    return found


def _documents(dossier: Dossier, texts: Texts) -> tuple[DossierDocument, ...]:
    """The documents that are cited, numbered by day of publication."""
    cited = {quote.document for quote in quotes_in(dossier)}
    cited |= {fact.document for source in dossier.who for fact in source.facts}
    there = [document for id in cited if (document := texts.document(id))]
    ordered = sorted(there, key=lambda d: (d.published or "9999", d.publisher or "", d.id))
    return tuple(
        DossierDocument(
            number=number, id=d.id, title=d.title, publisher=d.publisher, published=d.published,
            input=d.input, url=d.url,
        )
        for number, d in enumerate(ordered, start=1)
    )  # fmt: skip
