"""Texts that are printed whole: all behind "issued the following statement:" is said by who issued it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, Spans, touches
from sayso.read.mending.completion import Attribution
from sayso.read.rules.source import subject_before
from sayso.read.rules.view import View, view_of
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.words import source_words
from sayso.text import paragraphs, sentence_of

MOST_LEAD_CHARS = 600  # of a paragraph that announces a text
MOST_TEXTS = 50  # in one document
MOST_SPEAKER_WORDS = 3  # "the ministry spokesman"
LATE = 3  # paragraphs before a text that stands in the middle of a report
REPORTED = frozenset({"person", "public", "expert"})
QUOTED = re.compile(r"\s*[“\"«‘']")
ITEM = re.compile(r"[-–—•*]\s|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s", re.IGNORECASE)
_either = partial(either, "issued")


def with_issued(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], publisher: str, language: str
) -> list[Attribution]:
    """The attributions, with what the author says in a text that somebody issued given to who issued it.

    Who speaks in such a text stands inside it: the attribution that announces it `holds` its words. It goes
    to the end of the document, or to where a report goes on: where who issued it is told of again ("the
    spokesman added"), the publisher is named, or people without names speak; where the text stands in the
    middle of a report, also where anybody else does. Of a list it is the items. What is quoted is left to the
    marks. Linear.
    """
    mended, known, over = list(found), 0, -1
    if not _announcing(language).search(text):
        return mended
    parts, ends = paragraphs(text), _Ends.of(text, found, publisher, language)
    for at, part in enumerate(parts[:-1]):
        match = _announced(text, part, language) if part.start >= over and known < MOST_TEXTS else None
        if match is None or QUOTED.match(text, parts[at + 1].start):
            continue
        sentence = sentences[sentence_of(sentences, match.start())] if sentences else part
        announcing = _announces(text, sentence, match, mended, language)
        if announcing is None:
            continue
        body = _body(text, parts[at + 1 :], ends.behind(at >= LATE))
        known, over = known + 1, body.end
        mended = [_given(one, body, announcing.source) for one in mended]
        if announcing.number is not None:
            mended[announcing.number] = _holding(mended[announcing.number], body)
    return mended


class Announcing(NamedTuple):
    """The number of the attribution that announces a text, where a finder saw it, and who issued it."""

    number: int | None
    source: Spans


def _holding(one: Attribution, body: Span) -> Attribution:
    """The attribution around the text, without how it came about ("answer | to a question")."""
    return replace(one, relation=replace(one.relation, content=(), holds=(body,)))


def _given(one: Attribution, body: Span, source: Spans) -> Attribution:
    """What the author says inside the text, as said by who issued it."""
    relation = one.relation
    if relation.voice != "author" or not relation.content or not body.contains(relation.content[0]):
        return one
    return replace(one, relation=replace(relation, source=source, voice="source"))


def _announced(text: str, part: Span, language: str) -> re.Match[str] | None:
    """What announces a text at the end of a paragraph; None where nothing does."""
    start = max(part.start, part.end - MOST_LEAD_CHARS)
    found = list(_announcing(language).finditer(text, start, part.end))
    return found[-1] if found and found[-1].end() >= part.end else None


@cache
def _announcing(language: str) -> re.Pattern[str]:
    """ "Issued on Monday | the following | joint | statement | on the dredging:"."""
    texts, verbs = _either(language, "texts"), _either(language, "verbs")
    leads, follows = _either(language, "introducing"), _either(language, "as_follows")
    words, reading = r"(?:[\w’'-]+\s){0,3}?", _either(language, "reading")
    issued = rf"(?P<verb>{verbs})\b[^.:;!?\n]{{0,60}}?\b(?:{leads})\s{words}(?:{texts})\b[^:;!?\n]{{0,300}}"
    reads = rf"(?:{texts})\b[^:;!?\n]{{0,120}}?\s(?P<reads>{reading})\s(?:{follows})[^:;!?\n]{{0,40}}"
    return re.compile(rf"\b(?:{issued}|{reads}):(?=\s*\n|\s*\Z)", re.IGNORECASE)


def _announces(
    text: str, sentence: Span, match: re.Match[str], found: Sequence[Attribution], language: str
) -> Announcing | None:
    verb = Span(*match.span("verb" if match["verb"] else "reads"))
    for number, one in enumerate(found):
        relation = one.relation
        printed = relation.voice == "source" and relation.source and relation.cue
        if printed and sentence.contains(relation.cue[0]) and touches((verb,), relation.cue):
            return Announcing(number, relation.source)
    view = view_of(text, sentence, language)
    at = next((i for i, word in enumerate(view.words.spans) if word.start >= verb.start), None)
    who = subject_before(view, at, 0) if at is not None else None
    return Announcing(None, (_without_day(view, *who),)) if who else None


def _without_day(view: View, first: int, end: int) -> Span:
    """Who issued it, without when: "The council | on Friday | released"."""
    while end - 1 > first and (view.among(end - 1, "calendar") or view.at(end - 1) in ("on", ",")):
        end -= 1
    return view.part(first, end)


def _body(text: str, parts: Sequence[Span], ends: Sequence[int]) -> Span:
    """The words of the text that begins with the first of these paragraphs."""
    listed = bool(ITEM.match(text, parts[0].start))
    end = parts[0].end
    for part in parts[1:]:
        at = bisect_left(ends, part.start)
        told = at < len(ends) and ends[at] < part.end
        rule = not any(char.isalnum() for char in text[slice(*part)])
        if told or rule or (listed and not ITEM.match(text, part.start)):
            break
        end = part.end
    return Span(parts[0].start, end)


class _Ends(NamedTuple):
    """Where a report may go on behind a text: surely, and where somebody else speaks; in order."""

    sure: tuple[int, ...]
    others: tuple[int, ...]

    @classmethod
    def of(cls, text: str, found: Sequence[Attribution], publisher: str, language: str) -> _Ends:
        """The ends of all texts of one document."""
        told = [one.relation for one in found if one.relation.source and one.relation.cue]
        sure = [each.cue[0].start for each in told if _reports(text, each.source[0], language)]
        house = re.finditer(rf"(?<!\w){re.escape(publisher)}(?!\w)", text) if publisher else ()
        sure += [match.start() for match in house]
        others = [each.cue[0].start for each in told if each.voice == "source"]
        return cls(tuple(sorted(sure)), tuple(sorted([*sure, *others])))

    def behind(self, late: bool) -> Sequence[int]:
        """Those that count for a text that begins late in its document, or early."""
        return self.others if late else self.sure


def _reports(text: str, source: Span, language: str) -> bool:
    """Whether a source shows that somebody reports again: "the spokesman added", "two traders said"."""
    words = text[slice(*source)].lower().split()
    speakers = load(language, "issued")["speakers"]
    if words[:1] == ["the"] and words[-1] in speakers and len(words) <= MOST_SPEAKER_WORDS:
        return True
    mention = read_mention(text[slice(*source)], language)
    known = source_words(language).heads.get(mention.head, ()) if not mention.name else ()
    return any(one.kind in REPORTED and one.anonymous != "never" for one in known)
