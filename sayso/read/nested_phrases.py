"""The phrases beside a word of speech that may be its source, found without a parse."""

from __future__ import annotations

from sayso.read.rules_source import Piece
from sayso.read.rules_view import View

OWNED, NAMED, PHRASE, LONGEST = 8, 6, 25, 20


def owner(view: View, noun: int, floor: int) -> Piece | None:
    """Whose words: "his", "President Bush" of "President Bush's State of the Union speech"; None if unsaid."""
    for i in range(noun - 1, max(floor - 1, noun - OWNED), -1):
        if view.among(i, "possessives"):
            return i, i + 1
        owned = view.ends(i, "possessive_endings")
        if owned and view.at(i)[:-2] in view.classes["calendar"]:
            continue
        if owned or (view.at(i) == "'" and view.ends(i - 1, "plural_endings")):
            if owned and view.at(i)[:-2] in view.classes["pronouns"] | view.classes["openers"]:
                return None
            first = _name_start(view, i + owned, floor)
            return (first, i + owned) if first < i + owned else None
        if not stands_within(view, i):
            return None
    return None


def stands_within(view: View, i: int) -> bool:
    """Whether a word may stand between an owner and the noun: an adjective, or what a title is made of."""
    if view.among(i, "of", "determiners"):
        return view.capital(i - 1) or view.among(i - 1, "of")
    if view.at(i) == "-" or (view.among(i, "additive") or view.at(i) == "or"):
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
        if view.among(first - 1, "prepositions", "subordinators", "leads"):
            break
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


def is_source(view: View, piece: Piece) -> bool:
    """Whether the words can be somebody: a pronoun, a name, or a noun phrase without a verb in it."""
    first, end = piece
    opens = view.among(first, "pronouns", "object_pronouns", "determiners", "possessives") or view.capital(first)
    bare = end - first <= 2 and view.ends(end - 1, "plural_endings") and view.at(first).isalpha() and view.at(first - 1) != ","
    clause = any(view.finite(i) or (view.among(i, "to") and is_verbal(view, i + 1)) or view.among(i, "subordinators") or view.at(i) == ":" for i in range(first, end))
    return end - first <= LONGEST and (opens or bare) and not clause and not view.among(first, "expletives")


def is_verbal(view: View, i: int) -> bool:
    """Whether what follows "to" is rather a verb than a noun phrase."""
    return not (view.capital(i) or view.among(i, "determiners", "possessives") or view.ends(i, "plural_endings"))
