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
_PUT_LINK = "INSERT OR REPLACE INTO links VALUES (?,?,?,?)"
_PUT_DERIVATION = "INSERT OR REPLACE INTO derivations VALUES (?,?,?,?,?,?,?,?,?)"
_LINKS_OF = tuple(
    f"SELECT l.a, l.b, l.p, l.relation FROM json_each(?) e JOIN links l ON l.{end} = e.value"
    for end in ("a", "b")
)
_SURE_OF = tuple(
    f"SELECT l.a, l.b, l.p FROM json_each(?) e JOIN links l ON l.{end} = e.value WHERE l.p >= ?"
    for end in ("a", "b")
)
_ENDS_OF = tuple(
    f"SELECT l.p, l.a, l.b FROM json_each(?) e JOIN links l ON l.{end} = e.value" for end in ("a", "b")
)
_BETWEEN = (
    "SELECT l.a, l.b, l.p FROM json_each(?) e"
    " JOIN links l ON l.a = json_extract(e.value, '$[0]') AND l.b = json_extract(e.value, '$[1]')"
)
_AMONG = (
    "SELECT l.a, l.b, l.p FROM json_each(?1) e JOIN links l ON l.a = e.value"
    " WHERE +l.b IN (SELECT value FROM json_each(?1))"  # +: a lookup for each pair would be quadratic
)
_OTHER_DERIVED = (
    "claim_members", "claims", "subject_statements", "subjects", "links", "derivations", "work",
    "expectations", "telling_keys", "tellings",
)  # fmt: skip


class Links(Base):
    """Puts and finds edges; each of a pair and an id is there once, the last one counts."""

    def put_links(self, links: Iterable[LinkRow]) -> None:
        """Keeps links; one between the same two propositions, in either order, is replaced."""
        rows = [(min(x.a, x.b), max(x.a, x.b), x.p, x.relation) for x in links]
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
                for a, b, p, relation in self._every(query, (json.dumps(piece),)):
                    if (a, b) not in found:
                        found[a, b] = LinkRow(a=a, b=b, p=p, relation=relation)
        return tuple(found[pair] for pair in sorted(found))

    def ends_of(self, propositions: Iterable[str]) -> list[tuple[float, str, str]]:
        """p and the ends of all links with one of these propositions at an end, the lower end first.

        In no order; a link between two of them is there twice. Far less work than `links_of`.
        """
        asked = json.dumps(list(dict.fromkeys(propositions)))
        return [row for query in _ENDS_OF for row in self._every(query, (asked,))]

    def weights_of(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], float]:
        """p of the link between each of these pairs, the lower id first; pairs without one are left out."""
        asked = json.dumps(list(dict.fromkeys(pairs)))
        return {(a, b): p for a, b, p in self._every(_BETWEEN, (asked,))}

    def weights_at(self, propositions: Iterable[str], least: float) -> dict[tuple[str, str], float]:
        """p of the links of these propositions that are at least `least`, by their ends, the lower first."""
        asked = json.dumps(list(dict.fromkeys(propositions)))
        return {(a, b): p for query in _SURE_OF for a, b, p in self._every(query, (asked, least))}

    def weights_among(self, propositions: Iterable[str]) -> dict[tuple[str, str], float]:
        """p of each link between two of these propositions, by its ends, the lower one first."""
        asked = json.dumps(list(dict.fromkeys(propositions)))
        return {(a, b): p for a, b, p in self._every(_AMONG, (asked,))}

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
