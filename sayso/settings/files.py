"""Reads a settings file (TOML 1.0): its keys, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.settings.known import PLUGIN, Value
from sayso.settings.values import checked, known, plugin_option

TABLE = re.compile(r"\s*\[([^\[\]]{1,200})\]")
KEY = re.compile(r"\s*([\w.\"'-]{1,200})[ \t]*=")
LONGEST_BYTES = 100_000


def read_settings(path: Path, *, own: bool) -> dict[str, tuple[Value, str]]:
    """The value of each key that a file sets, with where ("sayso.toml:3"); {} where there is no file.

    `own`: it is the user's, and may set everything. Raises UsageError at what is wrong, with its line.
    """
    text = _text(path)
    if text is None:
        return {}
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: this is not TOML: {error}") from error
    lines = _lines(text)
    found: dict[str, tuple[Value, str]] = {}
    for key, value in _flat(table):
        where = f"{path}:{lines[key]}" if key in lines else str(path)
        found[key] = _value(key, value, where, own=own), where
    return found


def _text(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UsageError(f"{path}: the settings cannot be read: {error.strerror}") from error
    if len(data) > LONGEST_BYTES:
        raise UsageError(f"{path}: settings have at most {LONGEST_BYTES:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: settings are written in UTF-8") from error


def _value(key: str, value: object, where: str, *, own: bool) -> Value:
    plugin = key.startswith(PLUGIN)
    setting = None if plugin else known(key, where)
    if not own and (setting is None or setting.own):
        hint = "a folder may come from somebody else; set it in your own file (`sayso config path`)"
        raise UsageError(f"{where}: {key} cannot be set for a folder: {hint}")
    return plugin_option(key, value, where) if setting is None else checked(setting, value, where)


def _flat(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        key = f"{before}{name}"
        if isinstance(value, dict):
            yield from _flat(value, f"{key}.")
        else:
            yield key, value


def _lines(text: str) -> dict[str, int]:
    """The line of each key, counted from 1; of what is written in an unusual way there is none."""
    found: dict[str, int] = {}
    before = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if match := TABLE.match(line):
            before = _plain(match[1]) + "."
        elif match := KEY.match(line):
            found.setdefault(before + _plain(match[1]), number)
    return found


def _plain(name: str) -> str:
    return "".join(name.split()).replace('"', "").replace("'", "")
