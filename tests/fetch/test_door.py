"""Only the doors reach the network: nothing else of the program so much as imports the means."""

import ast
from pathlib import Path

import sayso

ROOT = Path(sayso.__file__).parent
MEANS = {"socket", "ssl", "http", "requests", "httpx", "urllib3", "ftplib", "smtplib", "asyncio"}
DOORS = {"fetch", "web"}
NAMES_THE_MACHINE = {"store/lock.py"}  # of socket it takes the machine's own name


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.split(".")[0] for name in names if name != "urllib.parse"}


def test_only_the_doors_import_what_reaches_the_network() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): means
        for path in ROOT.rglob("*.py")
        if path.relative_to(ROOT).parts[0] not in DOORS and (means := imported(path) & (MEANS | {"urllib"}))
    }
    assert set(found) <= NAMES_THE_MACHINE, found
    assert "socket" in imported(ROOT / "fetch" / "connection.py")
