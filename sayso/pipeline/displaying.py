"""`sayso.display`: how a notebook shows what a ledger gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sayso.errors import UsageError
from sayso.model import Check, Claim, Document, DocumentRow, Expectation, News, Statement
from sayso.pipeline.claim_view import ClaimView
from sayso.show import notebook
from sayso.show.notebook import View
from sayso.show.tables import Table

SHOWN = (
    "a document, statements, a claim (`ledger.claim(…)`), a claim with its graph (`ledger.claim_view(…)`), \
a check, expectations, changes, or a table"
)
_SEVERAL: tuple[tuple[type[Any], Callable[[Sequence[Any]], View]], ...] = (
    (Statement, notebook.statements_view),
    (Expectation, notebook.expectations_view),
    (News, notebook.news_view),
)


def display(what: Any, statements: Sequence[Statement] = ()) -> View:
    """What a notebook shows of something that a ledger gives: put it last in a cell.

    Of a document, statements, a claim, a claim view (with its graph), a check, expectations, changes or a
    table: self-contained HTML without a script (`_repr_html_`), and plain words (`str()`) beside it.
    `statements` are shown with a document. A sequence shows all of its items; an empty one says so. Raises
    UsageError for anything else.
    """
    if isinstance(what, Document | DocumentRow):
        return notebook.document_view(what, statements)
    if isinstance(what, Claim):
        return notebook.claim_view(what)
    if isinstance(what, ClaimView):
        return notebook.claim_view(what.claim, what.documents, what.derivations)
    if isinstance(what, Check):
        return notebook.check_view(what)
    if isinstance(what, Table):
        return notebook.table_view(what)
    items = list(what) if isinstance(what, list | tuple) else [what]
    for kind, show in _SEVERAL:
        if all(isinstance(one, kind) for one in items):
            return show(items)
    raise UsageError(f"there is no view of {type(what).__name__}; there is one of {SHOWN}")
