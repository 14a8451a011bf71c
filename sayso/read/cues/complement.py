"""Tests for what stands beside a weak cue: a clause, a quotation, an infinitive, a noun phrase."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sayso.read.cues.group import Group, is_adverb
from sayso.read.cues.lexicon import Entry, Lexicon
from sayso.read.cues.words import QUOTES, Words

STOPS = frozenset((".", ";", ":", "!", "?"))
FINITE_POSITIVE = ("is", "are", "was", "were", "has", "had", "have", "does", "did")
FINITE = frozenset(FINITE_POSITIVE) | {word + "n't" for word in FINITE_POSITIVE}
NOUN_PHRASE = 5  # words of an object that are looked at
NEAR, FAR = 7, 10  # words between a cue and its "that", or its quotation


@dataclass(slots=True)
class Place:
    """A cue that is tried: its words, where it ends (`after` is the next word), its group."""

    words: Words
    after: int
    group: Group
    entry: Entry
    lexicon: Lexicon

    def among(self, index: int, name: str) -> bool:
        """Whether the word at an index is in a named set of the grammar."""
        return self.words.at(index) in self.lexicon.grammar[name]

    def next(self) -> int:
        """The index of the next word that is no adverb."""
        index = self.after
        while is_adverb(self.words.at(index), self.lexicon) and index < self.after + 2:
            index += 1
        return index


def _that(place: Place) -> bool:
    return _explicit_that(place) or _clause(place) or _parenthetical(place)


def _explicit_that(place: Place) -> bool:
    for index in range(place.after, place.after + FAR):
        token = place.words.at(index)
        if token == "that":
            return index == place.after or not place.among(index - 1, "prepositions")
        abbreviation = token == "." and len(place.words.at(index - 1)) < 5 and place.words.at(index + 1)
        if (token in STOPS and not abbreviation) or token in QUOTES or not token or place.among(index, "whs"):
            return False
    return False


def _clause(place: Place) -> bool:
    """A clause without "that": a noun phrase and, near behind it, a finite auxiliary."""
    first = place.next()
    if not _noun_phrase(place, first) or place.among(first, "whs"):
        return False
    for index in range(first + 1, first + NEAR):
        token = place.words.at(index)
        if token in STOPS or token == "," or token in QUOTES or not token or place.among(index, "whs"):
            return False
        if token in FINITE or place.among(index, "modals"):
            return True
    return False


def _parenthetical(place: Place) -> bool:
    """ ", the source added." or ", officials say, ": a comma before the subject, a stop behind."""
    token = place.words.at(place.after)
    if token and token not in STOPS and token not in (",", "—", "–", "-") and token not in QUOTES:
        return False
    if place.entry.pos != "verb" or place.group.be:
        return False
    return _comma_before(place)


def _comma_before(place: Place) -> bool:
    first = place.group.first - 1
    for index in range(first, max(-1, first - FAR), -1):
        token = place.words.at(index)
        if token == "," or token in QUOTES:
            return first > index or token in QUOTES
        if token in STOPS or place.among(index, "whs") or token in FINITE:
            return False
    return False


def _quote(place: Place) -> bool:
    words = place.words
    for index in range(place.after, place.after + 5):
        if words.at(index) in QUOTES or (words.at(index) == ":" and index < place.after + 4):
            return True
    first = place.group.first
    before = next((i for i in range(first - 1, max(-1, first - FAR), -1) if words.at(i) in QUOTES), -1)
    return before >= 0 and (words.at(place.after) in (*STOPS, ",", "") or before >= first - 2)


def _infinitive(place: Place) -> bool:
    index = place.next()
    index += place.words.at(index) == "not"
    return place.words.at(index) == "to" and _bare_verb(place, index + 1)


def _bare_verb(place: Place, index: int) -> bool:
    index += is_adverb(place.words.at(index), place.lexicon)
    return (
        place.words.at(index).isalpha()
        and not place.words.capital(index)
        and not place.among(index, "determiners")
        and not place.among(index, "pronouns_any")
    )


def _noun_phrase(place: Place, index: int) -> bool:
    token = place.words.at(index)
    verbal = token in FINITE or place.among(index, "modals") or place.among(index, "be")
    return place.words.is_word(index) and not verbal and not place.among(index, "prepositions")


def _np(place: Place) -> bool:
    if place.group.be and place.entry.form in ("past", "part"):
        return place.words.at(place.after) == "by"
    return _noun_phrase(place, place.after) or place.words.at(place.after) in QUOTES


def _np_strict(place: Place) -> bool:
    subject = place.among(place.group.first - 1, "pronouns_subject") or place.group.auxiliary
    plural = place.words.at(place.group.first - 1)[-1:] == "s"
    finite = subject or plural or place.entry.form in ("past", "ing", "s")
    return finite and (place.among(place.after, "determiners") or place.words.capital(place.after))


def _np_infinitive(place: Place) -> bool:
    if not _noun_phrase(place, place.after):
        return False
    for index in range(place.after + 1, place.after + FAR):
        token = place.words.at(index)
        if token in STOPS or token in ("", ",") or token in FINITE:
            return False
        if token == "to":
            return _bare_verb(place, index + 1)
    return False


def _np_ing(place: Place) -> bool:
    if not _noun_phrase(place, place.after):
        return False
    for index in range(place.after + 1, place.after + 6):
        token = place.words.at(index)
        if token.endswith("ing") and len(token) > 5 and not place.among(index - 1, "determiners"):
            return True
    return False


def _name(place: Place) -> bool:
    index = place.after + place.among(place.after, "determiners")
    return place.words.capital(index) and not place.words.capital(place.group.first)


def _np_told(place: Place) -> bool:
    """ "its false claim": a noun for what was said ends the noun phrase that stands behind."""
    for index in range(place.after, place.after + NOUN_PHRASE):
        token = place.words.at(index)
        if place.among(index, "told_nouns"):
            return True
        inside = token == "of" and index > place.after
        if (
            not token.isalpha()
            or (place.among(index, "prepositions") and not inside)
            or place.among(index, "whs")
        ):
            return False
    return False


def _possessed(place: Place) -> bool:
    words = place.words
    if words.at(place.after) not in ("of", "that", "about", "on", "as", "against"):
        return False
    first = place.group.first
    return any(
        words.at(i).endswith(("'s", "s'", "'")) or words.at(i) in ("his", "her", "its", "their", "our", "my")
        for i in (first - 1, first - 2)
    )


def _noun_that(place: Place) -> bool:
    """ "the claim that", "a claim by the ministry that"."""
    if place.words.at(place.after) == "that":
        return True
    attached = place.words.at(place.after) in ("by", "from", "in", "on", "this", "last", "to")
    return attached and _explicit_that(place)


def _adjective(place: Place) -> bool:
    index = place.next()
    token = place.words.at(index)
    return token.isalpha() and _noun_phrase(place, index) and not place.among(index, "determiners")


def _verb(place: Place) -> bool:
    before, after = place.words.at(place.group.first - 1), place.words.at(place.after)
    if place.among(place.group.first - 1, "articles") or place.among(place.group.first - 1, "be"):
        return False
    modal = place.among(place.group.first - 1, "modals") or before in ("has", "have", "had")
    return modal or after.endswith("ed") or after in FINITE or place.among(place.after, "modals")


def _next_in(*tokens: str) -> Callable[[Place], bool]:
    return lambda place: place.words.at(place.next()) in tokens


TESTS: Mapping[str, Callable[[Place], bool]] = MappingProxyType({
    "that": _that, "noun-that": _noun_that, "end": _parenthetical,
    "quote": _quote, "inf": _infinitive, "inf-noun": _infinitive, "np": _np,
    "np-strict": _np_strict, "np-inf": _np_infinitive, "np-ing": _np_ing, "np-name": _name,
    "np-told": _np_told, "possessed": _possessed, "adj": _adjective, "verb": _verb, "as": _next_in("as"),
    "of": _next_in("of"), "about": _next_in("about", "of", "over", "regarding"),
    "wh": lambda place: place.among(place.next(), "whs"),
    "none": lambda place: True,
})  # fmt: skip


def complemented(place: Place) -> bool:
    """Whether one of the complements that the cue may take stands beside it."""
    return any(TESTS[name](place) for name in place.entry.reading.complement)
