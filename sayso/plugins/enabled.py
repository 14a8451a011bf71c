"""Enabled: which plugins may run in a call, and what each is told."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

Option = str | int | float | bool | tuple[str, ...]
Options = Mapping[str, Option]


class Enabled(msgspec.Struct, frozen=True, kw_only=True):
    """The names of the plugins that may run, and what each is told; can be sent to another process.

    Without names nothing foreign runs. `options` may hold plugins that are not enabled; they are left alone.
    """

    names: tuple[str, ...] = ()
    options: dict[str, dict[str, Option]] = {}

    def told(self, name: str) -> dict[str, Option]:
        """What one plugin is told; {} where it is told nothing."""
        return dict(self.options.get(name, {}))


NOTHING = Enabled()
