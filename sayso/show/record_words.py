"""A source's record in words: how many of its claims are resolved and how many of these were right."""

from __future__ import annotations

from sayso.model import Record
from sayso.show.grouping import count

FEWEST = 5


def record_words(record: Record | None) -> str:
    """One phrase; "" where nobody has resolved anything of it.

    >>> record_words(Record(source="x", kind="media", accuracy=0.6, band=(0.4, 0.8), right=1))
    'right in 1 of 1 resolved claim: fewer than 5, so no record of its own'
    """
    if record is None or not record.right + record.wrong:
        return ""
    resolved = record.right + record.wrong
    words = f"right in {record.right} of {count(resolved, 'resolved claim')}"
    if record.prior:
        return f"{words}: fewer than {FEWEST}, so no record of its own"
    return words


def prior_words(record: Record | None) -> str:
    """What a source with no record of its own is taken for, or what its record amounts to; "" for none.

    >>> prior_words(Record(source="x", kind="media", accuracy=0.6, band=(0.4, 0.8)))
    'no record of its own: taken for 60 % right, as its kind'
    """
    if record is None:
        return ""
    low, high = record.band
    share = f"{record.accuracy:.0%}".replace("%", " %")
    if not record.prior:
        return f"taken for {share} right ({low * 100:.0f} to {high * 100:.0f} %)"
    return f"no record of its own: taken for {share} right, as its kind"
