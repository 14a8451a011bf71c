"""Who is who: the named sources of a subject with their records, and what is printed of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from sayso.link.subjects import subjects_of
from sayso.model import DossierSource, Expectation, SourceRow, Statement, SubjectFact
from sayso.pipeline.dossiers.finding import Found
from sayso.pipeline.dossiers.quoting import Texts
from sayso.pipeline.dossiers.speakers import Speaker, by_speaker
from sayso.pipeline.listing import key_of_source
from sayso.pipeline.promises import record_of
from sayso.pipeline.records import named, resolved_claims, with_records
from sayso.reference.fold import fold
from sayso.reference.gazetteer import Gazetteer, load_gazetteer
from sayso.store.store import Store

MOST_DOCUMENTS = 200  # that are looked at for what they print of people and bodies
MOST_FACTS = 6
Facts = dict[str, dict[tuple[str, str], SubjectFact]]


def who_is_who(
    store: Store, rows: Sequence[SourceRow], expectations: Sequence[Expectation], found: Found, texts: Texts,
    speakers: Mapping[str, Speaker], as_of: str | None, limit: int,
) -> tuple[tuple[DossierSource, ...], int]:  # fmt: skip
    """The named sources that speak on the subject, those who say most first, and how many there are.

    `rows` are those of the ledger. Until somebody resolves a claim, nobody has a record. Anonymous sources
    and the author's own voice are never among them.
    """
    gazetteer = load_gazetteer()
    said = by_speaker(found.statements.values(), speakers)
    keyed = {key_of_source(row.name, gazetteer): row for row in rows}
    whole = {key: _row(own, keyed, gazetteer) for key, own in said.items()}
    order = sorted(said, key=lambda key: (-len(said[key]), whole[key][0].name, key))
    shown = order[: limit or None]
    names = {key: tuple(dict.fromkeys(n for row in whole[key] for n in row.names)) for key in shown}
    facts = _facts(names, said, texts, gazetteer)
    recorded = [whole[key][0] for key in shown]
    if resolved_claims(store, as_of):
        recorded = with_records(store, gazetteer, recorded, as_of)
    made = tuple(
        msgspec.structs.replace(
            _source(row, said[key], facts.get(key, {}), found), names=names[key],
            promises=record_of(names[key], expectations, gazetteer), part_of=_part_of(row, gazetteer),
        )
        for key, row in zip(shown, recorded, strict=True)
    )  # fmt: skip
    return made, len(order)


def _row(said: Sequence[Statement], keyed: Mapping[str, SourceRow], gazetteer: Gazetteer) -> list[SourceRow]:
    """The ledger's rows of one speaker, that of most statements first."""
    keys = dict.fromkeys(key_of_source(named(statement), gazetteer) for statement in said)
    rows = [keyed[key] for key in keys if key in keyed]
    return sorted(rows, key=lambda row: (-row.statements, row.name))


def _source(
    row: SourceRow, said: Sequence[Statement], facts: dict[tuple[str, str], SubjectFact], found: Found
) -> DossierSource:
    days = sorted(day for s in said if (day := found.rows[s.document].published))
    return DossierSource(
        name=row.name, names=row.names, kind=row.kind, here=len(said),
        denials=sum(statement.act == "deny" for statement in said), first=days[0] if days else None,
        last=days[-1] if days else None, record=row.record, facts=tuple(facts.values())[:MOST_FACTS],
    )  # fmt: skip


def _part_of(row: SourceRow, gazetteer: Gazetteer) -> str:
    """The name of the gazetteer's parent body; "" where it knows none."""
    entry = next((one for name in row.names if (one := gazetteer.lookup(name))), None)
    parent = gazetteer.entry(entry.parent) if entry and entry.parent else None
    return parent.name if parent else ""


def _facts(
    names: Mapping[str, Sequence[str]], said: Mapping[str, Sequence[Statement]], texts: Texts,
    gazetteer: Gazetteer,
) -> Facts:  # fmt: skip
    """By source what the documents in which it speaks on the subject print of it, each once."""
    owner = {fold(name): key for key, spelt in names.items() for name in spelt}
    counts = Counter(s.document for key in names for s in said[key])
    found: Facts = {}
    for id in sorted(counts, key=lambda id: (-counts[id], id))[:MOST_DOCUMENTS]:
        document = texts.document(id)
        if document is None:
            continue
        for subject in subjects_of(document, tuple(texts.statements(id).values()), gazetteer):
            key = next((owner[fold(name)] for name in subject.names if fold(name) in owner), None)
            for fact in subject.facts if key else ():
                found.setdefault(key or "", {}).setdefault((fact.label, fact.value.lower()), fact)
    return found
