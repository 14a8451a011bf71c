"""Gold for linking: what one person found to be one claim, one derivation, one origin in the examples.

The files are `tests/gold/ledger/*.yaml`, the documents `examples/sarvane/*.md`, the rules stand in
`tests/gold/ledger/GUIDELINES.md`. A quoted string that is not in its document is a GoldError.
"""

from functools import cache
from pathlib import Path
from typing import Any, cast

from bench.ledger.gold import (
    GoldClaim,
    GoldDerivation,
    GoldLedger,
    GoldMember,
    GoldOrigins,
    GoldSide,
    GoldValue,
)
from sayso.model.claim import Scope, Stance
from sayso.model.derivation import DerivationKind
from tests.gold_documents import DOCUMENTS, GOLD, GoldError, Span, Spans, read_document, read_yaml

LEDGER = GOLD / "ledger"


@cache
def gold() -> GoldLedger:
    """The whole gold for linking; documents are told by the four digits of their names.

    Raises GoldError with the claim, the document and the words that are not found.
    """
    claims = _rows("claims.yaml")
    return GoldLedger(
        exhaustive=frozenset(claims["exhaustive"]),
        apart=tuple((str(one), str(other)) for one, other in claims["apart"]),
        claims=tuple(_claim(row) for row in claims["claims"]),
        derivations=tuple(_derivation(row) for row in _rows("derivations.yaml")["derivations"]),
        origins=tuple(_origins(row) for row in _rows("origins.yaml")["origins"]),
    )


@cache
def document_paths() -> dict[str, Path]:
    """The examples by the four digits of their names, in this order."""
    return {path.stem[:4]: path for path in sorted(DOCUMENTS.glob("*.md"))}


@cache
def body(document: str) -> str:
    """The text after the front matter of the document with these four digits."""
    paths = document_paths()
    if document not in paths:
        raise GoldError(f"there is no document {document}")
    return read_document(paths[document])[1]


def find(text: str, pieces: tuple[str, ...], label: str) -> Spans:
    """Where the pieces stand, each the first after the one before it."""
    spans: list[Span] = []
    for piece in pieces:
        start = text.find(piece, spans[-1][1] if spans else 0)
        if start < 0:
            raise GoldError(f"{label}: {piece!r} is not found there")
        spans.append((start, start + len(piece)))
    return tuple(spans)


def _rows(name: str) -> dict[str, Any]:
    return cast("dict[str, Any]", read_yaml((LEDGER / name).read_text(encoding="utf-8")))


def _claim(row: dict[str, Any]) -> GoldClaim:
    members = tuple(_member(row["name"], one) for one in row["members"])
    return GoldClaim(name=row["name"], gist=row["gist"], members=members)


def _member(claim: str, row: dict[str, Any]) -> GoldMember:
    pieces = (row["words"],) if isinstance(row["words"], str) else tuple(row["words"])
    stance: Stance = row.get("stance", "supports")
    scope: Scope = row.get("scope", "all")
    return GoldMember(
        document=row["document"],
        words=pieces,
        spans=find(body(row["document"]), pieces, f"{claim}, document {row['document']}"),
        stance=stance,
        scope=scope,
        value=GoldValue(**row["value"]) if "value" in row else None,
    )


def _derivation(row: dict[str, Any]) -> GoldDerivation:
    kind: DerivationKind = row["kind"]
    return GoldDerivation(
        document=row["document"],
        kind=kind,
        of=row.get("of"),
        outlet=row.get("outlet", ""),
        hidden=row.get("hidden", False),
        why=row["why"],
    )


def _origins(row: dict[str, Any]) -> GoldOrigins:
    return GoldOrigins(
        claim=row["claim"],
        support=_side(row.get("support")),
        denial=_side(row.get("denial")),
        why=row["why"],
    )


def _side(row: dict[str, Any] | None) -> GoldSide:
    if row is None:
        return GoldSide()
    groups = tuple((one["origin"], tuple(one["documents"])) for one in row["groups"])
    return GoldSide(low=row["low"], high=row["high"], groups=groups)
