"""A cue in its sentence: its words, the bounds that hold for it, and the cues around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model import Span
from sayso.read.cues.finding import CueMatch
from sayso.read.rules.content import Heads
from sayso.read.rules.source import Piece
from sayso.read.rules.view import OUTSIDE, View, part_of_speech

NEAR = 12  # cues at either side of one that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A cue in its sentence: its words [first, end), and the bounds of its quotation or sentence."""

    view: View
    match: CueMatch
    first: int
    end: int
    low: int
    high: int
    floor: int
    heads: tuple[Piece, ...]
    joined: frozenset[int]

    @property
    def pos(self) -> str:
        """What kind of word the cue is."""
        return part_of_speech(self.match.reading, self.view.language)

    @property
    def outer(self) -> Heads:
        """The cue among the others."""
        return Heads(own=(self.first, self.end), joined=self.joined)


def is_name(view: View, first: int) -> bool:
    """Whether the cue is a part of a name, as in "Harrow Post"."""
    return view.capital(first) and view.capital(first - 1) and not view.ends(first, "verb_endings")


def place_of(view: View, match: CueMatch, cues: Sequence[CueMatch]) -> Place:
    """The place of a cue among the `cues` of its sentence; of those only the nearest are looked at."""
    first, end = words_of(view, match.span)
    if end - first > 1 and view.among(end - 1, "hearers"):
        end -= 1
        match = replace(match, span=view.part(first, end))
    low, high = _bounds(view, first)
    at = bisect_left(cues, match.span.start, key=lambda cue: cue.span.start)
    before = [
        words_of(view, cue.span) for cue in cues[max(0, at - NEAR) : at]
        if part_of_speech(cue.reading, view.language) not in ("noun", "adverb")
    ]  # fmt: skip
    behind = cues[at + 1 : at + 1 + NEAR]
    before = [piece for piece in before if not is_name(view, piece[0])]
    floor = max([low, *(b for a, b in before if b <= first and not view.among(a - 1, "relatives"))])
    joined = frozenset(i for cue in behind if (i := _joins(view, cue, end)) is not None)
    return Place(view=view, match=match, first=first, end=end, low=low, high=high, floor=floor,
                 heads=tuple(before), joined=joined)  # fmt: skip


def words_of(view: View, span: Span) -> Piece:
    """The words [first, end) of a span; at least one."""
    first = view.index(span.start)
    return first, max(first + 1, bisect_left(view.words.spans, span.end, key=lambda word: word.start))


def _bounds(view: View, first: int) -> Piece:
    """The words of the cue's own quotation without its marks, or of the sentence."""
    level = view.level(first)
    if level == OUTSIDE:
        return 0, len(view)
    inside = view.quotations[level]
    low = bisect_left(view.words.spans, inside.start, key=lambda word: word.start)
    high = bisect_right(view.words.spans, inside.end, key=lambda word: word.end)
    return low + view.opens(low), high - view.closes(high - 1)


def _joins(view: View, cue: CueMatch, after: int) -> int | None:
    """Where the clause of another cue begins that stands beside the content, not inside it."""
    first, _ = words_of(view, cue.span)
    pos = part_of_speech(cue.reading, view.language)
    if pos in ("noun", "adverb") or first <= after:
        return None
    before = view.at(first - 1)
    if view.closes(first - 1) and view.at(first - 2) == "," and view.ends(first, "participle_endings"):
        return first
    if before == "," and (pos == "preposition" or view.ends(first, "participle_endings")):
        return first - 1
    if view.among(first - 1, "coordinators") and cue.reading.strength == "strong":
        return first - 1 - (view.at(first - 2) == ",")
    for i in range(first - 1, max(after, first - NEAR), -1):
        if view.at(i) == "," and i + 1 < first:
            return i if view.among(i + 1, "clause_coordinators") else None
        if view.finite(i) or view.level(i) != view.level(first):
            return None
    return None
