"""The original bytes, each in a file that is named for what is in it, beside the ledger."""

import hashlib
import os
import secrets
from pathlib import Path

_PIECE_BYTES = 1 << 20


def place_of(folder: Path, sha256: str) -> Path:
    """Where the bytes with this hash lie: no part of the path comes from an input's name."""
    return folder / sha256[:2] / sha256[2:]


def keep(folder: Path, data: bytes) -> str:
    """Writes the bytes, whole or not at all, unless they are there; their SHA-256 in hexadecimal digits.

    A file of another length (a machine that lost its power may leave one) is written again.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    place = place_of(folder, sha256)
    if not (place.exists() and place.stat().st_size == len(data)):
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, data)
    return sha256


def write_whole(place: Path, data: bytes) -> None:
    """Writes a file beside its place, then moves it there in one step."""
    half = place.parent / f".{secrets.token_hex(8)}.part"
    try:
        with half.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)


def sha256_of_file(place: Path) -> str:
    """The SHA-256 of a file's bytes, read in pieces."""
    hasher = hashlib.sha256()
    with place.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            hasher.update(piece)
    return hasher.hexdigest()
