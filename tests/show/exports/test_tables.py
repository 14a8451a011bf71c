"""CSV, XLSX and Parquet: safe to open, and nothing of a cell lost."""

import csv
import importlib
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.show.exports import xlsx
from sayso.show.exports.cells import escaped, guarded, unescaped, unguarded
from sayso.show.shapes import FORMULA
from tests.show.exports.made import claims, material
from tests.show.exports.readers import csv_rows, exported, openpyxl, sheet_rows

ODD = st.text(alphabet="'=+-@\t\rab \"\n,", max_size=12)


@given(ODD | st.text(max_size=20))
def test_no_guarded_cell_begins_like_a_formula(value: str) -> None:
    assert not guarded(value).startswith(FORMULA)


@given(ODD | st.text(max_size=20))
def test_a_guarded_cell_gives_back_its_value(value: str) -> None:
    assert unguarded(guarded(value)) == value


@given(ODD | st.text(alphabet="_x0041\x00\x1f\r\ufffe", max_size=20) | st.text(max_size=20))
def test_a_cell_of_a_workbook_gives_back_its_value(value: str) -> None:
    assert unguarded(unescaped(xlsx.written(value))) == value


@given(st.text(alphabet="a\x00\x0b\x1f\r\ufffe\ud800\U0001f600", max_size=20))
def test_what_xml_cannot_hold_is_written_out(value: str) -> None:
    assert not set(escaped(value)) & {"\x00", "\x0b", "\x1f", "\r", "\ufffe", "\ud800"}


def test_no_cell_of_the_csv_begins_like_a_formula() -> None:
    rows = csv.reader(io.StringIO(exported("csv", material()).decode(), newline=""))
    assert [cell for row in rows for cell in row if cell.startswith(FORMULA)] == []


def test_no_cell_of_the_workbook_is_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", material())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert [cell.value for cell in cells if str(cell.value).startswith(FORMULA)] == []


def test_the_workbook_has_a_sheet_for_everything() -> None:
    data = exported("xlsx", material())
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == [
        "statements", "claims", "members", "documents", "expectations", "judgements",
    ]  # fmt: skip
    assert [row["id"] for row in sheet_rows(data, "claims")] == [claim.id for claim in claims()]
    assert [row["stance"] for row in sheet_rows(data, "members")] == ["supports", "denies", "supports"]
    assert [row["title"] for row in sheet_rows(data, "documents")] == ["The fever and the dam", "=1+1"]
    assert [row["by"] for row in sheet_rows(data, "judgements")] == ["Editor Mar"]


def test_the_same_ledger_gives_the_same_workbook() -> None:
    assert exported("xlsx", material()) == exported("xlsx", material())


def test_the_names_of_the_columns_stay_in_sight_and_words_have_room() -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", material())))
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert book["claims"].column_dimensions["C"].width == xlsx.WIDE
    assert book.properties.creator == "sayso 0"


def test_a_cell_longer_than_a_sheet_holds_is_cut_and_says_so() -> None:
    cut = xlsx.written("a" * 40_000)
    assert len(cut) == xlsx.MOST_CHARS
    assert cut.endswith("[cut]")


def test_more_rows_than_a_sheet_holds_is_a_usage_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    with pytest.raises(UsageError, match="choose less"):
        exported("xlsx", material())


def test_a_statement_in_no_claim_has_a_row_without_one() -> None:
    rows = list(csv_rows(exported("csv", material())))
    assert {row["stance"] for row in rows} == {"supports", "denies", ""}
    assert len({row["id"] for row in rows}) == len(rows) == 10


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.import_module

    def missing(name: str, *more: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr("sayso.show.exports.parquet.import_module", missing)
    with pytest.raises(UsageError, match=r"sayso\[tables\]"):
        exported("parquet", material())
