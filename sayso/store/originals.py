"""The original bytes, each in a file that is named for what is in it, beside the ledger."""

import hashlib
import os
import re
import secrets
from pathlib import Path

from sayso.errors import LedgerDamaged

_SHA256 = re.compile("[0-9a-f]{64}")
_HALF = re.compile(r"\.[0-9a-f]{16}\.part")
_PIECE_BYTES = 1 << 20


def place_of(folder: Path, sha256: str) -> Path:
    """Where the bytes with this hash lie: no part of the path comes from an input's name.

    Raises LedgerDamaged for what is no hash: a ledger that somebody made up could lead anywhere.
    """
    if not _SHA256.fullmatch(sha256):
        raise LedgerDamaged(f"{folder}: the ledger names an original by something that is no hash")
    return folder / sha256[:2] / sha256[2:]


def keep(folder: Path, data: bytes) -> str:
    """Writes the bytes, whole or not at all, unless they are there; their SHA-256 in hexadecimal digits.

    A file of another length (a machine that lost its power may leave one) is written again.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    place = place_of(folder, sha256)
    if not is_there(place, len(data)):
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, data)
    return sha256


def is_place(folder: Path, place: Path) -> bool:
    """Whether a path is one where an original lies, or a half-written one of ours."""
    whole = _SHA256.fullmatch(place.parent.name + place.name) and place.parent.parent == folder
    return bool(whole) or bool(_HALF.fullmatch(place.name))


def is_there(place: Path, size: int) -> bool:
    """Whether there is a file of this many bytes."""
    try:
        return place.stat().st_size == size
    except FileNotFoundError:
        return False


def write_whole(place: Path, data: bytes) -> None:
    """Writes a file beside its place, then moves it there in one step."""
    half = place.parent / f".{secrets.token_hex(8)}.part"
    try:
        with half.open("xb", buffering=0) as file:
            file.write(data)
            os.fsync(file.fileno())
        half.replace(place)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def sha256_of_file(place: Path) -> str:
    """The SHA-256 of a file's bytes, read in pieces."""
    hasher = hashlib.sha256()
    with place.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            hasher.update(piece)
    return hasher.hexdigest()
