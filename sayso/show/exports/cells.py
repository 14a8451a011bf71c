"""Cells that no spreadsheet runs, and that can be turned back into what they were."""

import re

from sayso.show.shapes import FORMULA

MARK = "'"
_UNHELD = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def guarded(value: str) -> str:
    """The value with an apostrophe before it where a spreadsheet would take it for a formula.

    A value that begins with apostrophes and then like a formula gets one more, so that `unguarded` gives back
    every value, character for character.

    >>> guarded("=1+1"), guarded("'=1"), guarded("'tis")
    ("'=1+1", "''=1", "'tis")
    """
    return MARK + value if value.lstrip(MARK).startswith(FORMULA) else value


def unguarded(cell: str) -> str:
    """What a cell held before it was guarded.

    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith(MARK) and cell.lstrip(MARK).startswith(FORMULA) else cell


def escaped(value: str) -> str:
    """The value as a workbook holds it (ECMA-376, ST_Xstring): what XML cannot hold is written "_x0001_".

    What already looks so is escaped itself, so that `unescaped` gives back every value without surrogates.

    >>> escaped("a\\x01b_x0041_")
    'a_x0001_b_x005F_x0041_'
    """
    return _UNHELD.sub(lambda match: f"_x{ord(match.group()[0]):04X}_{match.group()[1:]}", value)


def unescaped(cell: str) -> str:
    """What a cell of a workbook held before it was escaped.

    >>> unescaped("a_x0001_b_x005F_x0041_")
    'a\\x01b_x0041_'
    """
    return _ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), cell)
