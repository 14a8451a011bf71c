"""The article on a page: its text, untouched, with the spans of every statement marked."""

from collections import deque
from collections.abc import Iterator, Sequence

from sayso.model import Document, Span
from sayso.show.grouping import badges
from sayso.show.page_markup import Child, Markup, element, join
from sayso.show.page_spans import Entry, Segment, handle, paragraph_at, paragraphs, segments
from sayso.show.page_unseen import Insert, between, doubtful, framed, inserts, unplaced


def article(document: Document, found: Sequence[Entry]) -> Markup:
    """`<div class="text">` whose text content is the document's text, code point for code point, but for
    what the original strikes, hides or goes on with: that stands in elements `left-out` and `cut`.

    Numbers are drawn by the style sheet after empty links, so that they are not part of the text.
    An empty document says so in an element of another class.
    """
    below = unplaced(document.unseen)
    if not document.text:
        left = [element("p", markup) for _, markup in inserts(document)]
        return join([element("p", "No text was read from this document.", class_="empty"), *left, below])
    unseen, doubts = deque(inserts(document)), doubtful(document)
    edges = [*(at for at, _ in unseen), *(edge for span in doubts for edge in span)]
    cut = segments(len(document.text), found, edges)
    parts: list[Child] = []
    place = 0
    blocks = paragraphs(document.text)
    handles = _handles(found, blocks)
    for block, numbers in zip(blocks, handles, strict=True):
        before = _taken(unseen, block.start - 1)
        parts += between(document.text[place : block.start], place, before)
        told = [(at, _number(entry)) for at, entry in numbers] + _taken(unseen, block.end)
        parts.append(_paragraph(document.text, block, cut, sorted(told, key=_place), doubts))
        place = block.end
    parts += between(document.text[place:], place, _taken(unseen, len(document.text)))
    return join([element("div", *parts, class_="text", lang=document.language, dir="auto"), below])


def _taken(waiting: deque[Insert], end: int) -> list[Insert]:
    """Those up to and with a place, taken from what waits."""
    taken = []
    while waiting and waiting[0][0] <= end:
        taken.append(waiting.popleft())
    return taken


def _place(insert: Insert) -> int:
    return insert[0]


def excerpt(document: Document, found: Sequence[Entry], span: Span) -> Markup:
    """A stretch of the text as it stands, with the spans of some statements marked; no numbers."""
    cut = segments(len(document.text), found)
    words = (_marked(document.text[one.span.start : one.span.end], one) for one in _within(cut, span))
    return element("div", element("p", *words, dir="auto"), class_="text", lang=document.language)


def _handles(found: Sequence[Entry], blocks: Sequence[Span]) -> list[list[tuple[int, Entry]]]:
    """For each paragraph where in it which numbers stand, in order."""
    handles: list[list[tuple[int, Entry]]] = [[] for _ in blocks]
    for entry in found:
        place = handle(entry.statement)
        if place is not None and blocks:
            at = paragraph_at(blocks, place)
            handles[at].append((min(max(place, blocks[at].start), blocks[at].end), entry))
    return [sorted(some, key=lambda pair: pair[0]) for some in handles]


def _paragraph(
    words: str, block: Span, cut: Sequence[Segment], handles: Sequence[Insert], doubts: Sequence[Span]
) -> Markup:
    """A paragraph with what stands in it between its words; of one place a number comes first."""
    parts: list[Child] = []
    waiting = deque(handles)
    for segment in _within(cut, block):
        while waiting and waiting[0][0] <= segment.span.start:
            parts.append(waiting.popleft()[1])
        marked = _marked(words[segment.span.start : segment.span.end], segment)
        parts.append(framed(marked, segment.span, doubts))
    set_out = any(gap in words[block.start : block.end] for gap in ("  ", "\t"))
    return element(
        "p", *parts, *(markup for _, markup in waiting), class_="set-out" if set_out else None, dir="auto"
    )


def _within(cut: Sequence[Segment], block: Span) -> Iterator[Segment]:
    """The segments that overlap a paragraph, clipped to it."""
    for segment in cut[_first(cut, block.start) :]:
        if segment.span.start >= block.end:
            return
        span = Span(max(segment.span.start, block.start), min(segment.span.end, block.end))
        yield Segment(span=span, marks=segment.marks)


def _first(cut: Sequence[Segment], start: int) -> int:
    low, high = 0, len(cut)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if cut[middle].span.end <= start else (low, middle)
    return low


def _marked(words: str, segment: Segment) -> Child:
    if not segment.marks:
        return words
    contents = [mark for mark in segment.marks if mark.role == "content"]
    names = ["m"]
    if contents:
        names.append(f"k-{contents[-1].entry.stroke}")
        names += ["deep"] if len({mark.entry.key for mark in contents}) > 1 else []
    roles = {mark.role for mark in segment.marks}
    names += [name for name, role in (("src", "source"), ("cue", "cue")) if role in roles]
    keys = dict.fromkeys(mark.entry.key for mark in segment.marks)
    return element("span", words, class_=" ".join(names), data_s=" ".join(keys))


def _number(entry: Entry) -> Markup:
    statement = entry.statement
    who = statement.source.name or "nobody named"
    notes = ", ".join(badge.text for badge in badges(statement))
    label = f"Statement {entry.number}: {who}" + (f", {notes}" if notes else "")
    return element(
        "a",
        class_="no",
        id=f"m-{entry.anchor}",
        href=f"#{entry.anchor}",
        data_n=str(entry.number),
        data_k=entry.key,
        aria_label=label,
        aria_describedby=f"w-{entry.anchor}",
    )
