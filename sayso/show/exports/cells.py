"""Cells that no spreadsheet runs, and that can be turned back into what they were."""

from sayso.show.shapes import FORMULA

MARK = "'"


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
