"""Whoever is told hears and does not speak: "She was told that …", "told by his commander that …"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, without
from sayso.read.cues.finding import CueReading, read_cue
from sayso.read.relation import Relation
from sayso.read.sources.words import source_words
from sayso.read.tagging.decoding import trim
from sayso.read.times.finding import find_times

LONGEST_TELLER_CHARS = 120
LONGEST_PASSIVE_CHARS = 20
MOST_HEARER_WORDS = 5  # before "learned from"
_HEARER = re.compile(r"(?:(?<=[”’\"'])|,)\s+(?:[\w.&’'-]+\s+){0,5}[\w.&’'-]+\Z")  # ", the Harrow Courier"


@cache
def _teller(language: str, before: str = "") -> re.Pattern[str]:
    """Matches "by X", or what follows a word `before` X, up to what X said, a comma or the end."""
    words = load(language, "completion")["hearing"]
    lead = rf"(?<={re.escape(before)})()" if before else rf"\s+({words['by']})"
    return re.compile(rf"{lead}\s+([^,.;:“”\"\n]{{2,{LONGEST_TELLER_CHARS}}}?)"
                      rf"(?=\s+(?:{'|'.join(words['opens'])})\b|[,.;:“\"\n]|\Z)", re.I)  # fmt: skip


def is_hearing(reading: CueReading, language: str) -> bool:
    """Whether the cue is a passive whose subject is told something: "was told", "were promised"."""
    told = reading.lemma in load(language, "completion")["hearing"]["told"]
    return told and reading.evidentiality == "reportative"


def is_told_by(reading: CueReading, language: str) -> bool:
    """Whether the cue is such a passive with whoever tells behind it: "was told by"."""
    words = load(language, "completion")["hearing"]
    lemma = reading.lemma.split()
    return len(lemma) == 3 and lemma[1] in words["participles"] and lemma[2] == words["by"]


def learns_from(cue: str, reading: CueReading, language: str) -> bool:
    """Whether the cue's subject has it from whoever stands behind it: "learned from"."""
    words = load(language, "completion")["hearing"]
    return reading.lemma in words["learning"] and cue.lower().split()[-1] == words["from"]


def without_subject(text: str, relation: Relation) -> Relation:
    """The relation without what stands before its cue, where something is said behind it: who was told.

    Where all is said before ("The yard was cleared, | the Courier | was told by a guard"), without its end
    behind a comma.
    """
    content = tuple(piece for piece in relation.content if piece.start >= relation.cue[0].end)
    if content or not relation.content:
        return replace(relation, content=content) if content else relation
    *before, last = relation.content
    hearer = _HEARER.search(text, last.start, last.end)
    near = hearer is not None and not text[last.end : relation.cue[0].start].strip()
    if hearer is None or not near or hearer.start() == last.start:
        return relation
    return replace(relation, content=(*before, trim(text, Span(last.start, hearer.start()))))


def is_misheard(text: str, relation: Relation, language: str) -> bool:
    """Whether only the participle of "have been asked" was taken for a cue, and its hearer for the source.

    The lexicon, which knows the whole form, then finds it anew.
    """
    if len(relation.cue) != 1 or not relation.source:
        return False
    cue = relation.cue[0]
    passive = _passive(language).search(text, max(0, cue.start - LONGEST_PASSIVE_CHARS), cue.start)
    if passive is None or relation.source[-1].end > passive.start():
        return False
    return is_hearing(read_cue(text[passive.start() : cue.end], language), language)


@cache
def _passive(language: str) -> re.Pattern[str]:
    """Matches forms of "be", with "have" before them, at the end of what is searched."""
    be = "|".join(map(re.escape, load(language, "cues_grammar")["be"]))
    return re.compile(rf"\b(?:ha(?:ve|s|d)\s+)?(?:{be})\s+\Z", re.I)


def with_teller(text: str, relation: Relation, language: str) -> Relation | None:
    """The relation with whoever tells ("by X") as its source; None where nobody stands behind the cue."""
    match = _teller(language).match(text, relation.cue[-1].end) if relation.cue else None
    if match is None:
        return None
    cue = (*relation.cue[:-1], Span(relation.cue[-1].start, match.end(1)))
    teller = trim(text, Span(*match.span(2)))
    if _is_way_or_date(text, teller, language):
        return None
    content = without(relation.content, (Span(match.start(), match.end()),))
    content = tuple(piece for piece in (trim(text, c) for c in content) if piece.start < piece.end)
    return replace(relation, source=(teller,), cue=cue, content=content, voice="source")


def _is_way_or_date(text: str, teller: Span, language: str) -> bool:
    """Whether what stands behind "by" tells how or when: "told by telephone", "told by Monday"."""
    printed = text[teller.start : teller.end].lower()
    if printed in load(language, "completion")["ways"]:
        return True
    return any(time.span.start <= teller.start and teller.end <= time.span.end
               for time in find_times(text, None, language, teller))  # fmt: skip


def is_outlets(text: str, relation: Relation, language: str) -> bool:
    """Whether an outlet, or "we", stands before the cue: "The Harrow Courier | learned from"."""
    known, cue = source_words(language).names, relation.cue[0]
    before = text[max(0, cue.start - LONGEST_TELLER_CHARS) : cue.start]
    words = re.split(r"[.!?;:,]\s", before)[-1].split()[-MOST_HEARER_WORDS:]
    first = load(language, "completion")["hearing"]["we"]
    return any(known.get(word) == "media" or word.lower() in first for word in words)


def with_whom_it_is_from(text: str, relation: Relation, language: str) -> Relation:
    """The relation of "X heard from Y that Z" with Y as its source; as it was where it has Y already."""
    last = relation.cue[-1]
    match = _teller(language, text[last.start : last.end].split()[-1]).match(text, last.end)
    if match is None or (relation.source and relation.source[0].start >= last.end):
        return relation
    source = trim(text, Span(*match.span(2)))
    content = tuple(trim(text, piece) for piece in without(relation.content, (source, *relation.source)))
    return replace(relation, source=(source,), content=tuple(c for c in content if c.start < c.end))


def without_hearer(relation: Relation) -> Relation:
    """The relation without the subject that hears, which stands in no part of it."""
    content = tuple(piece for piece in relation.content if piece.start >= relation.cue[0].end)
    return replace(relation, source=(), medium=(), voice="hearsay", content=content or relation.content)
