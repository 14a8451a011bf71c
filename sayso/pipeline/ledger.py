"""The ledger as people use it: one object with the commands as methods."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from sayso.errors import Problem, UsageError
from sayso.ingest import Defaults
from sayso.link.copies import without_detours
from sayso.link.versions import changes_of
from sayso.model import (
    Check,
    Claim,
    Derivation,
    Document,
    DocumentRow,
    Hit,
    SourcePage,
    SourceRow,
    Span,
    Statement,
    TimelineRow,
    VersionDiff,
)
from sayso.model.document import Status
from sayso.pipeline.adding import Added, add_paths
from sayso.pipeline.claiming import claims_on
from sayso.pipeline.listing import source_page, sources_of, timeline_of
from sayso.pipeline.querying import ClaimPage, ClaimQuery, find_claims
from sayso.reference.gazetteer import load_gazetteer
from sayso.store import Hit as StoredHit
from sayso.store import open_store
from sayso.store.evidence import series_of
from sayso.store.store import Store

Clock = Callable[[], datetime]
SHORTEST_ID = 4  # characters behind the colon of an id that is given by its beginning
DEFAULT = "sayso.db"


class ClaimView(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with what is needed to show it: its documents, its statements, the edges between documents."""

    claim: Claim
    documents: dict[str, DocumentRow]
    statements: dict[str, Statement]
    derivations: tuple[Derivation, ...]


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


class Ledger:
    """A ledger file and everything that can be asked of it. Use it in a `with`, from one thread."""

    def __init__(
        self, path: str | Path = DEFAULT, *, read_only: bool = False, clock: Clock | None = None
    ) -> None:
        """Opens the ledger at `path`, made where it is not there; `read_only` never makes or changes one.

        Raises LedgerBusy while another process writes, LedgerMissing, NotALedger, LedgerTooNew and
        LedgerDamaged. `clock` tells the present moment with its time zone; without it the system's does.
        """
        self.path = str(path)
        self._clock = clock or now
        self._store: Store = open_store(path, clock=self._clock, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; once more does nothing."""
        self._store.close()

    def add(
        self,
        *paths: str,
        publisher: str | None = None,
        published: str | None = None,
        language: str | None = None,
        workers: int = 2,
        rules: bool = False,
    ) -> Iterator[Added | Problem]:
        """Adds every document of files, folders and archives, links it, and tells of each in order.

        Nothing happens before the first is asked for; `list(ledger.add(…))` does it all. What the options
        say fills what the files do not.
        """
        defaults = Defaults(publisher=publisher, published=published, language=language)
        return add_paths(self._store, paths, defaults, clock=self._clock, workers=workers, rules=rules)

    def failed(self) -> tuple[str, ...]:
        """The inputs that could not be read so far, by name."""
        return tuple(failure.input for failure in self._store.failures())

    def documents(
        self, *, as_of: str | None = None, status: Status | None = None, limit: int = 0
    ) -> list[DocumentRow]:
        """Documents by day of publication; at most `limit`, 0 for all."""
        return list(self._store.documents(as_of=as_of, status=status, limit=limit or None))

    def document(self, id: str) -> Document:
        """One document with its text; UsageError where there is none."""
        found = self._store.document(id)
        if found is None:
            raise UsageError(f"no document {id!r} in {self.path}")
        return found

    def statements(self, document: str) -> tuple[Statement, ...]:
        """The statements of a document as they stand in it, of its newest reading."""
        return self._store.statements(document)

    def last_day(self, as_of: str | None = None) -> str | None:
        """The last day on which something in the ledger was published; None for none."""
        return as_of or self._store.last_published()

    def claims(self, query: ClaimQuery | None = None) -> ClaimPage:
        """The claims that fit, and how many there are in all."""
        return find_claims(self._store, query or ClaimQuery(), self.last_day)

    def count_claims(self) -> int:
        """How many claims there are."""
        return self._store.count_claims()

    def claim(self, id: str, *, as_of: str | None = None) -> Claim:
        """One claim, by its id, by that of a statement or proposition in it, or by the beginning of its id.

        Raises UsageError where there is none, or more than one.
        """
        stored = self._stored(id)
        if as_of is None:
            return msgspec.structs.replace(stored, as_of=self.last_day())
        made = claims_on(self._store, [m.proposition for m in stored.statements], as_of)
        best = max(made, key=lambda claim: _overlap(claim, stored), default=None)
        if best is None:
            raise UsageError(f"nobody had made the claim {id} by {as_of}")
        return msgspec.structs.replace(best, as_of=as_of)

    def _stored(self, id: str) -> Claim:
        found = self._store.claims_of([id, *self._store.propositions_in(id)])
        if found:
            return self._store.claims_by_id(found.values())[next(iter(sorted(found.values())))]
        if len(id.partition(":")[2] or id) < SHORTEST_ID:
            raise UsageError(f"{id!r} is too short for an id; see `sayso claims`")
        begins = self._store.claims_beginning(id if id.startswith("c:") else f"c:{id}")
        if not begins:
            raise UsageError(f"no claim {id!r} in {self.path}; see `sayso claims`")
        if len(begins) > 1:
            raise UsageError(f"{id!r} begins several ids: {', '.join(begins[:5])}")
        return self._store.claims_by_id(begins)[begins[0]]

    def claim_view(self, id: str, *, as_of: str | None = None) -> ClaimView:
        """A claim with its documents, statements and the edges between the documents."""
        claim = self.claim(id, as_of=as_of)
        members = (*claim.statements, *claim.proposals)
        return ClaimView(
            claim=claim,
            documents=self._store.documents_listed({member.document for member in members}, as_of),
            statements=self._store.statements_by_id({member.id for member in members}),
            derivations=self.derivations(claim),
        )  # fmt: skip

    def derivations(self, claim: Claim) -> tuple[Derivation, ...]:
        """Who had the claim from whom, as far as is known, by id."""
        from sayso.pipeline.claiming import derivations_of_claim

        return without_detours(derivations_of_claim(self._store, claim))

    def sources(self, *, as_of: str | None = None, limit: int = 0) -> list[SourceRow]:
        """The named sources, those of most statements first; anonymous ones are never listed."""
        return sources_of(self._store, load_gazetteer(), as_of)[: limit or None]

    def source(self, name: str, *, as_of: str | None = None) -> SourcePage:
        """One named source and its statements; UsageError where there is none of that name."""
        return source_page(self._store, load_gazetteer(), name, as_of)

    def timeline(
        self, *, words: str = "", since: str | None = None, until: str | None = None, due: bool = False,
        as_of: str | None = None, limit: int = 0,
    ) -> list[TimelineRow]:  # fmt: skip
        """What happened or was due when, earliest first."""
        rows = timeline_of(self._store, words=words, since=since, until=until, due=due, as_of=as_of)
        return rows[: limit or None]

    def search(self, query: str, *, as_of: str | None = None, limit: int = 20) -> list[Hit]:
        """Documents that hold all words, newest first; every query is a good one."""
        found = self._store.search(query, as_of=as_of, limit=limit or 1 << 30)
        return [_hit(hit) for hit in found]

    def versions(self, document: str) -> tuple[str, ...]:
        """The ids of all captured texts of the page that a document (or a URL) is of, in order of capture."""
        kept = self._store.kept(document)
        series = kept.series if kept else series_of(document)
        return tuple(one.document.id for one in self._store.versions(series)) if series else ()

    def diff(self, document: str, other: str | None = None) -> VersionDiff:
        """What changed between two captured texts; with one id (or URL), from the text before it."""
        before, after = (document, other) if other else self._two_versions(document)
        for id in (before, after):
            if self._store.document(id) is None:
                raise UsageError(f"no document {id!r} in {self.path}")
        changes = changes_of(self._store.statements(before), self._store.statements(after))
        kept = tuple(change for change in changes if change.kind != "same")
        return VersionDiff(before=before, after=after, changes=kept)

    def _two_versions(self, document: str) -> tuple[str, str]:
        versions = self.versions(document)
        at = versions.index(document) if document in versions else len(versions) - 1
        if at < 1:
            raise UsageError(f"no earlier version of {document} in {self.path}")
        return versions[at - 1], versions[at]

    def draft(
        self, path: str | Path, *, publisher: str | None = None, published: str | None = None
    ) -> Document:
        """The one document in a file, to be checked ("-": standard input); UsageError for none."""
        from sayso.pipeline.checking import draft_at

        return draft_at(path, Defaults(publisher=publisher, published=published))

    def check(self, draft: str | Path | Document, *, as_of: str | None = None) -> Check:
        """What in a draft (a file, a text, or a document at hand) needs a look; nothing of it is kept.

        A `str` is the text of the draft, a `Path` its file. Raises UsageError where it cannot be read.
        """
        from sayso.pipeline.checking import check_document, document_of

        return check_document(self._store, document_of(draft), as_of=as_of)

    def sign_off(
        self, draft: str | Path | Document, check: Check, id: str, *, by: str, against: str
    ) -> Check:
        """The check of a draft with one finding signed off; UsageError where it has no such finding."""
        from sayso.pipeline.checking import document_of
        from sayso.pipeline.signing import signed_off

        return signed_off(self._store, document_of(draft), check, id, by=by, against=against)

    def take_back(self, check: Check, id: str, *, by: str, why: str) -> Check:
        """The check after a sign-off was revoked; UsageError where nobody had signed the finding off."""
        from sayso.pipeline.signing import taken_back

        return taken_back(self._store, check, id, by=by, why=why)

    def verify(self) -> tuple[tuple[str, ...], str]:
        """What is broken, a sentence each, and the head of the log ("" for an empty one)."""
        found = self._store.verify()
        faults = tuple(f"{fault.where}: {fault.what}" for fault in found.faults)
        return faults, found.head.hash if found.head else ""

    def backup(self, target: str | Path) -> None:
        """Copies the ledger and the originals beside it, also while it is in use."""
        self._store.backup(target)


def _overlap(claim: Claim, stored: Claim) -> tuple[int, str]:
    inside = {member.proposition for member in stored.statements}
    return (sum(member.proposition in inside for member in claim.statements), claim.id)


def _hit(hit: StoredHit) -> Hit:
    marks = tuple(Span(m.start - hit.span.start, m.end - hit.span.start) for m in hit.matches)
    return Hit(
        document=hit.document, title=hit.title, publisher=hit.publisher, published=hit.published,
        excerpt=hit.text, marks=marks, span=hit.span,
    )  # fmt: skip
