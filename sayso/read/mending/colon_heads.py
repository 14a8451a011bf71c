"""Headlines that name who speaks at a mark: "Police: No shots fired", "Four dead in Dall - police"."""

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
    for pattern in (AT_COLON, AT_DASH):
        match = pattern.fullmatch(text, line.start, line.end)
        if match is None or len(match["what"].split()) < LEAST_WORDS:
            continue
        told = match["what"].split()[0].lower() in _not_before(language) and pattern is AT_COLON
        if not told and (_speaks(match["who"], language) or _speaks_below(text, match, language)):
            return match
    return None


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
def _not_before(language: str) -> frozenset[str]:
    return frozenset(load(language, "colon_heads")["not_before"])
