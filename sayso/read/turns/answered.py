"""What somebody denies is not his word: "rejected the claim | that P" is nobody's P, or another's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, Spans, covers, touches
from sayso.read.mending.completion import Attribution
from sayso.read.nested.words import nested_words
from sayso.text import Grid

ACTS = frozenset({"deny", "decline", "unconfirmed"})
OWNER_CHARS = 12  # before the noun, in which "its" stands
GAP_CHARS = 40  # between a denial and what is denied
STOP = re.compile(r"[,.;:!?“”\"]")
HOLDER_CHARS = 80  # behind the noun, in which "of its critics that" stands


def with_answered(text: str, found: Sequence[Attribution], language: str = "en") -> list[Attribution]:
    """The attributions, where a noun of speech among what X denies was given to X: it is nobody's.

    Or it is of whoever stands behind "of": "denied the accusation | of its critics | that P"; where a finder
    took the word for these for a cue of the same, that goes. Who denies his own ("its claim") keeps it. In
    order; near-linear.
    """
    denials = [a for a in found if _denies(a)]
    if not denials:
        return list(found)
    grid = Grid.of(_region(text, a) for a in denials)
    kept: list[Attribution] = []
    holders: dict[Spans, Spans] = {}
    for each in found:
        around = (denials[number] for number in grid.near(each.relation.cue))
        if not any(_is_denied(text, each, denial, language) for denial in around):
            kept.append(each)
            continue
        other = _others(text, each, language)
        holders[other.relation.content] = other.relation.source
        kept.append(other)
    return [one for one in kept if not _names(holders.get(one.relation.content, ()), one)]


def _region(text: str, denial: Attribution) -> Spans:
    """What is denied, and the noun for it where a finder left that out: "rejected | the claim | that P"."""
    content, cue = denial.relation.content, denial.relation.cue
    start = cue[-1].end if cue else 0
    first = min(content, default=None)
    if first is None or not start < first.start <= start + GAP_CHARS or STOP.search(text, start, first.start):
        return content
    return (Span(start, first.start), *content)


def _names(holder: Spans, one: Attribution) -> bool:
    return bool(one.relation.cue) and covers(holder, one.relation.cue)


def _denies(one: Attribution) -> bool:
    return one.cue is not None and bool(one.relation.source) and (one.cue.act in ACTS or one.cue.negates)


def _is_denied(text: str, one: Attribution, denial: Attribution, language: str) -> bool:
    """Whether `one` is a noun of speech inside what its own source denies, and not called his own."""
    relation = one.relation
    if one is denial or not relation.source or not relation.cue:
        return False
    if not covers(_region(text, denial), relation.cue) or not touches(
        denial.relation.source, relation.source
    ):
        return False
    words = text[relation.cue[0].start : relation.cue[-1].end].lower().split()
    before = text[max(0, relation.cue[0].start - OWNER_CHARS) : relation.cue[0].start].lower().split()
    owned = set(load(language, "sources")["words"]["owned"])
    noun = not nested_words(language).nouns.keys().isdisjoint(words)
    return noun and owned.isdisjoint([*words, *before[-1:]])


def _others(text: str, one: Attribution, language: str) -> Attribution:
    """The same of whoever stands behind "of", else of nobody."""
    relation, last = one.relation, one.relation.cue[-1]
    holder = _holder(language).search(text, last.start, last.end + HOLDER_CHARS)
    if holder is not None and holder.start() <= last.end:
        cue = (*relation.cue[:-1], Span(last.start, holder.start()))
        return replace(one, relation=replace(relation, source=(Span(*holder.span(1)),), cue=cue))
    bare = replace(relation, source=(), medium=(), voice="hearsay")
    reading = replace(one.cue, voice="hearsay", evidentiality="reportative") if one.cue else None
    return Attribution(relation=bare, cue=reading)


@cache
def _holder(language: str) -> re.Pattern[str]:
    """ " of its critics", up to what they say."""
    words = load(language, "completion")
    of, that = words["addressees"]["of"][0], "|".join(words["that"])
    return re.compile(rf"\s+{of}\s+((?:[\w’'-]+\s+){{0,6}}[\w’'-]+)(?=\s+(?:{that})\s)", re.IGNORECASE)
