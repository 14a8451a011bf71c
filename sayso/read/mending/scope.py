"""How far content reaches: not past its sentence, a semicolon, or the next cue of the same source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, Spans, covers, touches
from sayso.read.cues.finding import find_cues
from sayso.read.layout.quotations import quotations
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim, trim_content
from sayso.text import overlapping, row_of_spans, sentence_of

QUOTATION = frozenset('“”"«»')
PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
TYPED_MARK = "''"  # some newsrooms print two apostrophes for a quotation mark
OPENS_QUOTED = '“"«‘'


@cache
def word_tail(language: str, name: str) -> re.Pattern[str]:
    """Matches any of the named words, with commas and spaces, at the end of a string."""
    words = "|".join(re.escape(word) for word in load(language, "completion")[name])
    return re.compile(rf"(?:[\s,]+(?:{words})\b|[\s,]+)*\s*\Z", re.I)


def within_scope(
    text: str, sentences: Sequence[Span], relations: Sequence[Relation], language: str
) -> list[Relation]:
    """The relations with their content cut where it runs on, and shared sources handed on.

    Quoted content may run over sentences; other content ends with the sentence of its cue, and begins with
    it where the one before has a cue. It ends at a semicolon behind the cue, and before a second cue that the
    same source governs.
    """
    taken = row_of_spans(span for relation in relations for span in relation.cue)
    quoted = [part for r in relations for part in _as_quoted(text, r, taken, language)]
    shared = _with_shared_sources(text, sentences, quoted, language)
    cut = [_cut(text, sentences, relation, taken, language) for relation in shared]
    by_cue = sorted((relation for relation in cut if relation.cue), key=_cue_start)
    return [_before_next_cue(text, relation, by_cue, language) for relation in cut]


def _cue_start(relation: Relation) -> int:
    return relation.cue[0].start


@cache
def quoting(language: str) -> re.Pattern[str]:
    """Matches "quoted", what follows it, and "as" at the end of a string."""
    words = "|".join(re.escape(word) for word in load(language, "completion")["citing"])
    joint = re.escape(load(language, "completion")["quoted_as"])
    return re.compile(rf"\b(?:{words})\s+([^;.]{{2,160}}?)\s+{joint}\s*\Z", re.I)


def _as_quoted(text: str, relation: Relation, taken: Sequence[Span], language: str) -> list[Relation]:
    """ "X quoted Y as saying Z": Z is said by Y, and all of that by X."""
    if not relation.cue or relation.voice != "source":
        return [relation]
    joint: str = load(language, "completion")["quoted_as"]
    start, end = relation.cue[0]
    if text[start:end].lower().startswith(f"{joint} "):
        start += len(joint) + 1
    found = quoting(language).search(text, max(0, start - 200), start)
    if found is None or _is_agent(found[1], language) or touches([Span(*found.span(1))], relation.content):
        return [relation]
    said = (Span(start, end), *relation.cue[1:])
    inner = replace(relation, cue=said, source=(trim(text, Span(*found.span(1))),))
    verb = Span(found.start(), found.start() + len(found.group().split()[0]))
    quoter = tuple(span for span in relation.source if span.end <= verb.start)
    if not quoter or overlapping(taken, verb):
        return [inner]
    whole = Span(found.start(1), max(span.end for span in (*said, *relation.content)))
    return [replace(relation, source=quoter, cue=(verb,), content=(whole,)), inner]


def _is_agent(words: str, language: str) -> bool:
    """Whether the words are "by Y": who quotes, and not who is quoted."""
    return words.split(None, 1)[0].lower() in load(language, "nested_grammar")["quoters"]


def _with_shared_sources(
    text: str, sentences: Sequence[Span], relations: Sequence[Relation], language: str
) -> list[Relation]:
    """ "X confirmed A but declined to say B": the second cue of a sentence has X for its source too."""
    found: list[Relation] = []
    for relation in relations:
        if not relation.source and relation.voice == "source" and relation.cue:
            head = text[max(0, relation.cue[0].start - 40) : relation.cue[0].start]
            before = found[-1] if found else None
            near = before and before.cue and _in_one(sentences, before.cue[-1], relation.cue[0])
            if before and near and before.source and _conjunction(head, language):
                relation = replace(relation, source=before.source)
        found.append(relation)
    return found


def _in_one(sentences: Sequence[Span], one: Span, other: Span) -> bool:
    return not sentences or sentence_of(sentences, one.start) == sentence_of(sentences, other.start)


def _conjunction(head: str, language: str) -> bool:
    tail = word_tail(language, "conjunctions").search(head)
    return tail is not None and any(c.isalpha() for c in tail.group())


def _cut(
    text: str, sentences: Sequence[Span], relation: Relation, taken: Sequence[Span], language: str
) -> Relation:
    if not relation.cue or not sentences:
        return relation
    home = sentences[sentence_of(sentences, relation.cue[0].start)]
    kept = [
        part if _quoted(text, part, home) else _inside(text, part, home, relation.cue, language)
        for span in relation.content
        for part in (_without_others(text, sentences, span, home, taken, language),)
        if not _elsewhere(text, span, home)
    ]
    return replace(relation, content=tuple(span for span in kept if span.start < span.end))


def _without_others(
    text: str, sentences: Sequence[Span], span: Span, home: Span, taken: Sequence[Span], language: str
) -> Span:
    """The part of a content from its own sentence on, where the one before has a cue of its own.

    "“It was free,” the minister said. | “It was stolen,” | Roe said." A cue in marks is a quotation's word.
    """
    if span.start >= home.start:
        return span
    first = sentences[sentence_of(sentences, span.start)]
    before = Span(min(first.start, span.start), home.start)
    cues = [*overlapping(taken, before), *(match.span for match in find_cues(text, before, language))]
    if not any(not _is_in_marks(text, cue) for cue in cues):
        return span
    return trim_content(text, Span(home.start, max(home.start, span.end)))


def _is_in_marks(text: str, cue: Span) -> bool:
    every = quotations(text)
    at = bisect_right(every, cue.start, key=_start) - 1
    return at >= 0 and every[at].contains(cue)


def _start(span: Span) -> int:
    return span.start


def _elsewhere(text: str, span: Span, home: Span) -> bool:
    """Whether `span` lies in a paragraph before (a heading, above all), and no quotation runs on from it."""
    between = PARAGRAPH.search(text, span.end, home.start) if span.end <= home.start else None
    return between is not None and not _quoted(text, span, home)


def _quoted(text: str, span: Span, home: Span) -> bool:
    """Whether quotation marks stand in what `span` has outside of its home sentence, or open it.

    Not where words outside of marks come first: "the guard struck her. | The guard laughed. “I never …”".
    """
    if home.start <= span.start < home.end < span.end and _goes_on_plain(text, span, home):
        return False
    outside = text[span.start : home.start] + text[max(home.end, span.start) : span.end + 2]
    opened = text[span.start : span.start + 2].startswith((*OPENS_QUOTED, TYPED_MARK))
    return opened or TYPED_MARK in outside or any(c in QUOTATION for c in outside)


def _goes_on_plain(text: str, span: Span, home: Span) -> bool:
    behind = text[home.end : span.end].lstrip()
    plain = behind[:1].isalnum() and not text.startswith(TYPED_MARK, span.start)
    return plain and text[span.start] not in OPENS_QUOTED


def _inside(text: str, span: Span, home: Span, cue: Spans, language: str) -> Span:
    start, end = span.start, min(span.end, home.end) if span.start >= home.start else span.end
    behind = max(start, cue[-1].end)
    stop = semicolon(text, behind, end, language)
    if stop >= 0 and not _in_quotes(text, start, stop):
        end = stop
    return (
        Span(start, max(start, end))
        if (start, end) == tuple(span)
        else trim_content(text, Span(start, max(start, end)))
    )


def semicolon(text: str, start: int, end: int, language: str) -> int:
    """Where a semicolon ends what is said; -1 where none does: "that P; and that Q" goes on."""
    stop = text.find(";", start, end)
    while stop >= 0 and _goes_on(language).match(text, stop + 1):
        stop = text.find(";", stop + 1, end)
    return stop


@cache
def _goes_on(language: str) -> re.Pattern[str]:
    """Matches behind a semicolon what goes on with what is said: " and that wages were owed"."""
    that = "|".join(load(language, "completion")["that"])
    return re.compile(rf"\s+(?:and\s+|but\s+)?(?:{that})\s", re.IGNORECASE)


def _in_quotes(text: str, start: int, at: int) -> bool:
    words = text[start:at]
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _before_next_cue(text: str, relation: Relation, by_cue: Sequence[Relation], language: str) -> Relation:
    """Content that ends before another cue of the same source, and before the words that join it."""
    if not relation.cue or not relation.source:
        return relation
    reach = max((span.end for span in relation.content), default=0)
    others = by_cue[bisect_right(by_cue, relation.cue[-1].end, key=_cue_start) :
                    bisect_left(by_cue, reach, key=_cue_start)]  # fmt: skip
    stops = [
        other.cue[0].start for other in others
        if other is not relation and other.source == relation.source
        and not covers(relation.content, other.source) and touches(relation.content, other.cue)
    ]  # fmt: skip
    if not stops:
        return relation
    stop = min(stops)
    between = text[relation.cue[-1].end : stop]
    tail = word_tail(language, "conjunctions").search(between)
    if tail is None or not any(c.isalpha() for c in tail.group()):
        return relation
    end = relation.cue[-1].end + tail.start()
    pieces = (Span(span.start, min(span.end, end)) for span in relation.content if span.start < end)
    return replace(relation, content=tuple(trim_content(text, p) for p in pieces if p.start < p.end))
