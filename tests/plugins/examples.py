"""The example plugins, put in the way of this process as if they had been installed."""

import tomllib
from pathlib import Path

import pytest

from docs.refresh import ROOT
from tests.plugins.plugged import plug

FOLDER = ROOT / "examples" / "plugins"
EXAMPLES = sorted(path.parent for path in FOLDER.glob("*/pyproject.toml"))


def install(monkeypatch: pytest.MonkeyPatch, folder: Path, example: str) -> None:
    """An example plugin by the name of its folder; `folder` is for what an installer would write."""
    project = tomllib.loads((FOLDER / example / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    monkeypatch.syspath_prepend(str(FOLDER / example))
    plug(monkeypatch, folder / example, project["entry-points"], package=project["name"])
