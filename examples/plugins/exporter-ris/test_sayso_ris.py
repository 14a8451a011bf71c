"""Records that a reference manager reads, whatever stands in a title."""

from dataclasses import dataclass, field
from typing import Any

from sayso import read_text
from sayso.model import make_document
from sayso.plugins.contract import check_exporter
from sayso_ris import make

TEXT = "An aide told Radio Tessel that the ferry was full."


@dataclass(kw_only=True)
class Page:
    document: Any
    statements: Any


@dataclass(kw_only=True)
class Material:
    """As much of an export's material as an exporter is promised."""

    given: list[Page]
    program: str = "sayso 0.1.0"
    as_of: str = ""
    head: str = ""
    claims: Any = field(default=lambda: iter(()))

    def pages(self) -> Any:
        return iter(self.given)


def material(title: str) -> Material:
    document = make_document(TEXT, input="a.md", title=title, publisher="The Lantern", published="2031-03-04")
    statements = read_text(TEXT, publisher="The Lantern", language="en", rules=True)
    return Material(given=[Page(document=document, statements=statements)])


def test_a_document_is_a_record_with_a_note_a_statement() -> None:
    lines = b"".join(make({}).write(material("The ferry"))).decode().split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert "PB  - The Lantern" in lines
    assert "DA  - 2031/03/04" in lines
    assert any(line.startswith("N1  - ") and "that the ferry was full" in line for line in lines)
    assert lines[-3:] == ["ER  - ", "", ""]


def test_a_title_cannot_begin_a_field() -> None:
    written = b"".join(make({}).write(material("The ferry\r\nAU  - Somebody\u2028ER  - "))).decode()
    assert [line for line in written.splitlines() if line.startswith("AU")] == []


def test_the_contract_holds() -> None:
    assert check_exporter(make({}), material("The ferry")) == []
