"""What pages ask of a ledger beside the commands: counts, neighbours, and all of one moment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime

from sayso.errors import UsageError
from sayso.model import (
    Claim,
    ClaimStatus,
    Derivation,
    DocumentRow,
    Expectation,
    Judged,
    News,
    SourceRow,
    Statement,
)
from sayso.pipeline.calibrating import Calibration, calibration_of
from sayso.pipeline.judged import judgement_rows
from sayso.pipeline.meaning import whole_id
from sayso.pipeline.promises import expectations_in, expectations_on
from sayso.pipeline.querying import ClaimQuery, claims_now, count_by_status
from sayso.pipeline.queueing import (
    MOST_COUNTED,
    UNSURE,
    Doubtful,
    Proposed,
    next_doubtful,
    next_proposed,
)
from sayso.pipeline.since import news_since
from sayso.pipeline.source_view import SourceView, parts_of, source_view
from sayso.reference.gazetteer import load_gazetteer
from sayso.store.store import Store

Clock = Callable[[], datetime]


class Glances:
    """The part of a ledger that answers in passing."""

    path: str
    _store: Store
    _clock: Clock

    def moment(self) -> AbstractContextManager[None]:
        """All that is read inside is of one moment, whatever is written meanwhile."""
        return self._store.moment()

    def state(self) -> str:
        """The hash of the log's last line: equal as long as nothing is written; "" for an empty log."""
        head = self._store.head()
        return head.hash if head else ""

    def end_of_log(self) -> tuple[int, str]:
        """The number of the log's last line and its hash; 0 and "" for an empty log."""
        head = self._store.head()
        return (head.seq, head.hash) if head else (0, "")

    def log_hash(self, number: int) -> str:
        """The hash of one line of the log; "" where there is none of this number."""
        return self._store.log_hash(number)

    def log_before(self, day: str) -> int:
        """The number of the log's last line before an ISO day (UTC); 0 for none."""
        return self._store.log_before(day)

    def moment_now(self) -> str:
        """The present moment in UTC, to the second (ISO 8601)."""
        return self._clock().astimezone(UTC).isoformat(timespec="seconds")

    def count_added(self, number: int) -> int:
        """How many documents came behind a line of the log."""
        return len(self._store.documents_added_after(number))

    def news_since(self, number: int, day: str) -> tuple[News, ...]:
        """What documents behind a line of the log changed, whatever their days, each of them, and what fell
        due since `day`, the one on which somebody looked last. By kind; () for nothing.
        """
        return news_since(self._store, load_gazetteer(), number, day, self.present())

    def calibration(self, *, as_of: str | None = None) -> Calibration:
        """How often what would be said of the claims that people resolved held; empty where none are."""
        return calibration_of(self._store, load_gazetteer(), as_of)

    def judged_since(self, number: int) -> list[Judged]:
        """What people decided or took back behind a line of the log, the latest first; [] for nothing."""
        ids = self._store.judged_after(number)
        rows = {row.judgement.id: row for row in judgement_rows(self._store)} if ids else {}
        return [rows[id] for id in ids if id in rows]

    def whole_id(self, id: str) -> str:
        """The id of a proposition, statement or document given by its beginning; any other as it is."""
        return whole_id(self._store, id)

    def present(self, as_of: str | None = None) -> str:
        """The day on which due windows are looked at: `as_of`, else today or, where it is later, the last day
        on which something in the ledger was published.
        """
        return as_of or max(self._clock().date().isoformat(), self._store.last_published() or "")

    def count_claims(self) -> int:
        """How many claims there are."""
        return self._store.count_claims()

    def claims_now(self, query: ClaimQuery) -> tuple[Claim, ...]:
        """The claims of one page as they are now, neither counted nor weighed."""
        return claims_now(self._store, query, self._store.last_published())

    def claims_by_status(self, query: ClaimQuery) -> dict[ClaimStatus, int]:
        """How many claims of each status fit what is asked for besides a status; {} for none."""
        return count_by_status(self._store, query)

    def expectations_of(self, claim: Claim, *, as_of: str | None = None) -> list[Expectation]:
        """What was promised or foreseen in the statements of a claim, by window; [] for nothing."""
        return expectations_in(self._store, [m.proposition for m in claim.statements], self.present(as_of))

    def claims_told(self, propositions: Iterable[str]) -> dict[str, str]:
        """The id of the claim that each proposition is in; those in none are left out."""
        return self._store.claims_of(propositions)

    def source_view(
        self, name: str, rows: Sequence[SourceRow], promises: Sequence[Expectation], *,
        as_of: str | None = None,
    ) -> SourceView:  # fmt: skip
        """One named source with its lines over time and whom it stands against; UsageError for none.

        `rows`: the named sources as of the same day, with their records; `promises`: all expectations.
        """
        return source_view(self._store, load_gazetteer(), name, rows, promises, as_of=as_of)

    def count_documents(self) -> int:
        """How many documents there are."""
        return self._store.count_documents()

    def count_between(self, after: str, until: str) -> int:
        """How many documents became known behind one ISO day, up to and with another."""
        return len(self._store.documents_between(after, until))

    def listed(self, documents: Iterable[str], *, as_of: str | None = None) -> dict[str, DocumentRow]:
        """Documents without their texts, by id; those that are not there are left out."""
        return self._store.documents_listed(documents, as_of)

    def statements_by_id(self, ids: Iterable[str], *, as_of: str | None = None) -> dict[str, Statement]:
        """Statements by id; those that are not there are left out."""
        return self._store.statements_by_id(ids, as_of)

    def statement_now(self, document: str, id: str) -> str | None:
        """The id under which a statement of a document is shown, whatever was corrected; None: it is gone."""
        shown = self._store.shown(document)
        lines = self._store.reading_map(document, shown.base, shown.reading) if shown else ()
        return next((line.after for line in lines if id in {line.before, line.after}), id)

    def claims_of_statements(self, statements: Sequence[Statement]) -> dict[str, tuple[Claim, ...]]:
        """The claims that statements are in, as they are now, by statement; those in none are left out."""
        parts = {part: one.id for one in statements for part in parts_of(self._store, one)}
        where = self._store.claims_of(parts)
        claims = self._store.claims_by_id(where.values())
        held: dict[str, dict[str, Claim]] = {}
        for proposition, claim in where.items():
            if claim in claims:
                held.setdefault(parts[proposition], {})[claim] = claims[claim]
        return {id: tuple(found.values()) for id, found in held.items()}

    def expectations_by_id(self, ids: Iterable[str], *, as_of: str | None = None) -> list[Expectation]:
        """Expectations in the order of their ids given; those that are not there are left out."""
        every = {one.id: one for one in expectations_on(self._store, self.present(as_of))}
        return [every[id] for id in ids if id in every]

    def claim_now(self, propositions: Sequence[str]) -> str | None:
        """The claim that these propositions are in now, by the first that is in one; None where none is."""
        where = self._store.claims_of(propositions)
        return next((where[id] for id in propositions if id in where), None)

    def derivations_of(self, document: str) -> tuple[Derivation, ...]:
        """The edges of a document, to whom it had its words from and to who had them from it."""
        return self._store.derivations_of([document])

    def original(self, document: str) -> bytes:
        """The bytes that a document was read from; UsageError where they are not kept."""
        found = self._store.original(document)
        if found is None:
            raise UsageError(f"no original of {document!r} is kept")
        return found

    def next_link(self, after: str, aside: Collection[str]) -> Proposed | None:
        """The next link that a person must decide, behind a place in the queue; None for none."""
        return next_proposed(self._store, after, aside)

    def next_doubt(self, after: str, aside: Collection[str]) -> Doubtful | None:
        """The next reading that a person should look at, behind a place in the queue; None for none."""
        return next_doubtful(self._store, after, aside)

    def waiting(self) -> tuple[int, int]:
        """How many claims have links to decide, how many readings are not sure: each counted up to 200."""
        return self._store.count_proposing(MOST_COUNTED), self._store.count_unsure(UNSURE, MOST_COUNTED)
