"""Who had it first-hand: the marks printed around a cue ("told The Harrow Post", "this reporter saw")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.link.lineage import Mark, Party
from sayso.link.outlets import key_of, looks_like_outlet, patterns, same_name, short_for, uncounted
from sayso.link.parties import Names, publisher_party
from sayso.model import Span, Statement

_END = re.compile(r"[.!?][”’\")\]]{0,3}(?=\s+[“‘\"(\[A-Z])|\n")
_REACH_CHARS = 600


class Hand(NamedTuple):
    """An outlet that had it from the source itself, and how that is printed; no outlet: it is not said
    which.
    """

    outlet: Party | None
    mark: Mark


def own_words(text: str, statement: Statement, everything: Sequence[Span], longest: int) -> str:
    """The words of the statement's sentence that are neither its content nor another statement's words.

    `everything`: the spans of all sources, cues and contents, sorted, each once, none longer than `longest`
    characters. "" where it has no words of its own.
    """
    own = sorted((*statement.source.spans, *(statement.cue.spans if statement.cue else ())))
    if not own:
        return ""
    start, end = _sentence(text, own[0].start, own[-1].end)
    letters = list(text[start:end])
    first = bisect_left(everything, Span(max(0, start - longest), 0))
    for hole in everything[first : bisect_left(everything, Span(end, 0))]:
        if hole in own:
            continue
        for at in range(max(hole.start, start), min(hole.end, end)):
            letters[at - start] = "|"
    for span in own:
        letters[max(0, span.start - start) : span.end - start] = text[max(span.start, start) : span.end]
    return "".join(letters)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a place, at most `_REACH_CHARS` to either side."""
    lowest = max(0, start - _REACH_CHARS)
    before = [match.end() for match in _END.finditer(text, lowest, start)]
    after = _END.search(text, end, min(len(text), end + _REACH_CHARS))
    return (before[-1] if before else lowest, after.end() if after else min(len(text), end + _REACH_CHARS))


def hand_in(
    words: str, publisher: Party, outlets: Mapping[str, Party], names: Names, language: str
) -> Hand | None:
    """The mark in the words around a cue; None for none. `outlets`: those that the document names, by key.

    An outlet that is named ("told Radio Lanterna") stands before "us", and that before a mark that says only
    that somebody spoke to the source.
    """
    for pattern in patterns(language, "named_marks"):
        for match in pattern.finditer(words):
            outlet = _outlet(match.group(1), publisher, outlets, names, language)
            if outlet is not None:
                return Hand(outlet, "self" if outlet == publisher else "named")
    if any(pattern.search(words) for pattern in patterns(language, "self_marks")):
        return Hand(publisher, "self")
    if any(pattern.search(words) for pattern in patterns(language, "contact_marks")):
        return Hand(None, "contact")
    return None


def met_in(
    words: str, publisher: Party, outlets: Mapping[str, Party], names: Names, language: str
) -> tuple[Hand | None, frozenset[str]]:
    """Who met people, and the folded words for them without their number, where words say that an outlet did
    ("Prison Watch has interviewed fourteen survivors"); None and () for none.
    """
    for pattern in patterns(language, "met"):
        match = pattern.match(words)
        outlet = match and (_outlet(match[1], publisher, outlets, names, language) if match[1] else publisher)
        if match and outlet:
            whom = key_of(match["whom"]).split()
            kept = (uncounted(" ".join(whom[:size]), language) for size in range(1, len(whom) + 1))
            return Hand(outlet, "self" if outlet == publisher else "named"), frozenset(kept) - {""}
    return None, frozenset()


def _outlet(
    name: str, publisher: Party, outlets: Mapping[str, Party], names: Names, language: str
) -> Party | None:
    """The outlet that a printed name means; None where it is no outlet ("told Parliament")."""
    name = name.rstrip(" .")
    key = key_of(name)
    if same_name(key, publisher.key, language) or same_name(key, key_of(publisher.name), language):
        return publisher
    if short_for(name, publisher.name):
        return publisher
    for other in sorted(outlets):
        if same_name(key, other, language):
            return outlets[other]
    party = publisher_party(name, names)
    return party if (party.entry and party.outlet) or looks_like_outlet(name, language) else None
