"""Words that only join a sentence to the one before it: "What is more, | she said, | nobody came"."""

from __future__ import annotations

from dataclasses import replace

from sayso.lang import load
from sayso.read.relation import Relation

LONGEST = 40  # characters of such an opening


def without_opening(text: str, relation: Relation, language: str) -> Relation:
    """The relation without a first piece of content that only joins, where another piece says something.

    What says how sure it is ("in all likelihood") is none of these words, and stays.
    """
    if len(relation.content) < 2:
        return relation
    first = min(relation.content)
    comma = text.find(",", first.start, first.start + LONGEST)
    opening = text[first.start : comma].lower() if comma >= first.end - 1 else ""
    if opening not in load(language, "completion")["connectives"]:
        return relation
    return replace(relation, content=tuple(part for part in relation.content if part != first))
