"""The ledger as people use it: one object with the commands as methods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from sayso.errors import Problem, UsageError
from sayso.ingest import Defaults
from sayso.model import (
    Check,
    Claim,
    Derivation,
    Document,
    DocumentRow,
    Expectation,
    Hit,
    Judged,
    Judgement,
    JudgementExport,
    JudgementStanding,
    Matter,
    News,
    Orphan,
    PromisorRecord,
    ReadingDiff,
    ReadingMatter,
    Repair,
    Replayed,
    SourcePage,
    SourceRow,
    Statement,
    TimelineRow,
    VersionDiff,
)  # fmt: skip
from sayso.model.document import Status
from sayso.pipeline.adding import Added, OnStep, add_paths
from sayso.pipeline.changing import changes_between
from sayso.pipeline.claim_view import ClaimView, edges_of, one_claim, view_of
from sayso.pipeline.correcting import correct, training_documents
from sayso.pipeline.differing import version_diff, versions_of
from sayso.pipeline.forgetting import Forgotten, forget
from sayso.pipeline.glances import Clock
from sayso.pipeline.handing import Handing
from sayso.pipeline.judged import judgement_row, judgement_rows
from sayso.pipeline.judging import judge, revoke
from sayso.pipeline.listing import hit_of, source_page, sources_of, timeline_of
from sayso.pipeline.orphans import orphans
from sayso.pipeline.promises import (
    ExpectationPage,
    ExpectationQuery,
    expectations_on,
    find_expectations,
    linked_with,
    one_expectation,
    record_of,
    records_of,
)  # fmt: skip
from sayso.pipeline.querying import ClaimPage, ClaimQuery, find_claims
from sayso.pipeline.reading import OURS
from sayso.pipeline.records import with_records
from sayso.pipeline.replaying import export_judgements, replay
from sayso.pipeline.rereading import Reread, reading_diff, reread_by
from sayso.pipeline.tabling import table
from sayso.pipeline.weighing import Scales
from sayso.plugins import NOTHING, Enabled
from sayso.reference.gazetteer import load_gazetteer
from sayso.repair.training import TrainingDocument
from sayso.show.tables import Table
from sayso.store import open_store
from sayso.store.store import Store

DEFAULT = "sayso.db"


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


class Ledger(Handing):
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
        self._scales = Scales(self._store)

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
        reader: str = OURS,
        plugins: Enabled = NOTHING,
        names: Mapping[str, str] | None = None,
        tell: OnStep | None = None,
    ) -> Iterator[Added | Problem]:
        """Adds every document of files, folders and archives, links it, and tells of each in order.

        Nothing happens before the first is asked for; `list(ledger.add(…))` does it all. What the options
        say fills what the files do not. `reader`: `sayso`, `rules`, or one of the enabled `plugins`. `names`:
        how paths are called in the ledger, if not by themselves. `tell` is told of each step before it is
        done.
        """
        defaults = Defaults(publisher=publisher, published=published, language=language)
        return add_paths(
            self._store, paths, defaults, clock=self._clock, workers=workers, rules=rules, reader=reader,
            plugins=plugins, names=names, tell=tell,
        )  # fmt: skip

    def reread(
        self, *, workers: int = 2, rules: bool = False, reader: str = OURS, plugins: Enabled = NOTHING
    ) -> Iterator[Reread | Problem]:
        """Reads every document anew that an older reader has read, and tells of each by day.

        The newer reading stands beside the older one and is shown; what a person corrected stays as the
        person left it. A run that was stopped goes on where it was. Nothing happens before the first is
        asked for; `list(ledger.reread())` does it all.
        """
        return reread_by(self._store, workers=workers, rules=rules, reader=reader, plugins=plugins)

    def correct(self, what: ReadingMatter, target: str, repair: Repair, *, by: str, why: str) -> Judgement:
        """Corrects one thing about the reading of a statement, or adds one ("statement") to a document.

        `what`: source, cue, content, act, factuality, evidentiality, time, anonymous, not-a-statement or
        statement. `target` is the statement's id or its beginning (for "statement": the document's id).
        Everything downstream follows at once; revoking the judgement restores what was before. Raises
        UsageError for words that stand nowhere, or in several places, and then nothing is done.
        """
        return correct(self._store, what, target, repair, by=by, why=why)

    def orphans(self, *, as_of: str | None = None) -> tuple[Orphan, ...]:
        """The standing judgements that a person must look at again, each with why; () for none."""
        return orphans(self._store, as_of)

    def training_documents(self) -> Iterator[TrainingDocument]:
        """The documents that people corrected, for training; only those whose every correction stands.

        Their texts belong to their publishers.
        """
        return training_documents(self._store)

    def forget(self, document: str, *, by: str, why: str) -> Forgotten:
        """Takes a document out of the ledger for good, and tells what that could not reach.

        Its text, bytes, statements and title are gone from the ledger, its index, the files beside it and
        the free pages; claims are made anew without it. The log keeps that its id was forgotten, by whom
        and why. Backups are not reached. Raises UsageError where there is no such document.
        """
        return forget(self._store, document, by=by, why=why)

    def failed(self) -> tuple[str, ...]:
        """The inputs that could not be read so far, by name."""
        return tuple(failure.input for failure in self._store.failures())

    def documents(
        self, *, as_of: str | None = None, status: Status | None = None, limit: int = 0
    ) -> list[DocumentRow]:
        """Documents by day of publication; at most `limit`, 0 for all."""
        return list(self._store.documents(as_of=as_of, status=status, limit=limit or None))

    def document(self, id: str, *, as_of: str | None = None) -> Document:
        """One document with its text; UsageError where there is none, or was none on that day."""
        found = self._store.document(id, as_of)
        if found is None:
            raise UsageError(f"no document {id!r} in {self.path}")
        return found

    def statements(self, document: str) -> tuple[Statement, ...]:
        """The statements of a document as they stand in it, of its newest reading."""
        return self._store.statements(document)

    def last_day(self, as_of: str | None = None) -> str | None:
        """The last day on which something in the ledger was published; None for none."""
        return as_of or self._store.last_published()

    def claims(self, query: ClaimQuery | None = None, *, weighed: bool = True) -> ClaimPage:
        """The claims that fit, and how many there are in all; each with its assessment where `weighed`."""
        page = find_claims(self._store, query or ClaimQuery(), self.last_day)
        if not weighed:
            return page
        as_of = query.as_of if query else None
        return msgspec.structs.replace(page, claims=self._scales.weigh(page.claims, as_of))

    def claim(self, id: str, *, as_of: str | None = None) -> Claim:
        """One claim, by its id, by that of a statement or proposition in it, or by the beginning of its id.

        With its assessment. Raises UsageError where there is none, or more than one.
        """
        return self._scales.weigh([one_claim(self._store, id, as_of)], as_of)[0]

    def claim_view(self, id: str, *, as_of: str | None = None) -> ClaimView:
        """A claim with its documents, statements and the edges between the documents."""
        return view_of(self._store, self.claim(id, as_of=as_of), as_of)

    def derivations(self, claim: Claim) -> tuple[Derivation, ...]:
        """Who had the claim from whom, as far as is known, by id."""
        return edges_of(self._store, claim)

    def judge(
        self, what: str, targets: Sequence[str], value: Mapping[str, Any] | None = None, *, by: str, why: str
    ) -> Judgement:
        """Decides one thing about claims, signed; every claim that it touches follows at once.

        `what` and `value`: same ({}), not-same ({}), stance ({"stance": "denies"}), origin ({"origin":
        "same"} or "own"), kind ({"kind": "state_media"}), outcome ({"outcome": "holds"}), word ({"word":
        "likely"}), evidence ({"kind", "reference", "stance", "strength", "text"}). `targets`: ids of
        claims, statements or propositions (for origin of statements or documents, for kind a name). Raises
        UsageError for what does not fit, and then nothing is done.
        """
        return judge(self._store, what, targets, value or {}, by=by, why=why)

    def revoke(self, id: str, *, by: str, why: str) -> Judgement:
        """Takes a judgement back, by its id or the beginning of it; what it did is undone at once."""
        return revoke(self._store, id, by=by, why=why)

    def judgements(
        self, *, what: Iterable[Matter] | None = None, standing: JudgementStanding | None = None,
        as_of: str | None = None,
    ) -> list[Judged]:  # fmt: skip
        """What people decided, in order, each with what became of it: it stands, is revoked, overruled, …

        `as_of`: what they had decided by that day on what was there, and what had become of it by then.
        """
        return judgement_rows(self._store, what=what, standing=standing, as_of=as_of)

    def judgement(self, id: str, *, as_of: str | None = None) -> Judged:
        """One judgement with what became of it, by its id or its beginning; UsageError for none (yet)."""
        return judgement_row(self._store, id, as_of=as_of)

    def judgements_of(self, claim: Claim) -> list[Judged]:
        """The judgements that shape a claim, in order."""
        wanted = set(claim.judgements)
        return [r for r in judgement_rows(self._store) if r.judgement.id in wanted] if wanted else []

    def export_judgements(self) -> JudgementExport:
        """All judgements with anchors, to be replayed on another ledger of the same documents."""
        return export_judgements(self._store)

    def replay(self, export: JudgementExport) -> tuple[Replayed, ...]:
        """Applies judgements made elsewhere; those that do not fit are left out and say why."""
        return replay(self._store, export)

    def sources(self, *, as_of: str | None = None, limit: int = 0) -> list[SourceRow]:
        """The named sources, those of most statements first; anonymous ones are never listed."""
        rows = sources_of(self._store, load_gazetteer(), as_of)[: limit or None]
        return with_records(self._store, load_gazetteer(), rows, as_of)

    def source(self, name: str, *, as_of: str | None = None) -> SourcePage:
        """One named source and its statements; UsageError where there is none of that name."""
        page = source_page(self._store, load_gazetteer(), name, as_of)
        (row,) = with_records(self._store, load_gazetteer(), [page.source], as_of)
        every = expectations_on(self._store, self.present(as_of))
        promises = record_of(page.source.names, every, load_gazetteer())
        return msgspec.structs.replace(page, source=row, promises=promises)

    def expectations(self, query: ExpectationQuery | None = None) -> ExpectationPage:
        """The promises, schedules and forecasts that fit, and how many there are in all."""
        asked = query or ExpectationQuery()
        return find_expectations(self._store, asked, self.present(asked.as_of))

    def expectation(self, id: str, *, as_of: str | None = None) -> Expectation:
        """One expectation, by its id, that of a statement or proposition in it, or the beginning of its id.

        Raises UsageError where there is none, or more than one.
        """
        return one_expectation(self._store, id, self.present(as_of))

    def linked_expectations(self, found: Sequence[Expectation]) -> dict[str, Expectation]:
        """Those whose windows these move, or that move theirs, by id, each as of the same day."""
        return linked_with(self._store, found)

    def promisors(self, *, as_of: str | None = None) -> list[PromisorRecord]:
        """The record of each named promisor, those who promised most first; anonymous ones have none."""
        return records_of(expectations_on(self._store, self.present(as_of)), load_gazetteer())

    def changes(self, since: str, *, as_of: str | None = None) -> tuple[News, ...]:
        """What the ledger knows as of a day that it did not know on `since` (ISO days), by kind, then by day.

        () where nothing changed. Raises UsageError where `since` is not before the later day.
        """
        until = self.present(as_of)
        if since > until:
            raise UsageError(f"nothing can have changed from {since} to {until}: the first day is later")
        return changes_between(self._store, load_gazetteer(), since, until)

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
        return [hit_of(hit) for hit in found]

    def versions(self, document: str, *, as_of: str | None = None) -> tuple[str, ...]:
        """The ids of all captured texts of the page that a document (or a URL) is of, in order of capture."""
        return versions_of(self._store, document, as_of)

    def diff(self, document: str, other: str | None = None, *, as_of: str | None = None) -> VersionDiff:
        """What changed between two captured texts; with one id (or URL), from the text before it.

        `as_of`: of the texts that were there; a URL then means the last of these.
        """
        return version_diff(self._store, document, other, as_of=as_of)

    def diff_readings(
        self, document: str, older: str | None = None, newer: str | None = None, *, as_of: str | None = None
    ) -> ReadingDiff:
        """What is different between two readings of a text; without names, the shown one and that before."""
        return reading_diff(self._store, document, older, newer, as_of=as_of)

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

    def table(self, name: str, *, as_of: str | None = None) -> Table:
        """One of `sayso.show.tables.TABLES` ("claims", "members", …); UsageError for another name."""
        return table(self, name, as_of)

    def verify(self) -> tuple[tuple[str, ...], str]:
        """What is broken, a sentence each, and the head of the log ("" for an empty one)."""
        found = self._store.verify()
        faults = tuple(f"{fault.where}: {fault.what}" for fault in found.faults)
        return faults, found.head.hash if found.head else ""

    def backup(self, target: str | Path) -> None:
        """Copies the ledger and the originals beside it, also while it is in use."""
        self._store.backup(target)
