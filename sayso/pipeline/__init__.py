"""The only place that knows the order: inputs → documents → statements → claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.pipeline.reading import Reading, choose_reader, make_reader, read_document, read_paths

if TYPE_CHECKING:
    from sayso.pipeline.adding import Added
    from sayso.pipeline.claim_view import ClaimView
    from sayso.pipeline.forgetting import Forgotten
    from sayso.pipeline.ledger import Ledger
    from sayso.pipeline.promises import ExpectationPage, ExpectationQuery
    from sayso.pipeline.querying import ClaimPage, ClaimQuery
    from sayso.pipeline.rereading import Reread
    from sayso.pipeline.selecting import Selection

__all__ = [
    "Added", "ClaimPage", "ClaimQuery", "ClaimView", "ExpectationPage", "ExpectationQuery", "Forgotten",
    "Ledger", "Reading", "Reread", "Selection", "choose_reader", "make_reader", "read_document",
    "read_paths",
]  # fmt: skip
_LATER = {
    "Added": "adding", "ClaimPage": "querying", "ClaimQuery": "querying", "ClaimView": "claim_view",
    "ExpectationPage": "promises", "ExpectationQuery": "promises", "Forgotten": "forgetting",
    "Ledger": "ledger", "Reread": "rereading", "Selection": "selecting",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """What the ledger needs is imported when it is used: it brings a database with it."""
    from importlib import import_module

    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
