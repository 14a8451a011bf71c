"""Every setting, its default and its sentence, on one screen."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

Value = str | int | float | bool | tuple[str, ...]
PLUGIN = "plugin."  # what the plugins themselves can be told: plugin.NAME.KEY


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be chosen. `default` tells its type as well.

    `options`: the options of commands that it is the default of ("check by"; "* ledger": of every
    command that has one). `own`: a folder may come from somebody else, so that the file of the working
    folder cannot set it. `least` and `most` are of numbers, inclusive; `choices` of texts, () for any.
    """

    key: str
    default: Value
    sentence: str
    options: tuple[str, ...] = ()
    own: bool = False
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The variable of the environment: SAYSO_FETCH_SECONDS for fetch.seconds."""
        return "SAYSO_" + self.key.upper().replace(".", "_")


SETTINGS = (
    Setting(
        key="ledger", default="sayso.db", options=("* ledger",),
        sentence="The ledger's file; a relative name is looked for in the working folder.",
    ),
    Setting(
        key="by", default="", options=("check by", "forget by", "judge by"), own=True,
        sentence="Your name, under which you decide, sign off and forget.",
    ),
    Setting(
        key="reader", default="sayso", options=("read reader", "add reader", "reread reader"), own=True,
        sentence="Who reads: `sayso`, `rules` (without learnt weights), or an enabled plugin.",
    ),
    Setting(
        key="language", default="", options=("read language", "add language"),
        sentence="The language of documents that do not say it (en); empty: told from their words.",
    ),
    Setting(
        key="workers", default=2, least=1, most=64, options=("add workers", "reread workers"),
        sentence="Processes that read at once.",
    ),
    Setting(
        key="threads", default=2, least=1, most=64, options=("read threads",),
        sentence="At most so many processor threads for the network of one reading.",
    ),
    Setting(
        key="colour", default="auto", choices=("auto", "never"),
        sentence="Colours on a terminal; nothing is ever told by colour alone.",
    ),
    Setting(
        key="check.publisher", default="", options=("check publisher",),
        sentence="Who publishes your drafts, where a draft does not say.",
    ),
    Setting(
        key="fetch.folder", default="captures", options=("fetch folder",),
        sentence="Where fetched pages are kept.",
    ),
    Setting(
        key="fetch.pages", default=50, least=1, most=1_000, options=("fetch pages",),
        sentence="At most so many pages of a feed.",
    ),
    Setting(
        key="fetch.seconds", default=30.0, least=0.1, most=3_600, options=("fetch seconds",),
        sentence="Time for one page, in seconds.",
    ),
    Setting(
        key="serve.port", default=8731, least=0, most=65_535, options=("serve port",),
        sentence="The port of the pages; 0 for a free one.",
    ),
    Setting(
        key="plugins", default=(), own=True,
        sentence="The names of the installed plugins that may run; no other one does.",
    ),
)  # fmt: skip
BY_KEY = {setting.key: setting for setting in SETTINGS}


def setting_of_option(command: Sequence[str], option: str) -> Setting | None:
    """The setting that is the default of a command's parameter ("ledger"); None for one that has none.

    `command` is its whole name: ("judge", "same"). A list that can be narrowed by an option of the same
    name is left alone: `judge list --by` asks, it does not sign.
    """
    if tuple(command) == ("judge", "list"):
        return BY_KEY["ledger"] if option == "ledger" else None
    wanted = {f"{command[0]} {option}", f"* {option}"}
    return next((setting for setting in SETTINGS if wanted & set(setting.options)), None)
