"""The interface does what the commands do: its page names each, and says why one is not there."""

import re
from pathlib import Path

from docs.reference import generate
from docs.reference.interface import described

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "use-the-interface.md").read_text(encoding="utf-8")
DONE, LEFT_OUT = PAGE.partition("## Command by command")[2].split("Left out on purpose:")
ROUTES = re.compile(r"`(GET|POST) (/api/[^`]*)`")


def commands_in(table: str) -> set[str]:
    """The commands in the first column of a table."""
    cells = (row.split("|")[1] for row in table.splitlines() if row.startswith("| `"))
    return {name for cell in cells for name in re.findall("`([^`]+)`", cell)}


def test_every_command_is_there_or_left_out_on_purpose() -> None:
    there = {name for name, _ in generate.commands()}
    assert there == commands_in(DONE) | commands_in(LEFT_OUT)
    assert commands_in(DONE) & commands_in(LEFT_OUT) == {"watch"}


def test_every_route_is_named_and_none_that_is_not_there() -> None:
    there = {(method.upper(), path) for path, methods in described()["paths"].items() for method in methods}
    assert set(ROUTES.findall(DONE)) == there
