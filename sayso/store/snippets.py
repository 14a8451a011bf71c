"""Where the words of a query stand in a text, and the piece of the text around them."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from sayso.model import Span, Spans
from sayso.store.query import Term
from sayso.store.words import Token, tokens

AROUND_CHARS = 90
SCANNED_CHARS = 500_000  # what stands further behind is found, and shown without its place
_END = Token("", 0, 0)


def first_match(text: str, within: Spans, terms: Sequence[Term]) -> Span | None:
    """The first place of a term inside `within`, None where none stands there; reads no further than it.

    Where words are printed as they were asked for, reading begins at the first that looks like one.
    """
    for span in within:
        near = _looks_like(text, span, terms)
        found = _first(text, Span(near, span.end), terms) if near >= 0 else None
        found = found or _first(text, span, terms)
        if found is not None:
            return found
    return None


def _looks_like(text: str, span: Span, terms: Sequence[Term]) -> int:
    """Where the beginning of a term seems to stand, whatever is around it; -1 where it does not seem so."""
    lower = text[span.start : span.end].lower()
    if len(lower) != span.end - span.start:
        return -1
    places = [lower.find(term.tokens[0]) for term in terms]
    near = min((place for place in places if place >= 0), default=-1)
    while near > 0 and not lower[near - 1].isspace():
        near -= 1
    return near + span.start if near >= 0 else -1


def _first(text: str, span: Span, terms: Sequence[Term]) -> Span | None:
    longest = max(len(term.tokens) for term in terms)
    window: deque[Token] = deque(maxlen=longest)
    for token in chain(_tokens_in(text, span), repeat(_END, longest)):
        window.append(token)
        if len(window) == longest and (found := _best(window, 0, terms)) is not None:
            return found
    return None


def matches(text: str, within: Spans, terms: Sequence[Term]) -> tuple[Span, ...]:
    """The places of the terms inside `within`, in order, overlapping ones left out."""
    every = [token for span in within for token in _tokens_in(text, span)]
    found: list[Span] = []
    for at in range(len(every)):
        span = _best(every, at, terms)
        if span is not None and not (found and span.start < found[-1].end):
            found.append(span)
    return tuple(found)


def _best(every: Sequence[Token], at: int, terms: Sequence[Term]) -> Span | None:
    """The longest span of a term that begins at this token."""
    spans = [span for term in terms if (span := _place(every, at, term)) is not None]
    return max(spans, key=lambda span: span.end) if spans else None


def _tokens_in(text: str, span: Span) -> Iterator[Token]:
    """The tokens of a part of the text, with their places in the whole of it."""
    for token in tokens(text[span.start : span.end]):
        yield Token(token.text, token.start + span.start, token.end + span.start)


def _place(every: Sequence[Token], at: int, term: Term) -> Span | None:
    """The span of the term if it begins at this token."""
    if len(term.tokens) > 1 and every[at].text != term.tokens[0]:
        return None
    part = [every[n] for n in range(at, min(at + len(term.tokens), len(every)))]
    if len(part) < len(term.tokens):
        return None
    last = part[-1].text
    same = [token.text for token in part[:-1]] == list(term.tokens[:-1])
    ends = last.startswith(term.tokens[-1]) if term.open else last == term.tokens[-1]
    if not (same and ends):
        return None
    longer = len(last) - len(term.tokens[-1])  # a run goes on behind what was asked for
    return Span(part[0].start, max(part[-1].end - longer, part[0].start + 1))


def piece_around(text: str, match: Span) -> Span:
    """A piece of about 180 characters with the match in it, cut at white space where there is any."""
    start, end = max(0, match.start - AROUND_CHARS), min(len(text), match.end + AROUND_CHARS)
    while start > 0 and start < match.start and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > match.end and not text[end].isspace():
        end -= 1
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, start + left + len(piece.strip()))
