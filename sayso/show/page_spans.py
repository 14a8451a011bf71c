"""A text cut where a span begins or ends, each segment carrying every statement it belongs to."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.model import Span, Spans, Statement
from sayso.show.grouping import facets, voice

Role = Literal["source", "cue", "content"]
Stroke = Literal["stated", "heard", "denied", "hedged", "own"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """A statement on a page: `number` counts from 1 in its document, `key` and `anchor` are unique."""

    statement: Statement
    number: int
    key: str
    anchor: str
    stroke: Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """That a segment belongs to an entry's source, cue or content."""

    entry: Entry
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text with the same marks throughout, the outermost statement first."""

    span: Span
    marks: tuple[Mark, ...]


def entries(statements: Sequence[Statement], document: int, taken: set[str]) -> tuple[Entry, ...]:
    """The statements with their numbers and anchors; anchors used are added to `taken`."""
    return tuple(
        Entry(
            statement=statement,
            number=number,
            key=f"{document}-{number}",
            anchor=_anchor(statement.id, taken),
            stroke=stroke(statement),
        )
        for number, statement in enumerate(statements, start=1)
    )


def _anchor(name: str, taken: set[str]) -> str:
    plain = "".join(char if char.isascii() and char.isalnum() else "-" for char in name)
    free, again = plain, 2
    while free in taken:
        free, again = f"{plain}-{again}", again + 1
    taken.add(free)
    return free


def stroke(statement: Statement) -> Stroke:
    """How the line under a statement's content is drawn: the weightiest doubt wins."""
    found = facets(statement)
    if "hearsay" in found:
        return "heard"
    if "denial" in found:
        return "denied"
    if found & {"hedged", "uncertain", "unconfirmed", "decline"}:
        return "hedged"
    return "own" if voice(statement) == "author" else "stated"


def segments(length: int, entries_: Sequence[Entry], cuts: Iterable[int] = ()) -> tuple[Segment, ...]:
    """The whole of a text of `length` code points, cut at every edge and at `cuts`; () for an empty text.

    Spans that reach beyond the text are clipped, empty ones left out.
    """
    ranks = _ranks(entries_)
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark, span in _marks(entries_):
        start, end = max(0, span.start), min(length, span.end)
        if start < end:
            opening.setdefault(start, []).append(mark)
            closing.setdefault(end, []).append(mark)
    edges = sorted({0, length, *opening, *closing, *(cut for cut in cuts if 0 < cut < length)})
    open_: list[Mark] = []
    found = []
    for start, end in pairwise(edges):
        for mark in closing.get(start, ()):
            open_.remove(mark)
        open_ += opening.get(start, ())
        marks = sorted(open_, key=lambda mark: ranks[mark.entry.key])
        found.append(Segment(span=Span(start, end), marks=tuple(dict.fromkeys(marks))))
    return tuple(found)


def _marks(entries_: Sequence[Entry]) -> Iterator[tuple[Mark, Span]]:
    for entry in entries_:
        statement = entry.statement
        cue: Spans = statement.cue.spans if statement.cue else ()
        roles: tuple[tuple[Role, Spans], ...] = (
            ("content", statement.content.spans), ("source", statement.source.spans), ("cue", cue),
        )  # fmt: skip
        for role, spans in roles:
            yield from ((Mark(entry=entry, role=role), span) for span in spans)


def _ranks(entries_: Sequence[Entry]) -> dict[str, tuple[int, int, int]]:
    """For sorting: how deep a statement is nested, then the shorter the further in."""
    around = {entry.statement.id: entry.statement.within for entry in entries_}
    return {
        entry.key: (_depth(entry.statement.id, around), -_size(entry.statement), entry.number)
        for entry in entries_
    }


def _depth(name: str, around: dict[str, str | None]) -> int:
    depth, seen = 0, {name}
    outer = around.get(name)
    while outer in around and outer not in seen:
        seen.add(outer)
        depth, outer = depth + 1, around[outer]
    return depth


def _size(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content.spans)


def handle(statement: Statement) -> int | None:
    """Where a statement's number stands: after its cue, else its content or source; None for no spans."""
    cue: Spans = statement.cue.spans if statement.cue else ()
    for spans in (cue, statement.content.spans, statement.source.spans):
        if spans:
            return spans[-1].end
    return None


def paragraphs(words: str) -> tuple[Span, ...]:
    """The paragraphs of a text, without the white space between them; () for a blank text.

    Blank lines part them; where there is none, every line is a paragraph.
    """
    lines = list(_lines(words))
    inside = range(bool(lines) and lines[0][1], len(lines) - (len(lines) > 1 and lines[-1][1]))
    by_line = not any(lines[n][1] for n in inside)
    found: list[Span] = []
    fresh = True
    for span, blank in lines:
        if blank:
            fresh = True
        elif fresh or by_line:
            found.append(span)
            fresh = False
        else:
            found[-1] = Span(found[-1].start, span.end)
    return tuple(found)


def _lines(words: str) -> Iterator[tuple[Span, bool]]:
    start = 0
    for line in words.split("\n"):
        yield Span(start, start + len(line)), not line.strip()
        start += len(line) + 1


def paragraph_at(found: Sequence[Span], place: int) -> int:
    """The paragraph that ends what ends at a place, or the one before it; the first where none is before."""
    return max(0, bisect_right(found, max(0, place - 1), key=lambda span: span.start) - 1)
