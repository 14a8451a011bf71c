"""An answer as a record of a web archive (WARC 1.1, ISO 28500), with its address and moment."""

import hashlib
import uuid
from datetime import UTC, datetime

from sayso.fetch.opening import Answer

LEFT_OUT = ("set-cookie", "set-cookie2", "transfer-encoding", "content-length", "connection", "keep-alive")


def record_of(answer: Answer, at: datetime) -> bytes:
    """One `response` record: the status line, the headers but for cookies, and the body as sent.

    `at` is the moment of capture, with its time zone. The record's id is made of its content, so
    that the same answer at the same moment is the same bytes.
    """
    block = _http(answer)
    seed = hashlib.sha256(block + answer.url.encode("utf-8", "replace") + at.isoformat().encode()).digest()
    fields = [
        ("WARC-Type", "response"),
        ("WARC-Record-ID", f"<urn:uuid:{uuid.UUID(bytes=seed[:16], version=4)}>"),
        ("WARC-Date", at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")),
        ("WARC-Target-URI", _line(answer.url)),
        ("Content-Type", "application/http; msgtype=response"),
        ("Content-Length", str(len(block))),
    ]
    if answer.truncated:
        fields.append(("WARC-Truncated", answer.truncated))
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return b"WARC/1.1\r\n" + head.encode("utf-8", "replace") + b"\r\n" + block + b"\r\n\r\n"


def _http(answer: Answer) -> bytes:
    lines = [f"HTTP/1.1 {answer.status} {answer.reason}"]
    told = ((name, value) for name, value in answer.headers if name.lower() not in LEFT_OUT)
    lines += [f"{_line(name)}: {_line(value)}" for name, value in told]
    lines.append(f"Content-Length: {len(answer.body)}")
    return "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + answer.body


def _line(value: str) -> str:
    return " ".join(value.split())
