"""Who is named where: publishers, the propositions on whose way a name stands, the words of propositions."""

from collections.abc import Iterable

import msgspec

from sayso.store.base import Base, chunks

_PUBLISHERS = "SELECT DISTINCT publisher FROM documents WHERE publisher IS NOT NULL ORDER BY publisher"
_IN_CLAIMS = "SELECT proposition FROM claim_members ORDER BY proposition"
_NAMING = (
    "SELECT m.proposition FROM statements s JOIN claim_members m ON m.statement = s.id"
    " WHERE instr(s.json, ?) > 0"
)
_PUBLISHED = (
    "SELECT m.proposition FROM claim_members m JOIN documents d ON d.id = m.document WHERE d.publisher = ?"
)


_BEGINNING = {
    "p:": "SELECT DISTINCT proposition FROM claim_members WHERE substr(proposition, 1, ?) = ? LIMIT 6",
    "s:": "SELECT DISTINCT id FROM statements WHERE substr(id, 1, ?) = ? LIMIT 6",
    "d:": "SELECT id FROM documents WHERE substr(id, 1, ?) = ? LIMIT 6",
}


class Naming(Base):
    """Looks names up as they are printed."""

    def publishers(self) -> tuple[str, ...]:
        """Every publisher, by name; () where no document tells its own."""
        return tuple(row[0] for row in self._every(_PUBLISHERS))

    def propositions_naming(self, names: Iterable[str]) -> frozenset[str]:
        """The propositions in claims whose statement has one of these names in it, or was published by it.

        One look through all statements for each name: rather too many than too few are found.
        """
        found: set[str] = set()
        for name in dict.fromkeys(names):
            printed = msgspec.json.encode(name).decode()[1:-1]
            found.update(row[0] for row in self._every(_NAMING, (printed,)))
            found.update(row[0] for row in self._every(_PUBLISHED, (name,)))
        return frozenset(found)

    def ids_beginning(self, beginning: str) -> tuple[str, ...]:
        """The ids of propositions (p:), statements (s:) or documents (d:) that begin so; at most 6."""
        query = _BEGINNING.get(beginning[:2])
        rows = self._every(query, (len(beginning), beginning)) if query else []
        return tuple(sorted(row[0] for row in rows))

    def propositions_in_claims(self) -> tuple[str, ...]:
        """Every proposition that is in a claim, in order."""
        return tuple(row[0] for row in self._every(_IN_CLAIMS))

    def words_of(self, propositions: Iterable[str]) -> dict[str, str]:
        """The printed words of propositions, in whatever reading; those that are not there are left out."""
        found: dict[str, str] = {}
        for piece in chunks(propositions):
            marks = ",".join("?" * len(piece))
            rows = self._every(f"SELECT id, text FROM propositions WHERE id IN ({marks})", tuple(piece))
            found.update((row[0], row[1]) for row in rows)
        return found

    def statements_saying(self, propositions: Iterable[str]) -> dict[str, str]:
        """The statement of each of these propositions; those that are not there are left out."""
        found: dict[str, str] = {}
        for piece in chunks(propositions):
            marks = ",".join("?" * len(piece))
            rows = self._every(f"SELECT id, statement FROM propositions WHERE id IN ({marks})", tuple(piece))
            found.update((row[0], row[1]) for row in rows)
        return found
