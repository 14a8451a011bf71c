"""What a store must do, whatever database is behind it; `sayso.store.store.Store` is the one on SQLite.

What each method promises is written there, and held by the tests of the contract.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from sayso.errors import Problem
from sayso.model import (
    Claim,
    ClaimStatus,
    Derivation,
    Document,
    DocumentRow,
    Mapped,
    Statement,
    Subject,
    SubjectKind,
)
from sayso.model.document import Status
from sayso.store.protocol_people import JudgementStore, NamingStore, WaitingStore
from sayso.store.rows import (
    ClaimQuery,
    DocumentViews,
    Failure,
    Gone,
    Head,
    Hit,
    Kept,
    LinkRow,
    LogEntry,
    Order,
    ReadingRow,
    Sharing,
    Shown,
    SourceRow,
    Verification,
    What,
)


class EvidenceStore(Protocol):
    """Documents and statements: put once, never changed."""

    def add_document(
        self,
        document: Document,
        original: bytes | None,
        media_type: str,
        captured: str,
        statements: Sequence[Statement],
        views: DocumentViews = ...,
        *,
        reading: str | None = None,
    ) -> bool:
        """Adds a document with all that was read in it; False, and nothing done, where its id is there."""

    def keep_unseen(self, document: Document) -> bool:
        """Adds what its original hides or strikes, where none of it is known; False where none was added."""

    def add_reading(
        self,
        document: str,
        reading: str,
        statements: Sequence[Statement],
        views: DocumentViews = ...,
        *,
        base: str | None = None,
    ) -> bool:
        """Adds a newer reading beside those that are there; it becomes the one that is shown."""

    def documents(
        self,
        *,
        as_of: str | None = None,
        status: Status | None = None,
        publisher: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> tuple[DocumentRow, ...]:
        """Documents by day of publication, those without one last, ties by id."""

    def documents_listed(self, ids: Iterable[str], as_of: str | None = None) -> dict[str, DocumentRow]:
        """The facts of these documents by id; those that are not there (yet) are left out."""

    def count_documents(self) -> int:
        """How many documents there are."""

    def last_published(self) -> str | None:
        """The last day of publication; None where no document has one."""

    def document(self, id: str, as_of: str | None = None) -> Document | None:
        """The document as it went in; None where there is none, or not yet."""

    def kept(self, id: str, as_of: str | None = None) -> Kept | None:
        """The document with what is known about its keeping; None where there is none, or not yet."""

    def kept_by_id(self, ids: Iterable[str], as_of: str | None = None) -> dict[str, Kept]:
        """The documents with what is known about their keeping, by id; those not there (yet) are left out."""

    def documents_by_id(self, ids: Iterable[str]) -> dict[str, Document]:
        """The documents with these ids; those that are not there are left out."""

    def versions(self, series: str, as_of: str | None = None) -> tuple[Kept, ...]:
        """The versions of one page in the order of their capture; () for an unknown series."""

    def original(self, document: str) -> bytes | None:
        """The bytes that a document was made of; None where none were kept. FileNotFoundError if lost."""

    def statements(
        self, document: str, reading: str | None = None, as_of: str | None = None
    ) -> tuple[Statement, ...]:
        """The statements of a document as they stand in it, of the reading that is shown or the one named."""

    def statements_by_id(self, ids: Iterable[str], as_of: str | None = None) -> dict[str, Statement]:
        """The statements with these ids, as shown; those that are not there (yet) are left out."""

    def readings(self, document: str) -> tuple[str, ...]:
        """The readings that a document has, the newest last; () where it was never read."""

    def search(
        self,
        query: str,
        *,
        what: What = "documents",
        order: Order = "newest",
        as_of: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> tuple[Hit, ...]:
        """Where all words of `query` stand, in titles and texts or in contents of statements; () for none."""

    def sources(self, as_of: str | None = None) -> tuple[SourceRow, ...]:
        """Every name with a kind that is a source, most statements first, ties by name and kind."""

    def statements_by_source(self, name: str, as_of: str | None = None) -> tuple[Statement, ...]:
        """What a source of exactly this name said, by day of publication, undated last; () for nobody."""

    def rebuild_search(self) -> None:
        """Makes the index anew from the titles, texts and contents that are stored."""


class ReadingStore(Protocol):
    """Readings of one document beside each other, one of them shown."""

    def shown(self, document: str) -> Shown | None:
        """What is shown of a document; None where it was never read, or is not there."""

    def show_reading(self, document: str, reading: str) -> None:
        """Shows a reading that the document has. KeyError where it has not."""

    def documents_behind(self, reading: str) -> tuple[str, ...]:
        """The documents with a text whose shown statements rest on another reading, by day."""

    def readings_holding(self, statement: str) -> tuple[ReadingRow, ...]:
        """The readings that a statement stands in, the newest last; () for an unknown one."""

    def statements_beginning(self, beginning: str, limit: int = 6) -> tuple[tuple[str, str], ...]:
        """(id, document) of the statements, in any reading, whose ids begin so, in order."""

    def among_shown(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of these statements and propositions that are shown."""

    def statement_of(self, proposition: str) -> str | None:
        """The statement of a proposition, in whatever reading; None for an unknown one."""

    def put_reading_map(self, document: str, older: str, newer: str, lines: Sequence[Mapped]) -> None:
        """Keeps the map between two readings of a document; one that is there is replaced."""

    def reading_map(self, document: str, older: str, newer: str) -> tuple[Mapped, ...]:
        """The map between two readings of a document; () where none is kept."""

    def maps_to(self, document: str, newer: str) -> tuple[str, ...]:
        """The older readings that have a map to a reading, by name; () for none."""

    def unlink(self, document: str) -> None:
        """Drops every link and derivation with an end in the document; what hung on them is stale."""

    def add_stale(self, document: str, propositions: Iterable[str]) -> None:
        """Says that the claims of these propositions are to be made anew when a document is linked."""

    def stale(self, documents: Iterable[str] | None = None) -> frozenset[str]:
        """The propositions whose claims are to be made anew when these documents are linked; all for None."""

    def clear_stale(self, documents: Iterable[str]) -> None:
        """Says that what hung on these documents, and on those that are gone, has been made anew."""

    def reopen_documents(self, stage: str, documents: Iterable[str]) -> None:
        """Makes these documents pending for `stage` again."""


class ViewStore(Protocol):
    """What linking sees of each document."""

    def put_views(self, document: str, views: DocumentViews) -> None:
        """Replaces what linking sees of a document that is there. Raises KeyError where it is not."""

    def propositions_sharing(self, keys: Iterable[int], cap: int, least: int = 1) -> Sharing:
        """The propositions that have at least `least` of the keys, with how many they have."""

    def documents_sharing(self, bands: Iterable[int], cap: int, least: int = 1) -> Sharing:
        """The documents that have at least `least` of the bands; `cap` and `over` as with keys."""

    def bucket_sizes(self, keys: Iterable[int], most: int | None = None) -> dict[int, int]:
        """How many propositions have each key, counted up to `most`; 0 where none has."""

    def band_sizes(self, bands: Iterable[int], most: int | None = None) -> dict[int, int]:
        """How many documents have each band, counted up to `most`; 0 where none has."""

    def keys_of(self, propositions: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """The keys of each proposition, in ascending order; those without a mark are left out."""

    def marked(self) -> frozenset[str]:
        """The documents of which linking sees a proposition."""

    def band_documents(self, bands: Iterable[int]) -> dict[int, frozenset[str]]:
        """The documents that have each band, however many."""

    def bands_of(self, document: str) -> tuple[int, ...]:
        """The bands of a document, in ascending order; () where it has none or is not there."""

    def marks(self, propositions: Iterable[str]) -> dict[str, bytes]:
        """The mark of each proposition that has one."""

    def marks_in(self, documents: Iterable[str]) -> dict[str, dict[str, bytes]]:
        """The marks of each document by proposition; documents without any are left out."""

    def reports(self, statements: Iterable[str]) -> dict[str, bytes]:
        """The report of each statement that has one."""

    def reports_in(self, documents: Iterable[str]) -> dict[str, dict[str, bytes]]:
        """The reports of each document by statement; documents without any are left out."""

    def sketches(self, documents: Iterable[str]) -> dict[str, bytes]:
        """The sketch of each document that has one."""

    def documents_of(self, propositions: Iterable[str]) -> dict[str, str]:
        """The document of each proposition that has a mark."""


class LinkStore(Protocol):
    """What linking makes: it can be dropped and made again."""

    def put_links(self, links: Iterable[LinkRow]) -> None:
        """Keeps links; one between the same two propositions, in either order, is replaced."""

    def drop_links(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Drops the links between these pairs, each in either order."""

    def links_of(self, propositions: Iterable[str]) -> tuple[LinkRow, ...]:
        """All links with one of these propositions at an end, each once, by their ends; `a` < `b`."""

    def ends_of(self, propositions: Iterable[str]) -> list[tuple[float, str, str]]:
        """p and the ends of all links with one of these propositions at an end, the lower end first."""

    def weights_of(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], float]:
        """p of the link between each of these pairs, the lower id first; pairs without one are left out."""

    def weights_at(self, propositions: Iterable[str], least: float) -> dict[tuple[str, str], float]:
        """p of the links of these propositions that are at least `least`, by their ends, the lower first."""

    def weights_among(self, propositions: Iterable[str]) -> dict[tuple[str, str], float]:
        """p of each link between two of these propositions, by its ends, the lower one first."""

    def put_derivations(self, derivations: Iterable[Derivation]) -> None:
        """Keeps derivations; one with the same id is replaced."""

    def drop_derivations(self, ids: Iterable[str]) -> None:
        """Drops the derivations with these ids."""

    def derivations_of(self, documents: Iterable[str], as_of: str | None = None) -> tuple[Derivation, ...]:
        """All derivations with one of these documents at an end, each once, by id."""

    def replace_claims(self, old: Iterable[str], new: Iterable[Claim]) -> None:
        """Drops the claims with the ids `old` and puts `new` in their place, in one transaction."""

    def replace_proposals(self, claims: Iterable[Claim]) -> None:
        """Puts what may belong to claims that are there in the place of what did; nothing else of them."""

    def claims(
        self,
        query: ClaimQuery = ...,
        *,
        as_of: str | None = None,
        after: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Claim, ...]:
        """The claims that fit, in the order asked for, ties by id; () where none does."""

    def count_claims_by_status(self, query: ClaimQuery = ...) -> dict[ClaimStatus, int]:
        """How many claims of each status fit what is asked for besides a status; {} for none."""

    def claim(self, id: str, as_of: str | None = None) -> Claim | None:
        """The claim with this id; None where there is none, or nobody had made it by that day."""

    def claims_of(self, propositions: Iterable[str]) -> dict[str, str]:
        """The claim's id for each proposition that is in one."""

    def claims_in(self, documents: Iterable[str]) -> tuple[str, ...]:
        """The ids of the claims that have a statement in one of these documents, in order; () for none."""

    def claims_by_id(self, ids: Iterable[str]) -> dict[str, Claim]:
        """The claims with these ids; those that are not there are left out."""

    def replace_subjects(self, old: Iterable[str], new: Iterable[Subject]) -> None:
        """Drops the subjects with the ids `old` and puts `new` in their place, in one transaction."""

    def subjects(self, kind: SubjectKind | None = None, as_of: str | None = None) -> tuple[Subject, ...]:
        """All subjects, or those of a kind, by name; () where there are none."""

    def subject(self, id: str, as_of: str | None = None) -> Subject | None:
        """The subject with this id; None where there is none, or no document had named it by that day."""

    def subjects_of(self, statements: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the subjects of each statement that has any, in order."""

    def drop_linking(self) -> None:
        """Drops all that linking across documents has made, and the work that is done; evidence stays."""


class ForgettingStore(Protocol):
    """Taking a document out for good."""

    def remove_document(self, id: str, *, by: str, why: str) -> Gone:
        """Deletes a document with all rows that name it; UsageError where there is none, or no signature."""

    def was_forgotten(self, id: str) -> bool:
        """Whether the log says that a document was forgotten."""

    def scrub(self) -> bool:
        """Removes what deleting leaves behind; False where another program still holds old pages."""


class WorkStore(Protocol):
    """What is done, what failed, what happened, and whether all is whole."""

    def together(self) -> AbstractContextManager[None]:
        """One transaction for all that is written inside: all of it is kept, or none."""

    def moment(self) -> AbstractContextManager[None]:
        """All that is read inside is of one moment, whatever is written meanwhile."""

    def close(self) -> None:
        """Ends the use of the ledger and lets the next one write; a second call does nothing."""

    def pending(self, *stages: str) -> tuple[str, ...]:
        """The documents that none of `stages` has done, by day of publication; a stage may have any name."""

    def mark_done(self, document: str, stage: str) -> None:
        """Says that `stage` has done with a document; once more does nothing."""

    def reopen(self, stage: str) -> None:
        """Makes all documents pending for `stage` again."""

    def record_failure(self, problem: Problem) -> None:
        """Keeps that an input (`problem.where`) could not be read; each time counts as a try."""

    def clear_failure(self, input: str) -> None:
        """Forgets that an input could not be read; nothing where nothing is known of it."""

    def failures(self) -> tuple[Failure, ...]:
        """The inputs that could not be read, by name; () where all could."""

    def log_event(self, kind: str, data: Mapping[str, Any]) -> LogEntry:
        """Adds one event and returns it. `data` must be JSON: strings, numbers, lists, mappings, None."""

    def log_entries(self, after: int = 0, limit: int | None = None) -> Iterator[LogEntry]:
        """The events behind number `after`, in order, at most `limit`; read in pieces."""

    def head(self) -> Head | None:
        """The end of the log; kept elsewhere, it shows whether events were cut off later. None if empty."""

    def verify(self) -> Verification:
        """What was looked at and what is broken, each with its name."""

    def backup(self, target: str | Path) -> Path:
        """Copies the ledger to the file `target` and its originals beside it; returns the path."""


@runtime_checkable
class LedgerStore(
    EvidenceStore, ReadingStore, ViewStore, LinkStore, ForgettingStore, JudgementStore, NamingStore,
    WaitingStore, WorkStore, Protocol,
):  # fmt: skip
    """The whole of it."""
