"""Whom a text calls misquoted: "X falsely quoted Y as saying P", "Y was wrongly quoted as saying P"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, covers, touches
from sayso.read.cues.finding import read_cue
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.rules.source import subject_before
from sayso.read.rules.view import view_of

P_MISQUOTED = 0.7
QUOTED_BY_NOBODY = CueReading(lemma="quote", evidentiality="reportative", voice="hearsay")
_either = partial(either, "falsely")


def with_misquoted(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, where whom a text calls misquoted says nothing but inside the quoting.

    "X misquoted Y as saying P": Y's saying stands within X's. "Y was wrongly quoted as saying P": within
    that of somebody who is not printed. "Quoted" alone is left as it is. Linear.
    """
    row = sorted((a for a in found if a.relation.cue), key=_start)
    kept = [a for a in found if not a.relation.cue]
    done = 0
    for sentence in sentences:
        end = bisect_left(row, sentence.end, lo=done, key=_start)
        mine, done = row[done:end], end
        for match in _active(language).finditer(text, sentence.start, sentence.end):
            mine = _by_somebody(match, mine)
        for match in _passive(language).finditer(text, sentence.start, sentence.end):
            mine = _by_nobody(text, sentence, match, mine, language)
        kept += mine
    return [*kept, *row[done:]]


def _start(attribution: Attribution) -> int:
    return attribution.relation.cue[0].start


def _by_somebody(match: re.Match[str], found: list[Attribution]) -> list[Attribution]:
    """ "X misquoted | Y as saying P": Y says P."""
    group, saying, whom = (Span(*match.span(name)) for name in ("group", "saying", "whom"))
    outer = next((a for a in found if touches(a.relation.cue, (group,)) and a.relation.content), None)
    inner = next((a for a in found if covers((saying,), a.relation.cue) and a.relation.cue), None)
    if outer is None or inner is None or outer is inner or touches(outer.relation.source, (whom,)):
        return found
    spoken = replace(inner, relation=replace(inner.relation, source=(whom,), voice="source"))
    return [spoken if each is inner else each for each in found]


def _by_nobody(
    text: str, sentence: Span, match: re.Match[str], found: list[Attribution], language: str
) -> list[Attribution]:
    """ "Y was wrongly quoted as saying P": Y says P within what nobody in print says."""
    group, saying = Span(*match.span("group")), Span(*match.span("saying"))
    mine = [a for a in found if a.relation.cue and touches(a.relation.cue, (group, saying))]
    said = next((a.relation.content for a in mine if a.relation.content), ())
    view = view_of(text, sentence, language)
    subject = subject_before(view, view.index(group.start), 0)
    if not said or subject is None or said[0].start < saying.end:
        return found
    spoken = view.part(*subject)
    inner = Relation(source=(spoken,), cue=(saying,), content=said, p_relation=P_MISQUOTED)
    content = (spoken, Span(match.start("as"), max(span.end for span in said)))
    outer = Relation(cue=(group,), content=content, voice="hearsay", p_relation=P_MISQUOTED)
    others = [a for a in found if a not in mine]
    cue = read_cue(text[saying.start : saying.end], language)
    return [
        *others,
        Attribution(relation=outer, cue=QUOTED_BY_NOBODY),
        Attribution(relation=inner, cue=cue),
    ]


def _misquoting(language: str) -> str:
    adverbs, quoted, misquoted = (_either(language, name) for name in ("adverbs", "quoted", "misquoted"))
    return rf"(?:(?:{adverbs})\s+(?:{quoted})|{misquoted})"


@cache
def _active(language: str) -> re.Pattern[str]:
    saying = _either(language, "saying")
    return re.compile(
        rf"\b(?P<group>{_misquoting(language)})\s+(?P<whom>[^,;:.“”]{{2,60}}?)\s+as\s+(?P<saying>{saying})\b",
        re.IGNORECASE,
    )


@cache
def _passive(language: str) -> re.Pattern[str]:
    be, saying = "|".join(load(language, "cues_grammar")["be"]), _either(language, "saying")
    return re.compile(
        rf"\b(?P<group>(?:(?:has|have|had)\s+)?(?:{be})\s+{_misquoting(language)})\s+(?P<as>as)\s+(?P<saying>{saying})\b",
        re.IGNORECASE,
    )
