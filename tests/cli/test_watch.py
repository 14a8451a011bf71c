"""`sayso watch --once`: changes on standard output, problems on standard error, exit codes for cron."""

import json
import os
import time
from pathlib import Path

import pytest

from tests.cli.calls import Call, sayso
from tests.pipeline.corpora import written


def once(folder: Path, *words: str) -> Call:
    place = str(folder / "a.db")
    return sayso("watch", "--once", "--rules", "--ledger", place, str(folder / "files"), *words)


def test_what_changed_is_one_object_a_line_and_the_exit_code_is_zero(tmp_path: Path) -> None:
    written(tmp_path / "files", ["wire.md"])
    assert once(tmp_path).code == 0
    written(tmp_path / "files", ["denial.md"])
    call = once(tmp_path, "--table")
    assert "Newly denied" in call.out
    assert "1 new document" in call.err
    written(tmp_path / "files", ["other.md"])
    rows = [json.loads(row) for row in once(tmp_path).out.splitlines()]
    assert [row["kind"] for row in rows][-1] == "document"
    again = once(tmp_path)
    assert (again.code, again.out, again.err) == (0, "", "")


def test_what_could_not_be_read_is_exit_code_three_once(tmp_path: Path) -> None:
    written(tmp_path / "files", ["other.md"])
    (tmp_path / "files" / "bad.txt").write_bytes(b"\x00" * 500)
    call = once(tmp_path)
    assert (call.code, "bad.txt" in call.err) == (3, True)
    assert once(tmp_path).code == 0


def test_a_feed_is_not_asked_every_second(tmp_path: Path) -> None:
    call = sayso("watch", "--every", "5", "--ledger", str(tmp_path / "a.db"), "https://hest.example/feed")
    assert (call.code, "60 seconds or more" in call.err) == (2, True)


def test_a_folder_for_the_ledger_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    call = sayso("watch", "--once", "--ledger", str(tmp_path / "none" / "a.db"), str(tmp_path))
    assert call.code == 2


def test_ctrl_c_ends_a_watch_in_a_line_with_what_was_told_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", interrupted)
    (path,) = written(tmp_path / "files", ["other.md"])
    os.utime(path, (1.0, 1.0))
    words = ("watch", "--rules", "--ledger", str(tmp_path / "a.db"), str(tmp_path / "files"))
    call = sayso(*words)
    assert json.loads(call.out)["kind"] == "document"
    assert (call.code, call.err.splitlines()[-1]) == (130, "sayso: stopped")
    assert sayso(*words).out == ""
