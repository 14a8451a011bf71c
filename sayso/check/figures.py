"""Numbers and days of the draft that differ from those of the ledger, as intervals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.check.making import made
from sayso.check.matter import Figure, Match, Matter, Printed, Said
from sayso.check.measures import comparable, in_one_unit
from sayso.check.told import nearly, of_one_source, quoted, supporting
from sayso.check.words import has, lowered
from sayso.model import ClaimValue, Finding, Span, Spans, Time

BEHIND_CHARS = 14
MOST_MORE = 1.5  # an estimate of more than this times "at least" is another number


def numbers(matter: Matter, said: Said) -> Iterator[Finding]:
    """A number that no sure match gives, nor any other value of its claim; *perhaps* where none is sure."""
    sure = supporting(said)
    found = sure or nearly(said)
    for figure in said.figures:
        theirs = [(m, f) for m in found for f in m.printed.figures if _one_matter(f, figure)]
        if not theirs or any(agrees(figure, f) for _, f in theirs) or (not sure and _given(said, figure)):
            continue
        if any(agrees(figure, _figure(v)) for m in found for v in _values(m, figure)):
            continue
        match, other = max(theirs, key=lambda pair: (round(pair[0].p, 2), pair[0].printed.published or ""))
        spans = _place(matter.document.text, said, figure.text)
        why = f"the draft has “{figure.text}”, the ledger “{other.text}”: {quoted(match.printed)}."
        later = _later([pair for pair in theirs if pair[0] is not match], match)
        yield made(
            matter, "number", said.sentence, spans, _opened(why, perhaps=not sure) + later,
            [m.printed for m, _ in theirs], claim=match.claim, perhaps=not sure,
        )  # fmt: skip


def _given(said: Said, figure: Figure) -> bool:
    """Whether anything that may be of the matter gives this number."""
    return any(_one_matter(f, figure) and agrees(figure, f) for m in said.matches for f in m.printed.figures)


def _opened(why: str, *, perhaps: bool) -> str:
    """A reason as a sentence; behind "Perhaps:" it goes on as it is."""
    return why if perhaps else why[0].upper() + why[1:]


def gives(printed: Printed, figures: Iterable[Figure]) -> bool:
    """Whether printed words give every amount asked for: who says nothing of the toll is no second voice."""
    return all(
        any(_one_matter(mine, one) and agrees(mine, one) for one in printed.figures)
        for mine in figures
        if mine.slot
    )


def counted_otherwise(matter: Matter, said: Said) -> Iterator[Finding]:
    """The one number of a source that counts it under another word: "61 names" for "the names of 41 men"."""
    if len(said.figures) != 1 or not said.figures[0].slot:
        return
    (mine,) = said.figures
    found = [m for m in supporting(said) if of_one_source(said.statement, m.printed.statement)]
    theirs = [(m, m.printed.figures[0]) for m in found if len(m.printed.figures) == 1]
    if not theirs or len(theirs) < len(found) or any(mine.slot == f.slot for _, f in theirs):
        return
    if any(agrees(mine, f) or not _names_it(mine, m, f, said) for m, f in theirs):
        return
    match, other = theirs[0]
    why = f"the draft has “{mine.text}”, the ledger “{other.text}”: {quoted(match.printed)}."
    yield made(
        matter, "number", said.sentence, _place(matter.document.text, said, mine.text), why,
        [m.printed for m, _ in theirs], claim=match.claim, perhaps=True,
    )  # fmt: skip


def _names_it(mine: Figure, match: Match, other: Figure, said: Said) -> bool:
    """Whether what the one counts is named by the other, too."""
    printed, own = lowered(match.printed.proposition.text), lowered(said.proposition.text)
    return any(word.startswith(mine.slot) for word in printed) or any(
        word.startswith(other.slot) for word in own if other.slot
    )


def _one_matter(a: Figure, b: Figure) -> bool:
    return comparable(a, b)


def agrees(draft: Figure, printed: Figure) -> bool:
    """Whether a draft's amount is what was printed, or no more than what it allows.

    "at least 40" agrees with "at least 45" and "about 45", not the other way round; two closed amounts
    agree where they overlap. In another unit they agree where they are nearly the same.
    """
    draft, printed = in_one_unit(draft, printed)
    if draft.low is not None and draft.high is None:
        return printed.low is not None and printed.low >= draft.low
    if draft.high is not None and draft.low is None:
        return printed.high is not None and printed.high <= draft.high
    if printed.high is None:
        return printed.low is None or _within(printed.low, draft)
    if printed.low is None:
        return _within(printed.high, draft)
    low, high = draft.low or 0.0, draft.high if draft.high is not None else float("inf")
    return max(low, printed.low) <= min(high, printed.high)


def _within(end: float, figure: Figure) -> bool:
    """Whether an end lies in a closed amount, or not far below it where that is an estimate around more."""
    low, high = figure.low or 0.0, figure.high if figure.high is not None else float("inf")
    return low <= end <= high or (low < high and end <= low <= MOST_MORE * end)


def _values(match: Match, figure: Figure) -> Iterator[ClaimValue]:
    if match.claim:
        yield from (value for value in match.claim.values if value.slot == figure.slot)


def _figure(value: ClaimValue) -> Figure:
    return Figure(low=value.value.low, high=value.value.high, slot=value.slot, text="")


def _later(others: list[tuple[Match, Figure]], shown: Match) -> str:
    earlier = [f.text for m, f in others if (m.printed.published or "") < (shown.printed.published or "")]
    return (
        f" It was “{earlier[0]}” before, and was revised." if earlier and shown.relation == "update" else ""
    )


def _place(text: str, said: Said, words: str) -> Spans:
    for span in (*said.proposition.spans, said.sentence):
        at = text.find(words, span.start, span.end)
        if words and at >= 0:
            return (Span(at, at + len(words)),)
    return said.proposition.spans


def dates(matter: Matter, said: Said) -> Iterator[Finding]:
    """A day of which every sure match says another; *perhaps* where none is sure."""
    sure = supporting(said)
    found = sure or [m for m in nearly(said) if _of_one_matter(said, m)]
    for time in said.proposition.times:
        theirs = [
            (m, t)
            for m in found
            for t in m.printed.proposition.times
            if (t.role == time.role or (not sure and m.relation == "update")) and _comparable(time, t)
        ]
        if not theirs or any(_meet(time, other) for _, other in theirs):
            continue
        if _otherwise(matter, time) or (not sure and _dated_so(said, time)):
            continue
        match, other = theirs[0]
        why = f"the draft has {_told(time, other)}, the ledger {_told(other, time)}: {quoted(match.printed)}."
        yield made(
            matter, "date", said.sentence, time.spans, _opened(why, perhaps=not sure),
            [m.printed for m, _ in theirs], claim=match.claim, perhaps=not sure,
        )  # fmt: skip


def _of_one_matter(said: Said, match: Match) -> bool:
    """Whether an unsure match is of one matter but for a day: comparing says so, or one source says both."""
    return match.relation == "update" or of_one_source(said.statement, match.printed.statement)


def _dated_so(said: Said, time: Time) -> bool:
    """Whether anything that may be of the matter has it on this day."""
    return any(
        _comparable(time, t) and _meet(time, t) for m in said.matches for t in m.printed.proposition.times
    )


def _otherwise(matter: Matter, time: Time) -> bool:
    """Whether the words behind a time say that it is another one: "the Sunday before last"."""
    end = time.spans[-1].end if time.spans else 0
    behind = matter.document.text[end : end + BEHIND_CHARS]
    return bool(time.spans) and has(behind.split(",")[0].split(".")[0], "other_than_said", matter.language)


def _told(time: Time, beside: Time) -> str:
    """The printed words of a time, with its days where the other's words are the same ("by April")."""
    words = f"“{time.text}”"
    if time.text.lower() != beside.text.lower():
        return words
    days = [day for day in dict.fromkeys((time.from_, time.to)) if day]
    return f"{words} ({' to '.join(days)})"


def _comparable(a: Time, b: Time) -> bool:
    return (bool(a.from_) and bool(b.from_)) or (bool(a.to) and bool(b.to))


def _meet(a: Time, b: Time) -> bool:
    """Whether two times may be one: their days overlap; of two that are open on one side, the other ends."""
    if a.from_ is None and b.from_ is None:
        return a.to == b.to
    if a.to is None and b.to is None:
        return a.from_ == b.from_
    first, last = max(a.from_ or "", b.from_ or ""), min(a.to or "9999", b.to or "9999")
    return first <= last
