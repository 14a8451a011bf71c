"""Groups of commands that import a command's file only when it is used."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class Lazy(click.Group):
    """A group over the files of a package: each has its `command`, named like its file but for `files`."""

    def __init__(
        self, *args: Any, package: str, verbs: Mapping[str, str], files: Mapping[str, str] | None = None,
        title: str = "Commands", **rest: Any,
    ) -> None:  # fmt: skip
        """`verbs` are the names with a sentence each, in the order in which they are shown under `title`."""
        super().__init__(*args, **rest)
        self._package, self._verbs, self._files, self._title = package, verbs, files or {}, title

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which they are shown."""
        return list(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None for an unknown one."""
        if cmd_name not in self._verbs:
            return None
        file = self._files.get(cmd_name, cmd_name.replace("-", "_"))
        command: click.Command = import_module(f"{self._package}.{file}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The names with their sentences, without importing them."""
        with formatter.section(self._title):
            formatter.write_dl(list(self._verbs.items()))
