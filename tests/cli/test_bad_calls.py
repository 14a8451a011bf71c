"""Clumsy and hostile calls of `sayso read`: every one ends with a clear message and the right exit code."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.errors import Problem
from tests.cli.calls import process, sayso

TEXT = "The ministry said on Monday that the bridge was closed.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    "date",
    ["20310517", "2031-W20-1", "2031-137", " 2031-05-17", "２０３１-05-17", "", "0000-01-01", "17 May 2031"],
)
def test_an_odd_date_is_refused_before_anything_is_read(date: str, article: str) -> None:
    call = sayso("read", "--rules", "--published", date, article)
    assert (call.code, call.out) == (2, "")
    assert "--published takes a date like" in call.err


@pytest.mark.parametrize("publisher", ["\udcff\udcfe", "\x1b]0;owned\x07", "a\nb", "x" * 100_000, "\u202eb"])
def test_a_publisher_of_any_characters_is_printed_as_plain_words(publisher: str, article: str) -> None:
    call = sayso("read", "--rules", "--jsonl", "--publisher", publisher, article)
    (name, *_) = json.loads(call.out)["chain"]
    assert call.code == 0
    assert name.isprintable()


def test_a_file_named_twice_is_read_once(article: str) -> None:
    assert len(sayso("read", "--rules", "--json", article, article).json()) == 1
    assert sayso("read", "--rules", "--json", "-", "-", stdin=TEXT).code == 0


def test_a_name_that_is_empty_is_said() -> None:
    call = sayso("read", "--rules", "--json", "")
    assert (call.code, call.err) == (2, "sayso: '': this names no file (give the name of one)\n")


def test_a_problem_is_one_line_and_steers_no_terminal() -> None:
    call = sayso("read", "--rules", "--json", "no\nsuch\x1b[2Jfile")
    assert call.err.splitlines() == [
        "sayso: no⟨U+000A⟩such⟨U+001B⟩[2Jfile: there is no such file (check its name)"
    ]
    assert str(Problem(where="국경.txt", what="é")) == "국경.txt: é"


def test_standard_input_that_is_closed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.ingest import read_path

    monkeypatch.setattr(sys, "stdin", None)
    (found,) = read_path("-")
    assert str(found) == "-: it cannot be opened: standard input is closed"


@pytest.mark.parametrize("place", ["", "-", "no/such/folder.html", "."])
def test_a_page_that_has_no_place_is_refused_before_anything_is_read(place: str, article: str) -> None:
    call = sayso("read", "--rules", "--html", place, article)
    assert (call.code, call.out) == (2, "")
    assert "cannot write" in call.err


def test_a_page_that_cannot_be_written_loses_no_statement(
    article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    call = sayso("read", "--rules", "--json", "--html", str(tmp_path / "page.html"), article)
    assert (call.code, len(call.json())) == (3, 1)
    assert "page.html: the page cannot be written: No space left on device" in call.err


def test_ctrl_c_is_said_in_a_line_with_a_code_of_its_own(
    article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.pipeline.read_paths", stop)
    call = sayso("read", "--rules", article)
    assert (call.code, call.out, call.err) == (130, "", "sayso: stopped\n")


@pytest.mark.parametrize("form", ["--jsonl", "--report"])
def test_a_reader_that_stops_listening_is_no_error(form: str, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(TEXT * 500)
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "read", "--rules", form, str(path), str(tmp_path / "missing.txt")],
        stdout=write, stderr=subprocess.PIPE, check=False, timeout=60,
    )  # fmt: skip
    os.close(write)
    assert done.returncode == 3
    assert done.stderr.decode().splitlines() == [
        f"sayso: {tmp_path / 'missing.txt'}: there is no such file (check its name)"
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to try")
def test_standard_output_that_is_full_is_said(article: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sayso", "read", "--rules", article],
            stdout=full, stderr=subprocess.PIPE, check=False, timeout=60,
        )  # fmt: skip
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"No space left on device" in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with subprocess.Popen(["sh", "-c", 'printf "%s" "$1" > "$2"', "sh", TEXT, str(path)]):
        assert len(process("read", "--rules", "--json", str(path)).json()) == 1


def test_two_thousand_files_are_all_read_and_the_bad_ones_named(tmp_path: Path) -> None:
    names = [str(tmp_path / f"{number}.txt") for number in range(2_000)]
    for name in names[::2]:
        Path(name).write_text("It rained.")
    call = sayso("read", "--rules", "--json", "--language", "en", *names)
    assert (call.code, len(call.json()), len(call.err.splitlines())) == (3, 1_000, 1_000)


@pytest.mark.parametrize("form", ["--jsonl", "--table", "--csv"])
def test_a_list_that_nobody_reads_to_its_end_is_no_error(form: str, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(TEXT * 40)
    ledger = str(tmp_path / "a.db")
    assert sayso("add", "--rules", "--ledger", ledger, str(path)).code == 0
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "claims", form, "--ledger", ledger],
        stdout=write, stderr=subprocess.PIPE, check=False, timeout=60,
    )  # fmt: skip
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk here that is always full")
@pytest.mark.parametrize("form", ["--json", "--table"])
def test_a_list_on_a_full_disk_is_said_in_a_line(form: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    ledger = str(tmp_path / "a.db")
    assert sayso("add", "--rules", "--ledger", ledger, str(path)).code == 0
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sayso", "claims", form, "--ledger", ledger],
            stdout=full, stderr=subprocess.PIPE, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1].startswith("Error: nothing more can be written:")
