"""Where words stand: half-open spans of Unicode code points, and extents made of several."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

GAP = " … "


class Span(NamedTuple):
    """Half-open `[start, end)` in code points of `Document.text`; a JSON array of two integers."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point (an empty span overlaps nothing)."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies inside; every span contains itself."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


class Extent(msgspec.Struct, frozen=True, kw_only=True):
    """Spans with the words printed there, joined by " … "; empty is `spans=(), text=""`."""

    spans: Spans = ()
    text: str = ""

    @classmethod
    def of(cls, text: str, spans: Iterable[Span]) -> "Extent":
        """The extent of `spans` (any order) in `text`; the empty extent where there are none."""
        ordered = tuple(sorted(spans))
        return cls(spans=ordered, text=words_at(text, ordered))


def words_at(text: str, spans: Iterable[Span]) -> str:
    """The printed words of `spans` in `text`, joined by " … "; "" for no spans."""
    return GAP.join(text[span.start : span.end] for span in spans)


def covers(outer: Iterable[Span], inner: Iterable[Span]) -> bool:
    """Whether every span of `inner` lies inside one of `outer`; True for an empty `inner`."""
    outside = tuple(outer)
    return all(any(span.contains(part) for span in outside) for part in inner)


def touches(left: Iterable[Span], right: Iterable[Span]) -> bool:
    """Whether any span of `left` overlaps any of `right`; False where either is empty."""
    others = tuple(right)
    return any(span.overlaps(other) for span in left for other in others)


def without(spans: Iterable[Span], holes: Iterable[Span]) -> Spans:
    """What of `spans` lies in none of `holes`; () where nothing does."""
    kept = list(spans)
    for hole in holes:
        before = [Span(span.start, min(span.end, hole.start)) for span in kept]
        behind = [Span(max(span.start, hole.end), span.end) for span in kept]
        kept = sorted(part for part in (*before, *behind) if part.start < part.end)
    return tuple(kept)


def strip(text: str, span: Span, chars: str | None = None) -> Span:
    """`span` without the leading and trailing white space (or `chars`) of its words; may be empty."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(chars))
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip(chars)))))
