"""The gazetteer: which body of the world a name means, and where a text names one."""

import threading
import unicodedata
from array import array
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from importlib.resources import files
from typing import Any

import msgspec

from sayso.reference.entry import Country, Entry, Mention, Pattern
from sayso.reference.fold import fold, folded, surfaces, tokens
from sayso.reference.pattern import derive

Leaf = int | tuple[int, tuple[str, ...], bool]
"""Entry number (-1: a phrase that is not a name), words that must be written so ("" is any), needs "the".

The number alone stands for a name of which no word must be written so.
"""

CountryNames = dict[tuple[str, ...], list[tuple[str, tuple[str, ...]]]]
"""Folded name to (country code, the words as they must be written, or () for any)."""

_GAP_LIMIT_CHARS = 24
_LONG_HANGUL_CHARS = 4


class Compiled(msgspec.Struct, frozen=True, kw_only=True):
    """What `python -m training.gazetteer` makes of the YAML files; `trie` has one level a folded token."""

    entries: tuple[Entry, ...]
    derived: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    countries: tuple[Country, ...]
    particles: tuple[str, ...]
    trie: dict[str, Any]


class Gazetteer:
    """Names of outlets, state organs and bodies. Immutable after loading, so threads may share it."""

    def __init__(self, compiled: Compiled) -> None:
        """Takes what was compiled; the bodies that every country has are made when they are met."""
        self.entries = compiled.entries
        self.countries = compiled.countries
        self._compiled = compiled
        self._by_id = {entry.id: entry for entry in compiled.entries}
        self._by_code = {country.code: country for country in compiled.countries}
        self._patterns = {pattern.id: pattern for pattern in compiled.patterns}

    def entry(self, id: str) -> Entry | None:
        """The entry with this id, or None; "kp.embassy" is the embassies of that country."""
        if id in self._by_id:
            return self._by_id[id]
        code, _, role = id.partition(".")
        country, pattern = self._by_code.get(code.upper()), self._patterns.get(role)
        return derive(pattern, country) if pattern and country else None

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """Every entry that goes by `name`, whatever its case; empty if none does or the name is blank."""
        node: Any = self._compiled.trie
        for token in folded(name):
            node = node.get(token)
            if node is None:
                return ()
        return self._numbered(number_of(leaf) for leaf in node.get("", ()))

    def lookup(self, name: str, *, countries: Collection[str] = ()) -> Entry | None:
        """The entry that `name` means: exact on the folded form (see `sayso.reference.fold`).

        A name with its acronym behind it in parentheses is looked up without them. A name of several
        bodies ("MSS") means the one of `countries` (ISO codes), and none where that does not decide.
        """
        found = self.candidates(name)
        if not found and name.rstrip().endswith(")"):
            found = self.candidates(name[: name.rindex("(")] if "(" in name else name)
        return _the_one(found, countries)

    def find(self, text: str, *, countries: Collection[str] = ()) -> tuple[Mention, ...]:
        """The names in `text`, longest first at each place, sorted, without overlap; () for none.

        Whole words only; acronyms, one-word names and names that are common words only in their own
        capitals; a name of several bodies only where `countries` (ISO codes) decides. Linear time.
        """
        return tuple(self._mentions(text, countries))

    def country(self, name: str) -> Country | None:
        """The country that a code, name, adjective, people or capital means; None if none or several.

        Acronyms count only in capitals: "US" is a country, "us" is not.
        """
        if name in self._by_code:
            return self._by_code[name]
        key, written = folded(name), surfaces(name)
        for tier in self._tiers:
            codes = {code for code, exact in tier.get(key, ()) if not exact or exact == written}
            if codes:
                return self._by_code[codes.pop()] if len(codes) == 1 else None
        return None

    @cached_property
    def _tiers(self) -> list[CountryNames]:
        return [_country_names(self.countries, tier) for tier in range(4)]

    def _numbered(self, numbers: Iterable[int]) -> tuple[Entry, ...]:
        """The entries of these numbers, each once: the written ones first, then the derived; -1 is none."""
        first = len(self.entries)
        found = dict.fromkeys(number for number in numbers if number >= 0)
        derived = self._compiled.derived
        entries = (self.entries[n] if n < first else self.entry(derived[n - first]) for n in found)
        return tuple(entry for entry in entries if entry)

    def _mentions(self, text: str, countries: Collection[str]) -> Iterator[Mention]:
        root, (starts, ends), done, the = self._compiled.trie, tokens(text), 0, False
        for index, start in enumerate(starts):
            token = fold(text[start : ends[index]])
            if token in root and start >= done and _begins_word(text, start):
                last, leaves = self._longest(text, starts, ends, index, the)
                if leaves:
                    done = ends[last]
                    entry = _the_one(self._numbered(map(number_of, leaves)), countries)
                    if entry:
                        yield Mention(start=start, end=done, entry=entry)
            the = token == "the"

    def _longest(
        self, text: str, starts: "array[int]", ends: "array[int]", first: int, the: bool
    ) -> tuple[int, list[Leaf]]:
        """Last token and leaves of the longest name that begins with token `first`; no leaves: none."""
        best, node = first, self._compiled.trie
        found: list[Leaf] = []
        written: list[str] = []
        for index in range(first, len(starts)):
            if index > first and not _near(text, ends[index - 1], starts[index]):
                break
            word = text[starts[index] : ends[index]]
            following = node.get(fold(word) or " ")
            if following is None:
                break
            node = following
            written.append(word)
            leaves = [leaf for leaf in node.get("", ()) if _fits(leaf, written, the)]
            if leaves and self._ends_word(text, starts[first], ends[index]):
                best, found = index, leaves
        return best, found

    def _ends_word(self, text: str, start: int, end: int) -> bool:
        """No letter is cut: no combining mark is left over, and Hangul ends a word or has a particle."""
        after = text[end] if end < len(text) else ""
        if not after.isascii() and unicodedata.category(after)[0] == "M":
            return False
        if not (after and _hangul(text[end - 1]) and _hangul(after)):
            return True
        return end - start >= _LONG_HANGUL_CHARS or text.startswith(self._compiled.particles, end)


def _hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"


def _begins_word(text: str, start: int) -> bool:
    """Hangul begins a word; every other token does by itself."""
    return not (start and _hangul(text[start]) and _hangul(text[start - 1]))


def number_of(leaf: Leaf) -> int:
    """The entry number of a leaf."""
    return leaf if isinstance(leaf, int) else leaf[0]


def _near(text: str, end: int, start: int) -> bool:
    """Nothing but a short gap lies between two tokens of one name, and no empty line."""
    return start - end <= _GAP_LIMIT_CHARS and text.count("\n", end, start) <= 1


def _fits(leaf: Leaf, written: list[str], the: bool) -> bool:
    """The words as written have the capitals that the name needs."""
    _, required, needs_the = (leaf, (), False) if isinstance(leaf, int) else leaf
    if needs_the and not the:
        return False
    if not required:
        return any(word != word.lower() or word == word.upper() for word in written)
    return all(_allows(need, word) for need, word in zip(required, written, strict=True))


def _allows(need: str, word: str) -> bool:
    """The word is written as needed, in capitals throughout, or a small-letter name is."""
    if not need or need == word:
        return True
    return (need.islower() and word.lower() == need) or (len(word) > 4 and word == need.upper())


def _the_one(found: tuple[Entry, ...], countries: Collection[str]) -> Entry | None:
    if len(found) > 1:
        found = tuple(entry for entry in found if entry.country in countries)
    return found[0] if len(found) == 1 else None


def _country_names(countries: tuple[Country, ...], tier: int) -> CountryNames:
    """Tier 0 is names, 1 adjectives, 2 people, 3 capitals."""
    found: CountryNames = {}
    for country in countries:
        named = tuple(name for names in country.names.values() for name in names)
        for name in (named, country.adjectives, country.people, country.capitals)[tier]:
            exact = surfaces(name) if name.isupper() else ()
            found.setdefault(folded(name), []).append((country.code, exact))
    return found


_lock = threading.Lock()
_loaded: Gazetteer | None = None


def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package, read at the first call and shared from then on; safe in threads."""
    global _loaded
    if _loaded is None:
        with _lock:
            if _loaded is None:
                stored = files("sayso.reference").joinpath("gazetteer.json").read_bytes()
                _loaded = Gazetteer(msgspec.json.decode(stored, type=Compiled))
    return _loaded
