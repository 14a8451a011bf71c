"""Where the words of a query stand in a text, and the piece of the text around them."""

from collections.abc import Iterator, Sequence

from sayso.model import Span, Spans
from sayso.store.query import Term
from sayso.store.words import Token, tokens

AROUND_CHARS = 90
SCANNED_CHARS = 500_000  # what stands further behind is found, and shown without its place
MOST = 50


def matches(text: str, within: Spans, terms: Sequence[Term]) -> tuple[Span, ...]:
    """The places of the terms inside `within`, in order, overlapping ones left out; at most 50."""
    every = [token for span in within for token in _tokens_in(text, span)]
    firsts = {term.tokens[0] for term in terms if not (term.open and len(term.tokens) == 1)}
    opens = tuple(term.tokens[0] for term in terms if term.open and len(term.tokens) == 1)
    found: list[Span] = []
    for at, token in enumerate(every):
        if token.text not in firsts and not (opens and token.text.startswith(opens)):
            continue
        span = max((_place(every, at, term) for term in terms), key=lambda s: s.end - s.start)
        if span.start < span.end and not (found and span.start < found[-1].end):
            found.append(span)
            if len(found) == MOST:
                break
    return tuple(found)


def _tokens_in(text: str, span: Span) -> Iterator[Token]:
    """The tokens of a part of the text, with their places in the whole of it."""
    for token in tokens(text[span.start : span.end]):
        yield Token(token.text, token.start + span.start, token.end + span.start)


def _place(every: Sequence[Token], at: int, term: Term) -> Span:
    """The span of the term if it begins at this token, else an empty span."""
    part = every[at : at + len(term.tokens)]
    if len(part) < len(term.tokens):
        return Span(0, 0)
    last = part[-1].text
    same = [token.text for token in part[:-1]] == list(term.tokens[:-1])
    ends = last.startswith(term.tokens[-1]) if term.open else last == term.tokens[-1]
    if not (same and ends):
        return Span(0, 0)
    longer = len(last) - len(term.tokens[-1])  # a run goes on behind what was asked for
    return Span(part[0].start, max(part[-1].end - longer, part[0].start + 1))


def piece_around(text: str, match: Span) -> Span:
    """A piece of about 180 characters with the match in it, cut between words where there is white space."""
    start, end = max(0, match.start - AROUND_CHARS), min(len(text), match.end + AROUND_CHARS)
    while start > 0 and start < match.start and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > match.end and not text[end].isspace():
        end -= 1
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, start + left + len(piece.strip()))
