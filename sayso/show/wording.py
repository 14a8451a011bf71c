"""One wording beside the one before it: which words are new, which are gone, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from sayso.model import Quote, Span
from sayso.show.page_markup import Child, Markup, element, join
from sayso.text.differences import difference
from sayso.text.words import words

MOST_CHARS = 20_000  # of a wording; longer ones are shown without marks
ANEW = 0.8  # of the letters: from there on a wording is told to be another, and nothing is marked

Mark = Literal["same", "new", "gone"]


class Piece(NamedTuple):
    """Words with what became of them; those that are gone are of the wording before."""

    mark: Mark
    text: str


def said(quote: Quote) -> str:
    """The words of a quote that are the statement's own, its pieces parted by one space."""
    return " ".join(quote.text[span.start : span.end] for span in quote.within(quote.said))


def wording(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of `after`, each marked, with those words of `before` that it has no more where they were.

    The pieces that are not "gone" are `after`, character for character. O(n log n) in the words; words are
    compared without case, and white space is never marked. () for an empty `after`.

    >>> [tuple(piece) for piece in wording("open in May", "open in June")]
    [('same', 'open in '), ('gone', 'May '), ('new', 'June')]
    """
    if max(len(before), len(after)) > MOST_CHARS:
        return (Piece("same", after),) if after else ()
    gone, new = difference(before, after)
    stayed, stay = _kept(before, gone), _kept(after, new)
    found: list[Piece] = []
    left = right = 0
    for old, now in zip([*stayed, None], [*stay, None], strict=True):
        ends = (old.start, now.start) if old and now else (len(before), len(after))
        found += _between(before, (left, ends[0]), gone, after, (right, ends[1]), new)
        if old and now:
            found.append(Piece("same", after[now.start : now.end]))
            left, right = old.end, now.end
    return _joined(found)


def anew(pieces: Sequence[Piece]) -> bool:
    """Whether so much is new that it is another wording, not a changed one."""
    fresh = sum(len(piece.text) for piece in pieces if piece.mark == "new")
    return fresh > ANEW * sum(len(piece.text) for piece in pieces if piece.mark != "gone")


def marked(pieces: Sequence[Piece]) -> Markup:
    """The pieces as HTML: `<ins>` for what is new, `<del>` for what is gone; all text escaped."""
    return join(_marked(piece) for piece in pieces)


def _marked(piece: Piece) -> Child:
    if piece.mark == "same":
        return piece.text
    return element("ins" if piece.mark == "new" else "del", piece.text)


def _kept(text: str, changed: Sequence[Span]) -> list[Span]:
    """The words of a text outside of the spans, which are in order."""
    found, at = [], 0
    for word in words(text):
        while at < len(changed) and changed[at].end <= word.start:
            at += 1
        if at == len(changed) or word.start < changed[at].start:
            found.append(word)
    return found


def _between(
    before: str, old: tuple[int, int], gone: Sequence[Span], after: str, now: tuple[int, int],
    new: Sequence[Span],
) -> list[Piece]:  # fmt: skip
    """What stands between two words that stayed: signs, words that are gone, words that are new."""
    lost, fresh = _hull(gone, old), _hull(new, now)
    start, end = fresh or (now[1], now[1])
    found = [Piece("same", after[now[0] : start])]
    if lost:
        found.append(Piece("gone", _spaced(before, lost, after, start)))
    return [*found, Piece("new", after[start:end]), Piece("same", after[end : now[1]])]


def _hull(spans: Sequence[Span], inside: tuple[int, int]) -> tuple[int, int] | None:
    """From the first to the last of the spans that lie inside; None for none."""
    first = bisect_left(spans, inside[0], key=lambda span: span.start)
    behind = bisect_left(spans, inside[1], key=lambda span: span.start)
    return (spans[first].start, spans[behind - 1].end) if first < behind else None


def _spaced(before: str, lost: tuple[int, int], after: str, at: int) -> str:
    """The words that are gone with the one space that parts them from the text around the place."""
    gone = before[lost[0] : lost[1]]
    if at and not after[at - 1].isspace():
        return f" {gone}" if before[lost[0] - 1 : lost[0]].isspace() else gone
    return f"{gone} " if at < len(after) else gone


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for piece in pieces:
        if piece.text and found and found[-1].mark == piece.mark:
            found[-1] = Piece(piece.mark, found[-1].text + piece.text)
        elif piece.text:
            found.append(piece)
    return tuple(found)
