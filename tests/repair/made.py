"""Statements made by quoted words, for tests of maps and corrections."""

from __future__ import annotations

from typing import Any

from sayso.model import (
    Cue,
    Document,
    Extent,
    Proposition,
    Source,
    Span,
    Spans,
    Statement,
    make_document,
    proposition_id,
    statement_id,
)

TEXT = (
    "The Harbour Office said that the ferry would sail in May and that the quay was safe. "
    "A nurse said the ward was full, adding that two doctors had left. "
    "The ferry was late."
)
DOCUMENT: Document = make_document(
    TEXT, input="ferry.txt", publisher="The Lantern", published="2031-04-02", language="en"
)


def spans(words: str | None, text: str = TEXT) -> Spans:
    """Where some words stand first; () for None."""
    if words is None:
        return ()
    start = text.index(words)
    return (Span(start, start + len(words)),)


def made(
    source: str | None,
    cue: str | None,
    content: str,
    *,
    reading: str = "en-1",
    document: Document = DOCUMENT,
    **facts: Any,
) -> Statement:
    """A statement by its printed words; without a source it is the author's own."""
    text = document.text
    who, said, what = spans(source, text), spans(cue, text), spans(content, text)
    id = statement_id(document.id, who, said, what)
    name = source or document.publisher or ""
    act = facts.get("act", "assert")
    return Statement(
        id=id, document=document.id, input=document.input, sentence=text[: what[0].start].count(". "),
        reading=reading,
        source=Source(
            spans=who, text=source or "", name=name, kind="organization" if source else "author",
            anonymous=False,
        ),
        medium=None, cue=Cue(spans=said, text=cue, lemma="say", act=act) if cue else None,
        content=Extent.of(text, what), quotation="indirect", within=None,
        chain=(document.publisher or "", *([name] if source else [])), said=None,
        propositions=(
            Proposition(id=proposition_id(id, what), spans=what, text=content),
        ),
        **{"evidentiality": "unstated", "confidence": 0.9, **facts},
    )  # fmt: skip
