"""The lines above a report: its title, its outlet, its day; nobody asserts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.model import Span

MOST_LINES = 5  # above the first paragraph of prose
LONGEST_WORDS = 25  # of a heading
LONGEST_LINE_CHARS = 160
MOST_HEAD_LINES = 3  # a title, what stands under it, and a day
SHORTEST_WORDS = 12  # of the paragraph of prose under it
PROSE = re.compile(r"[.!?:…][\"'”’»)\]*_]{0,4}$")
CLOSERS = "])*_ "
QUOTES = '"“«‘'
BLANK = re.compile(r"\n[^\S\n]*\n")
LISTED = re.compile(r"(?:[-*•–—>]|\(?\d{1,3}[.)])\s")
UNFINISHED = (",", ";", ":")
STOPS = ".!?…。！？"
ENDS = "\"'”’»)]*_"
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


def lines_without_stop(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The paragraphs that are lines of their own like a headline, in order: short, without a stop, no list.

    Blank lines stand around them, or around two or three such lines. Not one whose text goes on below in a
    list or with a small letter, nor one behind a colon or a comma. Linear.
    """
    return [line for block in _blocks(text, paragraphs) if _is_head(text, block) for line in block.lines]


class Block(NamedTuple):
    """Paragraphs between blank lines, with the ones right above and below."""

    above: Span | None
    lines: Sequence[Span]
    below: Span | None


def _blocks(text: str, paragraphs: Sequence[Span]) -> Iterator[Block]:
    first = 0
    for at, line in enumerate(paragraphs):
        below = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        marked = text[line.start] == "#" or (below is not None and text[below.start] == "#")
        if below is None or marked or BLANK.search(text, line.end, below.start):
            yield Block(paragraphs[first - 1] if first else None, paragraphs[first : at + 1], below)
            first = at + 1


def _is_head(text: str, block: Block) -> bool:
    above, lines, below = block
    if len(lines) > MOST_HEAD_LINES or not all(_has_no_stop(text, line) for line in lines):
        return False
    if above is not None and text[above.start : above.end].endswith(UNFINISHED):
        return False
    behind = [*lines[1:], *([below] if below else [])]
    return not any(text[line.start].islower() or LISTED.match(text, line.start, line.end) for line in behind)


def _has_no_stop(text: str, line: Span) -> bool:
    if line.end - line.start > LONGEST_LINE_CHARS or LISTED.match(text, line.start, line.end):
        return False
    words = text[line.start : line.end].rstrip(ENDS)
    return bool(words) and words[-1] not in STOPS and not words.endswith(UNFINISHED)
