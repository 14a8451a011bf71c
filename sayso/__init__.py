"""sayso: on whose say-so? Reads reports and keeps who says what, through whom, how sure.

    import sayso
    for statement in sayso.read_text("A source told Radio Tessel that …", published="2031-03-04"):
        print(statement.chain, statement.content.text)

    with sayso.Ledger("clippings.db") as ledger:
        list(ledger.add("clippings"))
        for claim in ledger.claims(sayso.ClaimQuery(sort="documents")).claims:
            print(claim.status, claim.origins.count, claim.gist)

Everything runs on this machine; nothing is loaded until the first call.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.api import read_file, read_text
    from sayso.errors import LedgerError, MissingWeights, Problem, SaysoError, UnreadableInput, UsageError
    from sayso.model import (
        Claim,
        Derivation,
        Document,
        Dossier,
        Expectation,
        News,
        Origins,
        Proposition,
        Repair,
        Source,
        Span,
        Statement,
    )
    from sayso.pipeline.displaying import display
    from sayso.pipeline.ledger import Ledger
    from sayso.pipeline.promises import ExpectationQuery
    from sayso.pipeline.querying import ClaimQuery
    from sayso.pipeline.selecting import Selection
    from sayso.show.tables import Column, Table

__version__ = "0.1.0"
__all__ = [
    "Claim", "ClaimQuery", "Column", "Derivation", "Document", "Dossier", "Expectation", "ExpectationQuery",
    "Ledger", "LedgerError", "MissingWeights", "News", "Origins", "Problem", "Proposition", "Repair",
    "SaysoError", "Selection", "Source", "Span", "Statement", "Table", "UnreadableInput", "UsageError",
    "__version__", "display", "read_file", "read_text",
]  # fmt: skip

_HOMES = {
    "sayso.api": ("read_file", "read_text"),
    "sayso.errors": (
        "LedgerError",
        "MissingWeights",
        "Problem",
        "SaysoError",
        "UnreadableInput",
        "UsageError",
    ),
    "sayso.model": (
        "Claim",
        "Derivation",
        "Document",
        "Dossier",
        "Expectation",
        "News",
        "Origins",
        "Proposition",
        "Repair",
        "Source",
        "Span",
        "Statement",
    ),
    "sayso.pipeline.displaying": ("display",),
    "sayso.pipeline.ledger": ("Ledger",),
    "sayso.pipeline.promises": ("ExpectationQuery",),
    "sayso.pipeline.querying": ("ClaimQuery",),
    "sayso.pipeline.selecting": ("Selection",),
    "sayso.show.tables": ("Column", "Table"),
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
