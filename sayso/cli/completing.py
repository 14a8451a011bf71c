"""What the shell offers in place of an id that was begun."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from sayso.cli.options import LEDGER


def _ledger(context: click.Context) -> str:
    """The ledger that was named before on the line; the usual one where none was."""
    return str(context.params.get("ledger") or LEDGER)


def _items(found: list[tuple[str, str]]) -> list[CompletionItem]:
    from sayso.show.report_characters import shown

    return [CompletionItem(id, help=shown(" ".join(words.split()))[:80]) for id, words in found]


def claim_ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The claims whose ids begin so."""
    from sayso.pipeline.completing import claims_like

    return _items(claims_like(_ledger(context), incomplete))


def document_ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The documents whose ids begin so."""
    from sayso.pipeline.completing import documents_like

    return _items(documents_like(_ledger(context), incomplete))


def shapes(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shapes whose names begin so."""
    from sayso.show.shapes import SHAPES

    return [CompletionItem(name) for name in SHAPES if name.startswith(incomplete)]
