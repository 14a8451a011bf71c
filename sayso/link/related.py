"""What two documents have to do with each other makes it likelier that they speak of one claim."""

from __future__ import annotations

from datetime import date

import msgspec

from sayso.link.derivations import is_publisher
from sayso.link.lineage import Report
from sayso.link.mark import Link

CITED_ODDS = 6.0  # how much likelier one claim is where one text cites the other's outlet for it
NEAR_DAYS = 21


def related(link: Link, a: Report, b: Report) -> Link:
    """The link, surer where one report has it from the other's outlet, and says so; else as it was.

    `a` and `b` are the reports of the link's ends, in its order. The text that cites appeared on the same day
    or at most three weeks later.
    """
    why = citing(a, b)
    if not why:
        return link
    odds = CITED_ODDS * link.p / max(1e-9, 1 - link.p)
    return msgspec.structs.replace(link, p=round(odds / (1 + odds), 4), why=(*link.why, why))


def citing(a: Report, b: Report) -> str:
    """Which of two reports has it from the other's outlet, as a sentence; "" where neither does."""
    for later, earlier in ((a, b), (b, a)):
        if cites(later, earlier):
            return f"{later.publisher.name or 'One'} has it from {earlier.publisher.name}, and says so."
    return ""


def cites(later: Report, earlier: Report) -> bool:
    """Whether a report names the other's outlet as whom it has it from, and was published after it."""
    if later.document == earlier.document or not near(later.published, earlier.published):
        return False
    parties = (*later.through, *((later.first_hand,) if later.first_hand else ()))
    return any(
        is_publisher(party, earlier.publisher) and not is_publisher(party, later.publisher)
        for party in parties
    )


def near(later: str | None, earlier: str | None) -> bool:
    """Whether the first of two days is the other or at most three weeks behind it; not where one is None."""
    if later is None or earlier is None:
        return False
    try:
        days = (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    except ValueError:
        return False
    return 0 <= days <= NEAR_DAYS
