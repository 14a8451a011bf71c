"""The attributions of a document by the sentence in which their cue stands."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.text import sentence_of


def at_home(
    sentences: Sequence[Span], found: Sequence[Attribution]
) -> tuple[list[Attribution], dict[int, list[Attribution]]]:
    """Those without a cue, and the others by the number of their sentence; for no sentences all."""
    homes: dict[int, list[Attribution]] = {}
    for each in found if sentences else ():
        if each.relation.cue:
            homes.setdefault(sentence_of(sentences, each.relation.cue[0].start), []).append(each)
    return [each for each in found if not (sentences and each.relation.cue)], homes
