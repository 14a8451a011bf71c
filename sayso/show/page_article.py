"""The article on a page: its text, untouched, with the spans of every statement marked."""

from collections import deque
from collections.abc import Iterator, Sequence

from sayso.model import Document, Span
from sayso.show.grouping import badges
from sayso.show.page_markup import Child, Markup, element
from sayso.show.page_spans import Entry, Segment, handle, paragraph_at, paragraphs, segments


def article(document: Document, found: Sequence[Entry]) -> Markup:
    """`<div class="text">` whose text content is the document's text, code point for code point.

    Numbers are drawn by the style sheet after empty links, so that they are not part of the text.
    An empty document says so in an element of another class.
    """
    if not document.text:
        return element("p", "No text was read from this document.", class_="empty")
    cut = segments(len(document.text), found)
    parts: list[Child] = []
    place = 0
    blocks = paragraphs(document.text)
    handles = _handles(found, blocks)
    for block, numbers in zip(blocks, handles, strict=True):
        parts.append(document.text[place : block.start])
        parts.append(_paragraph(document.text, block, cut, numbers))
        place = block.end
    parts.append(document.text[place:])
    return element("div", *parts, class_="text", lang=document.language, dir="auto")


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
    words: str, block: Span, cut: Sequence[Segment], handles: Sequence[tuple[int, Entry]]
) -> Markup:
    parts: list[Child] = []
    waiting = deque(handles)
    for segment in _within(cut, block):
        while waiting and waiting[0][0] <= segment.span.start:
            parts.append(_number(waiting.popleft()[1]))
        parts.append(_marked(words[segment.span.start : segment.span.end], segment))
    set_out = any(gap in words[block.start : block.end] for gap in ("  ", "\t"))
    numbers = (_number(entry) for _, entry in waiting)
    return element("p", *parts, *numbers, class_="set-out" if set_out else None, dir="auto")


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
