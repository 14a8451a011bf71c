"""Crash, kill, full disk, a step that fails: what was acknowledged is there, and nothing is there by half."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import LedgerBusy, LedgerFull, NotALedger, UsageError
from sayso.store import open_store, opening
from sayso.store.store import Store
from tests.store.ledgers import TEXT, add, clock, document, ledger, two_statements

ROOT = Path(__file__).parents[2]
KILLS = 5


def acknowledged_until_killed(folder: Path, first: int, lines: int) -> list[str]:
    """Lets a program add documents, kills it behind some of them, and returns those it had said."""
    command = [sys.executable, "-m", "tests.store.adding", str(folder), str(first)]
    program = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    said = [program.stdout.readline().strip() for _ in range(lines)]
    program.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    said += program.stdout.read().split()
    program.wait()
    program.stdout.close()
    assert said[0] == "open", said
    return [id for id in said if id.startswith("d:") and len(id) == 22]


@pytest.mark.slow
def test_a_ledger_whose_writer_was_killed_is_whole_and_goes_on(tmp_path: Path) -> None:
    draw = random.Random(20)
    kept: set[str] = set()
    for round_ in range(KILLS):
        kept.update(acknowledged_until_killed(tmp_path, round_ * 1_000, draw.randrange(2, 25)))
        with ledger(tmp_path) as store:
            there = {one.id for one in store.documents()}
            assert kept <= there
            assert {len(store.statements(id)) for id in there} <= {2}
            assert len(set(store.pending("link")) & kept) == 0
            assert len(store.marks_in(there)) == len(there)
            assert len(store.search("ferry", limit=10_000)) == len(there)
            assert store.verify().whole
            kept = there


def add_many(store: Store) -> None:
    for at in range(500):
        add(store, document(f"{TEXT} {'x' * 5_000} {at}"))


def add_many_together(store: Store) -> None:
    with store.together():
        add_many(store)


def test_a_full_disk_is_said_and_what_was_there_stays(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        add(store, document())
        pages = store._driver.execute("PRAGMA page_count").fetchone()[0]
        store._driver.execute(f"PRAGMA max_page_count={pages + 20}")
        with pytest.raises(LedgerFull, match=r"room on the disk.*is kept"):
            add_many(store)
        there = store.documents()
        assert document().id in {one.id for one in there}
        assert store.verify().whole
        store._driver.execute("PRAGMA max_page_count=1073741823")
        assert add(store, document(publisher="The Anchor"))
        assert len(store.documents()) == len(there) + 1
        assert store.verify().whole


def test_a_disk_that_is_full_inside_together_undoes_all_of_it(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        pages = store._driver.execute("PRAGMA page_count").fetchone()[0]
        store._driver.execute(f"PRAGMA max_page_count={pages + 20}")
        with pytest.raises(LedgerFull):
            add_many_together(store)
        assert store.documents() == ()
        assert store.verify().whole


def test_a_disk_that_takes_no_original_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with ledger(tmp_path) as store:
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(LedgerFull, match="No space left"):
            add(store, document())
        monkeypatch.undo()
        assert store.documents() == ()
        assert [path for path in store.files.rglob("*") if path.is_file()] == []
        assert add(store, document())
        assert store.verify().whole


def with_a_further_step(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """A version of the program that knows one step more."""
    steps = folder / "steps"
    shutil.copytree(opening.MIGRATIONS, steps)
    last = opening.REVISION
    text = f'from alembic import op\nrevision = "9999"\ndown_revision = "{last}"\n\ndef upgrade():\n{body}'
    (steps / "versions" / "v9999_more.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(opening, "MIGRATIONS", steps)
    monkeypatch.setattr(opening, "REVISION", "9999")
    monkeypatch.setattr(opening, "KNOWN", (*opening.KNOWN, "9999"))


@pytest.mark.parametrize("read_only", [False, True])
def test_an_older_ledger_is_upgraded_when_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_only: bool
) -> None:
    with ledger(tmp_path) as store:
        add(store, document())
    with_a_further_step(tmp_path, monkeypatch, '    op.execute("CREATE TABLE more (id TEXT)")\n')
    with ledger(tmp_path, read_only=read_only) as store:
        assert store._sql("SELECT * FROM more") == []
        assert store.statements(document().id) == two_statements(document())
        assert [entry.kind for entry in store.log_entries()] == ["made", "document", "upgraded"]
        assert store.verify().whole


def test_a_step_that_fails_leaves_the_older_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ledger(tmp_path) as store:
        add(store, document())
        head = store.head()
    with monkeypatch.context() as patch:
        body = '    op.execute("CREATE TABLE more (id TEXT)")\n    raise KeyError("step")\n'
        with_a_further_step(tmp_path, patch, body)
        with pytest.raises(KeyError, match="step"):
            open_store(tmp_path / "ledger.db", clock=clock)
    with ledger(tmp_path) as store:
        assert store.head() == head
        assert store._sql("SELECT name FROM sqlite_master WHERE name = 'more'") == []
        assert store.verify().whole


def test_a_backup_is_the_whole_ledger_while_it_is_in_use(tmp_path: Path) -> None:
    target = tmp_path / "kept" / "copy.db"
    with ledger(tmp_path) as store:
        add(store, document())
        with ledger(tmp_path, read_only=True) as reader:
            assert reader.backup(target) == target
        add(store, document(publisher="The Anchor"))
    with ledger(tmp_path / "kept", name="copy.db", read_only=True) as copy:
        assert [one.publisher for one in copy.documents()] == ["The Lantern"]
        assert copy.original(document().id) == TEXT.encode()
        assert copy.verify().whole
    assert [path for path in (tmp_path / "kept").iterdir() if "part" in path.name] == []


def test_a_later_backup_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    with ledger(tmp_path) as store:
        for publisher in ("The Lantern", "The Anchor"):
            add(store, document(publisher=publisher), original=publisher.encode())
            store.backup(target)
    with ledger(tmp_path, name="copy.db") as copy:
        assert len(copy.documents()) == 2
        assert copy.verify().originals == 2
        assert copy.verify().whole


def test_a_backup_spares_other_files_the_ledger_itself_and_copies_in_use(tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary", encoding="utf-8")
    with ledger(tmp_path) as store:
        with pytest.raises(NotALedger, match="other file"):
            store.backup(diary)
        with pytest.raises(NotALedger, match="folder"):
            store.backup(tmp_path)
        with pytest.raises(UsageError, match="itself"):
            store.backup(tmp_path / ".." / tmp_path.name / "ledger.db")
        with ledger(tmp_path, name="copy.db"), pytest.raises(LedgerBusy):
            store.backup(tmp_path / "copy.db")
    assert diary.read_text(encoding="utf-8") == "Dear diary"


def test_a_backup_never_replaces_another_ledger_nor_another_database(tmp_path: Path) -> None:
    with ledger(tmp_path, name="other.db") as other:
        add(other, document(publisher="The Anchor"))
    bookmarks = tmp_path / "bookmarks.sqlite"
    with closing(sqlite3.connect(bookmarks)) as foreign:
        foreign.execute("CREATE TABLE kept (what TEXT)")
        foreign.commit()
    before = bookmarks.read_bytes()
    with ledger(tmp_path) as store:
        add(store, document())
        with pytest.raises(UsageError, match="holds what"):
            store.backup(tmp_path / "other.db")
        with pytest.raises(NotALedger, match="other file"):
            store.backup(bookmarks)
    assert bookmarks.read_bytes() == before
    with ledger(tmp_path, name="other.db") as other:
        assert [one.publisher for one in other.documents()] == ["The Anchor"]


def test_a_backup_spares_a_copy_that_went_further_than_the_ledger(tmp_path: Path) -> None:
    """As after a ledger was put back from an older copy: the later one may be all that is left."""
    with ledger(tmp_path) as store:
        add(store, document())
        store.backup(tmp_path / "copy.db")
        with ledger(tmp_path, name="copy.db") as copy:
            add(copy, document(publisher="The Anchor"))
        with pytest.raises(UsageError, match="another name"):
            store.backup(tmp_path / "copy.db")


def test_a_backup_that_fails_leaves_the_earlier_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "copy.db"
    with ledger(tmp_path) as store:
        store.backup(target)
        add(store, document())
        monkeypatch.setattr(shutil, "copyfile", full)
        with pytest.raises(LedgerFull, match="No space left"):
            store.backup(target)
    with ledger(tmp_path, name="copy.db") as copy:
        assert copy.documents() == ()
    assert list(tmp_path.rglob("*.part")) == []
