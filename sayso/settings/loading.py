"""Settings as they stand for one call: each value with its origin, the nearest one to the call wins."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

import msgspec

from sayso.errors import UsageError
from sayso.settings.files import read_settings
from sayso.settings.known import BY_KEY, PLUGIN, SETTINGS, Value
from sayso.settings.places import USER_FILE, folder_file, user_file
from sayso.settings.values import known, masked, of_words, plugin_option

Origin = Literal["default", "file", "environment", "option"]
PREFIX = "SAYSO_PLUGIN_"
Found = dict[str, tuple[Value, Origin, str]]


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One setting as it stands: its value (of a secret only how long it is), and where it comes from.

    `where` is "FILE:LINE", the name of a variable, or "--set"; "" for a default. `default` is None for what
    a plugin is told: only the plugin knows its own.
    """

    key: str
    value: Value
    origin: Origin
    where: str
    default: Value | None
    sentence: str


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for one call. `values` has every setting, and what plugins are told."""

    values: dict[str, Value]
    origins: dict[str, tuple[Origin, str]]

    def text(self, key: str) -> str:
        """A setting that is a text."""
        return str(self.values[key])

    @property
    def plugins(self) -> tuple[str, ...]:
        """The names of the plugins that may run."""
        names = self.values["plugins"]
        return names if isinstance(names, tuple) else ()

    @property
    def plugin_options(self) -> dict[str, dict[str, Value]]:
        """What each plugin is told, by its name."""
        found: dict[str, dict[str, Value]] = {}
        for key, value in self.values.items():
            if key.startswith(PLUGIN):
                name, _, option = key.removeprefix(PLUGIN).partition(".")
                found.setdefault(name, {})[option] = value
        return found

    def held(self) -> tuple[Held, ...]:
        """Every setting with its origin, in the order of the list; then what plugins are told."""
        told = sorted(key for key in self.values if key.startswith(PLUGIN))
        return tuple(self._held(key) for key in (*BY_KEY, *told))

    def _held(self, key: str) -> Held:
        setting = BY_KEY.get(key)
        origin, where = self.origins.get(key, ("default", ""))
        name = key.removeprefix(PLUGIN).partition(".")[0]
        return Held(
            key=key, value=masked(key, self.values[key]), origin=origin, where=where,
            default=setting.default if setting else None,
            sentence=setting.sentence if setting else f"What the plugin {name} is told.",
        )  # fmt: skip


def load(
    given: Iterable[str] = (), *, environ: Mapping[str, str] = os.environ, folder: Path | None = None
) -> Settings:
    """The settings of a call: defaults, the user's file, the folder's, the environment, then `given`.

    `given` are "KEY=VALUE" of the command line. A later one wins, key by key. Raises UsageError at the
    first that is wrong: where, what, and the nearest name.
    """
    found: Found = {}
    mine, here = user_file(environ), folder_file(folder)
    if mine is not None:
        _take(found, read_settings(mine, own=True), "file")
    if mine is None or not _same(mine, here):
        _take(found, read_settings(here, own=False), "file")
    _take(found, dict(_of_environment(environ)), "environment")
    enabled = found.get("plugins", ((), "", ""))[0]
    _take(found, dict(_of_plugins(environ, enabled if isinstance(enabled, tuple) else ())), "environment")
    _take(found, dict(map(_of_option, given)), "option")
    return Settings(
        values={s.key: s.default for s in SETTINGS} | {key: value for key, (value, _, _) in found.items()},
        origins={key: (origin, where) for key, (_, origin, where) in found.items()},
    )


def _take(found: Found, told: Mapping[str, tuple[Value, str]], origin: Origin) -> None:
    found.update({key: (value, origin, where) for key, (value, where) in told.items()})


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _of_environment(environ: Mapping[str, str]) -> Iterator[tuple[str, tuple[Value, str]]]:
    """The settings of the environment; UsageError for a variable that is nearly the name of one."""
    names = [setting.variable for setting in SETTINGS]
    for variable in environ:
        if variable.startswith("SAYSO_") and variable not in (*names, USER_FILE, PREFIX):
            near = get_close_matches(variable, names, n=1, cutoff=0.9)
            if near and not variable.startswith(PREFIX):
                raise UsageError(f"{variable}: there is no such setting; did you mean {near[0]}?")
    for setting in SETTINGS:
        words = environ.get(setting.variable)
        if words is not None and (words or isinstance(setting.default, str | tuple)):
            yield setting.key, (of_words(setting, words, setting.variable), setting.variable)


def _of_plugins(
    environ: Mapping[str, str], enabled: Iterable[str]
) -> Iterator[tuple[str, tuple[Value, str]]]:
    """SAYSO_PLUGIN_LOCAL_MODEL_MODEL is plugin.local-model.model, where local-model is enabled."""
    prefixes = {f"{PREFIX}{name.upper().replace('-', '_')}_": name for name in enabled}
    for variable in sorted(environ):
        for prefix, name in prefixes.items():
            if variable.startswith(prefix) and len(variable) > len(prefix):
                key = f"{PLUGIN}{name}.{variable.removeprefix(prefix).lower()}"
                yield key, (plugin_option(key, environ[variable], variable), variable)


def _of_option(given: str) -> tuple[str, tuple[Value, str]]:
    key, equals, words = given.partition("=")
    if not equals:
        raise UsageError(f"--set takes KEY=VALUE, not {given!r}")
    key = key.strip()
    if key.startswith(PLUGIN):
        return key, (plugin_option(key, words, "--set"), "--set")
    return key, (of_words(known(key, "--set"), words, "--set"), "--set")
