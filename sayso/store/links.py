"""Links between propositions and derivations between documents: found, kept, dropped."""

import json
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Select, func, select

from sayso.model import Derivation
from sayso.store.base import Base, chunks
from sayso.store.rows import LinkRow
from sayso.store.tables import DERIVATIONS, DOCUMENTS

_EVIDENCE = msgspec.json.Decoder(tuple[str, ...])
_PUT_LINK = "INSERT OR REPLACE INTO links VALUES (?,?,?,?,?)"
_PUT_DERIVATION = "INSERT OR REPLACE INTO derivations VALUES (?,?,?,?,?,?,?,?,?)"
_LINKS_OF = tuple(
    f"SELECT l.a, l.b, l.p, l.relation, l.reasons FROM json_each(?) e JOIN links l ON l.{end} = e.value"
    for end in ("a", "b")
)
_SURE_OF = tuple(
    f"SELECT l.{other} FROM json_each(?) e JOIN links l ON l.{end} = e.value WHERE l.p >= ?"
    for end, other in (("a", "b"), ("b", "a"))
)
_WEIGHTS_FROM = "SELECT l.a, l.b, l.p FROM json_each(?) e JOIN links l ON l.a = e.value"
_OTHER_DERIVED = (
    "claim_members", "claims", "subject_statements", "subjects", "links", "derivations", "work",
    "expectations", "telling_keys", "tellings",
)  # fmt: skip


class Links(Base):
    """Puts and finds edges; each of a pair and an id is there once, the last one counts."""

    def put_links(self, links: Iterable[LinkRow]) -> None:
        """Keeps links; one between the same two propositions, in either order, is replaced."""
        rows = [(min(x.a, x.b), max(x.a, x.b), x.p, x.relation, x.reasons) for x in links]
        with self.together():
            self._put(_PUT_LINK, rows)

    def drop_links(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Drops the links between these pairs, each in either order."""
        rows = [(min(pair), max(pair)) for pair in pairs]
        with self.together():
            self._put("DELETE FROM links WHERE a = ? AND b = ?", rows)

    def links_of(self, propositions: Iterable[str]) -> tuple[LinkRow, ...]:
        """All links with one of these propositions at an end, each once, by their ends; `a` < `b`."""
        found: dict[tuple[str, str], LinkRow] = {}
        for piece in chunks(propositions):
            for query in _LINKS_OF:
                for a, b, p, relation, reasons in self._every(query, (json.dumps(piece),)):
                    if (a, b) not in found:
                        found[a, b] = LinkRow(a=a, b=b, p=p, relation=relation, reasons=reasons)
        return tuple(found[pair] for pair in sorted(found))

    def linked_with(self, propositions: Iterable[str], least: float) -> set[str]:
        """The other ends of the links of these propositions whose p is at least `least`."""
        found: set[str] = set()
        for piece in chunks(propositions):
            for query in _SURE_OF:
                found.update(row[0] for row in self._every(query, (json.dumps(piece), least)))
        return found

    def weights_from(self, propositions: Iterable[str]) -> dict[tuple[str, str], float]:
        """p of each link whose lower end is one of these propositions, by its ends, the lower one first.

        Each link between two of them is there, and is read once.
        """
        found: dict[tuple[str, str], float] = {}
        for piece in chunks(propositions):
            for a, b, p in self._every(_WEIGHTS_FROM, (json.dumps(piece),)):
                found[a, b] = p
        return found

    def put_derivations(self, derivations: Iterable[Derivation]) -> None:
        """Keeps derivations; one with the same id is replaced."""
        rows = [
            (d.id, d.kind, d.document, d.of, d.outlet, d.statement, d.p, d.share, _text(d.evidence))
            for d in derivations
        ]
        with self.together():
            self._put(_PUT_DERIVATION, rows)

    def drop_derivations(self, ids: Iterable[str]) -> None:
        """Drops the derivations with these ids."""
        with self.together():
            self._put("DELETE FROM derivations WHERE id = ?", [(id,) for id in ids])

    def derivations_of(self, documents: Iterable[str], as_of: str | None = None) -> tuple[Derivation, ...]:
        """All derivations with one of these documents at an end, each once, by id.

        `as_of` leaves out those with an end that was not there by that day.
        """
        found: dict[str, Derivation] = {}
        for piece in chunks(documents):
            for end in (DERIVATIONS.c.document, DERIVATIONS.c.of):
                for row in self._rows(_known(select(DERIVATIONS).where(end.in_(piece)), as_of)):
                    facts = {**row._mapping, "evidence": _EVIDENCE.decode(row.evidence)}
                    found[row.id] = Derivation(**facts)
        return tuple(found[id] for id in sorted(found))

    def drop_linking(self) -> None:
        """Drops all that linking across documents has made, and the work that is done; evidence stays."""
        with self.together():
            for table in _OTHER_DERIVED:
                self._connection.exec_driver_sql(f"DELETE FROM {table}")


def _known(query: Select[Any], as_of: str | None) -> Select[Any]:
    if as_of is None:
        return query
    later = select(DOCUMENTS.c.id).where(DOCUMENTS.c.day > as_of)
    ends = func.coalesce(DERIVATIONS.c.of, DERIVATIONS.c.document)
    return query.where(DERIVATIONS.c.document.not_in(later), ends.not_in(later))


def _text(evidence: tuple[str, ...]) -> str:
    return msgspec.json.encode(evidence).decode()
