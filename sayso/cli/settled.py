"""What the settings say for the options of a verb, looked up when an option was not given."""

from __future__ import annotations

import contextlib
import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sayso.settings import Setting, Settings

GROUPS = ("judge", "config")
GIVEN = "given"  # the parameter of `sayso --set`


class Settled(dict[str, Any]):
    """The `default_map` of click, for one command: files and environment are read when it is first asked.

    A setting that nobody set says nothing, so that the option's own default stands.
    """

    def __init__(self, command: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.command = command

    def get(self, name: str, default: Any = None) -> Any:
        """The map of a verb, or the value of one of its options."""
        if name in self:
            return self[name]
        return default

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str):
            return False
        if self._is_group():
            return name in import_module(".".join(("sayso.cli", *self.command))).VERBS
        setting = self._setting(name)
        return setting is not None and setting.key in settings().origins

    def __getitem__(self, name: str) -> Any:
        if self._is_group():
            return Settled((*self.command, name))
        setting = self._setting(name)
        if setting is None:
            raise KeyError(name)
        value = settings().values[setting.key]
        return None if value == "" else value

    def _is_group(self) -> bool:
        return len(self.command) == 0 or self.command in [(group,) for group in GROUPS]

    def _setting(self, name: str) -> Setting | None:
        from sayso.settings import setting_of_option

        return setting_of_option(self.command, name)


def settings() -> Settings:
    """The settings of this call; what is wrong with them is a usage error. Read once a call."""
    from sayso.errors import UsageError
    from sayso.settings import Settings, load

    root = click.get_current_context().find_root()
    held = root.meta.get(__name__)
    if isinstance(held, Settings):
        return held
    try:
        found = load(root.params.get(GIVEN) or ())
    except UsageError as error:
        from sayso.show.report_characters import shown

        raise click.UsageError(shown(str(error))) from error
    root.meta[__name__] = found
    return found


def quieten() -> None:
    """Takes the colours away where the settings say so; wrong settings are told by who needs them."""
    if "NO_COLOR" not in os.environ:
        with contextlib.suppress(click.UsageError):
            if settings().text("colour") == "never":
                os.environ["NO_COLOR"] = "1"
