"""The template sentences of a dossier, and the words that say whose a quotation is."""

from __future__ import annotations

from sayso.lang.loading import load
from sayso.model import Dossier, Quote, SubjectTerm
from sayso.show.report_words import short_id


def say(sentence: str, /, language: str = "en", **values: object) -> str:
    """The sentence of this name with its values put in; `one` in its place where `n` is 1. KeyError for none.

    What is put in is never looked at for braces: printed words cannot change a sentence.
    """
    entry = load(language, "dossier")[sentence]
    text: str = entry["one"] if values.get("n") == 1 and "one" in entry else entry["text"]
    return text.format(**values)


def reference(quote: Quote) -> str:
    """Whose words they are, where they were published and when, with the beginning of the statement's id."""
    where = {
        "publisher": quote.publisher or say("no_publisher"), "published": quote.published or say("no_date")
    }  # fmt: skip
    through = [part for part in quote.chain[1:-1] if part and part != quote.source]
    if quote.kind == "author":
        words = say("by_author", **where)
    elif not quote.source:
        words = say("by_nobody", **where)
    elif through:
        words = say("by_through", source=quote.source, through=", ".join(reversed(through)), **where)
    else:
        words = say("by_source", source=quote.source, **where)
    return f"{words} · {short_id(quote.statement)}"


def term_words(term: SubjectTerm) -> str:
    """How one part of the subject was taken."""
    if term.kind == "body" and term.parts:
        return say("term_parts", name=term.text, n=len(term.names), parts=", ".join(term.parts))
    if term.kind == "body":
        return say("term_body", name=term.text, n=len(term.names))
    return say(f"term_{term.kind}", name=term.text)


def nothing_words(dossier: Dossier) -> tuple[str, ...]:
    """What to say where nothing belongs to a subject: how its parts fared, and what is near it."""
    found = [say("nothing", subject=dossier.subject)]
    if len(dossier.terms) > 1:
        found += [say("nothing_term", term=term.text, n=term.documents) for term in dossier.terms]
    near = ", ".join(dossier.near)
    found.append(say("nothing_near", names=near) if near else say("nothing_empty"))
    return tuple(found)
