"""What a ledger lists besides claims: sources, days, hits, and what changed between two versions."""

from typing import Literal

import msgspec

from sayso.model.assessment import Record
from sayso.model.expectation import PromisorRecord
from sayso.model.source import SourceKind
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.model.subject import SubjectFact


class SourceRow(msgspec.Struct, frozen=True, kw_only=True):
    """One named source of the ledger; anonymous ones have no row.

    `names` has every printed spelling, the commonest first. `first` and `last`: the days of publication
    of the first and the last of its statements, None where no document has a date. `record`: how often it was
    right on resolved claims, or what its kind is taken for.
    """

    id: str
    name: str
    kind: SourceKind
    names: tuple[str, ...]
    statements: int
    documents: int
    denials: int = 0
    promises: int = 0
    first: str | None = None
    last: str | None = None
    record: Record | None = None


class SourcePage(msgspec.Struct, frozen=True, kw_only=True):
    """One named source with its statements in order of publication.

    `facts`: what is printed of it ("parent body", "role"), each once, with the first statement that tells it.
    `promises`: how what it promised, scheduled or foresaw came out; None where it did not.
    """

    source: SourceRow
    statements: tuple[Statement, ...]
    facts: tuple[SubjectFact, ...] = ()
    promises: PromisorRecord | None = None


class TimelineRow(msgspec.Struct, frozen=True, kw_only=True):
    """One time of a proposition: inclusive days (either may be None), what is said of them, and by whom."""

    first: str | None = msgspec.field(default=None, name="from")
    last: str | None = msgspec.field(default=None, name="to")
    role: Literal["event", "due"]
    printed: str
    text: str
    statement: str
    proposition: str
    document: str
    publisher: str | None
    published: str | None
    chain: tuple[str, ...]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One document that a search found. `excerpt`: printed words around the first match; `marks`: spans
    of `excerpt` that match. `span` is where the excerpt stands in the document's text.
    """

    document: str
    title: str | None
    publisher: str | None
    published: str | None
    excerpt: str
    marks: tuple[Span, ...]
    span: Span


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A statement from one version of a document to the next; one side is None where it came or went."""

    kind: Literal["added", "dropped", "changed", "same"]
    before: Statement | None
    after: Statement | None


class VersionDiff(msgspec.Struct, frozen=True, kw_only=True):
    """Two captured texts of one page and what changed between them; "same" statements are left out."""

    before: str
    after: str
    changes: tuple[Change, ...]
