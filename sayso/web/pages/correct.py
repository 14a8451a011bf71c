"""A reading corrected in place: the sentence with its neighbours, what is read now, fields for it."""

from __future__ import annotations

from typing import get_args

from starlette.responses import Response

from sayso.errors import UsageError
from sayso.lang.loading import abbreviations
from sayso.model import FACTUALITIES, Act, Document, Evidentiality, SourceKind, Span, Statement
from sayso.show.page_article import excerpt
from sayso.show.page_spans import entries
from sayso.text.sentences import sentence_of, sentences
from sayso.web.asked import Asked
from sayso.web.routing import page

NO_SOURCE_KINDS = frozenset({"author", "unspecified"})
GIVABLE = tuple(kind for kind in get_args(SourceKind) if kind not in NO_SOURCE_KINDS)


def correct(asked: Asked) -> Response:
    """The form for `?statement=`; without it the one for a statement that was missed."""
    return form(asked, asked.query.get("statement", ""))


def form(asked: Asked, statement: str, *, refused: str = "") -> Response:
    """The form; `refused` says what did not fit, and what was typed stands in it still."""
    document = asked.ledger.document(asked.id(), as_of=asked.as_of)
    every = asked.ledger.statements(document.id)
    meant = _meant(asked, document, every, statement) if statement else None
    found = entries([meant] if meant else every, 1, set())
    span = around(document, meant) if meant else Span(0, len(document.text))
    text = excerpt(document, found, span)
    typed = {name: asked.written(name) for name in asked.form or ()}
    return asked.show(
        "correct.html", status=400 if refused else 200, document=document, statement=meant, text=text,
        refused=refused.replace("say which with --at", "say which below, by its number"), typed=typed,
        wanted=asked.back(""), acts=get_args(Act), ways=get_args(Evidentiality), kinds=GIVABLE,
        certainties=FACTUALITIES,
    )  # fmt: skip


def _meant(asked: Asked, document: Document, every: tuple[Statement, ...], id: str) -> Statement:
    now = asked.ledger.statement_now(document.id, id)
    found = next((one for one in every if one.id == now), None)
    if found is None:
        raise UsageError(f"no statement {id!r} is shown of this document; see the log for what took it away")
    return found


def around(document: Document, statement: Statement) -> Span:
    """The sentences of a statement with one on either side; all of the text where it has no sentence."""
    text = document.text
    parts = sentences(text, abbreviations(document.language or "en"))
    cue = statement.cue.spans if statement.cue else ()
    spans = (*statement.source.spans, *cue, *statement.content.spans)
    if not parts or not spans:
        return parts[min(statement.sentence, len(parts) - 1)] if parts else Span(0, len(text))
    first = sentence_of(parts, min(span.start for span in spans))
    last = sentence_of(parts, max(span.end for span in spans) - 1)
    return Span(parts[max(0, first - 1)].start, parts[min(len(parts) - 1, last + 1)].end)


ROUTES = [page("/documents/{id}/correct", correct)]
