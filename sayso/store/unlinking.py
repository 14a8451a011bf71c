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
            self.add_stale(document, {*own, *(end for link in links for end in (link.a, link.b))})
            self.add_stale(document, self.propositions_in_marks(ends - {document}))
            self.drop_links((link.a, link.b) for link in links)
            self.drop_derivations(edge.id for edge in edges)
            self._put("DELETE FROM work WHERE document = ?", [(document,)])

    def add_stale(self, document: str, propositions: Iterable[str]) -> None:
        """Says that the claims of these propositions are to be made anew when a document is linked."""
        rows = [(proposition, document) for proposition in sorted(propositions)]
        with self.together():
            self._put('INSERT OR IGNORE INTO stale (proposition, "for") VALUES (?,?)', rows)

    def stale(self, documents: Iterable[str] | None = None) -> frozenset[str]:
        """The propositions whose claims are to be made anew when these documents are linked; all for None.

        Some may be gone. What a document left that is not there any more belongs to whoever is linked next.
        """
        if documents is None:
            return frozenset(row[0] for row in self._every("SELECT proposition FROM stale"))
        return frozenset(
            row[0]
            for document in self._stale_for(documents)
            for row in self._every('SELECT proposition FROM stale WHERE "for" = ?', (document,))
        )

    def clear_stale(self, documents: Iterable[str]) -> None:
        """Says that what hung on these documents, and on those that are gone, has been made anew."""
        with self.together():
            rows = [(document,) for document in self._stale_for(documents)]
            self._put('DELETE FROM stale WHERE "for" = ?', rows)

    def _stale_for(self, documents: Iterable[str]) -> list[str]:
        query = 'SELECT DISTINCT "for" FROM stale WHERE "for" NOT IN (SELECT id FROM documents)'
        return list(dict.fromkeys([*documents, *(row[0] for row in self._every(query))]))
