"""CSV (RFC 4180): one table of everything said, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from sayso.show.exports.cells import guarded
from sayso.show.exports.material import Material
from sayso.show.exports.tables import Row, flat


def write(material: Material) -> Iterator[bytes]:
    """UTF-8, a line of column names first; a statement in two claims has two lines, in none one."""
    table = flat(material)
    yield _line(table.columns)
    for row in table.rows():
        yield _line(row)


def _line(row: Row) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([guarded(cell) for cell in row])
    return out.getvalue().encode()
