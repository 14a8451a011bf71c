"""Which names mean the same outlet or body: keys, short forms, initials; when in doubt, the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from sayso.lang import load
from sayso.reference.fold import folded

NAME = r"((?-i:[A-Z][\w.&’'-]{0,30}(?: (?:of |the |and |for )?[A-Z][\w.&’'-]{0,30}){0,5}))"
"""A pattern that captures a name in capitals, of at most six words beside its small ones."""

LEAST_STEM = 4  # letters
_BRACKET = re.compile(r"\(([^()]{1,40})\)")


@cache
def words(language: str, *path: str) -> frozenset[str]:
    """A list of words of the language's lineage, as a set."""
    found = load(language, "lineage")
    for name in path:
        found = found[name]
    return frozenset(found)


@cache
def patterns(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of one class of the language's lineage."""
    rows = load(language, "lineage")[name]["patterns"]
    return tuple(re.compile(row.replace("({name})", NAME), re.I | re.M) for row in rows)


@lru_cache(maxsize=1 << 14)
def key_of(name: str) -> str:
    """The folded words of a name, without article, signs and a bracket at its end; "" for a blank one."""
    bare = _BRACKET.sub(" ", name) if name.strip().endswith(")") else name
    return " ".join(word for word in folded(bare) or folded(name) if word[:1].isalnum())


@lru_cache(maxsize=1 << 14)
def uncounted(key: str, language: str = "en") -> str:
    """A folded description of people in the singular, without how many they are: "two stokers" is "stoker".

    "" for a number alone.
    """
    tokens, counting = key.split(), words(language, "counting")
    while tokens and tokens[0] in counting:
        del tokens[0]
    single = dict(load(language, "lineage")["plurals"])
    return " ".join(single.get(t, t[:-1] if t.endswith("s") and not t.endswith("ss") else t) for t in tokens)


@lru_cache(maxsize=1 << 14)
def core_of(key: str, language: str = "en") -> frozenset[str]:
    """The words of a key that name something, cut to what their inflections share; all where none does."""
    tokens = key.split()
    kept = [token for token in tokens if token not in words(language, "describing")] or tokens
    return frozenset(_stem(token) for token in kept)


def _stem(token: str) -> str:
    several = token.endswith("s") and not token.endswith("ss") and len(token) > LEAST_STEM
    bare = token[:-1] if several else token
    for ending in ("ese", "ian", "ean", "ish", "an", "y", "e", "a"):
        if bare.endswith(ending) and len(bare) - len(ending) >= LEAST_STEM:
            return bare[: -len(ending)]
    return bare


@lru_cache(maxsize=1 << 16)
def same_name(a: str, b: str, language: str = "en") -> bool:
    """Whether two folded names may mean the same: equal, one a short form of the other, or its initials."""
    if not a or not b:
        return False
    if a == b:
        return True
    left, right = core_of(a, language), core_of(b, language)
    return left <= right or right <= left or _initials(a, b) or _initials(b, a)


def _initials(short: str, long: str) -> bool:
    tokens = long.split()
    return (
        " " not in short
        and len(short) >= 2
        and len(tokens) >= 2
        and (
            "".join(token[0] for token in tokens) == short
            or "".join(token[0] for token in tokens if token not in {"of", "the", "and", "for"}) == short
        )
    )


@lru_cache(maxsize=1 << 14)
def short_for(short: str, long: str) -> bool:
    """Whether an outlet may call itself so: letters of its name in order with the first of each word ("MNW"
    for Meridian Newswire), or the beginnings of its words ("Norpress" for Norden Press Agency).
    """
    tokens = [token for token in key_of(long).split() if token not in {"of", "the", "and", "for"}]
    word = key_of(short)
    if " " in word or len(word) < 2 or not tokens:
        return False
    letters = short.strip(" .").isupper() and _in_order("".join(token[0] for token in tokens), word)
    return (letters and word[0] == tokens[0][0] and _in_order(word, "".join(tokens))) or _begun(word, tokens)


def _in_order(letters: str, text: str) -> bool:
    """Whether the letters stand in a text, in their order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _begun(word: str, tokens: Sequence[str]) -> bool:
    """Whether a word is made of the beginnings of two tokens or more, from the first on."""
    ends = {0}
    for number, token in enumerate(tokens):
        ends = {
            at + size for at in ends for size in range(2, len(token) + 1) if word.startswith(token[:size], at)
        }
        if number and len(word) in ends:
            return True
    return False


def is_state(name: str, language: str = "en") -> bool:
    """Whether a name means a state and no organ of it ("the authorities", "Sarvane’s state media")."""
    key = key_of(name)
    generic = words(language, "state")
    return any(key == word or key.endswith(f" {word}") for word in generic)


def is_vague(name: str, language: str = "en") -> bool:
    """Whether a name means outlets that nobody can be asked about ("several outlets")."""
    return not is_state(name, language) and any(p.search(name) for p in patterns(language, "vague"))


def looks_like_outlet(name: str, language: str = "en") -> bool:
    """Whether a capitalised name has a word of an outlet in it ("Harrow Courier")."""
    return bool(set(folded(name)) & words(language, "outlet_words")) and name[:1].isupper()


def known_as(name: str, names: Collection[str], language: str = "en") -> str | None:
    """The one of `names` that `name` may mean, the longest first; None for none."""
    key = key_of(name)
    fitting = [other for other in names if same_name(key, key_of(other), language)]
    return min(fitting, key=lambda other: (-len(other), other), default=None)
