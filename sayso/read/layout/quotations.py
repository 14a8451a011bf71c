"""Where quotations stand: pairs of marks inside a paragraph; an open one ends with its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.model import Span
from sayso.text import paragraphs

MARK = re.compile(r"[“”«»\"]|``|''|(?<!\w)[‘'](?=\w)|(?<=[.,?!…])[’'](?!\w)")
LAST_SINGLE = re.compile(r"(?<=[.,?!…])[’'](?!\w)")
BEFORE_OPENING = " \t\n\r\u00a0([{—–-/“‘"
ALWAYS = {"“": True, "«": True, "‘": True, "``": True, "”": False, "»": False, "’": False}
KINDS = {
    "“": "curly",
    "”": "curly",
    "«": "angle",
    "»": "angle",
    '"': "straight",
    "''": "twice",
    "``": "twice",
}


@lru_cache(maxsize=4)
def quotations(text: str) -> tuple[Span, ...]:
    """Quotations of `text` with their marks, in order and disjoint; () where there is none.

    Double, angle and doubled straight marks; single ones where the closing mark follows a comma
    or a stop (else it is an apostrophe). Marks of another kind inside stay inside. A quotation
    without its closing mark ends with its paragraph. Linear.
    """
    found: list[Span] = []
    for paragraph in paragraphs(text):
        found += _of_paragraph(text, paragraph)
    return tuple(found)


def is_closed(text: str, quotation: Span) -> bool:
    """Whether a quotation ends with its closing mark, and not just with its paragraph."""
    return quotation.end - quotation.start > 1 and text[quotation.end - 1] in "”\"»'’"


def _of_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    start, kind, depth = -1, "", 0
    last_single = max((m.start() for m in LAST_SINGLE.finditer(text, *paragraph)), default=-1)
    for mark in MARK.finditer(text, *paragraph):
        this, opening = KINDS.get(mark.group(), "single"), _opens(text, mark, paragraph)
        if depth == 0 and opening and (this != "single" or mark.start() < last_single):
            start, kind, depth = mark.start(), this, 1
        elif depth and this == kind and opening and kind in ("straight", "twice"):
            yield Span(start, mark.start())
            start = mark.start()
        elif depth and this == kind:
            depth += 1 if opening else -1
            if depth == 0:
                yield Span(start, mark.end())
    if depth:
        yield Span(start, paragraph.end)


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() in ALWAYS:
        return ALWAYS[mark.group()]
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    behind = text[mark.end()] if mark.end() < paragraph.end else " "
    return before in BEFORE_OPENING and not behind.isspace()
