"""Tar archives: their plain files, in the order in which they were packed."""

import tarfile
from collections.abc import Iterator
from typing import IO

from sayso.errors import Problem
from sayso.ingest.caps import Caps
from sayso.ingest.inflate import Inflated
from sayso.ingest.piece import Piece, inside, piece_of, ratio_problem
from sayso.ingest.signatures import is_beside

BROKEN = (tarfile.TarError, OSError, EOFError, ValueError)


def tar_pieces(stream: IO[bytes], name: str, caps: Caps) -> Iterator[Piece | Problem]:
    """The plain files of an archive; links, devices and what is no document are passed over.

    Read as a stream, so that an archive of any size is never unpacked as a whole. A damaged
    archive gives what comes before the damage, and a Problem.
    """
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for number, member in enumerate(archive):
                if number >= caps.members:
                    yield Problem(where=name, what=f"only the first {caps.members:,} members were read")
                    return
                if member.isreg() and not is_beside(member.name):
                    yield _piece(archive, member, name, caps)
    except BROKEN as error:
        yield Problem(where=name, what=f"the archive is damaged ({type(error).__name__})")
    raw = getattr(stream, "raw", stream)
    if isinstance(raw, Inflated) and raw.stopped:
        yield ratio_problem(name, caps)


def _piece(archive: tarfile.TarFile, member: tarfile.TarInfo, name: str, caps: Caps) -> Piece | Problem:
    where = inside(name, member.name)
    file = archive.extractfile(member)
    if file is None:
        return Problem(where=where, what="it cannot be unpacked")
    return piece_of(file, where, caps)
