"""Which format a file is in: by what its first bytes give away, its ending, then its looks."""

import re
from typing import Literal

import msgspec

from sayso.errors import Problem

Format = Literal["text", "markdown", "html", "jsonl", "json"]

ENDINGS: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
}  # fmt: skip
UNREAD_ENDINGS = {
    ".rss": "a feed", ".atom": "a feed", ".xml": "XML", ".eml": "an e-mail", ".mht": "a web archive",
    ".mhtml": "a web archive", ".warc": "a web archive", ".csv": "a table", ".tsv": "a table",
}  # fmt: skip
AS_TEXT = "save its text as .txt or .html and give that"
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "pdftotext FILE - | sayso read -"),
    (b"PK\x03\x04", "a ZIP archive or an office document (DOCX, ODT, EPUB)", AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (DOC)", AS_TEXT),
    (b"{\\rtf", "an RTF document", AS_TEXT),
    (b"\x89PNG\r\n", "a PNG picture", "its words need text recognition first"),
    (b"\xff\xd8\xff", "a JPEG picture", "its words need text recognition first"),
    (b"GIF87a", "a GIF picture", "its words need text recognition first"),
    (b"GIF89a", "a GIF picture", "its words need text recognition first"),
    (b"II*\x00", "a TIFF picture", "its words need text recognition first"),
    (b"MM\x00*", "a TIFF picture", "its words need text recognition first"),
    (b"\x1f\x8b", "packed with gzip", "unpack it with gunzip"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", "unpack it with unzstd"),
    (b"BZh91AY&SY", "packed with bzip2", "unpack it with bunzip2"),
    (b"\xfd7zXZ\x00", "packed with xz", "unpack it with unxz"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it"),
    (b"WARC/1.", "a web archive (WARC)", "export its pages as .html"),
    (b"SQLite format 3\x00", "a database", "give the texts, not the ledger"),
)
WIDE = (b"\xff\xfe", b"\xfe\xff")  # byte order marks: their NUL bytes are letters
PAGE = re.compile(r"<(?:!doctype html|html|head|body|article)[\s>]", re.IGNORECASE)
FRAGMENT = re.compile(r"</(?:p|div|h1|section)>", re.IGNORECASE)
ARRAY = re.compile(r"\s*\[\s*\{")
FENCE = re.compile(r"---[^\S\n]*\n")


def binary_problem(data: bytes, name: str) -> Problem | None:
    """Why these bytes are not text at all, with what to do about it; None if they may be text."""
    head = data[:1024].lstrip()
    for signature, kind, hint in SIGNATURES:
        if data.startswith(signature) or (signature == b"%PDF-" and head.startswith(signature)):
            return Problem(where=name, what=f"this is {kind}, which is not read", hint=hint)
    if b"\x00" in data and not data.startswith(WIDE):
        return Problem(where=name, what="these are no letters: the file is binary", hint=AS_TEXT)
    return None


def ending_of(name: str) -> str:
    """The ending of a file's name in lower case with its point; "" where there is none."""
    _, point, ending = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return point + ending.lower()


def format_of(text: str, name: str) -> Format:
    """The format by the name's ending, else by the looks of the decoded text."""
    return ENDINGS.get(ending_of(name)) or sniff(text)


def sniff(text: str) -> Format:
    """The format by the looks of the text alone; "text" for the empty one."""
    head = text[:2_000].lstrip()
    if head.startswith("<") and (PAGE.search(head) or FRAGMENT.search(head)):
        return "html"
    if head.startswith("{") and _is_row(text):
        return "jsonl"
    if head.startswith("[") and _is_array(text):
        return "json"
    return "markdown" if FENCE.match(text) else "text"


def _is_row(text: str) -> bool:
    first = _decoded(text.lstrip().partition("\n")[0])
    return isinstance(first, dict) and "text" in first


def _is_array(text: str) -> bool:
    rows = _decoded(text) if ARRAY.match(text) else None
    return isinstance(rows, list) and any(isinstance(row, dict) and "text" in row for row in rows)


def _decoded(text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, ValueError):
        return None
