"""Who of the named sources of some statements is one body or person, under whatever spelling."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

import msgspec

from sayso.link.lineage import Party, Report
from sayso.link.outlets import key_of
from sayso.model import Statement
from sayso.pipeline.listing import key_of_source
from sayso.pipeline.records import named
from sayso.reference.gazetteer import Gazetteer
from sayso.store.store import Store

_OWNER = re.compile(r"^(.{1,60}?)[’']s? ")
FEWEST_WORDS = 2  # of a name that means one body by itself: "command" does not


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """A named source: what makes its spellings one, and whether the name says which body it is.

    `generic`: "the ministry", "a government spokesman": one in this document, perhaps another in the next.
    """

    key: str
    name: str
    generic: bool = False


def speakers_of(
    store: Store, statements: Collection[Statement], gazetteer: Gazetteer
) -> dict[str, Speaker]:  # fmt: skip
    """The speaker of each statement that has a named source, by statement; the author's own voice is none.

    A spokesperson is the body. "Sarvane's Health Directorate" is the Health Directorate, where no other
    owner of one is named in these statements. Anonymous sources are nobody.
    """
    report = msgspec.msgpack.Decoder(Report).decode
    reports = {id: report(blob) for id, blob in store.reports({s.id for s in statements}).items()}
    found = {}
    for statement in statements:
        name = named(statement)
        if name and statement.source.kind != "author":
            one = reports.get(statement.id)
            found[statement.id] = _speaker(name, one.source if one else None, gazetteer)
    return _without_owners(found)


def _speaker(name: str, party: Party | None, gazetteer: Gazetteer) -> Speaker:
    own = key_of_source(name, gazetteer)
    if party is None or not party.key:
        return Speaker(key=own, name=name, generic=" " not in own and gazetteer.lookup(name) is None)
    return Speaker(key=party.entry or party.key, name=name, generic=party.generic or party.vague)


def _without_owners(found: dict[str, Speaker]) -> dict[str, Speaker]:
    """The speakers with those made one that differ only by the owner that is printed before the name."""
    keys = {speaker.key for speaker in found.values()}
    owners: dict[str, set[str]] = {}
    for speaker in found.values():
        bare, owner = _parted(speaker.name)
        if bare:
            owners.setdefault(bare, set()).add(owner)
    return {
        id: msgspec.structs.replace(speaker, key=bare)
        if (bare := _parted(speaker.name)[0]) in keys and len(owners.get(bare, ())) == 1
        else speaker
        for id, speaker in found.items()
    }


def _parted(name: str) -> tuple[str, str]:
    """The key of a name without its owner, and the owner's; ("", "") where none is printed."""
    match = _OWNER.match(name)
    bare = key_of(name[match.end() :]) if match else ""
    return (bare, key_of(match[1])) if match and len(bare.split()) >= FEWEST_WORDS else ("", "")


def by_speaker(
    statements: Iterable[Statement], speakers: Mapping[str, Speaker]
) -> dict[str, list[Statement]]:  # fmt: skip
    """The statements of each speaker by its key, in their order."""
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.id in speakers:
            found.setdefault(speakers[statement.id].key, []).append(statement)
    return found
