"""Lists what statements say of their sources and times, over the whole ledger."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.store.base import Base, errors_in_words

_KNOWN = "(? IS NULL OR d.day <= ?)"
_NAMED = "s.anonymous = 0 AND s.source_kind NOT IN ('author', 'unspecified') AND s.source_name <> ''"
_NEWEST = "s.reading = (SELECT w.reading FROM shown w WHERE w.document = s.document)"
_SOURCES = f"""
SELECT s.source_name AS name, s.source_kind AS kind, count(*) AS statements,
       count(DISTINCT s.document) AS documents, sum(s.act = 'deny') AS denials,
       sum(s.act = 'promise') AS promises, min(d.published) AS first, max(d.published) AS last
FROM statements s JOIN documents d ON d.id = s.document
WHERE {_NAMED} AND {_KNOWN} AND {_NEWEST}
GROUP BY s.source_name, s.source_kind
"""
_SAID = f"""
SELECT s.id FROM statements s JOIN documents d ON d.id = s.document
WHERE {_NAMED} AND {_KNOWN} AND {_NEWEST} AND s.source_name IN (SELECT value FROM json_each(?))
ORDER BY coalesce(d.published, '9999-99-99'), d.id, s.position
"""
_TIMES = f"""
SELECT DISTINCT p.statement FROM propositions p
JOIN shown w ON w.document = p.document AND w.reading = p.reading
JOIN documents d ON d.id = p.document
WHERE {_KNOWN}
  AND (p.event_from IS NOT NULL OR p.event_to IS NOT NULL OR p.due_from IS NOT NULL OR p.due_to IS NOT NULL)
"""


_WITH = """
SELECT d.id FROM document_words w JOIN documents d ON d.number = w.rowid
WHERE document_words MATCH ? AND (? IS NULL OR d.day <= ?)
"""
_BY = """
SELECT d.id FROM documents d
WHERE (? IS NULL OR d.day <= ?) AND d.publisher IN (SELECT value FROM json_each(?))
"""


class Listing(Base):
    """Reads across documents; `as_of` (an ISO day) leaves out what came later."""

    def named_sources(self, as_of: str | None = None) -> Iterator[dict[str, Any]]:
        """A row for each name and kind of a source that is not anonymous, with counts and days."""
        for row in self._sql(_SOURCES, (as_of, as_of)):
            yield dict(row._mapping)

    def said_by(self, names: str, as_of: str | None = None) -> tuple[str, ...]:
        """The ids of the statements of the named sources in a JSON array of names, by day."""
        return tuple(row[0] for row in self._sql(_SAID, (as_of, as_of, names)))

    def dated_statements(self, as_of: str | None = None) -> tuple[str, ...]:
        """The ids of the statements with a time that has days."""
        return tuple(row[0] for row in self._sql(_TIMES, (as_of, as_of)))

    def documents_between(self, after: str, until: str) -> dict[str, str]:
        """The documents that became known behind one ISO day, up to and with another, with their days."""
        query = "SELECT id, day FROM documents WHERE day > ? AND day <= ? ORDER BY day, id"
        return {row[0]: row[1] for row in self._every(query, (after, until))}

    def documents_with(
        self, phrases: Iterable[tuple[tuple[str, ...], bool]], as_of: str | None = None
    ) -> set[str]:
        """The ids of the documents in whose title or text one of these phrases stands; set() for none.

        A phrase is folded words that stand next to each other; where its mark is set, the last one may go on.
        """
        kept = [(words, goes_on) for words, goes_on in phrases if words and '"' not in "".join(words)]
        match = " OR ".join(f'"{" ".join(words)}"{" *" if goes_on else ""}' for words, goes_on in kept)
        return {row[0] for row in self._sql(_WITH, (match, as_of, as_of))} if match else set()

    def documents_by(self, publishers: Iterable[str], as_of: str | None = None) -> set[str]:
        """The ids of the documents that one of these outlets published; set() for none."""
        names = json.dumps(sorted(set(publishers)))
        return {row[0] for row in self._sql(_BY, (as_of, as_of, names))}

    def documents_added_after(self, number: int) -> dict[str, str]:
        """The documents whose event in the log comes behind this number, in order, with their days."""
        query = "SELECT id, day, added FROM documents ORDER BY number DESC"  # both only ever grow
        found = []
        with errors_in_words(self.path):
            for id, day, added in self._driver.execute(query):
                if added <= number:
                    break
                found.append((id, day))
        return dict(reversed(found))

    def last_published_by(self, number: int) -> str | None:
        """The last day of publication of the documents up to this number in the log; None for none."""
        day = "coalesce(published, '9999-99-99')"  # as the index has it
        query = f"SELECT published FROM documents WHERE {day} < '9999-99-99' AND added <= ?"
        row = self._one(f"{query} ORDER BY {day} DESC LIMIT 1", (number,))
        return str(row[0]) if row else None

    def last_added(self) -> int:
        """The number of the event in the log by which the newest document came; 0 where there is none."""
        row = self._one("SELECT added FROM documents ORDER BY number DESC LIMIT 1")
        return int(row[0]) if row else 0
