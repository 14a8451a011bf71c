"""Quotations in a text, and whether their words stand in another one as they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

import msgspec

from sayso.check.words import has
from sayso.model import Span
from sayso.text.words import words

QUOTED = re.compile(
    r"“([^“”\n]{1,2000})[”]|\"([^\"\n]{1,2000})\"|«([^«»\n]{1,2000})»|„([^„“”\n]{1,2000})[“”]"
)
LEFT_OUT = re.compile(r"\[[^\[\]]{0,80}\]|…|\.\.\.|\. \. \.")
ENDS = re.compile(r"[.!?]")
STOPS = re.compile(r"[.!?,;:—–]")
FEWEST_WORDS = 3
FEW_LEFT_OUT = 3  # words with a "not" among them that may not be left out within a clause
LONGEST_GAP_WORDS = 60  # that "…" may stand for
BRACKET_WORDS = 6  # that "[the minister]" may stand for
NEAR = 0.6
SHARED = 0.3  # of the words of a quotation must stand at one distance from where they are wanted


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """The words nearest to a quotation: where they stand, and how like they are, in [0, 1]."""

    span: Span
    likeness: float


class Words:
    """A text as folded words with their places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = worded(text)
        self.words = [folded(text[span.start : span.end]) for span in self.spans]
        self.places: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            self.places.setdefault(word, []).append(place)

    def verbatim(self, quote: str) -> Span | None:
        """Where the words of a quotation stand in this order; "…" and "[…]" stand for words left out."""
        pieces, gaps = _pieces(quote)
        if not pieces:
            return None
        for start in self.places.get(pieces[0][0], ()):
            end = self._follow(start, pieces, gaps)
            if end is not None:
                return Span(self.spans[start].start, self.spans[end - 1].end)
        return None

    def _follow(self, start: int, pieces: Sequence[list[str]], gaps: Sequence[int]) -> int | None:
        if self.words[start : start + len(pieces[0])] != pieces[0]:
            return None
        at = start + len(pieces[0])
        for piece, gap in zip(pieces[1:], gaps, strict=True):
            near = range(at, min(at + gap + 1, len(self.words)))
            found = next((i for i in near if self.words[i : i + len(piece)] == piece), None)
            if found is None or self._turned(at, found):
                return None
            at = found + len(piece)
        return at

    def _turned(self, start: int, end: int) -> bool:
        """Whether the words left out are a "not" with little around it: what is quoted says the opposite."""
        out = self.words[start:end]
        whole = self.text[self.spans[start - 1].end : self.spans[end].start] if out else ""
        return 0 < len(out) <= FEW_LEFT_OUT and not STOPS.search(whole) and has(whole, "negations")

    def nearest(self, quote: str, least: float = NEAR) -> Near | None:
        """The run of words that is most like a quotation; None where none is like it by `least`."""
        wanted = [word for piece in _pieces(quote)[0] for word in piece]
        best: Near | None = None
        if sum(word in self.places for word in wanted) < least / (2 - least) * len(wanted):
            return None  # no window can have enough of the words
        for start in self._starts(wanted):
            window = self.words[start : start + len(wanted)]
            if not window:
                continue
            likeness = SequenceMatcher(None, wanted, window, autojunk=False).ratio()
            if likeness >= least and (best is None or likeness > best.likeness):
                best = Near(span=self._trimmed(start, wanted, window), likeness=likeness)
        return best

    def _trimmed(self, start: int, wanted: Sequence[str], window: Sequence[str]) -> Span:
        """The place of a window, whose end goes no further than the sentence of its last shared word."""
        blocks = SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks()
        end = start + max((block.b + block.size for block in blocks if block.size), default=1) - 1
        if not ENDS.search(self.text, self.spans[end].end, self._next(end)):
            end += 1
            while end + 1 < start + len(window) and not ENDS.search(
                self.text, self.spans[end].end, self._next(end)
            ):
                end += 1
        end = min(end, start + len(window) - 1)
        return Span(self.spans[start].start, self.spans[end].end)

    def _next(self, at: int) -> int:
        """Where the next word begins, or the text ends."""
        return self.spans[at + 1].start if at + 1 < len(self.spans) else len(self.text)

    def _starts(self, wanted: Sequence[str]) -> list[int]:
        """Where a run may begin: where most of the wanted words stand in their places."""
        votes: dict[int, int] = {}
        for offset, word in enumerate(wanted):
            places = self.places.get(word, ())
            if len(places) <= max(20, len(self.words) // 20):
                for place in places:
                    votes[max(0, place - offset)] = votes.get(max(0, place - offset), 0) + 1
        enough = [start for start, number in votes.items() if number >= SHARED * len(wanted)]
        return sorted(enough, key=lambda start: (-votes[start], start))[:5]


class Spoken(Words):
    """The quoted words of a text alone: words that a speaker's name interrupts are one speech."""

    def __init__(self, whole: Words) -> None:
        inside = [match.span() for match in QUOTED.finditer(whole.text)]
        held = [
            place for place, span in enumerate(whole.spans)
            if any(start <= span.start and span.end <= end for start, end in inside)
        ]  # fmt: skip
        self.text = whole.text
        self.spans = [whole.spans[place] for place in held]
        self.words = [whole.words[place] for place in held]
        self.places = {}
        for place, word in enumerate(self.words):
            self.places.setdefault(word, []).append(place)


def quotations(text: str) -> list[Span]:
    """What stands in quotation marks, without them, in order; too short ones (scare quotes) left out."""
    found = []
    for match in QUOTED.finditer(text):
        group = next(number for number in range(1, 5) if match[number] is not None)
        span = Span(*match.span(group))
        if sum(len(piece) for piece in _pieces(match[group])[0]) >= FEWEST_WORDS:
            found.append(span)
    return found


def worded(text: str, within: Span | None = None) -> list[Span]:
    """The words and numbers of a text, without its punctuation marks, which quoting may change."""
    return [span for span in words(text, within) if any(c.isalnum() for c in text[span.start : span.end])]


def folded(word: str) -> str:
    """A word as it is compared: lower case, one apostrophe for all."""
    return word.casefold().replace("’", "'").replace("‘", "'")


@lru_cache(maxsize=1024)
def _pieces(quote: str) -> tuple[list[list[str]], list[int]]:
    """The runs of words of a quotation, and how many words each gap between them may stand for."""
    pieces: list[list[str]] = []
    gaps: list[int] = []
    at, gap = 0, 0
    for match in [*LEFT_OUT.finditer(quote), None]:
        part = quote[at : match.start() if match else len(quote)]
        run = [folded(part[span.start : span.end]) for span in worded(part)]
        if run:
            gaps += [gap] if pieces else []
            pieces.append(run)
        if match:
            at = match.end()
            gap = BRACKET_WORDS if match[0].startswith("[") else LONGEST_GAP_WORDS
    return pieces, gaps
