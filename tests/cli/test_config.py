"""`sayso config`, and settings as the defaults of options."""

from pathlib import Path

import click
import pytest

from sayso.cli import VERBS, main
from sayso.settings import SETTINGS
from tests.cli.calls import process, sayso


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_show_tells_the_value_and_origin_of_every_setting(folder: Path) -> None:
    (folder / "sayso.toml").write_text('ledger = "ours.db"', encoding="utf-8")
    rows = {row["key"]: row for row in sayso("config", "show", "--json").json()}
    assert list(rows)[: len(SETTINGS)] == [one.key for one in SETTINGS]
    assert (rows["ledger"]["value"], rows["ledger"]["where"]) == ("ours.db", "sayso.toml:1")
    assert rows["workers"]["origin"] == "default"
    assert 'ledger = "ours.db"   sayso.toml:1' in sayso("config", "show", "--table").out


def test_path_names_both_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CONFIG", str(folder / "mine.toml"))
    (folder / "sayso.toml").touch()
    mine, here = sayso("config", "path").out.splitlines()
    assert (mine, here) == (f"{folder / 'mine.toml'}  (not there)", str(folder / "sayso.toml"))
    monkeypatch.setenv("SAYSO_CONFIG", "")
    assert "no file of your own" in sayso("config", "path").out


def test_an_option_has_its_default_from_the_settings_and_wins_over_them(folder: Path) -> None:
    (folder / "sayso.toml").write_text('ledger = "ours.db"', encoding="utf-8")
    assert "no ledger at ours.db" in sayso("claims").err
    assert "no ledger at set.db" in sayso("--set", "ledger=set.db", "claims").err
    assert "no ledger at given.db" in sayso("--set", "ledger=set.db", "claims", "--ledger", "given.db").err
    assert "no ledger at ours.db" in sayso("judge", "list").err


def test_wrong_settings_are_a_usage_error_of_what_needs_them_only(folder: Path) -> None:
    (folder / "sayso.toml").write_text("workers = 0", encoding="utf-8")
    found = sayso("add", "x.txt")
    assert (found.code, "sayso.toml:1: workers is from 1 to 64" in found.err) == (2, True)
    assert sayso("config", "path").code == 0
    assert sayso("schema", "claim").code == 0
    assert sayso("--help").code == 0


def test_a_setting_that_steers_a_terminal_is_written_out(folder: Path) -> None:
    (folder / "sayso.toml").write_text('"\\u001b[2J" = 1', encoding="utf-8")
    assert "\x1b" not in sayso("claims").err


def test_who_signs_by_setting_does_not_narrow_lists(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_BY", "Ann Roe")
    (folder / "a.md").write_text(
        "---\nlanguage: en\n---\nAna Roe said that rice was scarce.", encoding="utf-8"
    )
    assert sayso("add", "a.md", "--rules").code == 0
    (document,) = sayso("documents").json()
    made = sayso("judge", "statement", document["id"], "--help")
    assert made.code == 0
    assert sayso("judge", "list").json() == []


def test_every_setting_of_an_option_names_one_that_is_there() -> None:
    there = set()
    for verb in VERBS:
        command = main.get_command(click.Context(main), verb)
        assert command is not None
        inner = command.commands if isinstance(command, click.Group) else {}
        commands = [command, *inner.values()]
        if isinstance(command, click.Group):
            context = click.Context(command)
            names = command.list_commands(context)
            commands += [one for name in names if (one := command.get_command(context, name))]
        there |= {f"{verb} {one.name}" for each in commands for one in each.params}
    there |= {f"* {pair.partition(' ')[2]}" for pair in there}
    assert {pair for one in SETTINGS for pair in one.options} - there == set()


def test_help_reads_no_settings_file(folder: Path) -> None:
    (folder / "sayso.toml").write_text("=", encoding="utf-8")
    assert process("--help").code == 0
