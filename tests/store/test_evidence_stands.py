"""Evidence and the log do not change: the file itself refuses, and what was forced is found."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.errors import LedgerDamaged
from sayso.store.originals import place_of
from tests.store.ledgers import add, document, ledger


@contextmanager
def other_program(folder: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(folder / "ledger.db", isolation_level=None)
    yield connection
    connection.close()


@contextmanager
def forced(folder: Path) -> Iterator[sqlite3.Connection]:
    """Someone who takes away what guards the rows."""
    with other_program(folder) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection


def faults(folder: Path) -> list[str]:
    with ledger(folder, read_only=True) as store:
        return [fault.what for fault in store.verify().faults]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with ledger(tmp_path) as store:
        add(store, document())
        add(store, document("Other.", publisher="The Anchor"))
        assert store.verify().whole
    return tmp_path


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE documents SET title = 'x'", "DELETE FROM documents",
        "UPDATE statements SET content = 'x'",
        "DELETE FROM statements",
        "UPDATE propositions SET factuality = 'U'", "DELETE FROM propositions",
        "DELETE FROM problems WHERE document IN (SELECT id FROM documents)",
        "UPDATE readings SET reading = 'x'",
        "UPDATE originals SET bytes = 0", "DELETE FROM originals",
        "UPDATE log SET data = '{}'", "DELETE FROM log",
        "INSERT OR REPLACE INTO log SELECT seq, at, 'x', data, previous, hash FROM log",
        "INSERT OR REPLACE INTO statements SELECT * FROM statements",
        "INSERT OR REPLACE INTO documents SELECT * FROM documents",
    ],
)  # fmt: skip
def test_the_file_itself_refuses_changes_to_evidence_and_log(folder: Path, change: str) -> None:
    with other_program(folder) as connection:
        if "problems" in change:
            connection.execute("INSERT INTO problems SELECT id, 0, 'x', 'y', 'z' FROM documents")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(change)


def test_evidence_of_a_document_that_is_being_forgotten_may_go(folder: Path) -> None:
    with other_program(folder) as connection:
        connection.execute("INSERT INTO forgetting SELECT id FROM documents WHERE publisher = 'The Lantern'")
        connection.execute("DELETE FROM propositions WHERE document IN (SELECT document FROM forgetting)")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("DELETE FROM documents WHERE publisher = 'The Anchor'")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE documents SET text = text || '.'", "its text was changed"),
        ("UPDATE documents SET publisher = 'The Herald'", "its id is not that of"),
        ("UPDATE documents SET text_sha256 = 'x'", "with another text"),
        ("UPDATE statements SET json = replace(json, 'sail', 'sink')", "does not stand there in the text"),
        ("UPDATE statements SET json = replace(json, 'en-1', 'en-2')", "not those that the log tells of"),
        ("UPDATE statements SET json = '{}'", "cannot be read"),
        ("UPDATE statements SET position = 1 - position", "not those that the log tells of"),
        ("DELETE FROM statements WHERE position = 0", "not those that the log tells of"),
        ("UPDATE statements SET reading = 'x'", "belongs to no reading"),
        ("DELETE FROM documents WHERE publisher = 'The Anchor'", "and it is not there"),
        ("UPDATE log SET at = '2030-01-01' WHERE seq = 2", "it was changed"),
        ("DELETE FROM log WHERE seq = 2", "events are missing before it"),
        ("DELETE FROM log WHERE seq = 3", "the log does not say that it was added"),
        ("UPDATE log SET previous = hash WHERE seq = 2", "does not follow"),
        ("UPDATE shown SET reading = 'x', base = 'x'", "another reading of it is shown"),
        ("DELETE FROM shown", "another reading of it is shown"),
    ],
)
def test_what_was_forced_is_found_and_named(folder: Path, change: str, named: str) -> None:
    with forced(folder) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(change)
    assert any(named in what for what in faults(folder)), faults(folder)


def test_original_bytes_that_were_changed_or_lost_are_named(folder: Path) -> None:
    with ledger(folder, read_only=True) as store:
        places = [place_of(store.files, row[0]) for row in store._sql("SELECT sha256 FROM originals")]
    places[0].write_bytes(b"other")
    places[1].unlink()
    assert len(faults(folder)) == 2
    assert any("bytes were changed" in what for what in faults(folder))
    assert any("not there" in what for what in faults(folder))


def test_a_log_with_its_end_cut_off_shows_only_beside_a_head_kept_elsewhere(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        add(store, document())
        store.log_event("note", {"text": "kept"})
        kept = store.head()
    with forced(tmp_path) as connection:
        connection.execute("DELETE FROM log WHERE kind = 'note'")
    assert faults(tmp_path) == []
    with ledger(tmp_path, read_only=True) as store:
        assert store.head() != kept


def test_events_form_a_chain_of_hashes(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        for at in range(5):
            store.log_event("note", {"at": at, "é": [None, 1.5, {"b": 1, "a": 2}]})
        entries = list(store.log_entries())
        assert [e.seq for e in entries] == list(range(1, 7))
        assert [e.previous for e in entries[1:]] == [e.hash for e in entries[:-1]]
        head = store.head()
        assert head is not None
        assert head.hash == entries[-1].hash
        assert [e.seq for e in store.log_entries(after=2, limit=3)] == [3, 4, 5]


def test_no_path_is_made_from_the_name_of_an_input(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    with ledger(tmp_path / "inside") as store:
        for name in ("../../escaped.txt", "/etc/passwd", "a\x00b", "..", "C:\\x"):
            add(store, document(name, input=name, title=name), original=name.encode())
    assert [path.name for path in tmp_path.iterdir()] == ["inside"]
    stored = [p for p in (tmp_path / "inside" / "ledger.db.files").rglob("*") if p.is_file()]
    assert {hashlib.sha256(p.read_bytes()).hexdigest() for p in stored} == {
        p.parent.name + p.name for p in stored
    }


def test_a_made_up_ledger_leads_to_no_other_file(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for you", encoding="utf-8")
    with forced(folder) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("UPDATE documents SET original_sha256 = '../../secret.txt'")
        connection.execute("DELETE FROM originals")
        connection.execute("INSERT INTO originals VALUES ('../../secret.txt', 'text/plain', 11)")
    with ledger(folder, read_only=True) as store:
        with pytest.raises(LedgerDamaged, match="no hash"):
            store.original(store.documents()[0].id)
        with pytest.raises(LedgerDamaged, match="no hash"):
            store.backup(tmp_path / "copy.db")
        assert not store.verify().whole


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        for publisher in ("The Lantern", "The Anchor"):
            add(store, document(publisher=publisher), original=b"the same")
        assert len([name for _, _, names in os.walk(store.files) for name in names]) == 1
        assert store.verify().originals == 1


def test_an_original_that_a_power_cut_left_half_is_written_again(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        place = place_of(store.files, hashlib.sha256(b"whole bytes").hexdigest())
        place.parent.mkdir(parents=True)
        place.write_bytes(b"")
        one = document()
        add(store, one, original=b"whole bytes")
        assert store.original(one.id) == b"whole bytes"
        assert store.verify().whole
