"""Where quoted words stand in a text, near a place: exactly once, or not at all. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.errors import UsageError
from sayso.model import GAP, Span, Spans
from sayso.text import sentences

MOST_PLACES = 8  # that are named where words stand in several
AROUND_CHARS = 24  # printed words shown on each side of a place
LONGEST_WORDS = 20_000  # characters that may be quoted
_QUOTES = {"'": "['‘’]", '"': '["“”„«»]', "‘": "['‘’]", "’": "['‘’]", "“": '["“”]', "”": '["“”]'}
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")


class Ambiguous(UsageError):
    """Words that stand in several places: the message names them."""


def place_of(text: str, words: str, near: Span | None = None, at: int | None = None) -> Spans:
    """The places of quoted words: one span a part, parts joined by " … " stand one behind the other.

    White space and the form of quotation marks do not matter, all else does. Words that stand in several
    places are looked for near `near`: in its sentences, its paragraph, those beside it, then everywhere;
    the first of these with one place decides, and the first with several is refused. `at` names the place
    by its first code point. Raises UsageError for words that stand nowhere, Ambiguous for several places.
    """
    parts = [part.strip() for part in words.split(GAP.strip())]
    if not all(parts) or len(words) > LONGEST_WORDS:
        raise UsageError("words are quoted as they stand in the text; parts of them are joined by “ … ”")
    first = _one_place(text, parts[0], near, at)
    found = [first]
    for part in parts[1:]:
        later = next((span for span in _matches(text, part) if span.start >= found[-1].end), None)
        if later is None:
            raise UsageError(f"“{part}” does not stand behind “{parts[0]}” in this text")
        found.append(later)
    return tuple(found)


def _one_place(text: str, words: str, near: Span | None, at: int | None) -> Span:
    every = list(_matches(text, words))
    if not every:
        raise UsageError(f"“{words}” does not stand in this text; quote it as it is printed")
    if at is not None:
        fitting = [span for span in every if span.start == at]
        if not fitting:
            raise UsageError(f"“{words}” does not stand at {at}; it stands {_named(text, every)}")
        return fitting[0]
    for scope in _scopes(text, near):
        inside = [span for span in every if scope.contains(span)]
        if len(inside) == 1:
            return inside[0]
        if inside:
            raise Ambiguous(
                f"“{words}” stands in {len(inside)} places: {_named(text, inside)}; say which with --at"
            )
    raise AssertionError("the last scope is the whole text")


def _matches(text: str, words: str) -> Iterator[Span]:
    """Every place of some words, none overlapping. Linear in the text for each."""
    pattern = r"\s+".join(
        "".join(_QUOTES.get(char, re.escape(char)) for char in word) for word in words.split()
    )
    for match in re.finditer(pattern, text):
        yield Span(*match.span())


def _scopes(text: str, near: Span | None) -> Iterator[Span]:
    """Where to look: the sentences of a place, its paragraph, that with its neighbours, the whole text."""
    if near is not None:
        inside = [s for s in sentences(text) if s.overlaps(near) or s.contains(near)]
        if inside:
            yield Span(min(near.start, inside[0].start), max(near.end, inside[-1].end))
        breaks = [0, *(match.start() for match in _PARAGRAPH.finditer(text)), len(text)]
        first = max(n for n, at in enumerate(breaks) if at <= near.start)
        last = min((n for n, at in enumerate(breaks) if at >= near.end), default=len(breaks) - 1)
        for wider in (0, 1):
            yield Span(breaks[max(0, first - wider)], breaks[min(len(breaks) - 1, last + wider)])
    yield Span(0, len(text))


def _named(text: str, places: Sequence[Span]) -> str:
    """The places, each with its number and the words around it."""
    named = []
    for span in places[:MOST_PLACES]:
        around = text[max(0, span.start - AROUND_CHARS) : span.end + AROUND_CHARS]
        named.append(f"at {span.start} (“…{' '.join(around.split())}…”)")
    more = len(places) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")
