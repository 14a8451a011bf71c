"""ZIP archives: their members in the order of their names, and whether one is an office document."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import IO

from sayso.errors import Problem
from sayso.ingest.caps import Caps
from sayso.ingest.inflate import Budget, Metered
from sayso.ingest.piece import Piece, inside, piece_of
from sayso.ingest.signatures import is_beside

LINK, MODE_SHIFT, KIND = 0o120000, 16, 0o170000
ENCRYPTED = 0x1
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
WARCS = (".warc", ".warc.gz")
OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "a workbook", "ppt/presentation.xml": "slides"}


def office_kind(data: IO[bytes]) -> str | None:
    """`docx`, or what else an office document is ("slides"); None for an archive or a broken one."""
    try:
        with zipfile.ZipFile(data) as archive:
            names = set(archive.namelist())
            known = next((kind for part, kind in OFFICE.items() if part in names), None)
            return known or ("a book or an office document" if "mimetype" in names else None)
    except BROKEN:
        return None


def web_archives_in(stream: IO[bytes]) -> list[str]:
    """The names of the web archives of a WACZ (Web Archive Collection Zipped 1.1), in order; [] for another.

    Its lists of pages and its index repeat what is in them, and are no documents.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
    except BROKEN:
        return []
    if "datapackage.json" not in names:
        return []
    return sorted(name for name in names if name.startswith("archive/") and name.endswith(WARCS))


def members_of(
    stream: IO[bytes], names: Iterable[str], where: str, budget: Budget
) -> Iterator[tuple[str, io.BufferedReader] | Problem]:
    """Each of these members as a stream, of which every byte counts against the budget."""
    try:
        with zipfile.ZipFile(stream) as archive:
            for name in names:
                with archive.open(name) as packed:
                    yield inside(where, name), io.BufferedReader(Metered(packed, budget))
    except BROKEN as error:
        yield Problem(where=where, what=f"the archive is damaged ({type(error).__name__})")


def zip_pieces(stream: IO[bytes], name: str, caps: Caps, budget: Budget) -> Iterator[Piece | Problem]:
    """The members of an archive, by name; folders, links and what is no document are passed over.

    What is encrypted or damaged is a Problem. No member's name is ever used as a path.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            members = sorted(archive.infolist(), key=lambda member: member.filename)
            if len(members) > caps.members:
                what = f"only the first {caps.members:,} of {len(members):,} members were read"
                yield Problem(where=name, what=what)
            for member in members[: caps.members]:
                if not (member.is_dir() or _is_link(member) or is_beside(member.filename)):
                    yield _piece(archive, member, name, caps, budget)
    except BROKEN as error:
        yield Problem(where=name, what=f"the archive is damaged ({type(error).__name__})")


def _is_link(member: zipfile.ZipInfo) -> bool:
    return (member.external_attr >> MODE_SHIFT) & KIND == LINK


def _piece(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, caps: Caps, budget: Budget
) -> Piece | Problem:
    where = inside(name, member.filename)
    if member.flag_bits & ENCRYPTED:
        return Problem(where=where, what="it is encrypted", hint="unpack it with its password")
    try:
        with archive.open(member) as packed:
            return piece_of(packed, where, caps, budget)
    except BROKEN as error:
        return Problem(where=where, what=f"it cannot be unpacked ({type(error).__name__})")
