"""Two texts beside each other: the places of each that the other has not, in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from sayso.model import Span, Spans

MOST_PAIRS = 100_000  # pairs of equal words that are looked at: about 3,000 words against 3,000
_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


def changed_places(before: str, after: str) -> tuple[Spans, Spans] | None:
    """The spans of each text that the other has not, word by word in order (Ratcliff and Obershelp).

    What both begin and end with is set aside first. ((), ()) for equal texts. None where the rest is so long
    or so repetitive that it would take long: equal words then make more than MOST_PAIRS pairs.
    """
    left, right = _tokens(before), _tokens(after)
    words = [before[s.start : s.end] for s in left], [after[s.start : s.end] for s in right]
    head = _common(words[0], words[1])
    tail = _common(words[0][head:][::-1], words[1][head:][::-1])
    rest = [some[head : len(some) - tail] for some in words]
    counts = Counter(rest[0]), Counter(rest[1])
    if sum(number * counts[1][word] for word, number in counts[0].items()) > MOST_PAIRS:
        return None
    matcher = SequenceMatcher(None, rest[0], rest[1], autojunk=False)
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        tuple(_hull(left, head + a, head + b) for _, a, b, _, _ in changed if a < b),
        tuple(_hull(right, head + a, head + b) for _, _, _, a, b in changed if a < b),
    )


def _tokens(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words two rows begin with that are the same."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(left), len(right)))


def _hull(tokens: Sequence[Span], first: int, last: int) -> Span:
    return Span(tokens[first].start, tokens[last - 1].end)


def rest_of(length: int, places: Spans) -> Spans:
    """What of a text of `length` code points is in none of some places, which are sorted and apart."""
    edges = [0, *(edge for span in places for edge in span), length]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return tuple(Span(start, end) for start, end in pairs if start < end)
