"""Who is who in a chain: a source as printed becomes a party with a key, an owner and a state."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from sayso.link.lineage import Party
from sayso.link.outlets import NAME, is_state, is_vague, key_of, looks_like_outlet, patterns, words
from sayso.link.roles import Role, roles_of
from sayso.model import Source, SourceKind, Statement
from sayso.reference.entry import Country, Entry

OUTLETS: frozenset[SourceKind] = frozenset({"media", "state_media"})
STATES: frozenset[SourceKind] = frozenset({"government", "state_media"})
NOBODY: frozenset[SourceKind] = frozenset({"author", "unspecified", "public"})


NAMED: frozenset[SourceKind] = frozenset(
    {"person", "official", "government", "organization", "international_organization"}
)
BODIES: frozenset[SourceKind] = frozenset({"organization", "government", "international_organization"})
UNSURE: frozenset[SourceKind] = frozenset({"organization", "person", "public", "expert", "unspecified"})


class Names(Protocol):
    """What is asked of a gazetteer."""

    def lookup(self, name: str) -> Entry | None:
        """The entry that a name means, or None."""

    def entry(self, id: str) -> Entry | None:
        """The entry with an id, or None."""

    def country(self, name: str) -> Country | None:
        """The country that a name means, or None."""


LOOK_BACK_CHARS = 400
_STOP = re.compile(r"(?<=[.!?])[”’\"]?\s+|\n+")
_NAMES = re.compile(rf"\b{NAME}")
_INSIDE = re.compile(r"[\w,;:“\"(] ([A-Z][\w-]*)")
_CAPITALISED = re.compile(r"\b[A-Z][\w-]*")


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What a document says of those who speak in it: words of office by name, names of places, and words
    that have a capital inside a sentence, too.
    """

    names: Names
    offices: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    roles: Mapping[str, tuple[Role, ...]] = msgspec.field(default_factory=dict)
    places: frozenset[str] = frozenset()
    capitalised: frozenset[str] = frozenset()
    language: str = "en"


def setting_of(text: str, statements: Sequence[Statement], names: Names, language: str) -> Setting:
    """The setting of a document's sources; one pass over the text for each of its parts."""
    places = places_in(text, language)
    offices = offices_in(text, statements, places, language)
    capitalised = frozenset(_INSIDE.findall(text))
    return Setting(
        names=names,
        offices=offices,
        roles=roles_in(statements, language),
        places=places,
        capitalised=capitalised,
        language=language,
    )


def roles_in(statements: Sequence[Statement], language: str) -> dict[str, tuple[Role, ...]]:
    """What each that is named in a text is to whom, by its key: Hedda Kray is the lawyer in all of it."""
    found: dict[str, set[Role]] = {}
    for source in (s.source for s in statements):
        if not source.anonymous and source.kind not in NOBODY:
            found.setdefault(key_of(source.name), set()).update(roles_of(source.text, source.name, language))
    return {key: tuple(sorted(roles)) for key, roles in found.items() if roles}


def places_in(text: str, language: str) -> frozenset[str]:
    """What the text speaks of as of a place ("in Ostrel"): such a name stands for those who rule there."""
    before = "|".join(sorted(words(language, "place_words")))
    return frozenset(re.findall(rf"\b(?:{before}) ([A-Z][\w-]*(?: [A-Z][\w-]*){{0,3}})", text))


def publisher_party(name: str | None, names: Names) -> Party:
    """The party of a publisher; the key "" where a document does not say who published it."""
    if not name or not name.strip():
        return Party(name="", key="", kind="media", outlet=True)
    entry = names.lookup(name)
    kind: SourceKind = entry.kind if entry else _kind_of_publisher(name)
    return Party(
        name=name.strip(),
        key=entry.id if entry else key_of(name),
        kind=kind,
        named=True,
        outlet=kind in OUTLETS,
        state=kind in STATES,
        entry=entry.id if entry else "",
        owner=owner_of(entry, names),
        country=entry.country if entry else "",
    )


def _kind_of_publisher(name: str, language: str = "en") -> SourceKind:
    """What publishes under a name that no gazetteer has: an outlet, unless the name is a body's."""
    tokens = set(key_of(name).split())
    if tokens & words(language, "outlet_words"):
        return "media"
    if tokens & words(language, "state_bodies"):
        return "government"
    return "organization" if tokens & words(language, "own_bodies") else "media"


def party_of(source: Source, setting: Setting) -> Party:
    """The party of a source, as its document sets it."""
    language, names = setting.language, setting.names
    name = called_of(body_of(source.name or source.text, language), language)
    entry = names.lookup(name)
    country = None if entry else names.country(name)
    kind: SourceKind = entry.kind if entry else ("government" if country else source.kind)
    called = _is_called(source, name, setting)
    place = called and kind == "person" and not country and name in setting.places
    generic = (
        is_state(name, language) or place or (kind == "government" and not called and not source.anonymous)
    )
    printed = kind in UNSURE and " " in name and looks_like_outlet(name, language)
    common = not entry and name.islower() and not is_state(name, language)
    nameless = common and not is_vague(source.text or name, language)
    outlet = (kind in OUTLETS and not nameless) or printed
    anonymous = source.anonymous and not (printed and name[:1].isupper() and not is_vague(name, language))
    vague = outlet and not entry and (anonymous or is_vague(source.text or name, language))
    somewhere = (place or bool(country)) and _from_a_place(source, language)
    named = (bool(entry or country) or generic or called or printed) and not vague and not anonymous
    named, vague = named and not somewhere, vague or somewhere
    key = entry.id if entry else (country.code if country else key_of(name))
    return Party(
        name=name,
        key=key if named else "",
        kind="government" if place else kind,
        anonymous=anonymous,
        named=named,
        outlet=outlet,
        vague=vague,
        state=not somewhere
        and (generic or bool(country) or kind in STATES or (named and kind == "official")),
        generic=generic and not entry and not country and not somewhere,
        entry=entry.id if entry else "",
        owner=owner_of(entry, names),
        country=entry.country if entry else (country.code if country else ""),
        bodies=() if source.anonymous else setting.offices.get(key_of(name), ()),
        roles=setting.roles.get(key_of(source.name), ()) if called else roles_of(source.text, "", language),
    )


def _from_a_place(source: Source, language: str) -> bool:
    """Whether words only came from somewhere: "reports from Quella"."""
    return any(pattern.match(source.text) for pattern in patterns(language, "from_a_place"))


def owner_of(entry: Entry | None, names: Names) -> str:
    """The id of who owns an entry in the end, itself where nobody does; "" for no entry."""
    if entry is None:
        return ""
    seen = [entry.id]
    while (above := entry.owner or entry.parent) and above not in seen:
        seen.append(above)
        found = names.entry(above)
        if found is None:
            break
        entry = found
    return seen[-1]


def body_of(name: str, language: str) -> str:
    """The body that a spokesperson speaks for; the name itself where it is none's."""
    for pattern in patterns(language, "speaking_for"):
        match = pattern.match(name)
        if match and match.group(1)[:1].isupper():
            return match.group(1)
    return name


def called_of(name: str, language: str) -> str:
    """A name without the words before it that say what bears it ("rights group Open Valleys")."""
    parts = name.split()
    small = next((at for at, word in enumerate(parts) if word[:1].isupper()), 0)
    describing = words(language, "describing") | words(language, "outlet_words")
    return " ".join(parts[small:]) if all(word.lower() in describing for word in parts[:small]) else name


def offices_in(
    text: str, statements: Sequence[Statement], places: frozenset[str], language: str
) -> dict[str, tuple[str, ...]]:
    """The words of office that stand beside each name, by its key: "Pact director Celia Aumont" has "pact".

    Only capitalised words that are no title and no part of the name; "its director" is of the body that
    spoke before. Nothing of anonymous sources.
    """
    found: dict[str, set[str]] = {}
    body = ""
    for source in (s.source for s in sorted(statements, key=lambda s: (s.sentence, s.source.spans))):
        if source.anonymous or source.kind not in NAMED:
            continue
        key, beside = key_of(source.name), _beside(source, places, language)
        same = set(_same_body(source, text, body, places, language).split())
        if source.kind in BODIES and not beside and not same and source.name[:1].isupper():
            body = key
        beside |= same - set(key.split())
        found.setdefault(key, set()).update(beside)
    return {key: tuple(sorted(beside)) for key, beside in found.items() if beside}


def _same_body(source: Source, text: str, before: str, places: frozenset[str], language: str) -> str:
    """The folded name of the body that "its" or "the firm’s" means: the one so called last ("the firm
    Orl"), the one that spoke before, or the one named last; "" where the source is no such person's.
    """
    match = next((m for p in patterns(language, "of_the_same") if (m := p.search(source.text))), None)
    if match is None or not source.spans:
        return ""
    noun = match.groupdict().get("noun")
    place = max(0, source.spans[0].start - LOOK_BACK_CHARS)
    read = text[place : source.spans[0].start]
    if noun:
        called = re.findall(rf"\b{noun} {NAME}", read)
        return key_of(called[-1]) if called else before
    return before or _named_last(read, places)


def _named_last(read: str, places: frozenset[str]) -> str:
    """The folded name that stands first in the last sentence of `read` with one, of two words at least; ""
    for none, and for places.
    """
    for sentence in reversed(_STOP.split(read)):
        names = (name for name in _NAMES.findall(sentence) if name not in places)
        found = next((key for name in names if len((key := key_of(name)).split()) > 1), "")
        if found:
            return found
    return ""


def _beside(source: Source, places: frozenset[str], language: str) -> set[str]:
    """The capitalised words of a source that are no title, no place and no part of its name; () for a
    pronoun.
    """
    if key_of(source.text) in words(language, "pronouns"):
        return set()
    beside = {
        w for word in _CAPITALISED.findall(source.text) if word not in places for w in key_of(word).split()
    }
    no_body = words(language, "offices") | words(language, "ranks")
    return beside - set(key_of(source.name).split()) - no_body


def _is_called(source: Source, name: str, setting: Setting) -> bool:
    """Whether a source has a name of its own, not only a capital at the head of its sentence."""
    if (
        source.anonymous
        or source.kind in NOBODY
        or not name
        or key_of(name) in words(setting.language, "pronouns")
    ):
        return False
    if " " not in name and name not in source.text:
        return False  # "the man" is Linburg: one word that is not printed here is too little to go by
    capitals = [word for word in name.split() if word[:1].isupper()]
    if not capitals or capitals != name.split()[:1] or not source.text.startswith(name.split()[0]):
        return bool(capitals)
    return capitals[0] in setting.capitalised
