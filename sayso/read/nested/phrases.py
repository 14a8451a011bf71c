"""The phrases beside a word of speech that may be its source, found without a parse."""

from __future__ import annotations

from sayso.model import Span
from sayso.read.cues.lexicon import lexicon_of
from sayso.read.nested.words import NestedWords
from sayso.read.rules.source import Piece
from sayso.read.rules.view import View

OWNED, NAMED, PHRASE, LONGEST = 8, 6, 25, 20  # words


def owner(view: View, noun: int, floor: int) -> Piece | None:
    """Whose words: "his", "President Marsk" of "President Marsk's State of the Union speech".

    Words [first, end) with the ending of the possessive; None where no owner is printed.
    """
    for i in range(noun - 1, max(floor - 1, noun - OWNED), -1):
        if view.among(i, "possessives"):
            return i, i + 1
        owned = view.ends(i, "possessive_endings")
        if owned and view.at(i)[:-2] in view.classes["calendar"]:
            continue
        if owned and view.at(i)[:-2] in view.classes["pronouns"] | view.classes["openers"]:
            return None  # "there's", "what's"
        if owned or (view.at(i) == "'" and view.ends(i - 1, "plural_endings")):
            return _name_start(view, i + owned, floor), i + owned
        if not stands_within(view, i):
            return None
    return None


def stands_within(view: View, i: int) -> bool:
    """Whether a word may stand between an owner and the noun: an adjective, or what a title is made of."""
    if view.among(i, "of", "determiners"):
        return view.capital(i - 1) or view.among(i - 1, "of")
    if view.at(i) == "-" or view.among(i, "additive"):
        return True
    barred = (
        view.finite(i)
        or says(view, i)
        or view.among(i, "prepositions", "coordinators", "subordinators", "pronouns")
    )
    return view.at(i).isalpha() and not barred


def says(view: View, i: int) -> bool:
    """Whether a word is a verb of speech in the present: "denies", but not "claims", which is a noun too."""
    entries = lexicon_of(view.language).by_word.get(view.at(i), ())
    return any(entry.form == "s" for entry in entries) and all(entry.pos == "verb" for entry in entries)


def _name_start(view: View, end: int, floor: int) -> int:
    """Where the owner begins: at its determiner, or with the first of its capitals."""
    for i in range(end - 1, max(floor - 1, end - NAMED), -1):
        if view.among(i, "determiners"):
            return i
        parted = view.finite(i) or view.among(i, "prepositions", "coordinators", "subordinators")
        if parted or not any(char.isalpha() for char in view.at(i)):
            break
    first = end - 1
    while first > floor and view.capital(first - 1) and view.at(first - 1)[:1].isalpha():
        inside = first - 1 > floor and view.capital(first - 2)  # "Doctors Without Borders"
        if view.among(first - 1, "prepositions", "subordinators", "leads") and not inside:
            break
        first -= 1
    return first


def phrase_behind(view: View, first: int, high: int, words: NestedWords) -> Piece | None:
    """The noun phrase that begins at a word, up to a verb, a mark, or a circumstance; None for none."""
    end = first
    while end < min(high, first + PHRASE) and not _ends(view, end, first, words):
        end += 1
    while end > first and (view.at(end - 1) == "," or view.among(end - 1, "prepositions", "determiners")):
        end -= 1
    return (first, end) if end > first else None


def _ends(view: View, i: int, first: int, words: NestedWords) -> bool:
    if view.stops(i) or not (view.at(i)[:1].isalnum() or view.at(i) in "()[]-.'’&"):
        return True
    if view.among(i, "additive"):
        return i == first or not (view.capital(i + 1) or view.among(i + 1, "determiners"))
    if view.among(i, "subordinators", "relatives", "leads", "coordinators") or view.finite(i):
        return True
    if (i > first and view.ends(i, "participle_endings")) or (view.among(i, "calendar") and view.capital(i)):
        return True
    if view.among(i, "prepositions", "agents"):
        near = view.capital(i + 1) or view.among(i + 1, "determiners", "possessives")
        return i == first or not (near and words.among(view, i, "joining"))
    return False


def is_source(view: View, piece: Piece) -> bool:
    """Whether the words can be somebody: a pronoun, a name, or a noun phrase without a verb in it."""
    first, end = piece
    if end - first > LONGEST or view.among(first, "expletives") or _is_date(view, first):
        return False
    if any(_is_clausal(view, i) for i in range(first, end)):
        return False
    if view.among(first, "pronouns", "object_pronouns", "determiners", "possessives") or view.capital(first):
        return True
    bare = end - first <= 2 and view.ends(end - 1, "plural_endings") and view.at(first).isalpha()
    return bare and view.at(first - 1) != ","


def is_modifier(view: View, i: int) -> bool:
    """Whether a word with the ending of a verb stands before its noun: "for | planned | repairs"."""
    ends = (
        "determiners",
        "possessives",
        "prepositions",
        "pronouns",
        "object_pronouns",
        "that",
        "subordinators",
    )
    noun = view.at(i + 1).isalpha() and not view.among(i + 1, *ends, "relatives") and not view.finite(i + 1)
    return view.among(i - 1, "prepositions") and noun


def _is_date(view: View, i: int) -> bool:
    """ "expected by April 5", "by 5 April": a day, and nobody."""
    pair = (view.at(i), view.at(i + 1))
    return view.among(i + pair[0].isdigit(), "calendar") and any(word.isdigit() for word in pair)


def _is_clausal(view: View, i: int) -> bool:
    bare = view.among(i, "to") and is_verbal(view, i + 1)
    return bare or view.finite(i) or view.at(i) == ":" or view.among(i, "subordinators")


def is_verbal(view: View, i: int) -> bool:
    """Whether what follows "to" is rather a verb than a noun phrase."""
    nominal = view.among(i, "determiners", "possessives") or view.ends(i, "plural_endings")
    return not (view.capital(i) or nominal)


def source_span(view: View, piece: Piece) -> Span:
    """The words of a source without the ending of a possessive."""
    printed = view.part(*piece)
    owned = view.ends(piece[1] - 1, "possessive_endings") and printed.end - printed.start > 2
    return Span(printed.start, printed.end - 2 * owned)
