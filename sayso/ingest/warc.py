"""WARC web archives (ISO 28500): each page or text that was answered, with its address and capture date."""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from sayso.errors import Problem
from sayso.ingest.caps import Caps
from sayso.ingest.defaults import Defaults, plain
from sayso.ingest.inflate import Budget, Inflated, Metered
from sayso.ingest.payload import decoded
from sayso.ingest.piece import Piece, bytes_problem, inside, ratio_problem
from sayso.ingest.signatures import ZIP, is_pdf
from sayso.ingest.urls import web_url

READ = (
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf",
    "application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)  # fmt: skip
VAGUE = ("application/octet-stream", "binary/octet-stream", "application/force-download", "")
LONGEST_HEADER_BYTES = 65_536
BROKEN = (OSError, ValueError, RuntimeError, EOFError)


def warc_pieces(stream: IO[bytes], name: str, caps: Caps, budget: Budget) -> Iterator[Piece | Problem]:
    """The payload of each response, resource and conversion that is a document by its media type.

    Passed over: requests, pictures, scripts, answers other than 200, and revisits, which say that
    an address still showed what an earlier record holds. `said.url` is the target address,
    `captured` the WARC-Date. A damaged archive gives what comes before the damage, and a Problem.
    """
    number = 0
    try:
        for number, record in enumerate(_records(stream), start=1):
            if number > caps.members:
                yield Problem(where=name, what=f"only the first {caps.members:,} records were read")
                return
            found = _piece(record, name, number, caps, budget)
            if found is not None:
                yield found
    except BROKEN as error:
        what = f"the web archive is damaged after record {number} ({type(error).__name__})"
        yield Problem(where=name, what=what, hint="what comes after is missing")
    raw = getattr(stream, "raw", stream)
    if isinstance(raw, Inflated | Metered) and raw.stopped:
        yield ratio_problem(name, caps)


class _Counted:
    """What the iterator asks of a stream: the next bytes, and where they begin; it never goes back."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes; b"" at the end."""
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Never: an archive is read from its start to its end."""
        raise OSError("a web archive is read once")

    def close(self) -> None:
        """Nothing: who opened the stream closes it."""


def _records(stream: IO[bytes]) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    # Unpacked by our own stream, which counts, and never by the iterator.
    records = ArchiveIterator(
        _Counted(stream),
        record_types=kinds,
        auto_decode="none",
        max_header_len=LONGEST_HEADER_BYTES,
        stream_detect=False,
    )
    return iter(records)


def _piece(record: Any, name: str, number: int, caps: Caps, budget: Budget) -> Piece | Problem | None:
    http = record.http_headers if record.is_http else None
    if http is not None and http.status_code != 200:
        return None
    media_type, charset = _declared(record, http)
    if media_type not in READ and media_type not in VAGUE:
        return None
    address = record.headers.get("WARC-Target-URI") or ""
    where = inside(name, address.strip("<>") or str(number))
    body = record.reader.read(caps.document_bytes + 1)
    transfer, content = _encodings(http)
    found = decoded(body[: caps.document_bytes], transfer, content, where, caps, budget)
    if isinstance(found, Problem):
        return found if media_type in READ else None
    if media_type in VAGUE and not (is_pdf(found.data) or found.data.startswith(ZIP)):
        return None
    found = replace(
        found,
        media_type=media_type,
        charset=charset,
        captured=_captured(record),
        said=Defaults(url=web_url(address.strip("<>"))),
    )
    problem = _cut(record, where, len(body) > caps.document_bytes, caps)
    if problem is None or found.problems:
        return found
    return replace(found, problems=(problem,), partial=True)


def _declared(record: Any, http: Any) -> tuple[str, str | None]:
    value = (http if http is not None else record.headers).get("Content-Type") or ""
    kind, _, parameters = value.partition(";")
    _, _, charset = parameters.partition("charset=")
    return kind.strip().lower(), plain(charset).strip("\"' ").partition(";")[0] or None


def _encodings(http: Any) -> tuple[str, str]:
    if http is None:
        return "", ""
    return http.get("Transfer-Encoding") or "", http.get("Content-Encoding") or ""


def _captured(record: Any) -> str | None:
    try:
        moment = record.record_date
    except (ValueError, OverflowError):
        return None
    return str(moment.isoformat()) if moment is not None else None


def _cut(record: Any, where: str, over: bool, caps: Caps) -> Problem | None:
    """The problem that the record is too large, or was cut when it was captured."""
    if over:
        return bytes_problem(where, caps)
    why = record.headers.get("WARC-Truncated")
    if not why:
        return None
    return Problem(where=where, what=f"it was captured only in part ({plain(why)[:40]})")
