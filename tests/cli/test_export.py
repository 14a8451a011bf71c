"""`sayso export` and `sayso verify --pack`: files whole or not at all, warnings that are said once."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docs.refresh import ROOT
from sayso.cli import export as door
from sayso.pipeline.exporting import FORMATS
from sayso.show.exports import csv_table
from tests.cli.calls import sayso
from tests.pipeline.corpora import ledger, written

SOURCE = """---
title: The pier of Hest
publisher: Radio Hest
published: 2031-06-02
---
The pier of Hest has cracked, a diver from the harbour of Hest said on Monday.
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("export")
    paths = written(folder / "in", ["wire.md", "denial.md"])
    (folder / "in" / "pier.md").write_text(SOURCE, encoding="utf-8")
    with ledger(folder / "e.db") as held:
        list(held.add(*paths, str(folder / "in" / "pier.md"), rules=True))
    return str(folder / "e.db")


def test_the_formats_of_the_command_are_those_there_are() -> None:
    assert set(door.NAMES) == set(FORMATS)
    assert set(door.BINARY) == {one.name for one in FORMATS.values() if one.binary}


def test_the_help_says_what_each_format_loses() -> None:
    said = " ".join(sayso("export", "--help").out.split())
    for one in FORMATS.values():
        assert one.title in said
    assert said.count("Loses:") == len(FORMATS)


@pytest.mark.parametrize("format", door.NAMES)
def test_a_file_is_written_and_nothing_lies_beside_it(format: str, place: str, tmp_path: Path) -> None:
    done = sayso("export", "--as", format, "--ledger", place, "-o", str(tmp_path / "out"))
    assert done.code == 0
    assert done.out == ""
    assert [file.name for file in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out").stat().st_size > 100


def test_without_a_file_it_goes_to_standard_output(place: str) -> None:
    done = sayso("export", "--as", "stix", "--ledger", place)
    assert json.loads(done.out)["type"] == "bundle"


def test_a_run_that_breaks_leaves_the_file_as_it_was(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Any) -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(csv_table, "write", broken)
    (tmp_path / "out.csv").write_text("as it was")
    done = sayso("export", "--as", "csv", "--ledger", place, "-o", str(tmp_path / "out.csv"))
    assert done.code == 2
    assert "No space left" in done.err
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]
    assert (tmp_path / "out.csv").read_text() == "as it was"


def test_who_may_be_recognised_is_said_in_one_sentence_unless_it_is_coarse(
    place: str, tmp_path: Path
) -> None:
    target = str(tmp_path / "out.csv")
    fine = sayso("export", "--as", "csv", "--ledger", place, "-o", target)
    assert fine.err.splitlines() == [fine.err.strip()]
    assert fine.err.startswith("sayso: 1 statement is here with the description of an anonymous source")
    coarse = sayso("export", "--as", "csv", "--ledger", place, "--coarse", "-o", target)
    assert coarse.err == ""
    assert "diver" not in Path(target).read_text()


@pytest.mark.parametrize(
    "words",
    [
        ("--as", "word"),
        (),
        ("--as", "csv", "-o", "no/such/folder/x.csv"),
        ("--as", "csv", "-o", ""),
        ("--as", "csv", "--claim", "c:ffffffffff"),
        ("--as", "csv", "--source", "Nobody"),
        ("--as", "csv", "--as-of", "yesterday"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(words: tuple[str, ...], place: str) -> None:
    done = sayso("export", *words, "--ledger", place)
    assert done.code == 2
    assert done.out == ""


def test_a_pack_is_verified_and_a_changed_one_is_not(place: str, tmp_path: Path) -> None:
    pack = tmp_path / "pack.zip"
    sayso("export", "--as", "pack", "--ledger", place, "-o", str(pack))
    whole = sayso("verify", "--pack", str(pack))
    assert whole.code == 0
    assert whole.out.startswith(f"whole: {pack}, ")
    head = sayso("verify", "--ledger", place).out.rsplit(" ", 1)[1].strip()
    assert head in whole.out
    data = pack.read_bytes()
    pack.write_bytes(data.replace(b"drowned", b"escaped"))
    broken = sayso("verify", "--pack", str(pack))
    assert broken.code == 1
    assert broken.out.startswith("broken: ")


def test_packing_twice_gives_the_same_file(place: str, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        sayso("export", "--as", "pack", "--ledger", place, "-o", str(tmp_path / name))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_no_pack_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_text("no")
    assert sayso("verify", "--pack", str(tmp_path / "x.zip")).code == 2
    assert sayso("verify", "--pack", str(tmp_path / "none.zip")).code == 2


def test_the_how_to_has_every_format_with_what_it_holds_and_loses() -> None:
    page = (ROOT / "docs/how-to/export.md").read_text(encoding="utf-8")
    rows = [f"| `{one.name}` | {one.title} | {one.holds} | {one.loses} |" for one in FORMATS.values()]
    assert [row for row in rows if row not in page] == []


class Lines:
    """A foreign exporter: a line a document."""

    suffix, media_type, loses = ".lines", "text/plain", "everything but titles"

    def write(self, material: Any) -> Iterator[bytes]:
        for one in material.pages():
            yield f"{one.document.title}\n".encode()


def test_an_enabled_plugin_is_a_format(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.plugins.guarding.part", lambda *_: Lines())
    monkeypatch.setenv("SAYSO_PLUGINS", "lines")
    assert "The pier of Hest\n" in sayso("export", "--as", "lines", "--ledger", place).out


def test_a_format_that_is_none_is_told_with_those_there_are(place: str) -> None:
    done = sayso("export", "--as", "odt", "--ledger", place)
    assert (done.code, "stix" in done.err) == (2, True)
