"""Which plugins are installed (nothing of them is loaded for that), and the loading of an enabled one."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

import msgspec

from sayso.errors import UsageError
from sayso.plugins.enabled import Enabled, Option

NAME = re.compile(r"[a-z][a-z0-9]{0,30}(?:[-_][a-z0-9]{1,30}){0,5}")


class PluginError(UsageError):
    """A plugin cannot be used as it stands; the message names it and says what to do."""


class Installed(msgspec.Struct, frozen=True, kw_only=True):
    """One entry point: its name, the package that brings it with its version, and what it points to."""

    name: str
    group: str
    package: str
    version: str
    target: str


def installed(group: str) -> tuple[Installed, ...]:
    """What is installed of one group, by name; () for nothing. No code of a plugin runs."""
    found = {_row(point) for point in entry_points(group=group)}
    return tuple(sorted(found, key=lambda one: (one.name, one.package)))


def _row(point: EntryPoint) -> Installed:
    package = point.dist
    return Installed(
        name=point.name, group=point.group, package=package.name if package else "",
        version=package.version if package else "", target=point.value,
    )  # fmt: skip


def part(group: str, name: str, enabled: Enabled) -> Any:
    """The enabled part of this name, made by its function with what the settings tell it.

    Raises PluginError where it is not enabled, not installed, brought by two packages, or cannot be made.
    """
    found = [one for one in installed(group) if one.name == name]
    if not found:
        known = [one.name for one in installed(group)]
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "`sayso config plugins` lists what is installed"
        raise PluginError(f"no plugin {name!r} is installed as one of {group}; {hint}")
    if name not in enabled.names:
        raise PluginError(
            f"the plugin {name!r} (of the package {found[0].package}) is installed but not enabled; "
            f"plugins = [{name!r}] in your settings lets it see your documents (`sayso config path`)"
        )
    packages = sorted({one.package for one in found})
    if len(packages) > 1:
        raise PluginError(f"{name!r} is brought by {' and '.join(packages)}; uninstall one of them")
    if not NAME.fullmatch(name):
        raise PluginError(f"{name!r} is no name for a plugin: small letters, digits and dashes")
    return made(found[0].target, name, msgspec.json.encode(enabled.told(name)))


@cache
def made(target: str, name: str, options: bytes) -> Any:
    """The part that a function makes ("package.module:function"); once for each set of options."""
    told = msgspec.json.decode(options, type=dict[str, Option])
    try:
        make: Callable[[dict[str, Option]], Any] = EntryPoint(name=name, value=target, group="").load()
        return make(told)
    except Exception as error:  # whatever a foreign package raises must not look like our own mistake
        what = str(error) if isinstance(error, UsageError) else f"{type(error).__name__}: {error}"
        raise PluginError(f"the plugin {name!r} cannot be used: {what}") from error
