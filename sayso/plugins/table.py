"""The parts that there are, built-in and foreign, with what may run: what `sayso config plugins` prints."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.plugins.enabled import Enabled
from sayso.plugins.finding import installed

Kind = Literal["reader", "format", "exporter"]
GROUPS: dict[Kind, str] = {
    "reader": "sayso.readers", "format": "sayso.formats", "exporter": "sayso.exporters",
}  # fmt: skip
KINDS: tuple[Kind, ...] = ("reader", "format", "exporter")
READERS = {"sayso": "sayso.read.reader:Reader", "rules": "sayso.read.reader:Reader"}


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One part. `state`: `built-in`, `enabled` (it may run), `off` (installed, never loaded), `missing`
    (enabled, but nothing of that name is installed), `twice` (two packages bring it, neither runs).
    """

    name: str
    kind: Kind | Literal[""]
    state: Literal["built-in", "enabled", "off", "missing", "twice"]
    package: str = ""
    version: str = ""
    target: str = ""


def rows(enabled: Enabled) -> tuple[Row, ...]:
    """Every part, kind by kind, the built-in ones first; then what is enabled and not there.

    Nothing of a plugin is loaded.
    """
    found = [*_built_in(), *(row for kind in KINDS for row in _foreign(kind, enabled))]
    there = {row.name for row in found if row.state != "built-in"}
    lost = [Row(name=name, kind="", state="missing") for name in enabled.names if name not in there]
    order = {kind: number for number, kind in enumerate(KINDS)}
    return (*sorted(found, key=lambda row: order.get(row.kind, 9) if row.kind else 9), *lost)


def _built_in() -> list[Row]:
    from sayso.ingest.formats import MEDIA

    known = [("reader", name, target) for name, target in READERS.items()]
    readers = [Row(name=name, kind="reader", state="built-in", target=target) for _, name, target in known]
    return readers + [
        Row(name=name, kind="format", state="built-in", target=media) for name, media in MEDIA.items()
    ]


def _foreign(kind: Kind, enabled: Enabled) -> list[Row]:
    there = installed(GROUPS[kind])
    names = [one.name for one in there]
    return [
        Row(
            name=one.name, kind=kind, package=one.package, version=one.version, target=one.target,
            state="off" if one.name not in enabled.names else "twice" if names.count(one.name) > 1
            else "enabled",
        )
        for one in there
    ]  # fmt: skip
