"""Fresh documents are measured beside the others, by the same measure, in tables of their own."""

from bench.read.gold import fresh
from bench.read.gold_shape import of_gold
from bench.table import Row, Table
from tests.gold_documents import fresh_paths, gold_paths, load_gold


def rows(name: str) -> list[Row]:
    tables = fresh({"a person": of_gold, "nobody": lambda gold: []})
    return next(list(one.rows) for one in tables if isinstance(one, Table) and one.name == name)


def test_every_reader_has_a_row_of_its_own_on_the_fresh_documents() -> None:
    named = {str(row["reading"]): row for row in rows("gold fresh")}
    assert list(named) == [
        "a person, six fresh documents",
        "nobody, six fresh documents",
    ]
    perfect, empty = named.values()
    assert (perfect["found, source right"], perfect["all three"], perfect["times F1"]) == (1.0, 1.0, 1.0)
    assert (empty["found"], empty["hearsay found"]) == (0.0, 0.0)


def test_the_first_reader_is_shown_document_by_document() -> None:
    assert [row["reading"] for row in rows("gold fresh by document")] == [path.stem for path in fresh_paths()]
    assert {row["found"] for row in rows("gold fresh by document")} == {1.0}


def test_there_are_six_fresh_documents_of_six_outlets_and_none_is_pinned() -> None:
    assert len({load_gold(path).publisher for path in fresh_paths()}) == len(fresh_paths()) == 6
    assert not set(fresh_paths()) & set(gold_paths())
