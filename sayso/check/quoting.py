"""Quotations of the draft that do not stand in the documents, or that another one spoke."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.check.making import made
from sayso.check.matter import Matter, called
from sayso.check.quotes import Spoken, Words, quotations
from sayso.check.told import accountable, placed, short
from sayso.check.words import names
from sayso.model import Document, Evidence, Finding, Span, Statement
from sayso.text.sentences import sentence_of, sentences

PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we"})


def misquotes(matter: Matter, parts: Sequence[Span], texts: Sequence[Words]) -> Iterator[Finding]:
    """One finding for a quotation that is near printed words but not them, or is given to another speaker.

    What is like nothing in the ledger is no finding: the draft may have heard it itself.
    """
    folded = list(zip(matter.texts, texts, strict=True))
    spoken = [(document, Spoken(words)) for document, words in folded]
    for span in quotations(matter.document.text):
        quote = matter.document.text[span.start : span.end]
        at = parts[sentence_of(parts, span.start)] if parts else span
        exact = [(document, place) for document, words in folded if (place := words.verbatim(quote))]
        if exact:
            yield from _speaker(matter, span, at, exact)
            continue
        if any(_joined(matter, document, words, quote) for document, words in spoken):
            continue
        near = [(near, document) for document, words in (*folded, *spoken) if (near := words.nearest(quote))]
        if near:
            best, document = max(near, key=lambda pair: pair[0].likeness)
            printed = document.text[best.span.start : best.span.end]
            evidence = _evidence(matter, document, best.span, printed)
            why = f"These words are not printed so. Nearest: “{short(printed)}” ({placed(evidence)})."
            yield made(matter, "misquote", at, (span,), why, evidence=(evidence,))


def _joined(matter: Matter, document: Document, words: Spoken, quote: str) -> bool:
    """Whether one speaker's words are quoted on, without the "she said" between them, in one paragraph."""
    place = words.verbatim(quote)
    if place is None or "\n" in document.text[place.start : place.end]:
        return False
    held = matter.printed.get(document.id, ())
    who = [_speaking(held, Span(at, at + 1)) for at in (place.start, place.end - 1)]
    return None not in who and len({one.source.name for one in who if one}) == 1


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
    if not all(_another(mine, who, document) for document, _, who in theirs):
        return
    document, place, who = theirs[0]
    unnamed = not accountable(who)
    evidence = _evidence(matter, document, place, document.text[place.start : place.end])
    speaker = who.source.name or who.source.text
    start = "the draft" if unnamed else "The draft"
    why = f"{start} gives these words to {mine.source.name}; they are printed as those of {speaker}"
    why = f"{why} ({placed(evidence)})."
    yield made(matter, "misquote", sentence, (span,), why, evidence=(evidence,), perhaps=unnamed)


def _another(mine: Statement, theirs: Statement, document: Document) -> bool:
    """Whether no name in the chain of the printed one is in the draft's source, nor one the other's speaker.

    An unnamed speaker is another where nothing that is said of the two agrees.
    """
    if theirs.source.kind == "author" or not theirs.source.spans:
        return False
    known = names(" ".join((*theirs.chain[1:], theirs.source.text, theirs.source.name)))
    own = names(f"{mine.source.text} {mine.source.name}")
    if not known or known <= PRONOUNS or own & known:
        return False
    return _is_body(mine) == _is_body(theirs) or not _beside(document.text, own, known)


def _is_body(statement: Statement) -> bool:
    return statement.source.kind not in {"person", "official", "expert", "unspecified"}


def _beside(text: str, a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two names stand in one sentence, as those of a body and of the one who speaks for it."""
    parts = (names(text[part.start : part.end]) for part in sentences(text, frozenset()))
    return any(a & part and b & part for part in parts)


def _speaking(statements: tuple[Statement, ...], span: Span) -> Statement | None:
    """The innermost statement whose content holds a place."""
    around = [s for s in statements if any(part.overlaps(span) for part in s.content.spans)]
    return min(around, key=lambda s: sum(b - a for a, b in s.content.spans), default=None)


def _evidence(matter: Matter, document: Document, place: Span, printed: str) -> Evidence:
    who = _speaking(matter.printed.get(document.id, ()), place)
    return Evidence(
        statement=who.id if who else None, document=document.id, publisher=document.publisher,
        published=document.published, source=called(who) if who else "", text=printed,
    )  # fmt: skip
