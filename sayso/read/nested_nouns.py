"""Nouns of speech and whose words they name: "Bush's speech", "remarks made by X", "X issued a report"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.nested_words import NestedWords, Noun
from sayso.read.rules_source import Piece, subject_before
from sayso.read.rules_view import View

OWNED, NAMED, GIVEN, PHRASE, REACH = 8, 6, 5, 25, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A noun of speech with its source, as words [first, end); `behind`: where its content may begin."""

    source: Piece
    cue: Piece
    behind: int


def owner(view: View, noun: int, floor: int) -> Piece | None:
    """Whose words: "his", "President Bush" of "President Bush's State of the Union speech"; None if unsaid."""
    for i in range(noun - 1, max(floor - 1, noun - OWNED), -1):
        if view.among(i, "possessives"):
            return i, i + 1
        owned = view.ends(i, "possessive_endings")
        if owned or (view.at(i) == "'" and view.ends(i - 1, "plural_endings")):
            first = _name_start(view, i + owned, floor)
            return (first, i + owned) if first < i + owned else None
        if not _stands_within(view, i):
            return None
    return None


def _stands_within(view: View, i: int) -> bool:
    """Whether a word may stand between an owner and the noun: an adjective, or what a title is made of."""
    if view.among(i, "of", "determiners"):
        return view.capital(i - 1) or view.among(i - 1, "of")
    if view.at(i) == "-":
        return True
    barred = view.finite(i) or view.among(i, "prepositions", "coordinators", "subordinators", "pronouns")
    return view.at(i).isalpha() and not barred


def _name_start(view: View, end: int, floor: int) -> int:
    """Where the owner begins: at its determiner, or with the first of its capitals."""
    for i in range(end - 1, max(floor - 1, end - NAMED), -1):
        if view.among(i, "determiners"):
            return i
        if not view.at(i).replace(".", "").replace("'s", "").isalpha() or view.finite(i):
            break
        if view.among(i, "prepositions", "coordinators", "subordinators"):
            break
    first = end - 1
    while first > floor and view.capital(first - 1) and view.at(first - 1)[:1].isalpha():
        first -= 1
    return first


def phrase_behind(view: View, first: int, high: int) -> Piece | None:
    """The noun phrase that begins at a word, up to a verb, a mark, or a circumstance."""
    end = first
    while end < min(high, first + PHRASE) and not _ends(view, end, first):
        end += 1
    while end > first and (view.at(end - 1) == "," or view.among(end - 1, "prepositions", "determiners")):
        end -= 1
    return (first, end) if end > first else None


def _ends(view: View, i: int, first: int) -> bool:
    token = view.at(i)
    if token in ('"', "“", "”", ";", ":", ",", "—", "–", "--") or view.stops(i):
        return True
    if view.among(i, "subordinators", "relatives", "leads", "coordinators") and token != "and":
        return True
    if token == "and":
        return i == first or not (view.capital(i + 1) or view.among(i + 1, "determiners"))
    if view.finite(i) or view.ends(i, "participle_endings") and i > first:
        return True
    if view.among(i, "calendar") and view.capital(i):
        return True
    if view.among(i, "prepositions") or view.among(i, "agents"):
        near = view.capital(i + 1) or view.among(i + 1, "determiners", "possessives")
        return i == first or not (near and token in ("of", "from", "in", "for", "at"))
    return False


def noun_of_speech(view: View, at: int, noun: Noun, words: NestedWords, low: int, high: int) -> Found | None:
    """The noun at a word with its source inside [low, high); None where no source is printed."""
    source = owner(view, at, low)
    if source is not None:
        return Found(source=source, cue=(at, at + 1), behind=at + 1)
    return _behind(view, at, noun, words, high) or _given(view, at, words, low)


def _behind(view: View, at: int, noun: Noun, words: NestedWords, high: int) -> Found | None:
    """ "remarks made last month by the envoy", "statements from Orlan", "the words of the envoy"."""
    i = at + 1
    while i < min(high, at + GIVEN) and (
        view.at(i) in words.around["given"] or view.among(i, "calendar", "calendar_modifiers")
    ):
        i += 1
    origin = view.at(i) in words.around["origins"]
    if i >= high or not (origin or (noun.of and i == at + 1 and view.among(i, "of"))):
        return None
    if not origin and not view.capital(i + 1) and not view.at(i + 1) == "the":
        return None
    if view.ends(i + 1, "participle_endings"):
        return None
    source = phrase_behind(view, i + 1, high)
    if source is None:
        return None
    return Found(source=source, cue=(at, at + 1), behind=source[1])


def _given(view: View, at: int, words: NestedWords, low: int) -> Found | None:
    """ "The ministry issued a report": the subject of the verb that gives the words."""
    for i in range(at - 1, max(low, at - OWNED), -1):
        if view.at(i) in words.around["giving"] and i > low:
            first = _group_start(view, i, low)
            source = subject_before(view, first, low)
            return Found(source=source, cue=(first, at + 1), behind=at + 1) if source else None
        if not _stands_within(view, i) and not view.among(i, "determiners"):
            return None
    return None


def _group_start(view: View, verb: int, low: int) -> int:
    """The first of the auxiliaries, adverbs and "not" before a verb."""
    first = verb
    while first > low and (view.finite(first - 1) or view.at(first - 1) in ("not", "be", "been", "to")):
        first -= 1
    return first


def content_behind(view: View, found: Found, words: NestedWords, high: int) -> Piece | None:
    """What is said, where "that", "for", "to" or "on" opens it behind the noun; None for none."""
    start = found.behind
    if start >= high or view.at(start) not in words.around["openers"]:
        return None
    clause = view.among(start, "that")
    verbs = 0
    for i in range(start + 1, min(high, start + REACH)):
        if view.stops(i) or view.at(i) in (";", ",", "—", "–") or view.level(i) != view.level(start):
            return (start, i) if i > start + 1 else None
        if view.finite(i) and not view.finite(i - 1):
            verbs += 1
            if verbs > clause:
                return (start, i) if i > start + 1 else None
    end = min(high, start + REACH)
    return (start, end) if end > start + 1 else None


def nouns_in(view: View, words: NestedWords) -> Sequence[int]:
    """The indexes of the words that may be a noun of speech."""
    return [
        i for i, token in enumerate(view.words.tokens)
        if token in words.nouns and not view.words.hyphenated(i)
    ]  # fmt: skip
