"""Floors hold or fail in words, are pinned with a margin, and are never lowered unasked."""

from pathlib import Path

import pytest

from bench import floors
from bench.gates import Gate, Measured
from bench.page import merged, page
from bench.table import Row, Table, markdown, plain, shown

MACHINE = {"processor": "P", "cores": 2, "python": "3.11", "system": "Linux", "date": "2031-01-01"}


def measured(found: float, spurious: float = 0.2) -> Measured:
    return Measured(figures={"sayso": {"found": found, "spurious": spurious, "wrong": 3}}, texts="t")


GATE = Gate(name="trial", measure=lambda: measured(0.8), floors=("found",), ceilings=("spurious", "wrong"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(floors, "FOLDER", tmp_path)
    return tmp_path


def failing(now: Measured) -> list[str]:
    return [line for holds, line in floors.judged(GATE, now) if not holds]


def test_what_was_pinned_holds_with_its_margin() -> None:
    floors.pin(GATE, measured(0.8), lower=False)
    assert failing(measured(0.795, 0.205)) == []


def test_a_figure_below_its_floor_fails_and_says_so() -> None:
    floors.pin(GATE, measured(0.8), lower=False)
    assert failing(measured(0.5)) == ["sayso: found 0.5 is below the floor 0.79"]


def test_a_figure_above_its_ceiling_fails() -> None:
    floors.pin(GATE, measured(0.8), lower=False)
    assert failing(measured(0.8, 0.3)) == ["sayso: spurious 0.3 is above the ceiling 0.21"]


def test_a_pinned_reader_without_weights_fails() -> None:
    floors.pin(GATE, measured(0.8), lower=False)
    assert "weights are missing" in failing(Measured(texts="t"))[0]


def test_pinning_again_never_lowers_unless_asked() -> None:
    floors.pin(GATE, measured(0.8), lower=False)
    floors.pin(GATE, measured(0.6, 0.4), lower=False)
    assert floors.load("trial")["floors"]["sayso"]["found"] == 0.79
    assert floors.load("trial")["ceilings"]["sayso"] == {"spurious": 0.21, "wrong": 3}
    floors.pin(GATE, measured(0.6, 0.4), lower=True)
    assert floors.load("trial")["floors"]["sayso"]["found"] == 0.59


def test_missing_data_is_said_and_does_not_fail() -> None:
    assert floors.judged(GATE, Measured(why="skipped: no data")) == [(True, "skipped: no data")]


def test_changed_texts_are_said() -> None:
    floors.pin(GATE, measured(0.8), lower=False)
    lines = floors.judged(GATE, Measured(figures=measured(0.8).figures, texts="other"))
    assert any("changed" in line for _, line in lines)


def test_a_table_prints_its_cells_and_keeps_what_is_private_off_the_page() -> None:
    rows: list[Row] = [{"system": "a|b", "F1": 0.5, "words": 12000, "none": None}]
    table = Table(name="t", title="T", data="D.", rows=rows, private=("secret words",))
    assert "secret words" in plain(table)
    assert "secret words" not in markdown(table)
    assert "| a\\|b | 0.500 | 12,000 | – |" in markdown(table)
    assert shown(1234.5) == "1,234"


def test_tables_of_benches_that_did_not_run_stay() -> None:
    old = [stored("gold", "old"), stored("gold by register", "old"), stored("speed", "old")]
    found = merged(old, [stored("gold", "new")], ["gold", "speed"])
    assert [(one["name"], one["title"]) for one in found] == [("gold", "new"), ("speed", "old")]
    assert "## new" in page(found)
    assert "2 cores" in page(found)


def stored(name: str, title: str) -> dict[str, object]:
    return {"name": name, "title": title, "data": "D", "machine": MACHINE, "rows": [{"a": "b"}], "notes": []}
