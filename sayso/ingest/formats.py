"""Which format a file is in: by what its first bytes give away, its ending, then its looks."""

import re
from typing import Literal

import msgspec

from sayso.ingest.signatures import ending_of

Format = Literal["text", "markdown", "html", "jsonl", "json", "table", "feed", "mail", "pdf", "docx"]

ENDINGS: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".csv": "table", ".tsv": "table",
    ".rss": "feed", ".atom": "feed", ".eml": "mail", ".mht": "mail", ".mhtml": "mail",
}  # fmt: skip
MEDIA: dict[Format, str] = {
    "text": "text/plain", "markdown": "text/markdown", "html": "text/html", "jsonl": "application/json",
    "json": "application/json", "table": "text/csv", "feed": "application/xml",
    "mail": "message/rfc822", "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
DECLARED: dict[str, Format] = {
    "text/html": "html", "application/xhtml+xml": "html", "application/rss+xml": "feed",
    "application/atom+xml": "feed", "application/rdf+xml": "feed", "text/markdown": "markdown",
}  # fmt: skip
PAGE = re.compile(r"<(?:!doctype html|html|head|body|article)[\s>]", re.IGNORECASE)
FRAGMENT = re.compile(r"</(?:p|div|h1|section)>", re.IGNORECASE)
ARRAY = re.compile(r"\s*\[\s*\{")
FENCE = re.compile(r"---[^\S\n]*\n")
FEED = re.compile(rb"<(?:rss|rdf:RDF|feed)[\s>]", re.IGNORECASE)
FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]")
OF_MAIL = (b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to", b"x-mailer")
HEAD_BYTES = 4_000


def is_plain(name: str) -> bool:
    """Whether a file is text by its name (.txt, .md, .html, .jsonl, .json), and so cheap and safe to open."""
    return ENDINGS.get(ending_of(name)) in ("text", "markdown", "html", "jsonl", "json") and "." in name


def markup_format(data: bytes, name: str) -> Format | None:
    """`feed` or `mail` where the first bytes show one, or the name ends so; else None."""
    ending = ending_of(name)
    known = ENDINGS.get(ending)
    if known in ("feed", "mail"):
        return known
    head = data[:HEAD_BYTES].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if known is not None and known != "html":
        return None
    if head.startswith(b"<") and FEED.search(head) and not PAGE.search(head.decode("latin-1")):
        return "feed"
    return "mail" if known is None and _is_mail(head) else None


def _is_mail(head: bytes) -> bool:
    """Whether the text begins with the header of an e-mail (RFC 5322), one that a server wrote."""
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    lines = [line for line in block.splitlines() if line[:1] not in (b" ", b"\t")]
    names = [match[1].lower() if (match := FIELD.match(line)) else b"" for line in lines]
    return len(names) > 2 and b"" not in names[:3] and any(name in OF_MAIL for name in names)


def format_of(text: str, name: str, media_type: str | None = None) -> Format:
    """The format by the name's ending, what a server declared, else the looks of the decoded text."""
    return ENDINGS.get(ending_of(name)) or DECLARED.get(media_type or "") or sniff(text)


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
