"""Content-hash ids: the same evidence has the same id on every machine."""

import hashlib
from collections.abc import Iterable

from sayso.model.span import Span

LENGTH = 20  # hexadecimal digits: 80 bits, no collision to be expected below 10^11 nouns


def digest(prefix: str, parts: Iterable[str | None]) -> str:
    """`prefix:` and 20 hexadecimal digits of SHA-256 over the parts, each with its length.

    None and "" differ; no two different sequences of parts feed the same bytes.
    """
    hasher = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogatepass")
        hasher.update(b"-" if part is None else str(len(data)).encode())
        hasher.update(b"\x00" + data)
    return f"{prefix}:{hasher.hexdigest()[:LENGTH]}"


def sha256_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def place(spans: Iterable[Span]) -> str:
    """Spans written as one string, to be hashed: "3-9,12-15"; "" for none."""
    return ",".join(f"{span.start}-{span.end}" for span in spans)
