"""What an export is made of: gathered once, read lazily, so that a large ledger goes out in pieces."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from sayso.model import (
    Claim,
    ClaimStatus,
    Derivation,
    Document,
    Expectation,
    Judged,
    Scope,
    Stance,
    Statement,
)


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One proposition's place in a claim: the claim, how it stands, what that `means`, and its stance."""

    claim: str
    proposition: str
    stance: Stance
    scope: Scope
    status: ClaimStatus
    means: str
    gist: str


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A document with how it is kept, and those of its statements that are exported, in their order.

    `captured` is an ISO day or moment; `original_sha256` None where no bytes were kept. In a coarse export
    `document.text` has a bar for every character that was taken out, so that places stay right.
    """

    document: Document
    captured: str
    media_type: str
    original_sha256: str | None
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything that an export may show. What is a function can be called again and starts anew.

    `as_of`: the last day that was looked at ("" for a ledger without days); `scope` says what was chosen, in
    words; `head`: the hash at the end of the log, "" for an empty one. `documents` has no texts and no
    statements, `pages` has both. `claims` are weighed, `members` the same ones without
    their assessments, which cost much; `edges` tell who had them from whom, each once.
    `places`: by statement. `original` gives a document's bytes, None where none are kept or they are lost.
    `entity` gives the id of a named source, one for all its spellings. `coarse`: whether what describes
    anonymous sources was taken out.
    """

    program: str
    as_of: str
    scope: str
    head: str
    events: int
    coarse: bool
    documents: tuple[Page, ...]
    pages: Callable[[], Iterator[Page]]
    claims: Callable[[], Iterator[Claim]]
    members: Callable[[], Iterator[Claim]]
    edges: Callable[[], Sequence[Derivation]]
    expectations: tuple[Expectation, ...]
    judgements: tuple[Judged, ...]
    places: Mapping[str, tuple[Place, ...]]
    original: Callable[[str], bytes | None]
    entity: Callable[[str], str]
