"""Many origins at once that nobody could be held to: what one hand could have made.

Whoever forges a witness for each of a dozen outlets leaves nothing in their texts by which to tell. What can
be seen is that a claim rests on unnamed witnesses of many outlets within a few days; it is said, and counted
as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.link.lineage import Testimony
from sayso.link.reasons import number, sentence
from sayso.link.view import day_of
from sayso.model import Origins

LEAST = 5  # origins; fewer are what any large event has
MOST_DAYS = 7


def burst(members: Sequence[Testimony], origins: Origins) -> str:
    """What to say of one stance, whose testimonies and origins these are; "" where there is no burst.

    At least five origins that rest on unnamed sources alone and were first printed within seven days. Says
    how many others there are, which is what stays if these are one hand's.
    """
    by_statement = {one.report.statement: one for one in members}
    groups = [[by_statement[id] for id in group.statements] for group in origins.groups if group.recorded]
    days = sorted(day for group in groups if (day := _first_day(group)) is not None)
    week = _densest(days)
    count = len(week)
    if count < LEAST:
        return ""
    first, last = (date.fromordinal(day) for day in (week[0], week[-1]))
    others = origins.count - count
    rest = f"without them it has {number(others)}" if others > 0 else "it has no other"
    when = f"between {first} and {last}" if first != last else f"on {first}"
    return sentence(
        f"{number(count)} of its origins are unnamed sources of as many outlets, first printed {when}:"
        f" nothing here tells them from the work of one hand; {rest}"
    )


def _first_day(group: Sequence[Testimony]) -> int | None:
    """When an origin was first printed; None where no day is known, or where somebody can be held to it."""
    days = [day for one in group if (day := day_of(one.report.published)) is not None]
    first_hand = any(one.report.first_hand for one in group)
    named = any(party.named and not party.outlet for one in group for party in one.report.chain)
    return min(days) if days and first_hand and not named else None


def _densest(days: Sequence[int]) -> Sequence[int]:
    """The days, in order, of the week that most fall into, the earliest of such."""
    start, end, first = 0, 0, 0
    for last, day in enumerate(days):
        while day - days[first] >= MOST_DAYS:
            first += 1
        if last + 1 - first > end - start:
            start, end = first, last + 1
    return days[start:end]
