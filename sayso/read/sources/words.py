"""What a language knows of sources, in the form in which it is looked up: classes, heads, pronouns."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from sayso.lang import load
from sayso.model import SourceKind

Anonymity = Literal["never", "unnamed", "indefinite", "plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceClass:
    """A class of head nouns: the kind of source that they make, and when nobody is bound by it.

    `before`: words of which one must stand before the head; empty where the head is enough. `of`:
    what the kind of the body that the source speaks for, leads or serves makes of its own.
    """

    name: str
    kind: SourceKind
    kind_plural: SourceKind
    kind_named: SourceKind
    of: Mapping[str, SourceKind]
    anonymous: Anonymity
    before: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """What a pronoun takes up: person, several, body, before, body before, speaker, latter, nobody."""

    gender: str = ""
    plural: bool = False
    picks: str = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakesUp:
    """Nouns that may take up a source of these kinds; `anonymous` ones only where that is set.

    `nameless`: only one that was named without a noun which tells what it is. `of`: of the nouns that are
    printed of whom they take up one must be among these; `never`: none.
    """

    nouns: frozenset[str]
    kinds: frozenset[str]
    anonymous: bool = False
    nameless: bool = False
    of: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """All of it. `heads` maps a noun in the singular to its classes, the more specific first.

    `names`: words inside proper names, as printed; `name_nouns`: the same in lower case. `finite`: common
    verb forms, which end a noun phrase.
    """

    heads: Mapping[str, tuple[SourceClass, ...]]
    pronouns: Mapping[str, Pronoun]
    takes_up: tuple[TakesUp, ...]
    same: Mapping[str, frozenset[str]]
    names: Mapping[str, SourceKind]
    plurals: Mapping[str, str]
    gender: Mapping[str, str]
    titles: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    name_nouns: frozenset[str]
    determiners: frozenset[str]
    finite: frozenset[str]

    def singular(self, word: str) -> str:
        """The singular of a noun in lower case, where one is known as a head; else the word."""
        if word in self.plurals:
            return self.plurals[word]
        if word in self.heads or not word.endswith("s"):
            return word
        stems = (word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y")
        return next((stem for stem in stems if stem in self.heads), word)

    def is_head(self, word: str) -> bool:
        """Whether the word, in lower case, singular or plural, is a noun for sources."""
        return self.singular(word) in self.heads

    def names_a_body(self, printed: str) -> bool:
        """Whether a word inside a name, as printed, tells that it is one body's: not "Ministries"."""
        word = printed.lower()
        known = self.names.get(printed, "unspecified") != "unspecified"
        return known and self.singular(word) == word

    def is_plural_head(self, word: str) -> bool:
        """Whether the word, in lower case, is a noun for several: "doctors", "children"."""
        return self.singular(word) != word and self.singular(word) in self.heads

    def plural(self, word: str) -> bool:
        """Whether a head as printed, in lower case, stands for several."""
        return word in self.lists["always_plural"] or self.singular(word) != word


@cache
def source_words(language: str) -> SourceWords:
    """The source words of a language; UsageError where there is no reader for it."""
    data = load(language, "sources")
    words = _with_numbers(data["words"])
    gendered = {word: gender for gender, found in words["gendered"].items() for word in found}
    titles = {word: gender for gender, found in words["honorifics"].items() for word in found}
    return SourceWords(
        heads=_heads(data["classes"]),
        pronouns={word: Pronoun(**entry) for word, entry in data["pronouns"].items()},
        takes_up=tuple(_takes_up(entry) for entry in data["takes_up"]),
        same=_same(data["same_nouns"]),
        names={word: kind for kind, found in data["name_words"].items() for word in found},
        plurals=words["irregular_plurals"],
        gender=gendered | titles,
        titles=titles,
        name_nouns=frozenset(
            word.lower() for found in data["name_words"].values() for word in found if not word.isupper()
        ),
        determiners=frozenset(words["definite"] + words["indefinite"]) - {"that", "said"},
        finite=frozenset(next(e["words"] for e in load(language, "rules") if e.get("class") == "finite")),
        lists={name: frozenset(entry) for name, entry in words.items() if isinstance(entry, list)},
    )


def _with_numbers(words: dict[str, Any]) -> dict[str, Any]:
    """The words with every number up to 99 in the lists that hold numbers: "nineteen", "thirty-one"."""
    ones, teens, tens = (words[name] for name in ("ones", "teens", "tens"))
    more = [*teens, *tens, *(f"{ten}-{one}" for ten in tens for one in ["one", *ones])]
    numbers = [*ones, *more]
    return {**words, "numbers": numbers, **{name: [*words[name], *more] for name in words["numbered"]}}


def _heads(classes: list[dict[str, Any]]) -> dict[str, tuple[SourceClass, ...]]:
    heads: dict[str, tuple[SourceClass, ...]] = {}
    for entry in classes:
        made = SourceClass(
            name=entry["class"],
            kind=cast(SourceKind, entry["kind"]),
            kind_plural=cast(SourceKind, entry.get("kind_plural", entry["kind"])),
            kind_named=cast(SourceKind, entry.get("kind_named", entry["kind"])),
            of=entry.get("of", {}),
            anonymous=entry["anonymous"],
            before=frozenset(entry.get("before", ())),
        )
        for head in entry["heads"]:
            heads[head] = (*heads.get(head, ()), made)
    return heads


def _takes_up(entry: dict[str, Any]) -> TakesUp:
    return TakesUp(
        nouns=frozenset(entry["nouns"]),
        kinds=frozenset(entry["kinds"]),
        anonymous=entry.get("anonymous", False),
        nameless=entry.get("nameless", False),
        of=frozenset(entry.get("of", ())),
        never=frozenset(entry.get("never", ())),
    )


def _same(groups: list[list[str]]) -> dict[str, frozenset[str]]:
    same: dict[str, frozenset[str]] = {}
    for group in groups:
        for word in group:
            same[word] = same.get(word, frozenset()) | frozenset(group)
    return same
