"""References (RIS) for Zotero, EndNote and Citavi: a record a document, a note for each of its statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.model import Document, Statement
from sayso.plugins.protocols import Exported

LINE_END = "\r\n"


class Ris:
    """RIS as reference managers read it. Who is anonymous is told as printed, and in no field for persons."""

    suffix = ".ris"
    media_type = "application/x-research-info-systems"
    loses = "Texts, claims, origins, evidence, judgements; of a statement only chain, act and words are left."

    def write(self, material: Exported) -> Iterator[bytes]:
        """A record for each document with statements, in the order of the material."""
        for page in material.pages():
            if page.statements:
                yield _record(page.document, page.statements, material.program).encode()


def _record(document: Document, statements: tuple[Statement, ...], program: str) -> str:
    fields = [
        ("TY", "NEWS"),
        ("ID", document.id),
        ("TI", document.title or ""),
        ("AU", document.author or ""),
        ("PB", document.publisher or ""),
        ("DA", (document.published or "").replace("-", "/")),
        ("UR", document.url if (document.url or "").startswith(("http://", "https://")) else ""),
        ("LA", document.language or ""),
        ("DP", program),
        *(("N1", _note(one)) for one in statements),
        ("ER", ""),
    ]
    kept = [f"{tag}  - {_line(value)}".rstrip(" ") for tag, value in fields if value or tag == "ER"]
    return LINE_END.join([*(line if line[:2] != "ER" else "ER  - " for line in kept), "", ""])


def _note(one: Statement) -> str:
    return f"{' ← '.join(name for name in reversed(one.chain) if name)}: {one.act}: {one.content.text}"


def _line(value: str | None) -> str:
    """One line: a break in a value would begin a field of its own."""
    return " ".join("".join(char if char.isprintable() else " " for char in value or "").split())


def make(options: Mapping[str, object]) -> Ris:
    """The exporter; it is told nothing."""
    return Ris()
