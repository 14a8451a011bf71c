"""Takes a document out of what linking has made, so that it can be linked anew or forgotten."""

from collections.abc import Iterable

from sayso.store.base import chunks
from sayso.store.links import Links
from sayso.store.marks import Marks


class Unlinking(Links, Marks):
    """What hung on a document is remembered as stale until the claims are made anew."""

    def propositions_in_marks(self, documents: Iterable[str]) -> frozenset[str]:
        """The propositions of these documents that linking sees."""
        found: set[str] = set()
        for piece in chunks(documents):
            marks = ",".join("?" * len(piece))
            query = f"SELECT proposition FROM marks WHERE document IN ({marks})"
            found.update(row[0] for row in self._every(query, tuple(piece)))
        return frozenset(found)

    def unlink(self, document: str) -> None:
        """Drops every link and derivation with an end in the document; its work is to be done again.

        The propositions at either end, and those of documents that a derivation joined with it, are kept
        as stale: `stale` gives them to whoever makes claims anew. Claims stay as they are until then.
        """
        own = self.propositions_in_marks([document])
        edges = self.derivations_of([document])
        ends = {edge.document for edge in edges} | {edge.of for edge in edges if edge.of}
        with self.together():
            links = self.links_of(own)
            self.add_stale({*own, *(end for link in links for end in (link.a, link.b))})
            self.add_stale(self.propositions_in_marks(ends - {document}))
            self.drop_links((link.a, link.b) for link in links)
            self.drop_derivations(edge.id for edge in edges)
            self._put("DELETE FROM work WHERE document = ?", [(document,)])

    def add_stale(self, propositions: Iterable[str]) -> None:
        """Keeps that the claims of these propositions, there or gone, are to be made anew."""
        with self.together():
            rows = [(proposition,) for proposition in sorted(propositions)]
            self._put("INSERT OR IGNORE INTO stale VALUES (?)", rows)

    def stale(self) -> frozenset[str]:
        """The propositions whose claims are to be made anew; some may be gone."""
        return frozenset(row[0] for row in self._every("SELECT proposition FROM stale"))

    def clear_stale(self, propositions: Iterable[str]) -> None:
        """Says that the claims of these propositions have been made anew."""
        with self.together():
            self._put("DELETE FROM stale WHERE proposition = ?", [(one,) for one in propositions])
