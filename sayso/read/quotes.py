"""Quotations that go on: a quoted sentence without a cue belongs to whoever spoke last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span, covers, touches
from sayso.read.completion import Attribution
from sayso.read.decoding import trim_content

# An opening mark stands at a paragraph's start or behind white space; a quotation that runs over
# paragraphs is opened again in each and closed only in the last.
QUOTED = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=\())[“\"«][^”\"»\n]+(?:[”\"»]|(?=\n)|\Z)", re.M)
LEAST_WORDS = 3
REACH_PARAGRAPHS = 1


def with_continued(
    text: str, paragraph_spans: Sequence[Span], found: Sequence[Attribution]
) -> list[Attribution]:
    """`found`, with every quotation that nobody was given added to the speaker before it.

    It goes on only inside the speaker's paragraph or in the one right after it, where that one
    begins with the quotation. Of quotations that stand alone nothing is guessed.
    """
    mended = list(found)
    for number, paragraph in enumerate(paragraph_spans):
        for match in QUOTED.finditer(text, paragraph.start, paragraph.end):
            quotation = Span(*match.span())
            if _is_free(text, quotation, mended):
                _hand_over(text, quotation, number, paragraph_spans, mended)
    return mended


def _is_free(text: str, quotation: Span, found: Sequence[Attribution]) -> bool:
    words = text[quotation.start : quotation.end].split()
    if len(words) < LEAST_WORDS or not words[0].lstrip("“\"«[(")[:1].isupper():
        return False
    parts = [(*a.relation.content, *a.relation.cue) for a in found]
    return not any(touches(spans, [quotation]) for spans in parts)


def _hand_over(
    text: str, quotation: Span, number: int, paragraph_spans: Sequence[Span], mended: list[Attribution]
) -> None:
    paragraph = paragraph_spans[number]
    begins = quotation.start == paragraph.start
    first = paragraph_spans[max(0, number - REACH_PARAGRAPHS)].start if begins else paragraph.start
    reach = Span(first, quotation.start)
    speakers = [
        i for i, a in enumerate(mended)
        if a.relation.voice == "source" and a.relation.cue and covers([reach], a.relation.cue)
        and any(text[s.start] in "“\"«" for s in a.relation.content)
    ]  # fmt: skip
    if not speakers:
        return
    last = max(speakers, key=lambda i: mended[i].relation.cue[0])
    relation = mended[last].relation
    content = tuple(sorted((*relation.content, trim_content(text, quotation))))
    mended[last] = replace(mended[last], relation=replace(relation, content=content))
