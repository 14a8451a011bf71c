"""Headlines that a sentence cites: "A report (“Prisoners built it, survivors say”) | gave a wrong day"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, Spans
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim
from sayso.text import row_of_spans

QUOTED = r"(?:“(?P<a>[^“”\n]{4,200})”|\"(?P<b>[^\"\n]{4,200})\")"
_either = partial(either, "titles")


def with_titles_apart(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions, those whose cue stands in a cited headline with no words from outside of it.

    Who is named in the headline says what stands there, and nothing of the sentence around. What would be
    left without content, or with its source outside, goes. Linear.
    """
    titles = _titles(text, language)
    if not titles:
        return list(found)
    clipped = (_clipped(text, each, titles, language) for each in found)
    return [each for each in clipped if each is not None]


def _titles(text: str, language: str) -> list[Span]:
    groups = (match.span("a") if match["a"] else match.span("b") for match in _title(language).finditer(text))
    return row_of_spans(Span(*span) for span in groups)


@cache
def _title(language: str) -> re.Pattern[str]:
    """What stands between brackets and quotation marks at once, or behind "headlined"."""
    led = rf"\b(?:{_either(language, 'led_by')}),?\s+"
    return re.compile(
        rf"(?:\((?={QUOTED.replace('?P<a>', '').replace('?P<b>', '')}\))|{led}){QUOTED}", re.IGNORECASE
    )


def _clipped(text: str, each: Attribution, titles: Sequence[Span], language: str) -> Attribution | None:
    relation = each.relation
    if not relation.cue or relation.voice == "author":
        return each
    home = next((title for title in titles if title.contains(relation.cue[0])), None)
    if home is None:
        return None if _is_of_title(text, relation, titles, language) else each
    source, content = (_inside(text, spans, home) for spans in (relation.source, relation.content))
    if not content or (relation.source and not source):
        return None
    return replace(each, relation=replace(relation, source=source, content=content))


def _is_of_title(text: str, relation: Relation, titles: Sequence[Span], language: str) -> bool:
    """Whether who speaks is named in a headline alone, or the cue only tells that it is one."""
    if any(title.contains(span) for title in titles for span in relation.source):
        return True
    words = " ".join(text[a:b] for a, b in relation.cue).lower()
    return words in load(language, "titles")["led_by"]


def _inside(text: str, spans: Spans, home: Span) -> Spans:
    cut = (Span(max(s.start, home.start), min(s.end, home.end)) for s in spans if s.overlaps(home))
    return tuple(trim(text, span) for span in cut)
