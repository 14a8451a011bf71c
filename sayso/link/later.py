"""What a proposition tells later than another: a revised figure, a day since, a change."""

from __future__ import annotations

from sayso.link.compare import updates
from sayso.link.mark import Mark
from sayso.link.phrases import begins_with, phrases_in
from sayso.link.view import day_of, view_of
from sayso.link.words import low_words

PERFECT = frozenset({"has", "have"})
WEEK_DAYS = 7  # so long one event is told with several days, and "back" and "now" belong to it


def revises(mark: Mark, gist: Mark) -> bool:
    """Whether it gives, later, another amount; or, after more than a week, another day or one since.

    Another is looked for only where both give an amount, or a day.
    """
    after = days_between(gist, mark)
    if after <= 0:
        return False
    amounts = bool(mark.amounts and gist.amounts)
    days = after > WEEK_DAYS and any(mark.days) and any(gist.days)
    if (amounts or days) and updates(view_of(mark), view_of(gist)):
        return True
    return after > WEEK_DAYS and _happened_since(mark, gist)


def changed(mark: Mark, gist: Mark) -> bool:
    """Whether it says, more than a week later, that things have changed, in words that the other has not."""
    if mark.target is not None or mark.stems == gist.stems or days_between(gist, mark) <= WEEK_DAYS:
        return False
    ours, theirs = ({phrase.lower() for phrase in phrases_in(one.text, "changes")} for one in (mark, gist))
    return not ours <= theirs


def came_since(negative: Mark, plain: Mark) -> bool:
    """Whether the one says that it had not come about yet, and the other, later, that it did after that.

    The other tells of a day after the first was printed; or it is more than a week later, and both tell how
    things have come to stand ("nobody has been arrested", "two men have been arrested").
    """
    after = days_between(negative, plain)
    if after <= 0 or plain.negated or not negative.negated or "deny" in (negative.act, plain.act):
        return False
    begins = plain.days[0] or ""
    if begins and all(plain.days):
        return begins > (negative.published or "")
    open_ = phrases_in(negative.text, "not_yet") or _of_none_so_far(negative.text)
    return after > WEEK_DAYS and bool(open_) and not PERFECT.isdisjoint(low_words(plain.text))


def _of_none_so_far(text: str) -> bool:
    return begins_with(text, "total_negatives") and not PERFECT.isdisjoint(low_words(text))


def days_between(one: Mark, other: Mark) -> int:
    """How many days after the first the second was printed, below 0 where before; 0 where one is unknown."""
    first, last = day_of(one.published), day_of(other.published)
    return last - first if first is not None and last is not None else 0


def _happened_since(mark: Mark, gist: Mark) -> bool:
    """Whether what it tells began after the gist was printed and is over, on days that the gist does not
    foresee.
    """
    first, last = mark.days
    if not (first and last and gist.published and mark.published) or mark.stems == gist.stems:
        return False
    if not gist.published < first <= last <= mark.published:
        return False
    begins, ends = gist.days[0] or gist.days[1], gist.days[1] or gist.days[0]
    return not (begins and ends) or ends < first or last < begins
