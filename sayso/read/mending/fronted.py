"""A hedge before its speaker: "In all likelihood, | the sailor said, | it will leave"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.read.mending.completion import Attribution


def with_fronted(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, each with the hedge that stands before its speaker.

    "In all likelihood, the sailor said, it will leave" is how sure the sailor is, and no conclusion of the
    author's. All else is unchanged.
    """
    fronts = [each for each in found if each.relation.voice == "author" and len(each.relation.cue) == 1]
    owner = {id(front): own for front in fronts if (own := _speaker(text, front, found)) is not None}
    taken = {id(own): front for front in fronts if (own := owner.get(id(front))) is not None}
    return [_fronted(each, taken.get(id(each))) for each in found if id(each) not in owner]


def _speaker(text: str, front: Attribution, found: Sequence[Attribution]) -> Attribution | None:
    """Who speaks right behind a comma after the cue, before all that is said."""
    end = front.relation.cue[0].end
    for each in found:
        relation = each.relation
        if relation.voice != "source" or not relation.source or not relation.cue or not relation.content:
            continue
        start = min(relation.source[0].start, relation.cue[0].start)
        last = max(relation.source[-1].end, relation.cue[-1].end)
        if text[end:start].strip() == "," and last <= min(relation.content).start:
            return each
    return None


def _fronted(each: Attribution, front: Attribution | None) -> Attribution:
    if front is None:
        return each
    content = tuple(sorted((*front.relation.cue, *each.relation.content)))
    return replace(each, relation=replace(each.relation, content=content))
