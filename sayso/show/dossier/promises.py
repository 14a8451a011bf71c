"""Promised against delivered: a table with quantities and windows, and the printed words behind each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.model import Dossier, DossierOutcome, DossierPromise
from sayso.show.dossier.parts import Item, Part, Section, Sentence, Table
from sayso.show.dossier.quoted import more, printed
from sayso.show.dossier.words import say
from sayso.show.expectation_words import MODALITY, OUTCOME, STATUS, window

HEADS = ("", "by whom", "window", "promised", "delivered", "status")


def promises_section(dossier: Dossier, numbers: Mapping[str, int]) -> Section:
    """The section of promises; a drawing of its windows may stand before its table."""
    promises = dossier.promises
    if not promises:
        return Section(key="promises", title=say("promises"), about=say("promises_none"))
    rows = tuple(_row(number, one) for number, one in enumerate(promises, start=1))
    return Section(
        key="promises", title=say("promises"), picture=True, numbered=True,
        table=Table(heads=HEADS, rows=rows, keys=tuple(one.status for one in promises)),
        items=tuple(_item(one, numbers) for one in promises),
        more=more(dossier.totals.promises, promises),
    )  # fmt: skip


def _row(number: int, one: DossierPromise) -> tuple[str, ...]:
    """The cells of a promise; an amount that came is told only beside the amount that was promised."""
    unit = one.quantity.unit if one.quantity else ""
    whole, came = (one.quantity.value, one.delivered) if one.quantity else (None, None)
    return (
        str(number), one.promisor or say("nobody"), window(one.due_from, one.due_to), _number(whole, unit),
        _number(came, unit), one.status,
    )  # fmt: skip


def _number(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:,.10g} {unit}".strip()


def _item(one: DossierPromise, numbers: Mapping[str, int]) -> Item:
    status = say("stands", status=one.status, meaning=STATUS[one.status])
    parts: list[Part] = [Sentence(words=status, tone="status", key=one.status)]
    parts.append(printed(one.quote, numbers, label=f"{MODALITY[one.modality]}:".capitalize()))
    parts += [part for outcome in one.outcomes for part in _outcome(outcome, numbers)]
    if one.word_by:
        parts.append(Sentence(words=say("set_by", by=one.word_by)))
    return Item(parts=tuple(parts), id=one.id)


def _outcome(outcome: DossierOutcome, numbers: Mapping[str, int]) -> Iterator[Part]:
    label = say("outcome", outcome=OUTCOME[outcome.kind]).capitalize()
    if outcome.quote is not None:
        side = "denied" if outcome.kind in {"against", "denied"} else ""
        yield printed(outcome.quote, numbers, label=label, side=side)
    else:
        yield Sentence(words=f"{label} {say('outcome_by', why=outcome.why.rstrip('.'))}")
