"""Subjects and the statements that name them."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import select

from sayso.model import Subject, SubjectKind
from sayso.store.base import Base, chunks
from sayso.store.tables import SUBJECT_STATEMENTS, SUBJECTS

_SUBJECT = msgspec.json.Decoder(Subject)


class Subjects(Base):
    """Puts and finds subjects; anonymous sources are never among them."""

    def replace_subjects(self, old: Iterable[str], new: Iterable[Subject]) -> None:
        """Drops the subjects with the ids `old` and puts `new` in their place, in one transaction."""
        subjects = list(new)
        gone = [(id,) for id in dict.fromkeys([*old, *(subject.id for subject in subjects)])]
        rows = [(s.id, s.kind, s.name, s.entry, msgspec.json.encode(s).decode()) for s in subjects]
        with self.together():
            self._put("DELETE FROM subject_statements WHERE subject = ?", gone)
            self._put("DELETE FROM subjects WHERE id = ?", gone)
            self._put("INSERT INTO subjects VALUES (?,?,?,?,?)", rows)
            pairs = [(s.id, statement) for s in subjects for statement in dict.fromkeys(s.statements)]
            self._put("INSERT INTO subject_statements VALUES (?,?)", pairs)

    def subjects(self, kind: SubjectKind | None = None) -> tuple[Subject, ...]:
        """All subjects, or those of a kind, by name; () where there are none."""
        query = select(SUBJECTS.c.json).order_by(SUBJECTS.c.name, SUBJECTS.c.id)
        rows = self._rows(query if kind is None else query.where(SUBJECTS.c.kind == kind))
        return tuple(_SUBJECT.decode(row[0]) for row in rows)

    def subject(self, id: str) -> Subject | None:
        """The subject with this id, None where there is none."""
        rows = self._rows(select(SUBJECTS.c.json).where(SUBJECTS.c.id == id))
        return _SUBJECT.decode(rows[0][0]) if rows else None

    def subjects_of(self, statements: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the subjects of each statement that has any, in order."""
        found: dict[str, tuple[str, ...]] = {}
        for piece in chunks(statements):
            query = select(SUBJECT_STATEMENTS).where(SUBJECT_STATEMENTS.c.statement.in_(piece))
            for row in self._rows(query.order_by(SUBJECT_STATEMENTS.c.subject)):
                found[row.statement] = (*found.get(row.statement, ()), row.subject)
        return found
