"""Promises, schedules and forecasts: what is overdue first, and what came of each on whose word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from starlette.responses import RedirectResponse, Response

from sayso.model import Expectation, ExpectationStatus
from sayso.pipeline.promises import ExpectationQuery
from sayso.show.expectation_words import DISPUTED, disputed
from sayso.show.page_markup import Markup
from sayso.web.asked import Asked, day
from sayso.web.drawing import figured, of_expectations
from sayso.web.paging import ROWS, sliced
from sayso.web.routing import page
from sayso.web.templating import anchor
from sayso.web.words import PROMISE

ORDER: tuple[ExpectationStatus, ...] = (
    "overdue", "due", "open", "broken", "revised", "partly", "kept", "denied", "unverifiable",
)  # fmt: skip
AWAITED = frozenset({"overdue", "due"})
FILTERS = ("words", "promisor", "since", "until")
MOST_DRAWN = 12


def expectations(asked: Asked) -> Response:
    """One page of those that fit, by how they stand; `?after=` goes on."""
    query, status = _wanted(asked), asked.one_of("status", PROMISE)
    every, found = _found(asked, query), fitting(asked)
    rows, place = sliced(found, asked)
    groups = groupby(rows, lambda one: one.status)
    return asked.show(
        "expectations.html", groups=[(name, list(some)) for name, some in groups], page=place,
        shown=len(rows), total=len(found), counts=Counter(one.status for one in every), every=len(every),
        chosen=status, query=query, filtered=any(asked.query.get(name) for name in FILTERS),
        meanings={name: PROMISE[name] for name in ORDER}, present=asked.ledger.present(asked.as_of),
        picture=_picture(asked, rows), disputed=disputed, differing=DISPUTED, **_around(asked, rows),
    )  # fmt: skip


def fitting(asked: Asked) -> list[Expectation]:
    """Those that fit what is asked for, in the order of the page."""
    status = asked.one_of("status", PROMISE)
    return [one for one in _found(asked, _wanted(asked)) if status in {None, one.status}]


def dated(found: Sequence[Expectation]) -> list[Expectation]:
    """Those that have a window that can be drawn."""
    return [each for each in found if each.due_from or each.due_to]


def _picture(asked: Asked, rows: Sequence[Expectation]) -> Markup | None:
    """The windows of the first on the page; None for none."""
    drawn = dated(rows)[:MOST_DRAWN]
    filters = {name: asked.query[name] for name in (*FILTERS, "status") if name in asked.query}
    return figured(asked, of_expectations(asked, drawn), "windows", **filters) if drawn else None


def one(asked: Asked) -> Response:
    """To the place of one expectation in the whole list."""
    found = asked.ledger.expectation(asked.id(), as_of=asked.as_of)
    ids = [each.id for each in promises(asked)]
    start = ids.index(found.id) // ROWS * ROWS
    return RedirectResponse(f"{asked.link('/expectations', after=start or None)}#{anchor(found.id)}", 303)


def promises(asked: Asked) -> Sequence[Expectation]:
    """All of the day asked for, by how they stand, who can be asked about it and window; kept."""
    return _found(asked, ExpectationQuery(as_of=asked.as_of, limit=0))


def _wanted(asked: Asked) -> ExpectationQuery:
    query = asked.query
    return ExpectationQuery(
        words=query.get("words", "").strip(), promisor=query.get("promisor", "").strip() or None,
        due_since=day(query.get("since"), "since"), due_until=day(query.get("until"), "until"),
        as_of=asked.as_of, limit=0,
    )  # fmt: skip


def _found(asked: Asked, query: ExpectationQuery) -> Sequence[Expectation]:
    """All that fit, by how they stand, then by who can be asked about it, then by window."""

    def find() -> Sequence[Expectation]:
        found = asked.ledger.expectations(query).expectations
        return sorted(found, key=lambda each: (ORDER.index(each.status), _answers(each)))

    return asked.kept(("expectations", query, asked.ledger.present(asked.as_of)), find)


def _answers(one: Expectation) -> int:
    """Who can be asked why it has not come: 0 where somebody named undertook it, 1 where somebody named only
    foresaw it, 2 where nobody could be held to it. What is over or has no days is in one order.
    """
    if one.status not in AWAITED:
        return 0
    return 2 if one.anonymous else int(one.modality == "forecast")


def _around(asked: Asked, rows: Iterable[Expectation]) -> dict[str, Any]:
    """What the rows lead to: the windows before and behind, the statements of outcomes, the claims."""
    some = list(rows)
    told = {part.proposition for each in some for part in each.told}
    outcomes = {out.statement for each in some for out in each.outcomes if out.statement}
    homes = asked.ledger.claims_told(told)
    claims = {
        each.id: tuple(
            dict.fromkeys(homes[part.proposition] for part in each.told if part.proposition in homes)
        )
        for each in some
    }
    return {
        "others": asked.ledger.linked_expectations(some), "claims": claims,
        "tellers": asked.ledger.statements_by_id(outcomes),
    }  # fmt: skip


ROUTES = [page("/expectations", expectations), page("/expectations/{id}", one)]
