"""What describes a source behind its comma: "according to one of them, | a woman who sells pots, | P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, covers, without
from sayso.read.relation import Relation
from sayso.read.sources.kinds import PERSONS
from sayso.read.sources.words import source_words
from sayso.read.tagging.decoding import trim

DESCRIBED = re.compile(
    r",\s+(?P<noun>an?\s+(?:[a-z][\w’'-]*\s+){0,3}?[a-z][\w’'-]*)(?P<more>(?:\s[^,.;:!?“”\"\n]*)?)(?=,\s)"
)
NAMED = re.compile(r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)+")


def with_description(text: str, relation: Relation, language: str) -> Relation:
    """The relation whose source takes in what describes it, where that was taken for what is said.

    Only behind "according to": of one person, by a noun for persons, or by a participle ("state radio,
    monitored in Orlan,").
    """
    edges = load(language, "completion")["edges"]
    cue = " ".join(text[a:b].lower() for a, b in relation.cue)
    if cue not in edges["according"] or len(relation.source) != 1 or not relation.content:
        return relation
    source = relation.source[0]
    told = _told(text, source, language)
    if told is None or not (source.end < relation.content[0].start < told.end()):
        return relation
    content = without(relation.content, (Span(source.end, told.end() + 1),))
    kept = tuple(piece for piece in (trim(text, part) for part in content) if piece.start < piece.end)
    return replace(relation, source=(Span(source.start, told.end()),), content=kept) if kept else relation


def _told(text: str, source: Span, language: str) -> re.Match[str] | None:
    """What describes a source: who a person is, or a participle that nobody's clause begins with."""
    told = DESCRIBED.match(text, source.end)
    if told and _is_one(text[slice(*source)], language) and _is_person(told, language):
        return told
    return _participle(language).match(text, source.end)


@cache
def _participle(language: str) -> re.Pattern[str]:
    words = "|".join(load(language, "completion")["edges"]["describing_participles"])
    return re.compile(rf",\s+(?:{words})\s[^,.;:!?“”\"\n]*(?=,\s)")


def _is_one(source: str, language: str) -> bool:
    words, edges = source.lower().split(), load(language, "completion")["edges"]
    return bool(words) and (words[0] in edges["one_person"] or bool(NAMED.fullmatch(source)))


def _is_person(told: re.Match[str], language: str) -> bool:
    """Whether a noun for persons is all that stands before a preposition or a relative clause."""
    known, edges = source_words(language), load(language, "completion")["edges"]
    noun, more = told["noun"].split()[-1].lower(), told["more"].split()
    persons = any(one.kind in PERSONS for one in known.heads.get(noun, ()))
    return persons and (not more or more[0].lower() in edges["describing"])


def without_described(text: str, found: Sequence[Relation], language: str) -> list[Relation]:
    """The relations without those whose source only describes another one's: he says what she does.

    "According to a trader, a woman in her fifties, police came and told them to leave": she tells nobody.
    """
    edges = load(language, "completion")["edges"]
    wide = [
        relation.source[0]
        for relation in found
        if relation.source and " ".join(text[a:b].lower() for a, b in relation.cue) in edges["according"]
    ]
    return [relation for relation in found if not any(_describes(relation, one) for one in wide)]


def _describes(relation: Relation, source: Span) -> bool:
    inner = relation.source
    inside = bool(inner) and covers((source,), inner) and inner[0].start > source.start
    return inside and bool(relation.cue) and relation.cue[0].start >= source.end
