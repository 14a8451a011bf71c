"""Tables of a ledger: flat, typed, complete, under names that stay."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import UsageError
from sayso.pipeline import Ledger
from sayso.show.tables import TABLES, Table, table_of
from tests.pipeline.corpora import MOMENT, every_claim, written

NAMES = list(TABLES)
ANONYMOUS = """---
title: Road shut
publisher: Radio Hest
published: 2031-06-02
---
A source in the province told Radio Hest on Monday that the road to Quill was shut.
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("tables")
    paths = written(folder / "files")
    (folder / "road.md").write_text(ANONYMOUS, encoding="utf-8")
    with Ledger(str(folder / "a.db"), clock=lambda: MOMENT) as held:
        list(held.add(*paths, str(folder / "road.md"), rules=True))
        claim = every_claim(held)[0]
        held.judge("outcome", [claim.id], {"outcome": "holds"}, by="T. Vell", why="seen by our own")
        yield held


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_rows_of_flat_values_of_their_kinds(ledger: Ledger, name: str) -> None:
    table = ledger.table(name)
    kinds = {"text": str, "integer": int, "number": float, "boolean": bool, "date": str}
    rows = table.rows()
    assert len(rows) == len(table) > 0
    for row in rows:
        assert list(row) == [column.name for column in table.columns]
        assert all(row[c.name] is None or type(row[c.name]) is kinds[c.kind] for c in table.columns)


@pytest.mark.parametrize("name", NAMES)
def test_every_column_of_an_arrow_pandas_and_polars_table_is_typed(ledger: Ledger, name: str) -> None:
    table = ledger.table(name)
    arrow, frame, polars = table.to_arrow(), table.to_pandas(), table.to_polars()
    names = [column.name for column in table.columns]
    assert arrow.column_names == list(frame.columns) == polars.columns == names
    assert arrow.num_rows == len(frame) == polars.height == len(table)
    for column in table.columns:
        days = [v for v in arrow[column.name].to_pylist() if v is not None and column.kind == "date"]
        assert all(isinstance(day, datetime.date) for day in days)
        assert str(frame[column.name].dtype) != "object"


def test_the_counts_are_those_of_the_ledger(ledger: Ledger) -> None:
    assert len(ledger.table("claims")) == ledger.count_claims()
    assert len(ledger.table("members")) == sum(len(claim.statements) for claim in every_claim(ledger))
    assert len(ledger.table("documents", as_of="2031-04-03")) == 2


def test_a_member_has_the_printed_words_of_its_proposition(ledger: Ledger) -> None:
    texts = {row.id: ledger.document(row.id).text.replace("\n", " ") for row in ledger.documents()}
    for row in ledger.table("members").rows():
        parts = str(row["text"]).replace("\n", " ").split(" … ")
        assert all(part in texts[str(row["document"])] for part in parts)


def test_an_anonymous_source_has_no_name_to_be_grouped_by(ledger: Ledger) -> None:
    rows = [row for row in ledger.table("statements").rows() if row["anonymous"]]
    assert rows
    assert {row["source"] for row in rows} == {None}


def test_an_unknown_table_names_those_that_there_are(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="documents, statements, claims"):
        ledger.table("origins")


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_table_has_its_columns_and_types(name: str) -> None:
    table = table_of(name, [])
    assert table.rows() == []
    assert table.to_arrow().num_rows == len(table.to_pandas()) == table.to_polars().height == 0


@pytest.mark.parametrize("library", ["pyarrow", "pandas", "polars"])
def test_a_library_that_is_missing_is_named_with_what_to_do(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib

    def missing(name: str, *_: Any) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    table: Table = table_of("documents", [])
    with pytest.raises(UsageError, match=f"pip install {library}"):
        getattr(table, {"pyarrow": "to_arrow"}.get(library, f"to_{library}"))()


def test_the_names_of_the_columns_stay() -> None:
    """Whoever removes or moves one breaks the programs of others: add at the end, and here."""
    assert {name: " ".join(c.name for c in columns) for name, columns in TABLES.items()} == COLUMNS


COLUMNS = {
    "documents": "document title publisher published language status words problems input text_sha256",
    "statements": (
        "statement document publisher published source source_printed source_kind anonymous chain act cue "
        "content quotation evidentiality factuality event_from event_to due_from due_to sentence confidence "
        "within reading"
    ),
    "claims": (
        "claim gist status documents statements origins_low origins origins_high origins_against denials "
        "first_published last_published likelihood probability confidence as_of"
    ),
    "members": (
        "claim statement proposition document publisher published stance scope p text gist status"
    ),
    "sources": "source name kind names statements documents denials promises first last right wrong",
    "expectations": (
        "expectation statement document published promisor gist modality condition due_from due_to quantity "
        "unit delivered status revised_by as_of"
    ),
    "timeline": "first last role printed text chain statement proposition document publisher published",
    "judgements": "judgement at by why what value targets standing note about claims",
}  # fmt: skip


def test_the_columns_are_documented() -> None:
    page = Path("docs/how-to/notebooks-and-tables.md").read_text(encoding="utf-8")
    for name, columns in TABLES.items():
        assert [c.name for c in columns if f"| `{c.name}` | {c.kind} | {c.says} |" not in page] == [], name
