"""`sayso datasette`: metadata that fits the ledger's views, and views that say what the tables say."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.pipeline import Ledger
from sayso.show.datasette import FACETS, HIDDEN, LEFT_OUT, QUERIES, TITLES, columns_of
from sayso.show.tables import TABLES
from tests.cli.calls import sayso
from tests.pipeline.corpora import MOMENT, written

NOT_VALUES = {"chain", "anonymous", "source_printed"}  # the view hides, or writes otherwise


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("datasette")
    place = str(folder / "a.db")
    with Ledger(place, clock=lambda: MOMENT) as held:
        list(held.add(*written(folder / "files"), rules=True))
    return place


def connected(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    return connection


def told(path: str, *words: str) -> dict[str, Any]:
    call = sayso("datasette", "--ledger", path, *words)
    assert call.code == 0, call.err
    found: dict[str, Any] = yaml.safe_load(call.out)["databases"]["a"]
    return found


@pytest.mark.parametrize("name", ["documents", "statements", "claims", "members", "timeline"])
def test_a_view_has_the_columns_and_the_values_of_the_table_of_its_name(path: str, name: str) -> None:
    with Ledger(path, read_only=True, clock=lambda: MOMENT) as held:
        table = held.table(name).rows()
    connection = connected(path)
    rows = [dict(row) for row in connection.execute(f"SELECT * FROM v_{name}")]
    connection.close()
    shared = {column.name for column in TABLES[name]} - LEFT_OUT.get(f"v_{name}", frozenset())
    assert shared <= set(rows[0])
    values = sorted(shared - NOT_VALUES)

    def key(row: Any) -> list[str]:
        return [str(row[column]) for column in values]

    assert sorted(map(key, rows)) == sorted(map(key, table))


def test_every_view_is_told_of_and_everything_else_is_hidden(path: str) -> None:
    connection = connected(path)
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    names = {row["name"] for row in connection.execute(query)}
    connection.close()
    assert set(TITLES) <= names
    assert set(HIDDEN) == names - set(TITLES), "a table that is new belongs into HIDDEN"
    assert {name for name, said in told(path)["tables"].items() if said == {"hidden": True}} == set(HIDDEN)


@pytest.mark.parametrize("view", TITLES)
def test_every_column_of_a_view_is_explained_and_every_facet_is_one(path: str, view: str) -> None:
    connection = connected(path)
    columns = [row["name"] for row in connection.execute(f"PRAGMA table_info({view})")]
    connection.close()
    assert set(columns) == set(columns_of(view)) == set(told(path)["tables"][view]["columns"])
    assert all(columns_of(view).values())
    assert set(FACETS.get(view, [])) <= set(columns)


def test_no_facet_is_offered_on_who_is_anonymous() -> None:
    assert not {"source", "source_printed", "chain"} & {name for names in FACETS.values() for name in names}


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_runs_in_a_file_that_is_only_read(path: str, name: str) -> None:
    connection = connected(path)
    connection.execute(told(path)["queries"][name]["sql"], {"claim": "c:1"}).fetchall()
    connection.close()


def test_for_others_only_the_views_and_the_queries_are_open(path: str) -> None:
    found = told(path, "--views-only")
    assert found["allow_sql"] is False
    assert found["tables"]["statements"] == {"hidden": True, "allow": False}


def test_a_ledger_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    assert sayso("datasette", "--ledger", str(tmp_path / "none.db")).code == 2
