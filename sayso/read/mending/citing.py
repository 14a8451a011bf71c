"""X, citing Y, reported that Z: the same Z is said by Y, and Y's saying is passed on by X."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, Spans, touches, without
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim, trim_content
from sayso.text import sentence_of

_TELLS = re.compile(r"\b(?:as|that|who|which|to|saying)\b", re.IGNORECASE)
END = r"(?=,|;|\.\s|\.?\Z|\s(?:that|as)\s|[“\"])"


@cache
def citing_phrase(language: str) -> re.Pattern[str]:
    """Matches the participle (1) and whom it cites (2), up to a comma or the end."""
    words = "|".join(load(language, "completion")["citing_participles"])
    return re.compile(rf"\b({words})\s+([^,;“\"]{{2,120}}?){END}", re.I)


@cache
def cited_behind(language: str) -> re.Pattern[str]:
    """Matches ", which quoted (1) a contact (2)" at the end of its clause, and not "quoted X as saying"."""
    words = "|".join(load(language, "completion")["cited"])
    return re.compile(
        rf",\s+(?:which|who)\s+(?:ha[sd]\s+)?({words})\s+([^,;“\"]{{2,80}}?)(?=,|;|\.\s|\.?\Z)", re.IGNORECASE
    )


def with_citations(
    text: str, sentences: Sequence[Span], relations: Sequence[Relation], language: str
) -> list[Relation]:
    """The relations, with one of the cited source for each citing participle that has a host.

    The host is the relation of the same sentence whose cue is nearest; the participle's phrase is
    taken out of its source and content. Without a host nothing is changed.
    """
    found = dict(enumerate(relations))
    homes: dict[int, list[int]] = {}
    for number, relation in found.items():
        if relation.cue and sentences:
            homes.setdefault(sentence_of(sentences, relation.cue[0].start), []).append(number)
    for home, sentence in enumerate(sentences):
        for match in citing_phrase(language).finditer(text, sentence.start, sentence.end):
            _cite(text, sentence, match, found, homes.setdefault(home, []))
        for match in cited_behind(language).finditer(text, sentence.start, sentence.end):
            if not (_TELLS.search(match[2]) or homes.get(home) is None):
                _cite(text, sentence, match, found, homes[home])
    return list(found.values())


def _cite(
    text: str, sentence: Span, match: re.Match[str], found: dict[int, Relation], near: list[int]
) -> None:
    """Puts the cited source behind `found`; `near` are the numbers of the sentence's relations."""
    cue, cited = Span(*match.span(1)), trim(text, Span(*match.span(2)))
    phrase = Span(*match.span())
    others = [number for number in near if not touches(found[number].cue, [cue])]
    hosts = [number for number in others if _is_host(found[number], sentence, phrase)]
    if not hosts:
        return
    for number in set(near).difference(others):
        del found[number]
    number = min(hosts, key=lambda n: abs(found[n].cue[0].start - cue.start))
    host, inner = found[number], next(reversed(found)) + 1
    content = _clean(text, without(host.content, [phrase]), trim_content)
    source = _clean(text, without(host.source, [phrase]), trim)
    found[number] = replace(host, source=source, content=content)
    found[inner] = Relation(source=(cited,), cue=(cue,), content=content, p_relation=host.p_relation)
    near[:] = [*others, inner]


def _is_host(relation: Relation, sentence: Span, phrase: Span) -> bool:
    if relation.voice != "source" or not relation.content:
        return False
    return sentence.contains(relation.cue[0]) and not touches(relation.cue, [phrase])


def _clean(text: str, spans: Spans, edge: Callable[[str, Span], Span]) -> Spans:
    kept = (edge(text, span) for span in spans)
    return tuple(span for span in kept if any(c.isalnum() for c in text[span.start : span.end]))
