"""Every example plugin installs, holds its contract, and does what its page says."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.refresh import ROOT
from sayso.model import Claim
from sayso.plugins import GROUPS, Enabled, Option, PluginError, guarded_exporter, part, rows
from sayso.plugins.protocols import ExportedPage
from tests.cli.calls import sayso
from tests.plugins.examples import EXAMPLES, FOLDER, install


def test_there_is_an_example_of_each_kind() -> None:
    groups = {
        group
        for folder in EXAMPLES
        for group in tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    }
    assert groups == set(GROUPS.values())


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda one: one.name)
def test_an_example_is_found_by_its_entry_point(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install(monkeypatch, tmp_path, folder.name)
    (row,) = [one for one in rows(Enabled()) if one.state == "off"]
    told: dict[str, Option] = (
        {"endpoint": "http://127.0.0.1:1", "model": "none"} if row.name == "local-model" else {}
    )
    enabled = Enabled(names=(row.name,), options={row.name: told})
    assert row.kind
    assert part(GROUPS[row.kind], row.name, enabled) is not None
    assert row.package in (FOLDER / folder.name / "pyproject.toml").read_text("utf-8")
    assert (folder / "README.md").exists()


@pytest.mark.slow
def test_the_tests_of_the_examples_pass() -> None:
    paths = [str(ROOT), *(str(folder) for folder in EXAMPLES)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--import-mode=importlib",
         "--rootdir", str(FOLDER), "-c", "/dev/null", *map(str, EXAMPLES)],
        capture_output=True, text=True, check=False, env={"PYTHONPATH": ":".join([*paths, *sys.path])},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_subtitles_are_read_where_they_are_enabled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(monkeypatch, tmp_path / "lib", "format-subtitles")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.srt").write_text(
        "1\n00:00:01,000 --> 00:00:02,000\nThe governor said\n\n"
        "2\n00:00:02,000 --> 00:00:03,000\nthat the ferry was full.\n", "utf-8",
    )  # fmt: skip
    (found,) = sayso("--set", "plugins=subtitles", "read", "a.srt", "--rules", "--language", "en").json()
    assert found["content"]["text"] == "that the ferry was full"


class Material:
    """An export's material with nothing in it, or with a page that cannot be had."""

    program, as_of, head = "sayso", "", ""

    def __init__(self, torn: bool) -> None:
        self.torn = torn

    def pages(self) -> Iterator[ExportedPage]:
        """No pages."""
        if self.torn:
            raise OSError("torn")
        return iter(())

    def claims(self) -> Iterator[Claim]:
        """No claims."""
        return iter(())


def test_an_exporter_that_breaks_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(monkeypatch, tmp_path, "exporter-ris")
    with pytest.raises(PluginError, match="not enabled"):
        guarded_exporter("ris", Enabled())
    exporter = guarded_exporter("ris", Enabled(names=("ris",)))
    assert list(exporter.write(Material(torn=False))) == []
    with pytest.raises(PluginError, match=r"the plugin 'ris' broke \(OSError: torn\)"):
        list(exporter.write(Material(torn=True)))
