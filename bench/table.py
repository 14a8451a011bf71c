"""A table of figures: what a bench hands back, printed as plain text or as Markdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Cell = str | int | float | None
Row = dict[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of figures with what they were measured on.

    `rows` have the same keys in the same order; the first one names the row. Shares are in
    [0, 1]. None prints as "–". `data` says which texts, `notes` what must be known to read it.
    `private`: shown on the terminal, never written (it quotes texts of others).
    """

    name: str
    title: str
    data: str
    rows: list[Row]
    notes: tuple[str, ...] = ()
    private: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A bench that could not run, and why."""

    name: str
    why: str


Outcome = Table | Skipped
Bench = Callable[[], list[Outcome]]


def shown(cell: Cell) -> str:
    """A cell as printed: fractions with three digits, large numbers with thousands parted."""
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:,.0f}" if abs(cell) >= 1000 else f"{cell:.3f}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def plain(table: Table) -> str:
    """The table in aligned columns, its data above and its notes below."""
    lines = [f"== {table.title}", f"   {table.data}", *_aligned(table.rows)]
    return "\n".join([*lines, *(f"   {note}" for note in table.notes), *table.private])


def markdown(table: Table) -> str:
    """The table as a Markdown section; without what is private."""
    parts = [f"## {table.title}", "", table.data, ""]
    if table.rows:
        header = list(table.rows[0])
        parts += [_line(header), _line(["---", *["---:"] * (len(header) - 1)])]
        parts += [_line([shown(cell).replace("|", "\\|") for cell in row.values()]) for row in table.rows]
        parts.append("")
    if table.notes:
        parts += [*(f"- {note}" for note in table.notes), ""]
    return "\n".join(parts)


def _aligned(rows: Sequence[Row]) -> list[str]:
    if not rows:
        return ["   (no rows)"]
    cells = [list(rows[0]), *([shown(cell) for cell in row.values()] for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    return [
        "  ".join(
            cell.rjust(width) if n else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in cells
    ]


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
