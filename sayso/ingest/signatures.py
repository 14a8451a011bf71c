"""What the first bytes of a file give away: containers, documents that are no text, and the rest."""

import re
from typing import Literal

from sayso.errors import Problem

Container = Literal["zip", "tar", "warc", "packed"]

AS_TEXT = "save its text as .txt or .html and give that"
SCAN = "its words need text recognition first"
UNREAD_ENDINGS = {".xml": "XML that is no feed", ".ris": "a list of references without its folder"}
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (DOC) or an Outlook mail", AS_TEXT),
    (b"{\\rtf", "an RTF document", AS_TEXT),
    (b"\x89PNG\r\n", "a PNG picture", SCAN),
    (b"\xff\xd8\xff", "a JPEG picture", SCAN),
    (b"GIF87a", "a GIF picture", SCAN),
    (b"GIF89a", "a GIF picture", SCAN),
    (b"II*\x00", "a TIFF picture", SCAN),
    (b"MM\x00*", "a TIFF picture", SCAN),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", "unpack it with unzstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it"),
    (b"SQLite format 3\x00", "a database", "give the texts, not the ledger"),
)
WIDE = (b"\xff\xfe", b"\xfe\xff")  # byte order marks: their NUL bytes are letters
PDF = b"%PDF-"
BLANK = b"\xef\xbb\xbf\x00 \t\r\n"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
PACKED = re.compile(rb"\x1f\x8b|\xfd7zXZ\x00|BZh[1-9]1AY&SY")
PACKED_ENDINGS = ("gz", "bz2", "xz")
TAR, TAR_AT = b"ustar", 257
HEAD_BYTES = 1_024
# What lies beside documents and is none: passed over inside of folders and containers.
FURNISHING = frozenset(
    (
        ".css", ".js", ".mjs", ".map", ".json5", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".ico", ".svg",
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".mp3", ".mp4", ".m4a", ".ogg", ".wav",
        ".webm", ".mov", ".avi", ".exe", ".dll", ".so", ".pyc", ".lock", ".db", ".db-wal", ".db-shm", ".lnk",
    )
)  # fmt: skip


def container_of(head: bytes) -> Container | None:
    """Which kind of container begins so; None for a document's own bytes."""
    if head.startswith(ZIP):
        return "zip"
    if PACKED.match(head):
        return "packed"
    if head[TAR_AT : TAR_AT + len(TAR)] == TAR:
        return "tar"
    return "warc" if head.startswith(b"WARC/1.") else None


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF; white space or a byte order mark may stand before its mark."""
    return data[:HEAD_BYTES].lstrip(BLANK).startswith(PDF)


def binary_problem(data: bytes, name: str) -> Problem | None:
    """Why these bytes are not text at all, with what to do about it; None if they may be text."""
    for signature, kind, hint in SIGNATURES:
        if data.startswith(signature):
            return Problem(where=name, what=f"this is {kind}, which is not read", hint=hint)
    if b"\x00" in data and not data.startswith(WIDE):
        return Problem(where=name, what="these are no letters: the file is binary", hint=AS_TEXT)
    return None


def ending_of(name: str) -> str:
    """The ending of a file's name in lower case with its point; "" for none. `a.html.gz` ends in .html."""
    last = name.replace("\\", "/").rpartition("/")[2]
    parts = last.lower().split(".")
    while len(parts) > 2 and parts[-1] in PACKED_ENDINGS:
        parts.pop()
    return "." + parts[-1] if len(parts) > 1 else ""


def is_beside(name: str) -> bool:
    """Whether a member of a folder or container is hidden, or what pages need and is no document."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return hidden or ending_of(name) in FURNISHING
