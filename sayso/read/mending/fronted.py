"""What stands before its speaker: "In all likelihood, | he said, | it …", "Pointing out P, | he …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span
from sayso.read.mending.completion import Attribution

COMMA = re.compile(r"\s*,\s*")
PARTICIPLE = re.compile(r"[A-Z][a-z]+ing\b")


def with_fronted(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, each with the hedge that stands before its speaker.

    "In all likelihood, the sailor said, it will leave" is how sure the sailor is, and no conclusion of the
    author's. All else is unchanged. Linear.
    """
    speakers = {start: number for number, each in enumerate(found) if (start := _start(each)) is not None}
    mended, fronts = list(found), set()
    for number, each in enumerate(found):
        comma = _comma_behind(text, each)
        speaker = speakers.get(comma.end()) if comma else None
        if speaker is not None:
            relation = found[speaker].relation
            content = tuple(sorted((*each.relation.cue, *relation.content)))
            mended[speaker] = replace(found[speaker], relation=replace(relation, content=content))
            fronts.add(number)
    return [each for number, each in enumerate(mended) if number not in fronts]


def with_fronted_participles(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, each participle that opens a sentence with the subject behind its comma for source.

    "Pointing out that P, he criticized them": he points it out. Only where nobody has it yet. Near-linear.
    """
    starts = {sentence.start: sentence.end for sentence in sentences}
    row = sorted((a.relation.source[0].start, n) for n, a in enumerate(found) if _is_named(a))
    mended = list(found)
    for number, each in enumerate(found):
        relation = each.relation
        end = starts.get(relation.cue[0].start) if relation.cue and not relation.source else None
        if end is None or not PARTICIPLE.match(text, relation.cue[0].start):
            continue
        after = max(span.end for span in (*relation.cue, *relation.content))
        comma = COMMA.match(text, after)
        at = bisect_left(row, (comma.end(), -1)) if comma else len(row)
        if comma and at < len(row) and row[at][0] == comma.end() < end:
            whose = replace(relation, source=found[row[at][1]].relation.source, voice="source")
            mended[number] = replace(each, relation=whose)
    return mended


def _is_named(each: Attribution) -> bool:
    return bool(each.relation.source) and each.relation.voice == "source"


def _start(each: Attribution) -> int | None:
    """Where somebody is named who speaks before all that he says; None where it is not so."""
    relation = each.relation
    if relation.voice != "source" or not (relation.source and relation.cue and relation.content):
        return None
    named = (*relation.source, *relation.cue)
    before = max(part.end for part in named) <= min(relation.content).start
    return min(named).start if before else None


def _comma_behind(text: str, each: Attribution) -> re.Match[str] | None:
    relation = each.relation
    fronts = relation.voice == "author" and len(relation.cue) == 1
    return COMMA.match(text, relation.cue[0].end) if fronts else None
