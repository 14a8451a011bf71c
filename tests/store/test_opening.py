"""Opening: other files, older and newer ledgers, two writers, a worker that outlives its parent."""

import multiprocessing
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from sayso.errors import (
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerMissing,
    LedgerTooNew,
    NotALedger,
    UsageError,
)
from sayso.model import Span, Unseen
from sayso.store import LinkRow, open_store, opening
from sayso.store.base import APPLICATION_ID
from sayso.store.migrations.versions.v0008_views import VIEWS as V0008
from sayso.store.store import Store
from sayso.store.tables import METADATA
from tests.store.ledgers import add, clock, document, ledger

LINKS_OF_BEFORE = "ALTER TABLE links ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]'"


def test_a_ledger_is_made_where_there_is_none(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        assert store.documents() == ()
        assert [entry.kind for entry in store.log_entries()] == ["made"]


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").touch()
    with ledger(tmp_path) as store:
        assert add(store, document())


def test_a_reader_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissing, match="sayso add"):
        open_store(tmp_path / "ledger.db", clock=clock, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissing, match="nowhere"):
        open_store(tmp_path / "nowhere" / "ledger.db", clock=clock)


def test_a_ledger_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ledger(tmp_path):
        pass

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(LedgerMissing, match="cannot be read: Permission denied"):
        open_store(tmp_path / "ledger.db", clock=clock, read_only=True)


@pytest.mark.parametrize("content", [b"Dear diary,\n", b"PK\x03\x04", b"\x00" * 64])
def test_another_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(NotALedger, match=r"ledger\.db"):
            open_store(path, clock=clock, read_only=read_only)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotALedger, match="folder"):
        open_store(tmp_path, clock=clock)


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE documents (id TEXT)")
    other.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(NotALedger, match="another program"):
            open_store(path, clock=clock, read_only=read_only)
    assert path.read_bytes() == before


def test_a_ledger_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    with ledger(tmp_path):
        pass
    other = sqlite3.connect(tmp_path / "ledger.db")
    other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.commit()
    other.close()
    for read_only in (False, True):
        with pytest.raises(LedgerTooNew, match=r"newer version.*9999.*upgrade"):
            open_store(tmp_path / "ledger.db", clock=clock, read_only=read_only)


def test_a_damaged_ledger_is_told(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        add(store, document())
    path = tmp_path / "ledger.db"
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)
    with pytest.raises((LedgerDamaged, NotALedger), match=r"ledger\.db"):
        open_store(path, clock=clock)


def test_only_one_writes_and_the_other_is_told_who(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        with pytest.raises(LedgerBusy, match=f"process {os.getpid()} on .* since 2031-06-01"):
            open_store(tmp_path / "ledger.db", clock=clock)
        assert add(store, document())
    with ledger(tmp_path) as store:
        assert len(store.documents()) == 1


def test_who_waits_gets_its_turn(tmp_path: Path) -> None:
    import threading

    first = open_store(tmp_path / "ledger.db", clock=clock)
    second = threading.Thread(
        target=lambda: open_store(tmp_path / "ledger.db", clock=clock, wait_seconds=30).close()
    )
    second.start()
    assert second.is_alive()
    first.close()
    second.join(30)
    assert not second.is_alive()


def test_readers_see_what_is_written_meanwhile(tmp_path: Path) -> None:
    with ledger(tmp_path) as writer, ledger(tmp_path, read_only=True) as reader:
        assert reader.documents() == ()
        with writer.together():
            add(writer, document())
            assert reader.documents() == ()
        assert len(reader.documents()) == 1
        assert reader.verify().whole


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with ledger(tmp_path):
        pass
    with ledger(tmp_path, read_only=True) as reader:
        with pytest.raises(UsageError, match="reading only"):
            add(reader, document())
        with pytest.raises(LedgerError):
            reader._sql("DELETE FROM work")


def test_a_ledger_in_a_folder_that_cannot_be_written_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ledger(tmp_path) as store:
        add(store, document())
    monkeypatch.setattr(opening, "_may_make_files", lambda _: False)
    before = sorted(path.name for path in tmp_path.iterdir())
    with ledger(tmp_path, read_only=True) as reader:
        assert len(reader.documents()) == 1
        assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_link_to_a_ledger_is_that_ledger_with_its_lock_and_files(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.db").symlink_to(tmp_path / "real" / "ledger.db")
    with ledger(tmp_path, name="link.db") as store:
        add(store, document())
        with pytest.raises(LedgerBusy):
            open_store(tmp_path / "real" / "ledger.db", clock=clock)
    with ledger(tmp_path / "real") as store:
        assert store.verify().whole


def test_a_name_with_signs_in_it_is_a_name(tmp_path: Path) -> None:
    with ledger(tmp_path, name="a b?mode=memory#é%41.db") as store:
        add(store, document())
    assert (tmp_path / "a b?mode=memory#é%41.db").stat().st_size > 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_worker_that_outlives_its_parent_does_not_hold_the_lock(tmp_path: Path) -> None:
    store = open_store(tmp_path / "ledger.db", clock=clock)
    go_on = multiprocessing.get_context("fork").Event()
    worker = multiprocessing.get_context("fork").Process(target=go_on.wait, args=(30,))
    worker.start()
    store.close()
    with ledger(tmp_path) as next_one:
        assert next_one.documents() == ()
    go_on.set()
    worker.join()


def test_the_code_knows_the_tables_that_the_steps_make(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        for table in METADATA.tables.values():
            made = [row.name for row in store._sql(f"PRAGMA table_info({table.name})")]
            assert made == [column.name for column in table.columns], table.name


def test_a_ledger_of_before_readings_were_shown_shows_the_newest(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    older = Store(place, opening._connected(place, "rwc"), clock, None)
    with older:
        older._driver.execute(f"PRAGMA application_id={APPLICATION_ID}")
        older._driver.execute("BEGIN")
        opening.run_migrations(older._connection, "0002")
        older._driver.execute("COMMIT")
        names = "id, input, captured, day, status, words, text, text_sha256, media_type, added, captions"
        row = ("d:1", "a", "2031-01-01", "2031-01-01", "ok", 1, "a", "x", "text/plain", 1, "[]", "[]", "[]")
        marks = ",".join("?" * len(row))
        columns = f"{names}, furniture, other_language"
        older._driver.execute(f"INSERT INTO documents ({columns}) VALUES ({marks})", row)
        for reading in ("en-1", "en-2"):
            put = "INSERT INTO readings (document, reading, made) VALUES ('d:1', ?, '')"
            older._driver.execute(put, (reading,))
    with ledger(tmp_path) as store:
        shown = store.shown("d:1")
    assert shown is not None
    assert (shown.reading, shown.base) == ("en-2", "en-2")


def test_the_views_are_read_by_other_programs(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        add(store, document())
    other = sqlite3.connect(tmp_path / "ledger.db")
    views = [name for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert {"documents_readable", "statements_readable", "claims_readable"} <= set(views)
    for view in views:
        other.execute(f"SELECT * FROM {view}").fetchall()
    sources = other.execute("SELECT source FROM statements_readable ORDER BY source").fetchall()
    assert sources == [("The Harbour Office",), ("anonymous: A nurse",)]
    other.close()


def test_the_flat_views_are_there_for_a_ledger_of_before_and_are_read_without_writing(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        add(store, document())
    made = sqlite3.connect(tmp_path / "ledger.db")
    for view in V0008:
        made.execute(f"DROP VIEW {view}")
    made.execute("DROP TABLE unseen")
    made.execute(LINKS_OF_BEFORE)
    made.execute("UPDATE alembic_version SET version_num = '0007'")
    made.commit()
    made.close()
    with ledger(tmp_path, read_only=True) as store:
        assert [entry.kind for entry in store.log_entries()] == ["made", "document", "upgraded"]
    other = sqlite3.connect(f"file:{tmp_path / 'ledger.db'}?mode=ro", uri=True)
    for view in V0008:
        other.execute(f"SELECT * FROM {view}").fetchall()
    other.close()


def test_a_ledger_of_before_takes_what_originals_hide_when_they_are_added_once_more(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        add(store, document())
    made = sqlite3.connect(tmp_path / "ledger.db")
    made.execute("DROP TABLE unseen")
    made.execute(LINKS_OF_BEFORE)
    made.execute("UPDATE alembic_version SET version_num = '0008'")
    made.commit()
    made.close()
    struck = Unseen(kind="struck", span=Span(3, 3), text="never")
    with ledger(tmp_path) as store:
        kept = store.document(document().id)
        assert kept == document()
        again = msgspec.structs.replace(document(), unseen=(struck,))
        assert store.keep_unseen(again)
        assert not store.keep_unseen(again)
        assert store.document(document().id) == again
        assert store.verify().whole


def test_no_view_names_an_anonymous_source_or_can_be_grouped_by_one(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        add(store, document())
    other = sqlite3.connect(tmp_path / "ledger.db")
    rows = other.execute(
        "SELECT source, source_printed, chain, anonymous FROM v_statements ORDER BY sentence"
    )
    found = rows.fetchall()
    assert [row[3] for row in found] == [0, 1]
    assert found[1][:2] == (None, None)
    assert "nurse" not in " ".join(str(row[2]) for row in found)
    assert other.execute("SELECT name FROM v_sources").fetchall() == [("The Harbour Office",)]
    other.close()


def test_the_newest_step_is_the_one_that_opening_knows() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(opening.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == opening.REVISION
    assert {script.revision for script in scripts.walk_revisions()} == set(opening.KNOWN)


def test_neither_the_package_nor_its_help_nor_the_door_loads_the_database() -> None:
    code = (
        "import sys, sayso, sayso.cli, sayso.store\n"
        "print([n for n in ('sqlalchemy', 'alembic', 'sqlite3') if n in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_links_of_before_are_kept_without_their_reasons(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        store.put_links([LinkRow(a="p:a", b="p:b", p=0.7, relation="same")])
    made = sqlite3.connect(tmp_path / "ledger.db")
    made.execute(LINKS_OF_BEFORE)
    made.execute("UPDATE alembic_version SET version_num = '0009'")
    made.commit()
    made.close()
    with ledger(tmp_path) as store:
        assert store.ends_of(["p:b"]) == [(0.7, "p:a", "p:b")]
        assert [entry.kind for entry in store.log_entries()][-1] == "upgraded"
