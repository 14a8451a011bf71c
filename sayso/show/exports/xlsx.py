"""XLSX (ECMA-376): a workbook with a sheet for each table; no cell is a formula.

Written straight as XML, a row at a time: every cell is text, so nothing else of the format is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from tempfile import TemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sayso.errors import UsageError
from sayso.show.exports import xlsx_parts as parts
from sayso.show.exports.cells import escaped, guarded
from sayso.show.exports.material import Material
from sayso.show.exports.streams import PIECE_BYTES, pieces
from sayso.show.exports.tables import Row, Table, tables

MOST_CHARS = 32_767  # that a cell holds
MOST_ROWS = 1_048_576  # that a sheet holds, with its names
CUT = " … [cut]"
WIDE, NARROW = 60, 18
WORDY = frozenset({"content", "gist", "told", "why", "about", "means"})
NO_DAY = (2000, 1, 1, 0, 0, 0)


def write(material: Material) -> Iterator[bytes]:
    """The workbook, in pieces. Raises UsageError where a table has more rows than a sheet holds."""
    every = tables(material)
    names = [table.name for table in every]
    with TemporaryFile() as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for name, text in parts.around(names, material.program).items():
                _put(archive, name, [text])
            for number, table in enumerate(every, start=1):
                _put(archive, parts.sheet_name(number), _sheet(table))
        yield from pieces(file)


def _put(archive: ZipFile, name: str, texts: Iterator[str] | Sequence[str]) -> None:
    """One file of the archive, compressed some rows at a time."""
    info = ZipInfo(name, NO_DAY)
    info.compress_type = ZIP_DEFLATED
    held: list[str] = []
    with archive.open(info, "w", force_zip64=True) as out:
        size = 0
        for text in texts:
            held.append(text)
            size += len(text)
            if size >= PIECE_BYTES:
                out.write("".join(held).encode())
                held, size = [], 0
        out.write("".join(held).encode())


def _sheet(table: Table) -> Iterator[str]:
    """The XML of a sheet, its first row with the names staying in sight."""
    letters = [parts.letters(number) for number in range(1, len(table.columns) + 1)]
    yield parts.SHEET_BEGIN
    yield parts.columns([WIDE if name in WORDY else NARROW for name in table.columns])
    yield parts.ROWS_BEGIN
    yield _row(letters, 1, table.columns)
    for number, row in enumerate(table.rows(), start=2):
        if number > MOST_ROWS:
            raise UsageError(
                f"a sheet holds {MOST_ROWS:,} rows, and {table.name} has more; choose less, or csv"
            )
        yield _row(letters, number, row)
    yield parts.SHEET_END


def _row(letters: Sequence[str], number: int, row: Row) -> str:
    cells = [_cell(f"{letter}{number}", value) for letter, value in zip(letters, row, strict=True)]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, value: str) -> str:
    """A cell that is text whatever it holds: one that begins like a formula is guarded as well."""
    if not value:
        return f'<c r="{place}"/>'
    text = escape(written(value), quote=False)
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def written(value: str) -> str:
    """The value as a cell holds it: guarded, cut where it is longer than a cell, control characters as
    "_x0001_", as the format writes them.

    >>> written("a\\x01b")
    'a_x0001_b'
    """
    safe = escaped(guarded(value))
    return safe if len(safe) <= MOST_CHARS else safe[: MOST_CHARS - len(CUT)] + CUT
