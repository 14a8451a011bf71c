"""What browsers note at the head of a page that they save: its address, and the moment."""

import re
from dataclasses import replace
from datetime import datetime

from sayso.ingest.piece import Piece
from sayso.ingest.urls import web_url

HEAD_BYTES = 8_000
SAVED_FROM = re.compile(rb"<!--\s{0,4}saved from url=\(\d{1,6}\)([^\s>]{1,2000})\s{0,4}-->", re.IGNORECASE)
SINGLE_FILE = re.compile(rb"<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{1,4}([^\s>]{1,2000})\s{1,9}")
SAVED_DATE = re.compile(rb"saved date:\s{1,4}([^\r\n]{10,80})")
# As JavaScript prints a moment: "Sun May 18 2031 06:07:08 GMT+0200 (CEST)".
MOMENT = re.compile(r"\w{3} (\w{3} \d{1,2} \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})")


def as_saved(piece: Piece) -> Piece:
    """The piece with the address and the moment that its head gives, where nothing around it knows them.

    A mark of the web ("saved from url") has no moment. The piece itself where there is neither.
    """
    head = piece.data[:HEAD_BYTES]
    if piece.said.url is not None or b"saved" not in head.lower():
        return piece
    found = SAVED_FROM.search(head) or SINGLE_FILE.search(head)
    url = web_url(found[1].decode("utf-8", "replace")) if found else None
    if found is None or url is None:
        return piece
    date = SAVED_DATE.search(head, found.start()) if found.re is SINGLE_FILE else None
    moment = _moment(date[1].decode("ascii", "replace")) if date else None
    return replace(piece, said=replace(piece.said, url=url), captured=piece.captured or moment)


def _moment(words: str) -> str | None:
    match = MOMENT.match(words)
    try:
        return (
            datetime.strptime("".join(match.groups()), "%b %d %Y %H:%M:%S%z").isoformat() if match else None
        )
    except ValueError:
        return None
