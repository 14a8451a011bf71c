"""Nouns of speech and whose words they name: "Marsk's speech", "remarks made by X", "X issued a report"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.read.nested.phrases import (
    OWNED,
    is_modifier,
    is_source,
    is_verbal,
    owner,
    phrase_behind,
    stands_within,
)
from sayso.read.nested.subject import subject_of_infinitive
from sayso.read.nested.words import NestedWords, Noun
from sayso.read.rules.source import Piece, subject_before
from sayso.read.rules.view import View
from sayso.read.sources.gazetteers import Gazetteer
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.words import source_words

GIVEN, REACH, ADJECTIVES, NAME, RELATIVE = 5, 40, 3, 4, 8  # words
OUTLETS = ("media", "state_media")
BodyTest = Callable[[str, bool], bool]


def body_test(gazetteer: Gazetteer) -> BodyTest:
    """Whether a name is a country's or a body's; with True behind it, whether it is an outlet's."""

    def is_body(name: str, outlet: bool) -> bool:
        entry = gazetteer.lookup(name)
        if outlet:
            return entry is not None and entry.kind in OUTLETS
        return entry is not None or gazetteer.country(name) is not None

    return is_body


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A noun of speech with its source, as words [first, end); `behind`: where its content may begin."""

    source: Piece
    cue: Piece
    behind: int


def noun_of_speech(
    view: View, at: int, noun: Noun, words: NestedWords, bounds: Piece, is_body: BodyTest
) -> Found | None:
    """The noun at a word with its source inside the words [low, high); None where no source is printed.

    `is_body`: whether a name is a country's or a body's, so that "an Israeli statement" has a source.
    """
    low, high = bounds
    if _is_wanting(view, at, words):
        return None
    source = owner(view, at, low)
    if source is not None:
        return Found(source=source, cue=(at, at + 1), behind=at + 1)
    return (
        _by(view, at, noun, words, high)
        or _relative(view, at, words, high)
        or _printed_in(view, at, words, high, is_body)
        or _given(view, at, words, low)
        or (_of_a_body(view, at, low, is_body) if noun.named else None)
    )


def _is_wanting(view: View, at: int, words: NestedWords) -> bool:
    """Whether there is none: "received no | notification from Orlan", "without any formal | request"."""
    first = at
    while first > max(0, at - ADJECTIVES) and stands_within(view, first - 1) and not view.capital(first - 1):
        if words.among(view, first - 1, "wanting"):
            return True
        first -= 1
    return words.among(view, first - 1, "wanting")


def _by(view: View, at: int, noun: Noun, words: NestedWords, high: int) -> Found | None:
    """ "remarks made last month by the envoy", "statements from Orlan", "the words of the envoy"."""
    i = at + 1
    while i < min(high, at + GIVEN) and (
        words.among(view, i, "given") or view.among(i, "calendar", "calendar_modifiers")
    ):
        i += 1
    definite = view.capital(i + 1) or words.among(view, i + 1, "definite")
    of = noun.of and i == at + 1 and view.among(i, "of") and definite
    if i >= high or not (of or words.among(view, i, "origins")) or view.ends(i + 1, "participle_endings"):
        return None
    source = phrase_behind(view, i + 1, high, words)
    if source is None or not (view.among(i, "agents") or _is_somebody(view, source)):
        return None
    return Found(source=source, cue=(at, at + 1), behind=source[1])


def _is_somebody(view: View, piece: Piece) -> bool:
    """Whether a phrase behind "from" or "of" names a source: not so "reports from the border"."""
    printed = view.part(*piece)
    head = read_mention(view.text[printed.start : printed.end], view.language).head
    named = any(view.capital(i) for i in range(*piece))
    return named or view.among(piece[0], "object_pronouns") or head in source_words(view.language).heads


def _relative(view: View, at: int, words: NestedWords, high: int) -> Found | None:
    """ "remarks that Marsk had made about the law"."""
    first = at + 1 + view.among(at + 1, "that", "relatives")
    ahead = range(first + 1, min(high, first + RELATIVE))
    verb = next((i for i in ahead if words.among(view, i, "giving")), -1)
    end = verb
    while end > first and (view.finite(end - 1) or view.among(end - 1, "be", "leads")):
        end -= 1
    if end <= first or not is_source(view, (first, end)) or any(view.at(i) == "," for i in range(first, end)):
        return None
    return Found(source=(first, end), cue=(at, at + 1), behind=verb + 1)


def _printed_in(view: View, at: int, words: NestedWords, high: int, is_body: BodyTest) -> Found | None:
    """ "a report in the Orlan Post"."""
    first = at + 2 + view.among(at + 2, "determiners")
    if not words.among(view, at + 1, "printed_in") or not view.capital(first):
        return None
    for end in range(min(high, first + NAME), first, -1):
        printed = view.part(first, end)
        if is_body(view.text[printed.start : printed.end], True):
            return Found(source=(first, end), cue=(at, at + 1), behind=end)
    return None


def _of_a_body(view: View, at: int, low: int, is_body: BodyTest) -> Found | None:
    """ "an official Israeli statement", "the Commonwealth report": the name before the noun is a body's."""
    end = at
    while end > max(low, at - ADJECTIVES) and not view.capital(end - 1) and stands_within(view, end - 1):
        end -= 1
    first = end
    while first > max(low, end - NAME) and view.capital(first - 1):
        first -= 1
    for start in range(first, end):
        printed = view.part(start, end)
        if is_body(view.text[printed.start : printed.end], False):
            return Found(source=(start, end), cue=(at, at + 1), behind=at + 1)
    return None


def _given(view: View, at: int, words: NestedWords, low: int) -> Found | None:
    """ "The ministry issued a report": the subject of the verb that gives the words."""
    for i in range(at - 1, max(low, at - OWNED), -1):
        if words.among(view, i, "giving"):
            first = _group_start(view, i, low, words)
            bare = view.among(first, "to")
            source = (
                subject_of_infinitive(view, first, words, low) if bare else _subject(view, first, low, words)
            )
            if source is None or not is_source(view, source):
                return None
            return Found(source=source, cue=(first, at + 1), behind=at + 1)
        if not stands_within(view, i) and not view.among(i, "determiners"):
            return None
    return None


def _subject(view: View, first: int, low: int, words: NestedWords) -> Piece | None:
    """The subject before a verb, or the one that it shares with the verb before "and"."""
    if not view.among(first - 1, "additive"):
        return subject_before(view, first, low)
    shared = next((i for i in range(first - 2, max(low, first - REACH), -1) if view.finite(i)), None)
    return subject_before(view, _group_start(view, shared, low, words), low) if shared is not None else None


def _group_start(view: View, verb: int, low: int, words: NestedWords) -> int:
    """The first of the auxiliaries and "not" before a verb, with "to"."""
    first = verb
    while first > low and (view.finite(first - 1) or words.among(view, first - 1, "auxiliary")):
        first -= 1
    return first - (first > low and view.among(first - 1, "to"))


def is_occasion(view: View, found: Found, words: NestedWords) -> bool:
    """ "in his speech the marshal called …": the noun only tells where another one's cue was said."""
    own = view.among(found.source[0], "possessives") and found.source[1] <= found.cue[0]
    return own and words.among(view, found.source[0] - 1, "occasions")


def content_behind(view: View, found: Found, words: NestedWords, high: int) -> Piece | None:
    """What is said, where "that", "for", "to" or "on" opens it behind the noun; None for none."""
    start = _behind_time(view, found.behind, high)
    if start >= high or not words.among(view, start, "openers"):
        return None
    if view.among(start, "to") and not is_verbal(view, start + 1):
        return None  # "his report to the council": whom it was given to
    end, verbs = start + 1, 0
    while end < min(high, start + REACH) and not _leaves(view, start, end):
        verbs += view.finite(end) and not view.finite(end - 1) and not is_modifier(view, end)
        if verbs > view.among(start, "that"):
            break
        end += 1
    return (start, end) if end > start + 1 else None


def _leaves(view: View, start: int, i: int) -> bool:
    return view.stops(i) or view.at(i) in (";", ",", "—", "–") or view.level(i) != view.level(start)


def _behind_time(view: View, start: int, high: int) -> int:
    """Behind "on Wednesday", which only says when; `start` where no time stands."""
    first = start + view.among(start, "prepositions")
    end = first
    while end < high and (view.among(end, "calendar", "calendar_modifiers") or view.at(end).isdigit()):
        end += 1
    return end if any(view.among(i, "calendar") for i in range(first, end)) else start


def nouns_in(view: View, words: NestedWords) -> Sequence[int]:
    """The indexes of the words that may be a noun of speech: no verb ("to address"), no part of a name."""
    return [i for i, token in enumerate(view.words.tokens) if token in words.nouns and _is_noun(view, i)]


def _is_noun(view: View, i: int) -> bool:
    named = view.capital(i) and view.capital(i + 1)
    verbal = view.among(i - 1, "to") or view.follows_subject(i)
    return not (named or verbal or view.words.hyphenated(i))
