"""The nouns of the gazetteer: a body or outlet of the world, a country, a mention of a body in a text."""

import msgspec

from sayso.model import SourceKind

Names = dict[str, tuple[str, ...]]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One outlet, state organ or body of the world; never a private person.

    `names` maps a language code (ISO 639-1) to names in that language's own script, the main one first;
    English is always there. `country` is ISO 3166-1 alpha-2, or "INT". `owner` and `parent` are ids of
    other entries or "". `wikidata` is a Q-number, or "" where it is not certain. `source` is the public
    page that supports the entry. `cased` are names that count only as capitalised here, `but` phrases that
    contain a name and are something else ("Sputnik V").
    """

    id: str
    names: Names
    kind: SourceKind
    type: str
    country: str
    source: str
    owner: str = ""
    parent: str = ""
    wikidata: str = ""
    cased: tuple[str, ...] = ()
    but: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The main English name."""
        return self.names["en"][0]


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A country or territory: ISO 3166-1 alpha-2 code ("XK" for Kosovo), what it and its people are called.

    `capitals` serve as metonyms ("Pyongyang says"); empty for city states. `article`: is said with "the".
    """

    code: str
    names: Names
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    article: bool = False

    @property
    def name(self) -> str:
        """The main English name."""
        return self.names["en"][0]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A name of `entry` at `[start, end)` of a text, in Unicode code points."""

    start: int
    end: int
    entry: Entry


class Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """A body that every country has: `names` with {adj} or {name} in them.

    `joins`: where a written entry has one of the names, the others are its names too.
    """

    id: str
    names: tuple[str, ...]
    kind: SourceKind
    type: str
    joins: bool
    source: str
