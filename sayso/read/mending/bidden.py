"""What is not said: what somebody is asked to say ("recommends that States report it"), and verbs alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.text import overlapping, row_of_spans

THAT = "that "
TO = "to "


def without_bidden(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without what is only asked for or promised: a bare verb behind "that" or "to".

    "Requested that the panel provide more details": nobody has given any. Near-linear.
    """
    demands, promises = ([s for a in found if a.cue and a.cue.act == act for s in a.relation.content]
                         for act in ("demand", "promise"))  # fmt: skip
    ahead = {span.start for span in (*demands, *promises)}
    row = row_of_spans(demands)
    return [each for each in found if not (_lies_ahead(text, each, ahead) or _is_bidden(text, each, row))]


def _lies_ahead(text: str, each: Attribution, ahead: Collection[int]) -> bool:
    """ "Urges the ministry | to clarify it", "promised | to publish it": nobody has done so yet."""
    start = each.relation.cue[0].start if each.relation.cue else -1
    return start in ahead and text[start : start + len(TO)].lower() == TO


def _is_bidden(text: str, each: Attribution, demands: Sequence[Span]) -> bool:
    relation = each.relation
    if not each.cue or not relation.source or not relation.cue:
        return False
    words = text[slice(*relation.cue[0])].split()
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
