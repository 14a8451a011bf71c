"""What goes into the ledger and comes out of it besides the nouns: small frozen rows."""

from typing import Literal

import msgspec

from sayso.model import ClaimStatus, Document, Span


class DocumentViews(msgspec.Struct, frozen=True, kw_only=True):
    """What linking sees of one document, as bytes that the store does not look into.

    `marks`: (proposition, bytes); `keys`: (key, proposition) with signed 64-bit keys, each proposition
    one of those in `marks`; `reports`: (statement, bytes); `sketch`: bytes, or None where there is
    nothing to sketch; `bands`: signed 64-bit numbers. All may be empty.
    """

    marks: tuple[tuple[str, bytes], ...] = ()
    keys: tuple[tuple[int, str], ...] = ()
    reports: tuple[tuple[str, bytes], ...] = ()
    sketch: bytes | None = None
    bands: tuple[int, ...] = ()


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A document as it is kept: when it came, what its bytes were, and which versions it belongs to.

    `captured` is an ISO day or moment. `day` is the day from which it exists for `as_of`: published, or
    captured where it has no date. `series` joins the versions of one url, None without a url. `added` is
    the number of its event in the log. `reading` made its current statements, None where it has none.
    """

    document: Document
    captured: str
    day: str
    media_type: str
    original_sha256: str | None
    series: str | None
    added: int
    reading: str | None


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown of a document: the reading, and the reader's own that it rests on (mostly the same)."""

    reading: str
    base: str


class ReadingRow(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of a document. `base`: the reader's own that corrections were put into; None for one."""

    document: str
    reading: str
    base: str | None


class Gone(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a document that was forgotten, for those who must look after the rest.

    `shared`: documents made of the same bytes, which are kept for these. `judgements`: those that name it
    or a statement of it; they stay, with the reasons that people wrote.
    """

    document: str
    shared: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()


class LinkRow(msgspec.Struct, frozen=True, kw_only=True):
    """A link between two propositions, in any order: `p` in [0, 1]."""

    a: str
    b: str
    p: float
    relation: str


class Sharing(msgspec.Struct, frozen=True, kw_only=True):
    """What shares keys (or bands) with what was asked: how many of them each id has.

    `over`: the keys that more than the cap hold; they propose nothing, and are reported.
    """

    shared: dict[str, int]
    over: tuple[int, ...] = ()


Order = Literal["newest", "best"]
What = Literal["documents", "statements"]
Sort = Literal["newest", "oldest", "origins", "documents", "denials"]


class ClaimQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are wanted; everything that is None asks for nothing.

    `source` is the name, or a part of it, of a source that is not anonymous; `publisher` likewise.
    `text` is a search as in `Store.search`. `since` and `until` are ISO days: some member was published
    between them. Origins are those of support, counted cautiously (`low`).
    """

    status: ClaimStatus | None = None
    source: str | None = None
    publisher: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None
    min_origins: int | None = None
    max_origins: int | None = None
    min_documents: int | None = None
    sort: Sort = "newest"


class ClaimRow(msgspec.Struct, frozen=True):
    """What claims are ordered and counted by. `origins` are those of support, counted cautiously, `against`
    those of denial; `first` and `last` the days of publication of its members, None where none has one.
    """

    id: str
    status: ClaimStatus
    documents: int
    origins: int
    against: int
    first: str | None
    last: str | None


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One thing found. `statement` is None where the document's title or text was searched.

    `text` is a verbatim piece of the document's text, `span` where it stands there, `matches` the places of
    the words that were asked for, also in the document's text; none where only the title has them.
    """

    document: str
    statement: str | None
    title: str | None
    publisher: str | None
    published: str | None
    text: str
    span: Span
    matches: tuple[Span, ...] = ()


class SourceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A named source: its statements, its documents, the first and last day of their publication."""

    name: str
    kind: str
    statements: int
    documents: int
    first_published: str | None
    last_published: str | None


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be read, for trying again."""

    input: str
    what: str
    hint: str
    at: str
    tries: int


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The end of the log: kept elsewhere, it shows later whether the log was cut or written anew."""

    seq: int
    at: str
    hash: str


class LogEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One event. `data` is JSON text; `hash` is over all of this and `previous`, the hash before it."""

    seq: int
    at: str
    kind: str
    data: str
    previous: str
    hash: str


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as it was stored: where (an id, an event), and what is wrong with it."""

    where: str
    what: str


class Verification(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked at, and what is broken; whole where `faults` is empty."""

    documents: int
    originals: int
    statements: int
    events: int
    head: Head | None
    faults: tuple[Fault, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is broken."""
        return not self.faults


class TellingRow(msgspec.Struct, frozen=True, kw_only=True):
    """One proposition that foretells, or that may tell of an outcome: bytes, signed 64-bit keys, and the
    expectation that it is in (of those that foretell).
    """

    proposition: str
    document: str
    foretells: bool
    blob: bytes
    keys: tuple[int, ...] = ()
    expectation: str | None = None


class ExpectationRow(msgspec.Struct, frozen=True, kw_only=True):
    """One expectation as bytes, with what is asked for by column; `first_day` is when it was first told."""

    id: str
    first_day: str
    due_from: str | None
    due_to: str | None
    promisor: str
    gist: str
    blob: bytes
    propositions: tuple[str, ...] = ()
