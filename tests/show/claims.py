"""Made claims, documents and derivations for the tests of what a ledger shows."""

from typing import Any

from sayso.model import (
    Claim,
    Derivation,
    DocumentRow,
    Member,
    OriginGroup,
    Origins,
    claim_id,
    derivation_id,
    make_document,
    row_of,
)

TEXTS = {
    "d:1": ("Norrin Press", "2031-05-02", "At least 34 miners died in Lower Dolm"),
    "d:2": ("Quillan Courier", "2031-05-03", "Mine disaster kills 34"),
    "d:3": ("Radio Lanterna", "2031-05-04", "What Norrin heard from Dolm"),
    "d:4": ("Sarvane State Dispatch", "2031-05-05", "No accident at Lower Dolm"),
}


def rows() -> dict[str, DocumentRow]:
    """The documents as printed, by the ids above."""
    found = {}
    for id, (publisher, published, title) in TEXTS.items():
        document = make_document(
            title, input=f"{id}.md", title=title, publisher=publisher, published=published
        )
        found[id] = row_of(document)
    return found


def member(document: str, stance: str = "supports", **changed: Any) -> Member:
    """A member in one of the documents above."""
    publisher, published, _ = TEXTS[document]
    whole: dict[str, Any] = {
        "id": f"s:{document}", "proposition": f"p:{document}", "document": document, "publisher": publisher,
        "published": published, "stance": stance, "why": ("both name Lower Dolm",),
    }  # fmt: skip
    return Member(**{**whole, **changed})


def edge(document: str, of: str | None, outlet: str, kind: Any = "copies", **changed: Any) -> Derivation:
    """An edge from one of the documents to another, or to an outlet that was only reported."""
    whole: dict[str, Any] = {
        "id": derivation_id(kind, document, of, outlet, None), "kind": kind, "document": document, "of": of,
        "outlet": outlet, "p": 0.95, "share": 0.9 if kind == "copies" else None, "evidence": ("it says so",),
    }  # fmt: skip
    return Derivation(**{**whole, **changed})


def claim(**changed: Any) -> Claim:
    """Three documents with one origin, and one denial."""
    why = "Quillan Courier prints the text of Norrin Press; Radio Lanterna cites it."
    group = OriginGroup(origin="Dolm Families Association", documents=("d:1", "d:2", "d:3"), why=why)
    against = OriginGroup(origin="Mines Directorate", documents=("d:4",), why="It speaks for itself.")
    whole: dict[str, Any] = {
        "id": claim_id("p:d:1"), "gist": "that at least 34 miners died in the Lower Dolm mine",
        "status": "contested", "as_of": "2031-05-05",
        "statements": (member("d:1"), member("d:2"), member("d:3"), member("d:4", "denies")),
        "origins": Origins(count=1, low=1, high=2, groups=(group,)),
        "origins_against": Origins(count=1, low=1, high=1, groups=(against,)),
    }  # fmt: skip
    return Claim(**{**whole, **changed})
