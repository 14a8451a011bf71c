"""Words had from somebody of whom something is told first: "from a guard | who has gone | that"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, Spans
from sayso.read.mending.at_home import at_home
from sayso.read.mending.completion import Attribution
from sayso.read.tagging.decoding import trim, trim_content

MOST_CHARS = 160  # from the "from" to the "that"


def with_had_from(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, what is had from somebody told by him also where a relative clause stands between.

    In "has it from a caller who would not say how she knew that P" it is P that the caller told; what she
    would not say is how she knew. Only where the relative opens right behind who tells. Linear: a sentence
    looks at its own attributions.
    """
    kept, homes = at_home(sentences, found)
    for home in sorted(homes):
        rows = homes[home]
        for match in _had_from(language).finditer(text, *sentences[home]):
            rows = _handed(text, sentences[home], match, rows, language)
        kept += rows
    return kept


@cache
def _had_from(language: str) -> re.Pattern[str]:
    """Matches "has it from" (cue), a noun phrase (who) with its relative clause, up to "that" (what)."""
    names = ("verbs", "objects", "links", "relatives")
    verbs, objects, links, relatives = (either("had_from", language, name) for name in names)
    return re.compile(
        rf"\b(?P<cue>(?:{verbs})\s+(?:(?:{objects})\s+)?(?:{links}))\s+"
        rf"(?P<who>[^\s,;:“”\"\n][^,;:“”\"\n]{{1,60}}?\s+(?:{relatives})\s+[^;:“”\"\n]{{4,{MOST_CHARS}}}?)\s+"
        rf"(?P<what>that\s)",
        re.IGNORECASE,
    )


def _handed(
    text: str, sentence: Span, match: re.Match[str], found: list[Attribution], language: str
) -> list[Attribution]:
    cue, who, that = Span(*match.span("cue")), Span(*match.span("who")), match.start("what")
    mine = [a for a in found if any(part.overlaps(cue) for part in a.relation.cue)]
    others = [a for a in found if a not in mine and any(who.contains(part) for part in a.relation.cue)]
    if not mine or any(a.relation.content[:1] and a.relation.content[0].start == that for a in mine):
        return found
    if any(_says_it(text, each, that, others, language) for each in others):
        return found
    ends = [
        part.end for a in found for part in a.relation.content if who.start <= part.start <= that < part.end
    ]
    what = trim_content(text, Span(that, max(ends, default=sentence.end)))
    relation = replace(
        mine[0].relation, source=(trim(text, who),), cue=(cue,), content=(what,), voice="source"
    )
    kept = [replace(mine[0], relation=relation)]
    for each in found:
        if each not in mine:
            kept += _without(text, each, what, who)
    return kept


def _says_it(text: str, each: Attribution, that: int, others: Sequence[Attribution], language: str) -> bool:
    """Whether the relative's own verb tells it: "a man who said that P", not "would not say how she knew"."""
    cue = each.relation.cue[0]
    named = text[slice(*cue)].lower().endswith(tuple(load(language, "had_from")["no_telling"]))
    tells = any(part.start == that for part in each.relation.content) and not named
    inside = any(
        part.contains(cue) for other in others if other is not each for part in other.relation.content
    )
    return tells and not inside


def _without(text: str, each: Attribution, what: Span, who: Span) -> list[Attribution]:
    """What somebody says inside the relative clause, without what is told behind it."""
    relation = each.relation
    if not any(who.contains(part) for part in relation.cue):
        return [each]
    content: Spans = tuple(
        trim_content(text, Span(part.start, min(part.end, what.start)))
        for part in relation.content
        if part.start < what.start
    )
    return [replace(each, relation=replace(relation, content=content))] if any(content) else []
