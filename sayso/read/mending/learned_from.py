"""Who told somebody what he knows: "The priest | learned from | a guard | that P" is the guard's as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim_content

MOST_CHARS = 60  # of who tells
P_TOLD = 0.7
TELLS = CueReading(lemma="tell")
_either = partial(either, "learned_from")


def with_who_told(text: str, found: Sequence[Attribution], language: str = "en") -> list[Attribution]:
    """The attributions, with one of whoever stands behind "learned from" and before its "that".

    What somebody learned from another is what that one said, and it came through who learned it. Linear.
    """
    kept: list[Attribution] = []
    for each in found:
        kept += _told(text, each, found, language)
    return kept


def _told(text: str, each: Attribution, found: Sequence[Attribution], language: str) -> list[Attribution]:
    relation = each.relation
    spoken = relation.voice == "source" and relation.source and relation.content and len(relation.cue) == 1
    if not spoken or relation.source[0].start >= relation.cue[0].start:
        return [each]
    match = _from(language).match(text, relation.cue[0].start)
    if match is None or match.start("that") > relation.content[-1].end:
        return [each]
    who = Span(*match.span("who"))
    what = (trim_content(text, Span(match.start("that"), relation.content[-1].end)),)
    cue = Span(relation.cue[0].start, match.end("link"))
    heard = replace(each, relation=replace(relation, cue=(cue,), content=what))
    if any(who.overlaps(part) for other in found if other is not each for part in other.relation.source):
        return [heard] if relation.content[0].start < match.start("that") else [each]
    told = Relation(source=(who,), cue=(Span(*match.span("link")),), content=what, p_relation=P_TOLD)
    first = Span(cue.start, match.start("link"))
    end = first.start + len(text[slice(*first)].rstrip())
    heard = replace(heard, relation=replace(heard.relation, cue=(Span(first.start, end),)))
    return [heard, Attribution(relation=told, cue=TELLS)]


@cache
def _from(language: str) -> re.Pattern[str]:
    """ "had learned | from | a guard | that" from the beginning of a cue."""
    verbs, links = (_either(language, name) for name in ("verbs", "links"))
    return re.compile(
        rf"(?:(?:has|have|had)\s+)?(?:{verbs})\s+(?P<link>{links})\s+"
        rf"(?P<who>[^\s,;:“”\"\n][^,;:.“”\"\n]{{1,{MOST_CHARS}}}?)\s+(?P<that>that)\s",
        re.IGNORECASE,
    )
