"""X, citing Y, reported that Z: the same Z is said by Y, and Y's saying is passed on by X."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, Spans, touches, without
from sayso.read.decoding import trim, trim_content
from sayso.read.relation import Relation

END = r"(?=,|;|\.\s|\.?\Z|\s(?:that|as)\s|[“\"])"


@cache
def citing_phrase(language: str) -> re.Pattern[str]:
    """Matches the participle (1) and whom it cites (2), up to a comma or the end."""
    words = "|".join(load(language, "completion")["citing_participles"])
    return re.compile(rf"\b({words})\s+([^,;“\"]{{2,120}}?){END}", re.I)


def with_citations(
    text: str, sentences: Sequence[Span], relations: Sequence[Relation], language: str
) -> list[Relation]:
    """The relations, with one of the cited source for each citing participle that has a host.

    The host is the relation of the same sentence whose cue is nearest; the participle's phrase is
    taken out of its source and content. Without a host nothing is changed.
    """
    found = list(relations)
    for sentence in sentences:
        for match in citing_phrase(language).finditer(text, sentence.start, sentence.end):
            found = _cited(text, sentence, match, found)
    return found


def _cited(text: str, sentence: Span, match: re.Match[str], found: list[Relation]) -> list[Relation]:
    cue, cited = Span(*match.span(1)), trim(text, Span(*match.span(2)))
    phrase = Span(*match.span())
    others = [r for r in found if not touches(r.cue, [cue])]
    hosts = [r for r in others if r.voice == "source" and r.content and r.cue and sentence.contains(r.cue[0])
             and not touches(r.cue, [phrase])]  # fmt: skip
    if not hosts:
        return found
    host = min(hosts, key=lambda r: abs(r.cue[0].start - cue.start))
    content = _clean(text, without(host.content, [phrase]), trim_content)
    source = _clean(text, without(host.source, [phrase]), trim)
    mended = replace(host, source=source, content=content)
    inner = Relation(source=(cited,), cue=(cue,), content=content, p_relation=host.p_relation)
    return [*(mended if r is host else r for r in others), inner]


def _clean(text: str, spans: Spans, edge: Callable[[str, Span], Span]) -> Spans:
    kept = (edge(text, span) for span in spans)
    return tuple(span for span in kept if any(c.isalnum() for c in text[span.start : span.end]))
