"""XLSX (ECMA-376): a workbook with a sheet for each table; no cell is a formula."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from tempfile import TemporaryFile
from typing import Any

from sayso.errors import UsageError
from sayso.show.exports.cells import escaped, guarded
from sayso.show.exports.material import Material
from sayso.show.exports.streams import pieces
from sayso.show.exports.tables import Row, Table, tables

MOST_CHARS = 32_767  # that a cell holds
MOST_ROWS = 1_048_576  # that a sheet holds, with its names
CUT = " … [cut]"
WIDE, NARROW = 60, 18
NO_DAY = datetime(2000, 1, 1)


def write(material: Material) -> Iterator[bytes]:
    """The workbook, in pieces. Raises UsageError where a table has more rows than a sheet holds."""
    book = import_module("openpyxl").Workbook(write_only=True)
    book.properties.creator = material.program
    book.properties.created = book.properties.modified = NO_DAY
    try:
        for table in tables(material):
            _sheet(book, table)
    except BaseException:
        for sheet in book.worksheets:
            sheet.close()  # what is half written would complain later
        raise
    with TemporaryFile() as file:
        book.save(file)
        yield from pieces(file)


def _sheet(book: Any, table: Table) -> None:
    sheet = book.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    for number, name in enumerate(table.columns, start=1):
        wide = name in {"content", "gist", "told", "why", "about", "means"}
        sheet.column_dimensions[_letters(number)].width = WIDE if wide else NARROW
    sheet.append([_cell(sheet, name) for name in table.columns])
    for number, row in enumerate(table.rows(), start=2):
        if number > MOST_ROWS:
            raise UsageError(
                f"a sheet holds {MOST_ROWS:,} rows, and {table.name} has more; choose less, or csv"
            )
        sheet.append(_row(sheet, row))


def _row(sheet: Any, row: Row) -> list[Any]:
    return [_cell(sheet, value) for value in row]


def _cell(sheet: Any, value: str) -> Any:
    """A cell that is text whatever it holds: one that begins like a formula is guarded as well."""
    cell = import_module("openpyxl.cell").WriteOnlyCell(sheet)
    cell.value = written(value)
    cell.data_type = "s"
    return cell


def written(value: str) -> str:
    """The value as a cell holds it: guarded, cut where it is longer than a cell, control characters as
    "_x0001_", as the format writes them.

    >>> written("a\\x01b")
    'a_x0001_b'
    """
    safe = escaped(guarded(value))
    return safe if len(safe) <= MOST_CHARS else safe[: MOST_CHARS - len(CUT)] + CUT


def _letters(number: int) -> str:
    return str(import_module("openpyxl.utils").get_column_letter(number))
