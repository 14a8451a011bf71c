"""A hedge before its speaker: "In all likelihood, | the sailor said, | it will leave"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.read.mending.completion import Attribution

COMMA = re.compile(r"\s*,\s*")


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
