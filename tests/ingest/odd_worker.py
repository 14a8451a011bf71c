"""A reading process that hangs, dies or eats memory at files of such names: `python -m` it."""

import os
import threading
from collections.abc import Iterator, Sequence

from sayso.errors import Problem
from sayso.ingest import worker
from sayso.ingest.caps import Caps
from sayso.ingest.capture import Capture, captures_of
from sayso.ingest.defaults import Defaults
from sayso.ingest.piece import Piece
from sayso.ingest.plugged import PluggedFormat


def oddly(
    piece: Piece, defaults: Defaults, caps: Caps, formats: Sequence[PluggedFormat] = ()
) -> Iterator[Capture | Problem]:
    """As ever, but for the names that say otherwise."""
    if "hang" in piece.name.rpartition("!")[2]:
        threading.Event().wait()
    if "die" in piece.name.rpartition("!")[2]:
        os._exit(9)
    if "eat" in piece.name.rpartition("!")[2]:
        yield from [Problem(where=piece.name, what=str(len(bytearray(caps.memory_bytes))))]
    if "fail" in piece.name.rpartition("!")[2]:
        raise AssertionError("a mistake of ours")
    yield from captures_of(piece, defaults, caps, formats)


if __name__ == "__main__":
    worker.captures_of = oddly  # type: ignore[attr-defined]
    worker.main()
