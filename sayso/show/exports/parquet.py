"""Parquet (Apache): the table of everything said, for pandas, Polars, DuckDB and Arrow."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from tempfile import TemporaryFile
from typing import Any

from sayso.errors import UsageError
from sayso.model import Spans
from sayso.show.exports.material import Material
from sayso.show.exports.streams import pieces
from sayso.show.exports.tables import PLACE, Placed, flat, placed

ROWS = 20_000  # in one group of rows
LISTS = ("chain_list", "factualities")


def write(material: Material) -> Iterator[bytes]:
    """The columns of the CSV, unguarded, and beside them the chain, the certainties and the spans as lists.

    Raises UsageError where pyarrow is not installed.
    """
    try:
        pa, pq = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: `pip install 'sayso[tables]'` brings it") from error
    table = flat(material)
    schema = _schema(pa, table.columns)
    rows = zip(table.rows(), placed(material), strict=True)
    with TemporaryFile() as file:
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            while group := list(islice(rows, ROWS)):
                columns = [dict(zip(table.columns, row, strict=True)) | _lists(one) for row, one in group]
                writer.write_table(pa.Table.from_pylist(columns, schema=schema))
        yield from pieces(file)


def _schema(pa: Any, columns: tuple[str, ...]) -> Any:
    spans = pa.list_(pa.list_(pa.int64()))
    typed = {"sentence": pa.int64(), "anonymous": pa.bool_(), "confidence": pa.float64()}
    fields = [(name, typed.get(name, pa.string())) for name in columns]
    lists = [(name, pa.list_(pa.string())) for name in LISTS]
    return pa.schema([*fields, *lists, ("content_places", spans), ("source_places", spans)])


def _lists(one: Placed) -> dict[str, Any]:
    """What is no text: numbers, truth values and lists; what is empty for want of a claim is null."""
    said = one.statement
    empty = dict.fromkeys(PLACE) if one.place is None else {}
    return {
        **empty, "sentence": said.sentence, "anonymous": said.source.anonymous, "confidence": said.confidence,
        "chain_list": list(said.chain), "factualities": [part.factuality for part in said.propositions],
        "content_places": _pairs(said.content.spans), "source_places": _pairs(said.source.spans),
    }  # fmt: skip


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
