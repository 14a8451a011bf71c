"""What people decide is kept signed, revoked and never edited, and held to the log."""

import sqlite3
from pathlib import Path

import pytest

from sayso.errors import UsageError
from tests.store.ledgers import ledger

WHY = "the desk called the ministry"


def test_a_judgement_is_kept_with_who_why_and_when(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        made = store.judge("stance", ("p:1",), {"stance": "denies"}, by="R. Ames", why=WHY)
        assert store.judgements() == (made,)
        assert (made.by, made.why, made.at) == ("R. Ames", WHY, "2031-06-01T09:30:00+00:00")
        assert [entry.kind for entry in store.log_entries()] == ["made", "judgement"]


def test_an_unsigned_judgement_is_refused(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        for by, why in (("", WHY), ("R. Ames", "  ")):
            with pytest.raises(UsageError, match="must say"):
                store.judge("word", ("p:1",), {"word": "likely"}, by=by, why=why)
        assert store.judgements() == ()


def test_a_revoked_judgement_stands_no_more_and_is_not_lost(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        made = store.judge("same", ("p:1", "p:2"), {}, by="R. Ames", why=WHY)
        store.revoke(made.id, by="T. Bell", why="two different bridges")
        assert store.judgements() == ()
        (kept,) = store.judgements(standing=False)
        assert kept.revoked is not None
        assert (kept.value, kept.revoked.by) == ({}, "T. Bell")
        with pytest.raises(UsageError, match="revoked already"):
            store.revoke(made.id, by="T. Bell", why="once more")


def test_judgements_are_found_by_their_targets_and_matters(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        same = store.judge("same", ("p:1", "p:2"), {}, by="R. Ames", why=WHY)
        word = store.judge("word", ("p:3",), {"word": "likely"}, by="R. Ames", why=WHY)
        assert store.judgements_on(["p:2"]) == (same,)
        assert store.judgements(what=["word"]) == (word,)
        assert store.judgements(what=[]) == ()
        assert store.judgements_on([]) == ()


def test_a_judgement_cannot_be_edited_in_the_file(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        store.judge("word", ("p:1",), {"word": "likely"}, by="R. Ames", why=WHY)
    with sqlite3.connect(tmp_path / "ledger.db") as raw, pytest.raises(sqlite3.IntegrityError):
        raw.execute("UPDATE judgements SET why = 'another reason'")
    raw.close()


def test_a_judgement_that_was_changed_behind_the_back_is_found(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        store.judge("word", ("p:1",), {"word": "likely"}, by="R. Ames", why=WHY)
        assert store.verify().whole
    with sqlite3.connect(tmp_path / "ledger.db") as raw:
        raw.execute("DROP TRIGGER judgements_no_update")
        raw.execute('UPDATE judgements SET value = \'{"word": "unlikely"}\'')
    raw.close()
    with ledger(tmp_path) as store:
        (fault,) = store.verify().faults
    assert "not what the log tells of" in fault.what


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("judgements", "at = '2031-06-09T09:30:00+00:00'"),
        ("revocations", "at = '2032-06-01T09:30:00+00:00'"),
        ("revocations", '"by" = \'R. Ames\''), ("revocations", "why = 'another reason'"),
    ],
)  # fmt: skip
def test_another_moment_or_hand_behind_the_back_is_found(tmp_path: Path, table: str, change: str) -> None:
    with ledger(tmp_path) as store:
        made = store.judge("word", ("p:1",), {"word": "likely"}, by="R. Ames", why=WHY)
        store.revoke(made.id, by="T. Bell", why="no longer")
        assert store.verify().whole
    with sqlite3.connect(tmp_path / "ledger.db") as raw:
        raw.execute(f"DROP TRIGGER {table}_no_update")
        raw.execute(f"UPDATE {table} SET {change}")
    raw.close()
    with ledger(tmp_path) as store:
        (fault,) = store.verify().faults
    assert fault.where == made.id
