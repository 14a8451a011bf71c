"""Exports a ledger, or a part of it, into a format of other tools; the one door for commands and pages."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from sayso.pipeline.gathering import Gathering, Tell, gather
from sayso.pipeline.selecting import Selection, chosen
from sayso.plugins import NOTHING, Enabled, guarded_exporter
from sayso.show.exports.exposure import is_exposed
from sayso.show.exports.formats import FORMATS, Format, format_named, write
from sayso.show.exports.material import Material
from sayso.show.exports.pack_check import check_pack
from sayso.store.store import Store

__all__ = ["FORMATS", "Format", "Selection", "check_pack", "export", "exposed", "file_name"]
EVERYTHING = Selection()


def export(
    store: Store, format: str, selection: Selection = EVERYTHING, *, coarse: bool = False,
    today: str | None = None, tell: Tell | None = None, plugins: Enabled = NOTHING,
) -> Iterator[bytes]:  # fmt: skip
    """A selection of a ledger in a format of `FORMATS`, or of an enabled plugin, in pieces.

    `coarse` takes out what describes anonymous sources. `today`: the day on which due windows are looked at
    where the selection has none; without it the last day of publication. `tell` is told of what could not be
    exported (lost originals). Raises UsageError for an unknown format, and for what is not there, at once.
    """
    foreign = guarded_exporter(format, plugins) if format in plugins.names else None
    if foreign is None:
        format_named(format)
    material = material_of(store, selection, coarse=coarse, today=today, tell=tell)
    return foreign.write(material) if foreign else write(format, material)


def material_of(
    store: Store, selection: Selection, *, coarse: bool = False, today: str | None = None,
    tell: Tell | None = None,
) -> Material:  # fmt: skip
    """What every format is made of."""
    return gather(
        store, selection, program=f"sayso {version('sayso')}", today=today, coarse=coarse, tell=tell
    )


def exposed(store: Store, selection: Selection = EVERYTHING) -> int:
    """How many statements of a selection describe an anonymous source beside a place and a date."""
    pages = Gathering(store=store, selection=selection, wanted=chosen(store, selection), coarse=False).pages()
    return sum(is_exposed(page.document, one) for page in pages for one in page.statements)


def file_name(format: str, selection: Selection = EVERYTHING) -> str:
    """A name for the file, made of the format and ids alone: "sayso-claim-1503a177.zip", "sayso.csv"."""
    ids = [*selection.claims, *selection.documents]
    part = "".join(char for char in ids[0].partition(":")[2][:8] if char.isalnum()) if len(ids) == 1 else ""
    kind = "claim" if selection.claims else "document"
    return f"sayso{f'-{kind}-{part}' if part else ''}{format_named(format).suffix}"
