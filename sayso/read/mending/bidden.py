"""What is not said: what somebody is asked to say ("recommends that States report it"), and verbs alone."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.text import overlapping, row_of_spans

THAT = "that "
TO = "to"


def without_bidden(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those that stand in a demand, with a bare verb behind its "that".

    "Requested that the panel provide more details": nobody has given any. Near-linear.
    """
    asked = (a.relation.content for a in found if a.cue and a.cue.act == "demand")
    demands = row_of_spans(span for content in asked for span in content)
    return [each for each in found if not _is_bidden(text, each, demands)]


def _is_bidden(text: str, each: Attribution, demands: Sequence[Span]) -> bool:
    relation = each.relation
    if not each.cue or not relation.source or not relation.cue:
        return False
    words = text[slice(*relation.cue[0])].split()
    if words[0].lower() == TO and any(part.start == relation.cue[0].start for part in demands):
        return True  # "urges the ministry | to clarify it": nobody has clarified it yet
    bare = words[:1] == each.cue.lemma.split()[:1] != []
    source = relation.source[0]
    inside = any(part.contains(relation.cue[0]) for part in overlapping(demands, source))
    behind = text[max(0, source.start - len(THAT)) : source.start].lower() == THAT
    return bare and inside and behind and not text[source.end : relation.cue[0].start].strip()


def is_empty(attribution: Attribution) -> bool:
    """Whether a verb of speech has neither somebody who speaks nor anything said: it was "deeply worried"."""
    relation, cue = attribution.relation, attribution.cue
    alone = not (relation.source or relation.content)
    return alone and cue is not None and cue.voice == "source"
