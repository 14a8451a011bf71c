"""Which statements stand in words that were taken over from another document; each text is looked at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.link.copies import lies_in, shared_places
from sayso.link.origins import WHOLE
from sayso.model import Derivation, Document, Member, Spans, Statement
from sayso.store.store import Store


@dataclass(slots=True)
class Reprints:
    """What has been fetched and compared so far: statements, texts, the places that two texts share."""

    store: Store
    statements: dict[str, Statement] = field(default_factory=dict)
    texts: dict[str, Document] = field(default_factory=dict)
    places: dict[tuple[str, str], Spans] = field(default_factory=dict)

    def copied(self, members: Iterable[Member], edges: Iterable[Derivation]) -> dict[str, tuple[str, ...]]:
        """For each member, by proposition, the documents of partial copying whose very words it stands in."""
        partial: dict[str, list[str]] = {}
        for edge in edges:
            if edge.kind == "copies" and edge.of and edge.share is not None and edge.share < WHOLE:
                partial.setdefault(edge.document, []).append(edge.of)
        every = list(members)
        self._fetch([m for m in every if m.document in partial], partial)
        return {m.proposition: self._sources(m, partial.get(m.document, ())) for m in every}

    def _fetch(self, members: Iterable[Member], partial: dict[str, list[str]]) -> None:
        wanted = list(members)
        ids = [m.id for m in wanted if m.id not in self.statements]
        texts = {d for m in wanted for d in (m.document, *partial[m.document]) if d not in self.texts}
        if ids:
            self.statements.update(self.store.statements_by_id(ids))
        if texts:
            self.texts.update(self.store.documents_by_id(sorted(texts)))

    def _sources(self, member: Member, others: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(other for other in others if self._stands_in(self.statements[member.id], other)))

    def _stands_in(self, statement: Statement, other: str) -> bool:
        pair = (statement.document, other)
        if pair not in self.places:
            self.places[pair] = shared_places(self.texts[pair[0]].text, self.texts[other].text)
        return lies_in(statement.content.spans, self.places[pair])
