"""One named source as it is shown: its lines over time, whom it contradicts, who passed its words on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.model import Claim, DossierLine, Expectation, SourcePage, SourceRow, Statement, subject_id
from sayso.pipeline.dossiers.quoting import Texts
from sayso.pipeline.dossiers.speakers import speakers_of
from sayso.pipeline.earlier import claims_on
from sayso.pipeline.lines import lines_of
from sayso.pipeline.listing import key_of_source, source_page
from sayso.pipeline.promises import promised_by, record_among
from sayso.pipeline.records import named
from sayso.reference.gazetteer import Gazetteer
from sayso.store.store import Store

MOST_LOOKED_AT = 40  # documents of a source in which it is looked for what is printed of it
OUTLETS = frozenset({"media", "state_media"})


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who says something. `id` is that of a named source; "" for an outlet that prints somebody who
    has no name, of whom nothing is told but the outlet.
    """

    name: str
    id: str = ""


class Opposed(msgspec.Struct, frozen=True, kw_only=True):
    """A claim on which a source stands against others; `others`: those on the other side, each once."""

    claim: Claim
    others: tuple[Voice, ...]


class Relay(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet through which a source's words came, with the days of the first and the last document."""

    outlet: str
    documents: int
    first: str | None
    last: str | None


class SourceView(msgspec.Struct, frozen=True, kw_only=True):
    """A source with what is gathered around it; `denies`: what others say, `denied`: what it says itself."""

    page: SourcePage
    lines: tuple[DossierLine, ...]
    promises: tuple[Expectation, ...]
    denies: tuple[Opposed, ...]
    denied: tuple[Opposed, ...]
    relays: tuple[Relay, ...]


def source_view(
    store: Store, gazetteer: Gazetteer, name: str, rows: Sequence[SourceRow],
    expectations: Sequence[Expectation], *, as_of: str | None,
) -> SourceView:  # fmt: skip
    """All of it, as known on `as_of`.

    `rows`: the named sources as known on `as_of`; `expectations`: all that was foreseen by then. Raises
    UsageError where no source goes by `name`.
    """
    page = source_page(store, gazetteer, name, as_of, rows, MOST_LOOKED_AT)
    promises = promised_by(page.source.names, expectations, gazetteer)
    page = msgspec.structs.replace(page, promises=record_among(promises))
    claims = _claims(store, page.statements, as_of)
    homes = {member.proposition: one.id for one in claims for member in one.statements}
    speakers = speakers_of(store, page.statements, gazetteer)
    lines = lines_of(store, page.statements, Texts(store, as_of), speakers, homes)
    denies, denied = _opposed(store, gazetteer, page, claims)
    return SourceView(
        page=page, lines=tuple(lines), denies=denies, denied=denied,
        relays=_relays(store, page.statements), promises=tuple(sorted(promises, key=_due, reverse=True)),
    )  # fmt: skip


def _due(one: Expectation) -> tuple[str, str]:
    return (one.due_to or one.due_from or "", one.id)


def _claims(store: Store, statements: Sequence[Statement], as_of: str | None) -> list[Claim]:
    """The claims that these statements are in, as known on a day, by id."""
    where = store.claims_of(part for one in statements for part in parts_of(store, one))
    if as_of is None:
        return [one for _, one in sorted(store.claims_by_id(set(where.values())).items())]
    made = {one.id: one for one in claims_on(store, list(where), as_of)}
    return [one for _, one in sorted(made.items())]


def parts_of(store: Store, statement: Statement) -> tuple[str, ...]:
    """The propositions by which a statement may be in claims: its own, or, where it denies without words of
    its own what stands elsewhere, those that it is in a claim by.
    """
    return tuple(part.id for part in statement.propositions) or store.propositions_in(statement.id)


def _opposed(
    store: Store, gazetteer: Gazetteer, page: SourcePage, claims: Iterable[Claim]
) -> tuple[tuple[Opposed, ...], tuple[Opposed, ...]]:  # fmt: skip
    """The claims of others that a source denies, and those of its own that others deny."""
    own = {one.id for one in page.statements}
    denies: list[tuple[Claim, list[str]]] = []
    denied: list[tuple[Claim, list[str]]] = []
    for claim in claims:
        for mine, theirs, found in (("denies", "supports", denies), ("supports", "denies", denied)):
            if any(member.id in own and member.stance == mine for member in claim.statements):
                others = [m.id for m in claim.statements if m.id not in own and m.stance == theirs]
                if others:
                    found.append((claim, others))
    ids = {id for _, others in (*denies, *denied) for id in others}
    statements = store.statements_by_id(ids)
    voices = _voices(store, gazetteer, page, statements)
    made = [
        tuple(
            Opposed(claim=claim, others=tuple(dict.fromkeys(voices[id] for id in others if id in voices)))
            for claim, others in side if any(id in voices for id in others)
        )
        for side in (denies, denied)
    ]  # fmt: skip
    return made[0], made[1]


def _voices(
    store: Store, gazetteer: Gazetteer, page: SourcePage, statements: Mapping[str, Statement]
) -> dict[str, Voice]:  # fmt: skip
    """Who speaks in each statement: a source by its name, else the outlet; who is the source itself is
    left out.
    """
    documents = store.documents_listed({one.document for one in statements.values()})
    found = {}
    for id, one in statements.items():
        name = named(one) if one.source.kind != "author" else ""
        row = documents.get(one.document)
        voice = Voice(name=(row.publisher if row else None) or "an outlet that is not known")
        if name:
            voice = Voice(name=name, id=subject_id(key_of_source(name, gazetteer)))
        if voice.id != page.source.id:
            found[id] = voice
    return found


def _relays(store: Store, statements: Sequence[Statement]) -> tuple[Relay, ...]:
    """The outlets that printed a source, and the named ones between, those of most documents first."""
    documents = store.documents_listed({one.document for one in statements})
    around = store.statements_by_id({one.within for one in statements if one.within})
    held: dict[str, set[str]] = {}
    for one in statements:
        row, outer = documents.get(one.document), around.get(one.within or "")
        names = [row.publisher if row else None]
        if outer and outer.source.kind in OUTLETS and not outer.source.anonymous:
            names.append(outer.source.name)
        for name in filter(None, names):
            held.setdefault(name, set()).add(one.document)
    found = []
    for name, ids in held.items():
        days = sorted(day for id in ids if id in documents and (day := documents[id].published))
        ends = (days[0], days[-1]) if days else (None, None)
        found.append(Relay(outlet=name, documents=len(ids), first=ends[0], last=ends[1]))
    return tuple(sorted(found, key=lambda one: (-one.documents, one.outlet)))
