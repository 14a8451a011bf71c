"""The lines above a report: its title, its outlet, its day; nobody asserts them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Span

MOST_LINES = 5  # above the first paragraph of prose
LONGEST_WORDS = 25  # of a heading
SHORTEST_WORDS = 12  # of the paragraph of prose under it
PROSE = re.compile(r"[.!?:…][\"'”’»)\]*_]{0,4}$")
CLOSERS = "])*_ "
QUOTES = '"“«‘'
BLANK = re.compile(r"\n[^\S\n]*\n")
LABEL = re.compile(r"[\w.’' -]{1,30}:\s")


def headings(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs above the first one of prose, where that is long enough to be a report; else ().

    Prose ends in a stop, and a blank line stands above it. No heading is quoted, is wrapped ("and the
    bridge" goes on below) or is one of several labels, as in a transcript. Looks at the first few
    paragraphs only.
    """
    first = next((n for n, span in enumerate(paragraphs[: MOST_LINES + 1]) if _is_prose(text, span)), 0)
    above = paragraphs[:first]
    if not above or BLANK.search(text, above[-1].end, paragraphs[first].start) is None:
        return ()
    if len(text[slice(*paragraphs[first])].split()) < SHORTEST_WORDS:
        return ()
    if sum(LABEL.match(text, span.start) is not None for span in above) > 1:
        return ()
    behind = paragraphs[1 : first + 1]
    whole = all(_is_heading(text, span, after) for span, after in zip(above, behind, strict=True))
    return tuple(above) if whole else ()


def _is_prose(text: str, span: Span) -> bool:
    words = text[span.start : span.end]
    return PROSE.search(words.rstrip(CLOSERS)) is not None or len(words.split()) > LONGEST_WORDS


def _is_heading(text: str, span: Span, after: Span) -> bool:
    wrapped = "\n\n" not in text[span.end : after.start] and text[after.start].islower()
    return text[span.start] not in QUOTES and not wrapped
