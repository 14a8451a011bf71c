"""Packages with entry points, put in the way of this process as if they had been installed."""

from pathlib import Path

import pytest

from sayso.plugins import finding


def plug(
    monkeypatch: pytest.MonkeyPatch, folder: Path, points: dict[str, dict[str, str]], *, package: str = "odd"
) -> None:
    """A package whose entry points are these, by group; its modules are looked for in `folder`."""
    home = folder / f"{package.replace('-', '_')}-1.2.dist-info"
    home.mkdir(parents=True)
    (home / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.2\n", encoding="utf-8"
    )
    lines = [
        f"[{group}]\n" + "".join(f"{n} = {t}\n" for n, t in names.items()) for group, names in points.items()
    ]
    (home / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    finding.made.cache_clear()


def module(folder: Path, name: str, source: str) -> None:
    """A module of a plugin."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(source, encoding="utf-8")
