"""The verbs `expectations` and `changes`: forms, filters, exit codes, and what they show on a terminal."""

import csv
import io
import json

import jsonschema
import pytest

from sayso.show.expectations_table import COLUMNS
from sayso.show.shapes import schema
from tests.cli.calls import Call, sayso
from tests.gold_expectations import CORPORA

END = ("--as-of", "2032-12-31")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("expectations") / "a.db")
    files = sorted(str(one) for one in CORPORA["ombria"].glob("*.md"))
    assert sayso("add", "--ledger", place, *files).code == 0
    return place


def expectations(path: str, *words: str) -> Call:
    return sayso("expectations", "--ledger", path, *END, *words)


def test_expectations_are_one_array_of_the_shape_that_the_schema_tells(path: str) -> None:
    rows = expectations(path, "--json", "--limit", "0").json()
    for row in rows:
        jsonschema.Draft202012Validator(json.loads(schema("expectation"))).validate(row)
    assert {"id", "statement", "promisor", "gist", "due_from", "due_to", "modality", "condition", "quantity",
            "delivered", "status", "revised_by", "evidence"} <= set(rows[0])  # fmt: skip


def test_a_line_a_piece_and_a_table_for_a_spreadsheet(path: str) -> None:
    lines = expectations(path, "--jsonl", "--limit", "3").out.splitlines()
    rows = list(csv.DictReader(io.StringIO(expectations(path, "--csv", "--limit", "3").out)))
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in rows]
    assert list(rows[0]) == list(COLUMNS)


def test_the_table_shows_moved_windows_as_arrows_and_who_promised_through_whom(path: str) -> None:
    out = expectations(path, "hospital", "--table").out
    assert "2032-03-01 → from 2032-03-20 on" in out
    assert "Health Ministry, in Teval Morning" in out


@pytest.mark.parametrize("form", [("--id",), ()])
def test_one_is_shown_in_full_with_its_reasons(path: str, form: tuple[str, ...]) -> None:
    id = expectations(path, "wells would be in use", "--json").json()[0]["id"]
    out = expectations(path, *form, id, "--table").out
    for words in ("Why", "What came of it", "Where it was told", "10 of 10 wells"):
        assert words in out
    assert expectations(path, *form, id, "--json").json()["id"] == id


def test_an_open_one_says_how_such_promises_fared(path: str) -> None:
    id = sayso(
        "expectations", "crown", "--ledger", path, "--as-of", "2032-10-20", "--json"
    ).json()[0]["id"]  # fmt: skip
    out = sayso("expectations", id, "--ledger", path, "--as-of", "2032-10-20", "--table").out
    assert "are kept in the end" in " ".join(out.split())


def test_what_fell_due_since_a_day_has_ended_by_now(path: str) -> None:
    rows = expectations(path, "--since", "2032-05-01", "--json", "--limit", "0").json()
    assert rows
    assert all("2032-05-01" <= row["due_to"] <= "2032-12-31" for row in rows)


def test_nothing_that_fits_is_said(path: str) -> None:
    assert "Nothing promised" in expectations(path, "nowhere", "--table").out
    assert expectations(path, "nowhere", "--json").json() == []


def test_an_unknown_id_and_a_day_that_is_none_are_usage_errors(path: str) -> None:
    assert expectations(path, "--id", "e:nothing").code == 2
    assert expectations(path, "--since", "tomorrow").code == 2


def test_the_page_of_a_source_has_its_record(path: str) -> None:
    out = sayso("source", "Teo Marl", "--ledger", path, *END, "--table").out
    assert "foretold 1 thing: 1 broken" in out


def changes(path: str, since: str, until: str, *words: str) -> Call:
    return sayso("changes", "--ledger", path, "--since", since, "--as-of", until, *words)


def test_changes_exit_with_one_where_something_changed_and_with_none_where_nothing_did(path: str) -> None:
    assert changes(path, "2032-05-15", "2032-06-10").code == 1
    quiet = changes(path, "2032-01-15", "2032-01-20")
    assert (quiet.code, quiet.json()) == (0, [])
    assert "Nothing changed" in changes(path, "2032-01-15", "2032-01-20", "--table").out


def test_changes_are_rows_of_the_shape_that_the_schema_tells(path: str) -> None:
    rows = changes(path, "2032-05-15", "2032-06-10").json()
    for row in rows:
        jsonschema.Draft202012Validator(json.loads(schema("changes"))).validate(row)
    only = changes(path, "2032-05-15", "2032-06-10", "--kind", "due").json()
    assert {row["kind"] for row in only} == {"due"}
    assert (
        len(list(csv.reader(io.StringIO(changes(path, "2032-05-15", "2032-06-10", "--csv").out))))
        > len(rows) / 2
    )


def test_changes_stand_under_a_heading_a_kind(path: str) -> None:
    out = changes(path, "2032-05-15", "2032-06-10", "--table").out
    for heading in ("What came of promises", "Fell due", "Records that moved"):
        assert heading in out


def test_changes_need_a_day_to_count_from(path: str) -> None:
    assert sayso("changes", "--ledger", path).code == 2
    assert changes(path, "2033-01-01", "2032-01-01").code == 2
