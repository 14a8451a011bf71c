"""Which office somebody holds, and how he may be called: a deputy minister is not "the minister"."""

from __future__ import annotations

from sayso.read.sources.mention import Mention
from sayso.read.sources.words import SourceWords, TakesUp

Office = tuple[str, frozenset[str]]  # the noun, and what makes another office of it: "minister", {"deputy"}


def office_of(mention: Mention, words: SourceWords) -> Office | None:
    """The office of one holder that a mention names: "the late president"; None for all other nouns."""
    if not any(found.name in words.lists["offices"] for found in words.heads.get(mention.head, ())):
        return None
    return mention.head, words.lists["other_office"].intersection(mention.before)


def holds(offices: set[Office], mention: Mention, words: SourceWords) -> bool:
    """Whether whoever holds these offices may be called by the mention's noun.

    "The minister" is no deputy and no former minister, and "the deputy minister" no minister. Whoever holds
    no such office may.
    """
    asked = office_of(mention, words)
    if asked is None:
        return True
    held = [other for noun, other in offices if noun in words.same.get(asked[0], {asked[0]})]
    return not held or asked[1] in held


def may_be_called(rule: TakesUp, heads: set[str], words: SourceWords) -> bool:
    """Whether a wider noun may stand for somebody of whom these nouns are printed: an envoy is no premier."""
    known = {head for head in heads if head in words.heads}
    return not (known & rule.never or (known and rule.of and not known & rule.of))
