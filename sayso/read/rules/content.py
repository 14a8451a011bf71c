"""What is said: the clause or quotation that belongs to a cue, found without a parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Span
from sayso.read.layout.quotations import is_closed
from sayso.read.rules.source import Piece
from sayso.read.rules.view import OUTSIDE, View
from sayso.read.tagging.decoding import trim_content

REACH, HEARER = 120, 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """The cues of a sentence as words [first, end), in order; `own` is the one that is read.

    `joined`: where another cue's clause begins ("adding", "according to", "but residents denied").
    """

    own: Piece
    joined: frozenset[int]


def behind_hearer(view: View, start: int, ceiling: int, addressed: bool) -> int:
    """The word behind the hearer and the circumstances that follow a cue; `start` where there are none."""
    i = _behind_hearer(view, start, ceiling) if addressed else start
    for _ in range(4):
        further = _behind_circumstance(view, i, ceiling)
        if further == i:
            break
        i = further
    return i


def _behind_hearer(view: View, start: int, ceiling: int) -> int:
    if view.among(start, "object_pronouns"):
        return start + 1
    end = start
    while end < min(ceiling, start + HEARER) and not _ends_hearer(view, end, start):
        end += 1
    return end


def _ends_hearer(view: View, i: int, start: int) -> bool:
    token = view.at(i)
    if view.stops(i) or token in (",", ":", ";") or view.opens(i) or view.among(i, "openers", "pronouns"):
        return True
    if i == start:
        return view.finite(i)
    if view.among(i, "determiners") and not view.among(i - 1, "prepositions", "coordinators", "determiners"):
        return True
    return view.among(i, "prepositions") and not view.among(i, "of")


def _behind_circumstance(view: View, i: int, ceiling: int) -> int:
    """Behind "on Monday", "in a statement", "at a rally in Orlan", or an adverb; `i` where none follows."""
    if view.among(i, "leads") and i + 1 < ceiling:
        return i + 1
    if view.among(i, "calendar", "calendar_modifiers"):
        end = _calendar_end(view, i, ceiling)
        if end > i:
            return end
    if not view.among(i, "prepositions") or view.among(i, "openers"):
        return i
    end = _calendar_end(view, i + 1, ceiling)
    if end > i + 1:
        return end + (view.at(end) == "," and view.among(end + 1, "openers"))
    return _occasion_end(view, i, ceiling)


def _calendar_end(view: View, i: int, ceiling: int) -> int:
    end = i
    while end < ceiling and view.among(end, "calendar_modifiers"):
        end += 1
    if not view.among(end, "calendar") and not (view.at(end).isdigit() and len(view.at(end)) == 4):
        return i
    while end < ceiling and (
        view.among(end, "calendar")
        or view.at(end)[:1].isdigit()
        or (view.at(end) == "." and end + 1 < ceiling)
        or (view.at(end) == "," and view.at(end + 1)[:1].isdigit())
    ):
        end += 1
    return end


def _occasion_end(view: View, i: int, ceiling: int) -> int:
    """Behind "at a rally in Orlan": up to "that", a mark, or past the noun of the occasion."""
    last = i
    for j in range(i + 1, min(ceiling, i + HEARER)):
        if view.stops(j) or view.at(j) in (",", ":", ";") or view.opens(j):
            return j if last > i or view.stops(j) else i
        if view.among(j, "openers") and not view.among(j, "to"):
            return j
        if view.finite(j) or view.among(j, "pronouns"):
            break
        if view.among(j, "occasions"):
            last = j
        elif last > i and view.among(j, "determiners") and not view.among(j - 1, "prepositions"):
            break
    return last + 1 if last > i else i


def clause_end(view: View, start: int, ceiling: int, heads: Heads) -> int:
    """The word at which the clause that begins at `start` ends; quotations are not broken."""
    level = view.level(start) if not view.opens(start) else OUTSIDE
    for i in range(start + 1, min(ceiling, start + REACH)):
        if view.level(i) != level and view.level(i) != OUTSIDE:
            continue
        if view.at(i) == ";" and view.level(i) == view.level(heads.own[0]):
            return i
        if view.level(i) == level and _leaves(view, start, i, heads):
            return i
        if i in heads.joined:
            return i
    return ceiling


def _leaves(view: View, start: int, comma: int, heads: Heads) -> bool:
    """Whether at a comma the content is left: it is a bare phrase, a contrast begins, or the main clause.

    "The bank, which backs talks, …" ends a phrase; "While X denied it, …" ends a fronted clause.
    """
    if view.at(comma) != ",":
        return False
    if view.among(comma + 1, "contrasts"):
        return True
    if view.among(start, "that"):
        return False
    if not any(view.finite(j) for j in range(start, min(comma, start + HEARER))):
        return comma - start < HEARER
    return view.among(0, "subordinators") and not any(
        view.at(j) == "," for j in range(min(heads.own[0], HEARER))
    )


def content_span(view: View, first: int, end: int) -> Span:
    """The words [first, end) as content: with their quotation marks, without a full stop outside of them.

    A quotation in which the piece ends, or begins, is taken in whole if it is not the cue's own.
    """
    span = view.part(first, end)
    if span.start >= span.end:
        return span
    return trim_content(view.text, span)


def quotation_span(view: View, number: int) -> Span:
    """One quotation of the sentence, with its marks, also where it reaches into other sentences."""
    whole = view.quotations[number]
    return trim_content(view.text, whole) if is_closed(view.text, whole) else whole


def quotations_behind(view: View, start: int, ceiling: int, joined: frozenset[int]) -> list[int]:
    """The numbers of the quotations that begin behind `start`, up to where another cue's clause begins."""
    found: list[int] = []
    for i in range(start, min(ceiling, start + REACH)):
        if i in joined:
            break
        if view.opens(i) and (view.at(i - 1) in (",", ":", ".", ";") or i == start or view.closes(i - 1)):
            found.append(view.level(i))
    return found


def quotation_before(view: View, end: int) -> int:
    """The number of the quotation that closes right before the word `end` (or its comma), or -1."""
    for i in (end - 1, end - 2):
        if i >= 0 and view.level(i) != OUTSIDE and view.level(i) != view.level(end) and view.closes(i):
            return view.level(i)
        if view.at(i) not in (",", ""):
            break
    return OUTSIDE


def is_only(view: View, first: int, end: int, names: Sequence[str]) -> bool:
    """Whether all words [first, end) are of the named classes; True for none, False for very many."""
    return end - first < REACH and all(
        view.among(i, *names) or not view.at(i).isalnum() for i in range(first, end)
    )
