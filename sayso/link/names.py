"""Names in a text, folded so that spellings meet: words, gazetteer ids, countries, compass points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from sayso.link.words import listed, stem, table
from sayso.reference.entry import Country
from sayso.reference.fold import fold, folded
from sayso.reference.gazetteer import Gazetteer

WORD = re.compile(r"[^\W\d_][\w]*(?:[-'’][^\W\d_]\w*)*")
# Also behind the dash of a dateline: "TARN, May 4 (HW) - Two men".
SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n]|[“\"'‘(]|[)\dA-Z]\s?(?:--?|[–—])\s)\s*[“\"'‘(]*$")
# A word is bounded, so that a run of capitals costs no more than its length.
LONG_FORM = re.compile(
    r"(?<![\w'’-])((?:[A-Z][\w'’-]{0,40}|of|for|and|the|on|&)"
    r"(?: (?:[A-Z][\w'’-]{0,40}|of|for|and|the|on|&)){1,8}) \(([A-Z]{2,8})\)"
)
DEMONYMS = ("ese", "ian", "ish", "ia", "an", "y", "e", "i", "n")
SHORTEST_BASE = 4
LONGEST_COUNTRY_WORDS = 4


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """What names stand in a text: keys, country codes among them, compass points with their words."""

    keys: tuple[str, ...] = ()
    polities: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What a whole document tells of names: words that are names anywhere in it, long forms of acronyms."""

    words: frozenset[str] = frozenset()
    acronyms: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


def known_names(text: str) -> Known:
    """What `text` tells of names: capitalised words inside sentences; "Health Directorate (HD)"."""
    words = {fold(m[0]) for m in _capitalised(text) if not _starts_sentence(text, m.start())}
    acronyms: dict[str, tuple[str, ...]] = {}
    for match in LONG_FORM.finditer(text):
        long = [word for word in match[1].split() if word[:1].isupper()]
        letters = match[2]
        for size in range(len(letters), 0, -1):
            if "".join(word[0] for word in long[-size:]) == letters:
                acronyms[letters.lower()] = tuple(name_key(word) for word in long[-size:])
                break
    return Known(words=frozenset(words), acronyms=acronyms)


def names_of(text: str, gazetteer: Gazetteer, known: Known | None = None, language: str = "en") -> Names:
    """The names in `text`. A word that opens a sentence is a name only where the document says so.

    A text of which most words are capitalised (a headline) has no such sign: all its capitals count.
    """
    seen = known or Known()
    keys: dict[str, None] = {}
    stop = listed(language, "stop")
    for match in _capitalised(text):
        word = fold(match[0])
        if word in stop or (_starts_sentence(text, match.start()) and word not in seen.words and known):
            continue
        for key in seen.acronyms.get(word, (name_key(match[0]),)):
            keys[key] = None
    polities = tuple(dict.fromkeys(_countries(text, gazetteer)))
    bodies = [f"@{mention.entry.id}" for mention in gazetteer.find(text)]
    keys.update(dict.fromkeys([*(f"={code}" for code in polities), *bodies]))
    directions = dict.fromkeys(
        [*_directions(text, language), *(_direction_of(c, gazetteer) for c in polities)]
    )
    directions.pop("", None)
    return Names(keys=tuple(keys), polities=polities, directions=tuple(directions))


def without_names(text: str, keys: Iterable[str]) -> str:
    """`text` without the words that are names by `keys`: what happened, and not to whom or where."""
    known = set(keys)
    bare = WORD.sub(lambda m: "" if m[0][0].isupper() and name_key(m[0]) in known else m[0], text)
    return " ".join(bare.split())


@lru_cache(maxsize=1 << 15)
def name_key(word: str) -> str:
    """A name word without what makes a people or an adjective of a country: "Rethany", "Rethan" are one."""
    key = fold(word.removesuffix("'s").removesuffix("’s")).replace("-", "")
    if not word[:1].isupper() or not key.isascii():
        return key
    again = True
    while again:
        again = False
        for ending in DEMONYMS:
            if key.endswith(ending) and len(key) - len(ending) >= SHORTEST_BASE:
                key, again = key[: -len(ending)], True
                break
    return key


def _capitalised(text: str) -> list[re.Match[str]]:
    return [match for match in WORD.finditer(text) if match[0][0].isupper()]


def _starts_sentence(text: str, at: int) -> bool:
    return (
        SENTENCE_START.search(text[max(0, at - 6) : at]) is not None
        if at > 5
        else not text[:at].strip("“\"'‘( ")
    )


_countries_known: dict[int, tuple[Gazetteer, dict[str, list[tuple[tuple[str, ...], str, bool]]]]] = {}


def _index(gazetteer: Gazetteer) -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """First folded word → (folded words, code, needs capitals throughout), the longest first."""
    kept = _countries_known.get(id(gazetteer))
    if kept is not None and kept[0] is gazetteer:
        return kept[1]
    index: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    taken: dict[tuple[str, ...], set[str]] = {}
    for tier in range(4):
        tiered: dict[tuple[str, ...], set[str]] = {}
        for country in gazetteer.countries:
            for name in _forms(country)[tier]:
                words = folded(name)
                if words and words not in taken:
                    tiered.setdefault(words, set()).add(f"{country.code}{'!' if name.isupper() else ''}")
        taken.update(tiered)
    for words, codes in taken.items():
        if len(codes) == 1:
            code = next(iter(codes))
            index.setdefault(words[0], []).append((words, code.rstrip("!"), code.endswith("!")))
    for rows in index.values():
        rows.sort(key=lambda row: (-len(row[0]), row))
    _countries_known[id(gazetteer)] = (gazetteer, index)
    return index


def _forms(country: Country) -> tuple[tuple[str, ...], ...]:
    named = tuple(name for names in country.names.values() for name in names)
    return named, country.adjectives, country.people, country.capitals


def _countries(text: str, gazetteer: Gazetteer) -> Iterable[str]:
    index = _index(gazetteer)
    words = list(WORD.finditer(text.replace("-", " ")))
    parts = [(folded(match[0]) or ("",))[0] for match in words]
    at = 0
    while at < len(words):
        length = 1
        for row, code, capitals in index.get(parts[at], ()):
            size = len(row)
            if tuple(parts[at : at + size]) != row or not words[at][0][0].isupper():
                continue
            if capitals and not words[at][0].isupper():
                continue
            yield code
            length = size
            break
        at += length


def _directions(text: str, language: str) -> Iterable[str]:
    """Compass words with the word that they stand before: "south:vessia"; likewise "upper:dolm" (Upper Dolm).

    Small words between are passed over ("the north of Vessia", "North and South Vessia").
    """
    points: dict[str, Any] = table(language, "directions")
    twins, passed = listed(language, "twins"), listed(language, "stop") | points.keys()
    words = WORD.findall(text.replace("-", " "))
    base, named = "", False
    found: list[str] = []
    for word in reversed(words):
        low, capital = word.lower(), word[0].isupper()
        if low in points and base:
            found.append(f"{points[low]}:{base}")
        elif low in twins and capital and named:
            found.append(f"{low}:{base}")
            continue
        if low not in passed:
            base, named = (name_key(word) if capital else stem(low, language)), capital
    yield from reversed(found)


def _direction_of(code: str, gazetteer: Gazetteer) -> str:
    """ "north:korea" for a country whose name has a compass point, however it was named here."""
    for country in gazetteer.countries:
        if country.code == code:
            found: Sequence[str] = tuple(_directions(country.name, "en"))
            return found[0] if found else ""
    return ""
