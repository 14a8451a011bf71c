"""W3C Web Annotation (2017): one annotation a statement, anchored by its words and by its place."""

from collections.abc import Iterator
from typing import Any

from sayso.model import Spans, Statement
from sayso.show.exports.allowed import statement_row, web_address
from sayso.show.exports.material import Material, Page
from sayso.show.exports.naming import urn
from sayso.show.exports.quoting import selectors
from sayso.show.exports.sentences import told_place, told_statement
from sayso.show.exports.streams import array, encoded, whole

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(material: Material) -> Iterator[bytes]:
    """An AnnotationCollection whose one page has every statement, in the order of its document."""
    first = whole([
        ("id", [encoded(f"{urn('annotations')}:1")]),
        ("type", [encoded("AnnotationPage")]),
        ("startIndex", [b"0"]),
        ("items", array(_annotations(material))),
    ])  # fmt: skip
    return whole([
        ("@context", [encoded(CONTEXT)]),
        ("id", [encoded(urn("annotations"))]),
        ("type", [encoded("AnnotationCollection")]),
        ("label", [encoded(f"Statements of {material.scope}, as of {material.as_of or 'an unknown day'}")]),
        ("first", first),
    ])  # fmt: skip


def _annotations(material: Material) -> Iterator[dict[str, Any]]:
    for page in material.pages():
        for statement in page.statements:
            yield _annotation(page, statement, material)


def _annotation(page: Page, statement: Statement, material: Material) -> dict[str, Any]:
    places = material.places.get(statement.id, ())
    told = {"type": "TextualBody", "format": "text/plain", "language": "en"}
    row = encoded(statement_row(statement, places)).decode()
    return {
        "id": urn(statement.id),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"id": urn("program"), "type": "Software", "name": material.program},
        "body": [
            {**told, "purpose": "describing", "value": told_statement(statement)},
            *({**told, "purpose": "classifying", "value": told_place(place)} for place in places),
            {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": row},
        ],
        "target": _targets(page, statement),
    }


def _targets(page: Page, statement: Statement) -> list[dict[str, Any]]:
    """One target a span: selectors beside each other in one target would be other ways to the same place."""
    document = page.document
    source: dict[str, Any] = {"id": urn(document.id), "type": "Text", "format": "text/plain"}
    source |= {"language": document.language} if document.language else {}
    source |= {"via": address} if (address := web_address(document.url)) else {}
    return [
        {"type": "SpecificResource", "source": source, "selector": selectors(document.text, span)}
        for span in anchors(statement)
    ] or [source]


def anchors(statement: Statement) -> Spans:
    """What an annotation is anchored to: the content, else (nothing was said) the cue, else the source."""
    cue = statement.cue.spans if statement.cue else ()
    return statement.content.spans or cue or statement.source.spans
