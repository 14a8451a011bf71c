"""Quotations of the draft that do not stand in the documents, or that another one spoke."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.check.making import made
from sayso.check.matter import Matter
from sayso.check.quotes import Words, quotations
from sayso.check.told import accountable, placed, short
from sayso.check.words import names
from sayso.model import Document, Evidence, Finding, Span, Statement
from sayso.text.sentences import sentence_of


def misquotes(matter: Matter, sentences: Sequence[Span], texts: Sequence[Words]) -> Iterator[Finding]:
    """One finding for a quotation that is near printed words but not them, or is given to another speaker.

    What is like nothing in the ledger is no finding: the draft may have heard it itself.
    """
    folded = list(zip(matter.texts, texts, strict=True))
    for span in quotations(matter.document.text):
        quote = matter.document.text[span.start : span.end]
        at = sentences[sentence_of(sentences, span.start)] if sentences else span
        exact = [(document, place) for document, words in folded if (place := words.verbatim(quote))]
        if exact:
            yield from _speaker(matter, span, at, exact)
            continue
        near = [(near, document) for document, words in folded if (near := words.nearest(quote))]
        if near:
            best, document = max(near, key=lambda pair: pair[0].likeness)
            printed = document.text[best.span.start : best.span.end]
            evidence = _evidence(matter, document, best.span, printed)
            why = f"These words are not printed so. Nearest: “{short(printed)}” ({placed(evidence)})."
            yield made(matter, "misquote", at, (span,), why, evidence=(evidence,))


def _speaker(
    matter: Matter, span: Span, sentence: Span, exact: list[tuple[Document, Span]]
) -> Iterator[Finding]:
    mine = _speaking(matter.statements, span)
    theirs = [
        (document, place, who)
        for document, place in exact
        if (who := _speaking(matter.printed.get(document.id, ()), place))
    ]
    if mine is None or not accountable(mine) or not theirs or len(theirs) < len(exact):
        return
    if not all(accountable(who) and _another(mine, who) for _, _, who in theirs):
        return
    document, place, who = theirs[0]
    evidence = _evidence(matter, document, place, document.text[place.start : place.end])
    why = f"The draft gives these words to {mine.source.name}; they are printed as those of {who.source.name}"
    yield made(matter, "misquote", sentence, (span,), f"{why} ({placed(evidence)}).", evidence=(evidence,))


def _another(mine: Statement, theirs: Statement) -> bool:
    """Whether no name in the chain of the printed one is in the draft's source."""
    known = names(" ".join((*theirs.chain[1:], theirs.source.text, theirs.source.name)))
    return bool(known) and not names(mine.source.name) & known


def _speaking(statements: tuple[Statement, ...], span: Span) -> Statement | None:
    """The innermost statement whose content holds a place."""
    around = [s for s in statements if any(part.overlaps(span) for part in s.content.spans)]
    return min(around, key=lambda s: sum(b - a for a, b in s.content.spans), default=None)


def _evidence(matter: Matter, document: Document, place: Span, printed: str) -> Evidence:
    who = _speaking(matter.printed.get(document.id, ()), place)
    source = (who.source.text or who.source.name) if who else ""
    return Evidence(
        statement=who.id if who else None, document=document.id, publisher=document.publisher,
        published=document.published, source=source, text=printed,
    )  # fmt: skip
