"""Open questions: hearsay alone, what nobody could verify, who gave no answer, values that conflict, what is
overdue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.model import ClaimValue, DossierPromise, Member, OpenQuestion, QuestionKind, Quote, Statement
from sayso.pipeline.dossiers.claims import Chosen, Ranked
from sayso.pipeline.dossiers.finding import Found
from sayso.pipeline.dossiers.quoting import Texts, plain, when

ASKED: Mapping[str, QuestionKind] = {"unconfirmed": "could-not-verify", "decline": "declined"}
ORDER: tuple[QuestionKind, ...] = ("values", "could-not-verify", "declined", "overdue", "unconfirmed")


def questions_of(
    chosen: Chosen, promises: Sequence[DossierPromise], found: Found, texts: Texts
) -> list[OpenQuestion]:
    """The open questions of a subject by kind, then in order of publication; the same words once a kind."""
    every = [
        *_values(chosen.every, texts),
        *_asked(found.statements.values(), texts),
        *(_overdue(one) for one in promises if one.status == "overdue"),
        *_hearsay(chosen),
    ]
    kept: dict[tuple[str, str], OpenQuestion] = {}
    for one in sorted(every, key=lambda q: (ORDER.index(q.kind), when(q.quotes[0]))):
        kept.setdefault((one.kind, plain(one.quotes[0])), one)
    return list(kept.values())


def _asked(statements: Iterable[Statement], texts: Texts) -> Iterator[OpenQuestion]:
    for statement in statements:
        quote = texts.quote(statement) if statement.act in ASKED else None
        if quote is not None:
            yield OpenQuestion(kind=ASKED[statement.act], quotes=(quote,))


def _overdue(promise: DossierPromise) -> OpenQuestion:
    return OpenQuestion(
        kind="overdue", quotes=(promise.quote,), expectation=promise.id, due_to=promise.due_to
    )


def _hearsay(chosen: Chosen) -> Iterator[OpenQuestion]:
    for one in (*chosen.main, *chosen.uncertain):
        if one.claim.status == "unconfirmed":
            yield OpenQuestion(kind="unconfirmed", quotes=(one.lead,), claim=one.claim.id)


def _values(ranked: Iterable[Ranked], texts: Texts) -> Iterator[OpenQuestion]:
    """The slots of claims in which values conflict, with the first words that give each."""
    for one in ranked:
        members = {member.id: member for member in one.claim.statements}
        slots: dict[tuple[str, str], list[ClaimValue]] = {}
        for value in one.claim.values:
            slots.setdefault((value.slot, value.value.unit.lower()), []).append(value)
        for values in slots.values():
            if len(values) > 1:
                pairs = [(value, _first(value, members, texts)) for value in values]
                kept = [(value, quote) for value, quote in pairs if quote]
                if len(kept) > 1:
                    yield OpenQuestion(
                        kind="values", claim=one.claim.id, quotes=tuple(quote for _, quote in kept),
                        values=tuple(_bare(value) for value, _ in kept),
                    )  # fmt: skip


def _bare(value: ClaimValue) -> ClaimValue:
    """A value without its probability, which is on demand only."""
    return msgspec.structs.replace(value, probability=None)


def _first(value: ClaimValue, members: Mapping[str, Member], texts: Texts) -> Quote | None:
    there = [members[id] for id in value.statements if id in members]
    quotes = [quote for member in there if (quote := texts.of_member(member))]
    return min(quotes, key=when, default=None)
