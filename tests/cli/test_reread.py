"""`sayso reread` and `sayso diff --readings` from the command line."""

import json
from pathlib import Path

import jsonschema
import pytest

from sayso.show.shapes import schema
from tests.cli.calls import sayso
from tests.pipeline.corpora import written
from tests.read.readers import needs_weights


@pytest.fixture
def path(tmp_path: Path) -> str:
    place = str(tmp_path / "a.db")
    call = sayso("add", "--rules", "--ledger", place, *written(tmp_path / "files"))
    assert call.code == 0, call.err
    return place


def test_what_the_present_reader_has_read_is_not_read_again(path: str) -> None:
    call = sayso("reread", "--rules", "--ledger", path)
    assert (call.code, call.out) == (0, "")
    assert "was read by the present reader" in call.err


@needs_weights
def test_reread_tells_what_became_of_the_statements_and_diff_shows_it(path: str) -> None:
    call = sayso("reread", "--workers", "1", "--ledger", path)
    assert call.code == 0
    assert "5 documents read anew by en-1+" in call.err
    rows = json.loads(sayso("documents", "--ledger", path, "--json").out)
    for row in rows:
        diff = json.loads(sayso("diff", "--readings", row["id"], "--ledger", path, "--json").out)
        jsonschema.Draft202012Validator(json.loads(schema("readings"))).validate(diff)
        assert diff["older"].startswith("en-1-rules+")
        table = sayso("diff", "--readings", row["id"], "--ledger", path, "--table").out
        assert "the same" in table
        assert sayso("diff", "--readings", row["id"], "--ledger", path, "--csv").code == 0
    assert sayso("verify", "--ledger", path).code == 0


def test_two_readings_are_of_one_document(path: str) -> None:
    call = sayso("diff", "--readings", "d:1", "d:2", "--ledger", path)
    assert call.code == 2
    assert "one ID" in call.err


def test_a_ledger_that_is_not_there_is_made_by_nobody_who_rereads(tmp_path: Path) -> None:
    call = sayso("diff", "--readings", "d:1", "--ledger", str(tmp_path / "none.db"))
    assert call.code == 2
