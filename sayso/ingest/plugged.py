"""A foreign format: which endings it takes, and where the function is that makes what reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from itertools import islice

import msgspec

from sayso.errors import Problem, UnreadableInput
from sayso.ingest.caps import Caps
from sayso.ingest.extract import Extract
from sayso.ingest.piece import Piece
from sayso.ingest.signatures import ending_of


class PluggedFormat(msgspec.Struct, frozen=True, kw_only=True):
    """A format that the user plugged in, as it is handed to the process that opens files.

    `target` is "package.module:function"; the function is called with `options` there, and gives what has
    `extracts(data, name)`. `endings` have the point and are in small letters.
    """

    name: str
    target: str
    endings: tuple[str, ...]
    media_type: str
    options: dict[str, str | int | float | bool | tuple[str, ...]] = {}


def format_for(name: str, formats: Sequence[PluggedFormat]) -> PluggedFormat | None:
    """The foreign format of a file by its ending; None for none."""
    return next((one for one in formats if ending_of(name) in one.endings), None)


def plugged_extracts(piece: Piece, form: PluggedFormat, caps: Caps) -> Iterator[Extract]:
    """What a foreign format takes out of a piece; UnreadableInput where it breaks or gives something else."""
    try:
        module, _, function = form.target.partition(":")
        made = getattr(import_module(module), function)(form.options)
        for found in islice(made.extracts(piece.data, piece.name), caps.members):
            if not isinstance(found, Extract) or not isinstance(found.text, str):
                raise TypeError("it gave something else than extracts")
            yield replace(found, media_type=found.media_type or form.media_type)
    except MemoryError:
        raise
    except Exception as error:  # whatever a foreign package raises concerns this file alone
        what = f"the plugin {form.name!r} broke at it ({type(error).__name__}: {str(error)[:200]})"
        problem = Problem(where=piece.name, what=what, hint="tell who wrote the plugin")
        raise UnreadableInput(problem) from error
