"""Looks whether everything is as it was stored: the file, the log's chain, texts, bytes, statements."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from sayso.errors import LedgerDamaged
from sayso.model import Judgement, document_id, judgement_id, sha256_of
from sayso.store.evidence import hash_of_statements
from sayso.store.judgements import Judgements
from sayso.store.log import START, hash_of
from sayso.store.originals import place_of, sha256_of_file
from sayso.store.rows import Fault, LogEntry, Verification
from sayso.store.verify_statements import statement_faults

_DOCUMENTS = (
    "SELECT number, id, publisher, published, url, text, text_sha256, original_sha256, added FROM documents"
    " WHERE number > ? ORDER BY number LIMIT 50"
)
_STATEMENTS = "SELECT id, json FROM statements WHERE document = ? AND reading = ? ORDER BY position"
_STRAY = (
    "SELECT s.id FROM statements s WHERE NOT EXISTS"
    " (SELECT 1 FROM readings r WHERE r.document = s.document AND r.reading = s.reading) LIMIT 10"
)


@dataclass(slots=True)
class _Told:
    """What the log says is there: documents, readings with the hash of their statements, which is shown."""

    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    readings: dict[tuple[str, str], str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    forgotten: set[str] = field(default_factory=set)
    judgements: dict[str, dict[str, Any]] = field(default_factory=dict)
    revoked: dict[str, dict[str, Any]] = field(default_factory=dict)
    events: int = 0

    def take(self, entry: LogEntry) -> None:
        data = json.loads(entry.data)
        self.events += 1
        if entry.kind == "document":
            self.documents[data["id"]] = {**data, "seq": entry.seq}
            self.forgotten.discard(data["id"])
        if entry.kind == "forgotten":
            self.forgotten.add(data["id"])
            self.shown.pop(data["id"], None)
            self.readings = {key: said for key, said in self.readings.items() if key[0] != data["id"]}
        if entry.kind == "judgement":
            self.judgements[data["id"]] = data
        if entry.kind == "revoked":
            self.revoked[data["id"]] = {**data, "at": entry.at}
        if entry.kind in {"document", "reading", "shown"} and "reading" in data:
            self.shown[data["id"]] = data["reading"]
        if entry.kind in {"document", "reading"} and "reading" in data:
            self.readings[data["id"], data["reading"]] = data["statements_sha256"]


class Verify(Judgements):
    """Reads everything, changes nothing."""

    def verify(self) -> Verification:
        """What was looked at and what is broken, each with its name.

        A chain cannot show that its end was cut off together with what it spoke of: for that, compare
        `head` with one that was kept elsewhere. What can be rebuilt is not looked at, the file is.
        """
        told = _Told()
        faults = [*self._file_faults(), *self._chain_faults(told)]
        documents, statements = set(), 0
        for row in self._every_document():
            documents.add(row.id)
            faults += _document_faults(row, told)
            for reading in self._readings_of(row.id, told):
                lines = self._sql(_STATEMENTS, (row.id, reading))
                statements += len(lines)
                faults += _reading_faults(row, reading, [line.json for line in lines], told)
        faults += [
            Fault(where=id, what="the log says that it was added, and it is not there")
            for id in sorted(told.documents.keys() - documents - told.forgotten)
        ]
        faults += self._shown_faults(told)
        faults += _judgement_faults(self.judgements(standing=False), told)
        faults += [Fault(where=row[0], what="it belongs to no reading") for row in self._sql(_STRAY)]
        originals = self._sql("SELECT sha256, bytes FROM originals ORDER BY sha256")
        faults += [fault for row in originals for fault in self._original_faults(row)]
        return Verification(
            documents=len(documents), statements=statements, originals=len(originals), events=told.events,
            head=self.head(), faults=tuple(faults),
        )  # fmt: skip

    def _file_faults(self) -> Iterator[Fault]:
        for (line,) in self._sql("PRAGMA integrity_check(20)"):
            if line != "ok":
                yield Fault(where=str(self.path), what=f"the file is damaged: {line}")

    def _chain_faults(self, told: _Told) -> Iterator[Fault]:
        seq, previous = 1, START
        for entry in self.log_entries():
            where = f"event {entry.seq}"
            if entry.seq != seq:
                yield Fault(where=where, what=f"events are missing before it: {seq} should be next")
            if entry.previous != previous:
                yield Fault(where=where, what="it does not follow the event before it")
            parts = (entry.seq, entry.at, entry.kind, entry.data, entry.previous)
            if hash_of(*parts) != entry.hash:
                yield Fault(where=where, what="it was changed")
            else:
                told.take(entry)
            seq, previous = entry.seq + 1, entry.hash

    def _every_document(self) -> Iterator[Any]:
        last = -1
        while rows := self._sql(_DOCUMENTS, (last,)):
            yield from rows
            last = rows[-1].number

    def _readings_of(self, document: str, told: _Told) -> list[str]:
        rows = self._sql("SELECT reading FROM readings WHERE document = ?", (document,))
        return sorted({row[0] for row in rows} | {name for id, name in told.readings if id == document})

    def _shown_faults(self, told: _Told) -> Iterator[Fault]:
        shown = {row[0]: row[1] for row in self._sql("SELECT document, reading FROM shown")}
        for id in sorted(shown.keys() | told.shown.keys()):
            if shown.get(id) != told.shown.get(id) and id not in told.forgotten:
                yield Fault(where=id, what="the log says that another reading of it is shown")

    def _original_faults(self, row: Any) -> Iterator[Fault]:
        where = f"original {row.sha256}"
        try:
            found = sha256_of_file(place_of(self.files, row.sha256))
        except (OSError, LedgerDamaged):
            yield Fault(where=where, what="its file is not there, or cannot be read")
            return
        if found != row.sha256:
            yield Fault(where=where, what="its bytes were changed")


def _document_faults(row: Any, told: _Told) -> Iterator[Fault]:
    if sha256_of(row.text) != row.text_sha256:
        yield Fault(where=row.id, what="its text was changed")
    if document_id(row.text, row.publisher, row.published, row.url) != row.id:
        yield Fault(where=row.id, what="its id is not that of its text, publisher, day and url")
    event = told.documents.get(row.id)
    if event is None or event["seq"] != row.added:
        yield Fault(where=row.id, what="the log does not say that it was added")
    elif (event["text_sha256"], event["original_sha256"]) != (row.text_sha256, row.original_sha256):
        yield Fault(where=row.id, what="the log says that it was added with another text or other bytes")


def _reading_faults(row: Any, reading: str, lines: list[str], told: _Told) -> Iterator[Fault]:
    said = told.readings.get((row.id, reading))
    if said != hash_of_statements(lines):
        yield Fault(
            where=row.id, what=f"its statements of reading {reading} are not those that the log tells of"
        )
    yield from statement_faults(row.id, row.text, lines)


def _judgement_faults(found: Sequence[Judgement], told: _Told) -> Iterator[Fault]:
    for one in found:
        said = told.judgements.get(one.id)
        kept = {
            "id": one.id, "what": one.what, "targets": list(one.targets), "value": one.value, "by": one.by,
            "why": one.why,
        }  # fmt: skip
        text = msgspec.json.encode(one.value, order="deterministic").decode()
        if said != kept or one.id != judgement_id(one.what, one.targets, text, one.by, one.at):
            yield Fault(where=one.id, what="this judgement is not what the log tells of")
        taken = one.revoked
        revoked = {"id": one.id, "by": taken.by, "why": taken.why, "at": taken.at} if taken else None
        if told.revoked.get(one.id) != revoked:
            yield Fault(where=one.id, what="the log does not say the same of its revocation")
    for id in sorted(told.judgements.keys() - {one.id for one in found}):
        yield Fault(where=id, what="the log tells of this judgement, and it is not there")
