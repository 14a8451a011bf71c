"""Judgements: added with an event in the log, revoked by another, never edited."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from sayso.errors import UsageError
from sayso.model import Judgement, Matter, Revocation, judgement_id
from sayso.store.base import chunks
from sayso.store.log import Log

_PUT = "INSERT INTO judgements (id, what, value, by, why, at, seq) VALUES (?,?,?,?,?,?,?)"
_PUT_TARGET = "INSERT INTO judgement_targets VALUES (?,?,?)"
_PUT_REVOCATION = "INSERT INTO revocations VALUES (?,?,?,?,?)"
_FOUND = (
    "SELECT j.id, j.what, j.value, j.by, j.why, j.at, r.by, r.why, r.at FROM judgements j"
    " LEFT JOIN revocations r ON r.judgement = j.id"
)


class Judgements(Log):
    """Keeps what people decide."""

    def judge(
        self, what: Matter, targets: Sequence[str], value: dict[str, Any], *, by: str, why: str
    ) -> Judgement:
        """Keeps one decision and returns it; `by` and `why` say something, or UsageError is raised.

        The same decision by the same person in the same second is one: it is returned, not kept twice.
        """
        _must_be_signed(by, why)
        text = msgspec.json.encode(value, order="deterministic").decode()
        at = self._now()
        id = judgement_id(what, tuple(targets), text, by, at)
        made = Judgement(id=id, what=what, targets=tuple(targets), value=value, by=by, why=why, at=at)
        return self.keep_judgement(made)

    def keep_judgement(self, made: Judgement) -> Judgement:
        """Keeps a judgement as it was made, perhaps elsewhere and earlier, and returns it as it is kept.

        One that is there already is returned as it stands, and a revocation is not taken over. Raises
        UsageError where it is not signed, or its id is not that of what it says.
        """
        _must_be_signed(made.by, made.why)
        text = msgspec.json.encode(made.value, order="deterministic").decode()
        if made.id != judgement_id(made.what, made.targets, text, made.by, made.at):
            raise UsageError(f"{made.id} is not the id of what this judgement says: it was changed")
        with self.together():
            known = self.judgement(made.id)
            if known is not None:
                return known
            facts = {
                "id": made.id, "what": made.what, "targets": list(made.targets), "value": made.value,
                "by": made.by, "why": made.why,
            }  # fmt: skip
            event = self._log("judgement", facts)
            self._put(_PUT, [(made.id, made.what, text, made.by, made.why, made.at, event.seq)])
            self._put(_PUT_TARGET, [(made.id, place, target) for place, target in enumerate(made.targets)])
        return msgspec.structs.replace(made, revoked=None)

    def revoke(self, id: str, *, by: str, why: str) -> Judgement:
        """Takes a judgement back and returns it; UsageError where there is none, or it is revoked already."""
        _must_be_signed(by, why)
        with self.together():
            known = self.judgement(id)
            if known is None:
                raise UsageError(f"no judgement {id!r} in {self.path}; see `sayso judge list`")
            if known.revoked is not None:
                raise UsageError(f"{id} was revoked already, by {known.revoked.by} at {known.revoked.at}")
            event = self._log("revoked", {"id": id, "by": by, "why": why})
            self._put(_PUT_REVOCATION, [(id, by, why, event.at, event.seq)])
        return msgspec.structs.replace(known, revoked=Revocation(by=by, why=why, at=event.at))

    def judgement(self, id: str) -> Judgement | None:
        """The judgement with this id, also one that was revoked; None where there is none."""
        return next(iter(self._judgements(f"{_FOUND} WHERE j.id = ?", (id,))), None)

    def judgements(
        self, *, what: Iterable[Matter] | None = None, standing: bool = True
    ) -> tuple[Judgement, ...]:
        """All judgements in the order in which they were made, those of some matters only, where asked.

        `standing`: those that nobody revoked; False: the others, too.
        """
        wanted = None if what is None else sorted(set(what))
        if wanted == []:
            return ()
        marks = "" if wanted is None else f" WHERE j.what IN ({','.join('?' * len(wanted))})"
        found = self._judgements(f"{_FOUND}{marks} ORDER BY j.number", tuple(wanted or ()))
        return tuple(one for one in found if one.stands or not standing)

    def judgements_on(self, targets: Iterable[str], *, standing: bool = True) -> tuple[Judgement, ...]:
        """The judgements that name one of these targets, in the order in which they were made."""
        ids: set[str] = set()
        for piece in chunks(targets):
            marks = ",".join("?" * len(piece))
            query = f"SELECT judgement FROM judgement_targets WHERE target IN ({marks})"
            ids.update(row[0] for row in self._every(query, tuple(piece)))
        if not ids:
            return ()
        return tuple(one for one in self.judgements(standing=standing) if one.id in ids)

    def _judgements(self, query: str, parameters: tuple[Any, ...]) -> tuple[Judgement, ...]:
        rows = self._every(query, parameters)
        targets: dict[str, list[str]] = {}
        for piece in chunks(row[0] for row in rows):
            marks = ",".join("?" * len(piece))
            for id, target in self._every(
                f"SELECT judgement, target FROM judgement_targets WHERE judgement IN ({marks})"
                " ORDER BY judgement, position",
                tuple(piece),
            ):
                targets.setdefault(id, []).append(target)
        return tuple(_judgement(row, tuple(targets.get(row[0], ()))) for row in rows)


def _judgement(row: tuple[Any, ...], targets: tuple[str, ...]) -> Judgement:
    id, what, value, by, why, at, *taken = row
    revoked = Revocation(by=taken[0], why=taken[1], at=taken[2]) if taken[2] is not None else None
    return Judgement(
        id=id, what=what, targets=targets, value=msgspec.json.decode(value), by=by, why=why, at=at,
        revoked=revoked,
    )  # fmt: skip


def _must_be_signed(by: str, why: str) -> None:
    for name, words in (("by whom", by), ("why", why)):
        if not words.strip():
            raise UsageError(f"a judgement must say {name}")
