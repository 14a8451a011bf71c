"""Who gets a name of its own in another tool: named bodies and persons, never somebody anonymous."""

from collections.abc import Iterator

from sayso.model import SourceKind, Statement
from sayso.show.exports.material import Material, Page

BODIES: frozenset[SourceKind] = frozenset(
    {"organization", "government", "state_media", "media", "international_organization"}
)
PERSONS: frozenset[SourceKind] = frozenset({"person", "official", "expert"})
URN = "urn:sayso:"


def urn(id: str) -> str:
    """The name of a thing of the ledger outside of it: "urn:sayso:s:41d0…"."""
    return URN + id


def is_body(statement: Statement) -> bool:
    """Whether the source is a named body or outlet: a company, an office, a paper, its spokesperson."""
    source = statement.source
    return bool(source.name) and not source.anonymous and source.kind in BODIES


def is_person(statement: Statement) -> bool:
    """Whether the source is a person with a name."""
    source = statement.source
    return bool(source.name) and not source.anonymous and source.kind in PERSONS


def named(statement: Statement) -> bool:
    """Whether the source may have an entity of its own."""
    return is_body(statement) or is_person(statement)


def new_names(material: Material, page: Page, seen: set[str]) -> Iterator[tuple[str, str, SourceKind]]:
    """(id, name, kind) of the outlet and the named sources of a page that are not in `seen`; adds them there.

    An outlet has the kind "media", whatever else it is called where it is quoted.
    """
    who: list[tuple[str, SourceKind]] = []
    if page.document.publisher:
        who.append((page.document.publisher, "media"))
    who += [(one.source.name, one.source.kind) for one in page.statements if named(one)]
    for name, kind in who:
        id = material.entity(name)
        if id not in seen:
            seen.add(id)
            yield id, name, kind
