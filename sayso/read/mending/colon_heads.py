"""Headlines that name who speaks at a mark: "Police: No shots fired", "Four dead in Dall - police".

Of "Four dead in Dall: police", too, the last words speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.lang import load
from sayso.model import Span
from sayso.read.cues.finding import find_cues, read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.sources.kinds import BODIES, PERSONS
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.words import source_words
from sayso.read.tagging.decoding import trim_content
from sayso.text import overlapping, paragraphs, row_of_spans

LONGEST = 160  # code points of a headline
LEAST_WORDS = 2
BELOW_CHARS = 2000  # below a headline in which its name speaks
CUE_CHARS = 30
P_HEAD = 0.7
STOPS = (".", "!", "?", "…", ":", ";", ",")
WHO = r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,4}"
AT_COLON = re.compile(rf"(?P<who>{WHO})(?P<mark>:)\s+(?P<what>[^:\n]+)")
AT_LAST_COLON = re.compile(rf"(?P<what>[^:\n]+?)(?P<mark>:)\s+(?P<who>{WHO})")
AT_DASH = re.compile(rf"(?P<what>[^\n–—]+?)\s+(?P<mark>[-–—])\s+(?P<who>{WHO})")


def with_colon_heads(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, with one for each line without a stop that has who speaks at its colon or dash.

    Only a noun for people or bodies speaks so, or a name that speaks below. A line of which a part is
    attributed already, or that holds none of the sentences, is left alone. Linear.
    """
    taken = row_of_spans(s for a in found for s in (*a.relation.source, *a.relation.cue, *a.relation.content))
    read = row_of_spans(sentences)
    heads = (
        match
        for line in paragraphs(text)
        if (match := colon_head(text, line, language))
        and overlapping(read, line)
        and not overlapping(taken, line)
    )
    return [*found, *(_said(text, match, language) for match in heads)]


def colon_head(text: str, line: Span, language: str) -> re.Match[str] | None:
    """Who, mark and what of a headline in which somebody speaks at its mark; None for every other line."""
    if line.end - line.start > LONGEST or text[line.start : line.end].endswith(STOPS):
        return None
    for pattern in (AT_LAST_COLON, AT_COLON, AT_DASH):
        match = pattern.fullmatch(text, line.start, line.end)
        if match is None or len(match["what"].split()) < LEAST_WORDS:
            continue
        if pattern is AT_LAST_COLON:
            if _speaks_last(text, match, language):
                return match
            continue
        told = match["what"].split()[0].lower() in _words(language, "not_before") and pattern is AT_COLON
        paper = pattern is AT_DASH and _is_paper(match["who"], language)
        if not told and (paper or _speaks(match["who"], language) or _speaks_below(text, match, language)):
            return match
    return None


def _speaks_last(text: str, match: re.Match[str], language: str) -> bool:
    """Whether who or what stands behind the last colon says what is before it: "Nine died: report".

    Not where a speaker stands before it, too, nor behind a label ("In pictures: residents of Dall", "Letter
    to the editor: residents").
    """
    first = match["what"].split()[0].lower()
    labels = {*_words(language, "not_before"), *_words(language, "not_first")}
    if first in labels or _is_speaker(match["what"], language) or _is_text(first, language):
        return False
    who = match["who"]
    return _is_speaker(who, language) or _is_paper(who, language) or _speaks_below(text, match, language)


def _is_speaker(words: str, language: str) -> bool:
    """Whether the words are nothing but somebody who may speak: "army spokesman", "sources in Dall"."""
    head = read_mention(words, language).head
    return _speaks(words, language) and _ends_with(words, head, language)


def _is_paper(words: str, language: str) -> bool:
    mention = read_mention(words, language)
    text = not mention.determiner and _is_text(mention.head, language)
    return text and _ends_with(words, mention.head, language)


def _is_text(noun: str, language: str) -> bool:
    return "document" in {one.name for one in source_words(language).heads.get(noun, ())}


def _ends_with(words: str, head: str, language: str) -> bool:
    """Whether only a place, a body or a name hangs on the noun: "residents of Dall", "Mayor Ilo Roe"."""
    singular = source_words(language).singular
    behind = [singular(word) for word in words.lower().split()]
    last = head.split()[-1:]
    at = next((n + 1 for n, word in enumerate(behind) if [word] == last), 0)
    named = all(word[:1].isupper() for word in words.split()[at:])
    return bool(at) and (named or behind[at] in _words(language, "hanging_on"))


def _speaks_below(text: str, match: re.Match[str], language: str) -> bool:
    """Whether a cue stands right behind the same name in the text below: "Ilo Roe said"."""
    name = match["who"].split()[-1]
    if not name[0].isupper():
        return False
    places = re.finditer(rf"\b{re.escape(name)}\s", text[match.end() : match.end() + BELOW_CHARS])
    ends = (match.end() + place.end() for place in places)
    return any(
        cue.span.start == end and cue.reading.voice == "source"
        for end in ends
        for cue in find_cues(text, Span(end, min(len(text), end + CUE_CHARS)), language)
    )


def _speaks(who: str, language: str) -> bool:
    mention = read_mention(who, language)
    heads = source_words(language).heads.get(mention.head, ())
    return not mention.determiner and any({one.kind, one.kind_plural} & (BODIES | PERSONS) for one in heads)


def _said(text: str, match: re.Match[str], language: str) -> Attribution:
    mark, what = Span(*match.span("mark")), trim_content(text, Span(*match.span("what")))
    relation = Relation(source=(Span(*match.span("who")),), cue=(mark,), content=(what,), p_relation=P_HEAD)
    return Attribution(relation=relation, cue=read_cue(":", language))


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(load(language, "colon_heads")[name])
