"""Who is who in a chain: a source as printed becomes a party with a key, an owner and a state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from sayso.link.lineage import Party
from sayso.link.outlets import is_state, is_vague, key_of, looks_like_outlet, patterns, words
from sayso.model import Source, SourceKind
from sayso.reference.entry import Country, Entry
from sayso.reference.fold import folded

OUTLETS: frozenset[SourceKind] = frozenset({"media", "state_media"})
STATES: frozenset[SourceKind] = frozenset({"government", "state_media"})
NOBODY: frozenset[SourceKind] = frozenset({"author", "unspecified", "public"})


class Names(Protocol):
    """What is asked of a gazetteer."""

    def lookup(self, name: str) -> Entry | None:
        """The entry that a name means, or None."""

    def entry(self, id: str) -> Entry | None:
        """The entry with an id, or None."""

    def country(self, name: str) -> Country | None:
        """The country that a name means, or None."""


def publisher_party(name: str | None, names: Names) -> Party:
    """The party of a publisher; the key "" where a document does not say who published it."""
    if not name or not name.strip():
        return Party(name="", key="", kind="media", outlet=True)
    entry = names.lookup(name)
    kind: SourceKind = entry.kind if entry else "media"
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


def party_of(source: Source, names: Names, offices: Mapping[str, tuple[str, ...]], language: str) -> Party:
    """The party of a source. `offices`: the words of office that the document prints with a name, by key."""
    name = body_of(source.name or source.text, language)
    entry = names.lookup(name)
    country = None if entry else names.country(name)
    kind: SourceKind = entry.kind if entry else ("government" if country else source.kind)
    generic = is_state(name, language)
    outlet = kind in OUTLETS or (source.kind == "organization" and looks_like_outlet(name, language))
    vague = outlet and not entry and (source.anonymous or is_vague(source.text or name, language))
    named = bool(entry or country or generic) or _is_named(source, name, language)
    key = entry.id if entry else (country.code if country else key_of(name))
    return Party(
        name=name,
        key="" if vague or not named else key,
        kind=kind,
        anonymous=source.anonymous,
        named=named and not vague and not source.anonymous,
        outlet=outlet,
        vague=vague,
        state=generic or bool(country) or kind in STATES or (named and kind == "official"),
        entry=entry.id if entry else "",
        owner=owner_of(entry, names),
        country=entry.country if entry else (country.code if country else ""),
        bodies=offices.get(key_of(name), ()),
    )


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


def offices_in(sources: tuple[Source, ...], language: str) -> dict[str, tuple[str, ...]]:
    """The words of office that stand beside each name, by its key: "Pact director Celia Aumont" has "pact".

    Only capitalised words that are no title and no part of the name; nothing of anonymous sources.
    """
    found: dict[str, set[str]] = {}
    for source in sources:
        if source.anonymous or source.kind not in {
            "person",
            "official",
            "government",
            "organization",
            "international_organization",
        }:
            continue
        key = key_of(source.name)
        beside = {w for word in source.text.split() if word[:1].isupper() for w in folded(word)}
        found.setdefault(key, set()).update(beside - set(key.split()) - words(language, "offices"))
    return {key: tuple(sorted(beside)) for key, beside in found.items() if beside}


def _is_named(source: Source, name: str, language: str) -> bool:
    if source.anonymous or source.kind in NOBODY or not name:
        return False
    if key_of(name) in words(language, "pronouns"):
        return False
    return any(word[:1].isupper() for word in name.split())
