"""Shows what was foretold as it stands on a day: filters, what a person decided, records of promisors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from sayso.assess.promises.expectations import Standing, expectation_on, status_on
from sayso.assess.promises.slip import chance
from sayso.errors import UsageError
from sayso.model import Expectation, ExpectationStatus, Judgement, PromisorRecord, Retelling
from sayso.pipeline.decided_values import clear
from sayso.pipeline.decisions import in_order, standing_for
from sayso.pipeline.listing import key_of_source
from sayso.reference.gazetteer import Gazetteer
from sayso.store.store import Store

Sort = Literal["due", "newest", "oldest"]
SHORTEST_ID = 4
NO_DAY = "9999-99-99"
_STANDING = msgspec.msgpack.Decoder(Standing)
DECIDED: Mapping[str, ExpectationStatus] = {
    "kept": "kept", "partly": "partly", "broken": "broken", "revised": "revised", "denied": "denied",
    "unverifiable": "unverifiable",
}  # fmt: skip
MOST_DELIVERED = 1e15
WAITING = frozenset({"open", "due", "unverifiable"})


class ExpectationQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which expectations are wanted; what is None or "" asks for nothing. `limit` 0: all of them.

    `promisor` is a part of a name, `words` parts of what is told. `fell_due_since`: the window ended on that
    day or later, and not after `as_of`. `due_since` and `due_until`: some day of the window lies
    there. `as_of`: as known on that day, an ISO date; the ledger's present day where it is None.
    """

    words: str = ""
    status: ExpectationStatus | None = None
    promisor: str | None = None
    fell_due_since: str | None = None
    due_since: str | None = None
    due_until: str | None = None
    sort: Sort = "due"
    limit: int = 20
    as_of: str | None = None


class ExpectationPage(msgspec.Struct, frozen=True, kw_only=True):
    """The expectations of one page, and how many fit in all."""

    expectations: tuple[Expectation, ...]
    total: int


def find_expectations(store: Store, query: ExpectationQuery, as_of: str) -> ExpectationPage:
    """The expectations that fit, in the order asked for, ties by id.

    What is kept is filtered first, and only the page is made whole: thousands take a tenth of a second.
    """
    decided = _decisions(store, as_of)
    kept = (_STANDING.decode(blob) for blob in store.expectation_blobs(as_of))
    fitting = [one for one in kept if as_of >= one.day and _fits(one, query, as_of, decided)]
    fitting.sort(key=lambda one: _order(one, query.sort), reverse=query.sort == "newest")
    page = (expectation_on(one, as_of) for one in fitting[: query.limit or None])
    found = tuple(with_chance(_decided(one, decided)) for one in page if one is not None)
    return ExpectationPage(expectations=found, total=len(fitting))


def expectations_on(store: Store, as_of: str) -> list[Expectation]:
    """Every expectation that was known on a day, as it stood then, what people decided by then in it."""
    decided = _decisions(store, as_of)
    kept = (_STANDING.decode(blob) for blob in store.expectation_blobs(as_of))
    found = (expectation_on(one, as_of) for one in kept)
    return [_decided(one, decided) for one in found if one is not None]


def expectations_in(store: Store, propositions: Iterable[str], as_of: str) -> list[Expectation]:
    """The expectations that these propositions tell, as they stood on a day, by window; [] for none."""
    told = store.tellings(propositions).values()
    rows = store.expectations_by_id({row.expectation for row in told if row.expectation})
    decided = _decisions(store, as_of) if rows else {}
    found = (expectation_on(_STANDING.decode(blob), as_of) for blob in rows.values())
    kept = [_decided(one, decided) for one in found if one is not None]
    return sorted(kept, key=lambda one: (one.due_to or one.due_from or NO_DAY, one.id))


def linked_with(store: Store, found: Sequence[Expectation]) -> dict[str, Expectation]:
    """Those whose windows these move, or that move theirs, by id, each as of the same day."""
    ids = {id for one in found for id in (one.revises, one.revised_by) if id}
    as_of = found[0].as_of if found else None
    rows = store.expectations_by_id(ids) if ids and as_of else {}
    linked = {id: expectation_on(_STANDING.decode(blob), as_of or "") for id, blob in rows.items()}
    return {id: one for id, one in linked.items() if one is not None}


def one_expectation(store: Store, id: str, as_of: str) -> Expectation:
    """One expectation, by its id, that of a statement or proposition in it, or the beginning of its id.

    Raises UsageError where there is none, or more than one.
    """
    every = expectations_on(store, as_of)
    inside = [
        one for one in every if id == one.id or any(id in {t.statement, t.proposition} for t in one.told)
    ]
    beginning = id if id.startswith("e:") else f"e:{id}"
    if not inside and len(beginning) >= SHORTEST_ID + len("e:"):
        inside = [one for one in every if one.id.startswith(beginning)]
    if not inside:
        raise UsageError(f"no expectation {id!r} in {store.path} by {as_of}; see `sayso expectations`")
    if len({one.id for one in inside}) > 1:
        raise UsageError(f"{id!r} begins several ids: {', '.join(one.id for one in inside[:5])}")
    return with_chance(inside[0])


def with_chance(one: Expectation) -> Expectation:
    """The expectation with the probability that it is still kept, where that is open."""
    return msgspec.structs.replace(one, probability=chance(one)) if one.word_by is None else one


def _decisions(store: Store, as_of: str) -> dict[str, Judgement]:
    """The outcomes that people set by a day, by what they are about now; the last decision on one counts."""
    made = [
        one
        for one in in_order(clear(store.judgements(what=["outcome"])))
        if one.at[:10] <= as_of and one.value["outcome"] in DECIDED
    ]
    present = standing_for(store, {target for one in made for target in one.targets})
    decided: dict[str, Judgement] = {}
    for one in made:
        for target in one.targets:
            decided.update(dict.fromkeys((target, *present[target]), one))
    return decided


def _decided(one: Expectation, decided: Mapping[str, Judgement]) -> Expectation:
    judgement = _decision(one.id, one.told, decided)
    if judgement is None:
        return one
    delivered = judgement.value.get("delivered", one.delivered)
    why = f"{judgement.by} decided on {judgement.at[:10]}: {judgement.why}"
    return msgspec.structs.replace(
        one, status=DECIDED[judgement.value["outcome"]], word_by=judgement.by, why=(why, *one.why),
        delivered=_amount(delivered, one.delivered),
    )  # fmt: skip


def _amount(said: object, otherwise: float | None) -> float | None:
    """A number as a person said it; what was read where that is none."""
    number = isinstance(said, int | float) and not isinstance(said, bool) and abs(said) < MOST_DELIVERED
    return float(said) if number and isinstance(said, int | float) else otherwise


def _decision(id: str, told: Iterable[Retelling], decided: Mapping[str, Judgement]) -> Judgement | None:
    """The last decision on an expectation, on a proposition or on a statement in it; None for none."""
    if not decided:
        return None
    ids = [id, *(part for one in told for part in (one.proposition, one.statement))]
    return max((decided[part] for part in ids if part in decided), key=lambda j: j.at, default=None)


def _fits(one: Standing, query: ExpectationQuery, as_of: str, decided: Mapping[str, Judgement]) -> bool:
    first, last = one.first or one.last, one.last
    return (
        (query.promisor is None or (not one.anonymous and query.promisor.lower() in one.promisor.lower()))
        and (query.fell_due_since is None or (last is not None and query.fell_due_since <= last <= as_of))
        and (query.due_since is None or (first is not None and (last or NO_DAY) >= query.due_since))
        and (query.due_until is None or (first is not None and first <= query.due_until))
        and (query.status is None or _status(one, as_of, decided) == query.status)
        and _says(one, query.words.lower().split())
    )


def _status(one: Standing, as_of: str, decided: Mapping[str, Judgement]) -> ExpectationStatus:
    judgement = _decision(one.id, one.told, decided)
    if judgement is not None:
        return DECIDED[judgement.value["outcome"]]
    return status_on(one.first, one.last, one.outcomes, as_of)


def _says(one: Standing, words: Sequence[str]) -> bool:
    if not words:
        return True
    told = one.told[0]
    said = f"{told.text} {one.promisor} {' '.join(told.chain)} {one.condition or ''}".lower()
    return all(word in said for word in words)


def _order(one: Standing, sort: Sort) -> tuple[str, str, str]:
    told = one.told[0].published or NO_DAY
    return (one.last or one.first or NO_DAY, told, one.id) if sort == "due" else (told, one.id, "")


def records_of(expectations: Iterable[Expectation], gazetteer: Gazetteer) -> list[PromisorRecord]:
    """A record for each named promisor, those who promised most first; spellings of one body are one.

    Who is anonymous has no record. A window that was moved counts as revised, the new one by its own outcome.
    """
    groups: dict[str, list[Expectation]] = {}
    for one in expectations:
        if one.promisor and not one.anonymous:
            groups.setdefault(key_of_source(one.promisor, gazetteer), []).append(one)
    found = [_record(group) for group in groups.values()]
    return sorted(found, key=lambda record: (-record.promised, record.promisor))


def _record(group: Sequence[Expectation]) -> PromisorRecord:
    names = sorted({one.promisor for one in group})
    counts = {name: sum(one.status == name for one in group) for name in _COUNTED}
    return PromisorRecord(
        promisor=names[0], names=tuple(names), promised=len(group), **counts,
        waiting=sum(one.status in WAITING for one in group),
    )  # fmt: skip


_COUNTED = ("kept", "partly", "revised", "broken", "overdue", "denied")


def record_of(
    names: Iterable[str], expectations: Iterable[Expectation], gazetteer: Gazetteer
) -> PromisorRecord | None:
    """The record of a source by its names; None where it promised nothing."""
    return record_among(promised_by(names, expectations, gazetteer))


def record_among(promised: Sequence[Expectation]) -> PromisorRecord | None:
    """The record of the one who promised all of this; None for nothing."""
    return _record(promised) if promised else None


def promised_by(
    names: Iterable[str], expectations: Iterable[Expectation], gazetteer: Gazetteer
) -> list[Expectation]:
    """What a source promised or foresaw, by its names, in the order given; [] for nothing."""
    keys = {key_of_source(name, gazetteer) for name in names}
    return [
        one
        for one in expectations
        if one.promisor and not one.anonymous and key_of_source(one.promisor, gazetteer) in keys
    ]
