"""What is still to be done: documents by stage, and inputs that could not be read."""

from sayso.errors import Problem
from sayso.store.base import Base
from sayso.store.rows import Failure

_PENDING = (
    "SELECT id FROM documents d"
    " WHERE NOT EXISTS (SELECT 1 FROM work w WHERE w.stage IN ({}) AND w.document = d.id)"
    " ORDER BY coalesce(published, '9999-99-99'), id"
)
_PUT_FAILURE = (
    "INSERT INTO failures VALUES (?,?,?,?,1) ON CONFLICT (input) DO UPDATE SET"
    " what = excluded.what, hint = excluded.hint, at = excluded.at, tries = tries + 1"
)


class Work(Base):
    """Keeps what has been done, so that a run that was cut off goes on where it was."""

    def pending(self, *stages: str) -> tuple[str, ...]:
        """The documents that none of `stages` has done, by day of publication; a stage may have any name."""
        asked = _PENDING.format(",".join("?" * len(stages)))
        return tuple(row[0] for row in self._sql(asked, stages))

    def mark_done(self, document: str, stage: str) -> None:
        """Says that `stage` has done with a document; once more does nothing."""
        with self.together():
            self._put("INSERT OR IGNORE INTO work VALUES (?,?)", [(stage, document)])

    def reopen(self, stage: str) -> None:
        """Makes all documents pending for `stage` again."""
        with self.together():
            self._put("DELETE FROM work WHERE stage = ?", [(stage,)])

    def record_failure(self, problem: Problem) -> None:
        """Keeps that an input (`problem.where`) could not be read; each time counts as a try."""
        with self.together():
            self._put(_PUT_FAILURE, [(problem.where, problem.what, problem.hint, self._now())])

    def clear_failure(self, input: str) -> None:
        """Forgets that an input could not be read; nothing where nothing is known of it."""
        with self.together():
            self._clear_failure(input)

    def _clear_failure(self, input: str) -> None:
        self._put("DELETE FROM failures WHERE input = ?", [(input,)])

    def failures(self) -> tuple[Failure, ...]:
        """The inputs that could not be read, by name; () where all could."""
        rows = self._sql("SELECT input, what, hint, at, tries FROM failures ORDER BY input")
        return tuple(Failure(**row._mapping) for row in rows)
