"""Capture: what a format gave, and the one place where it becomes a Document."""

from dataclasses import dataclass

from sayso.errors import Problem
from sayso.ingest.characters import sound, unseen_characters
from sayso.ingest.defaults import NOTHING_SAID, Defaults
from sayso.ingest.foreign import foreign_parts
from sayso.ingest.language import language_of
from sayso.model import Document, Span, make_document
from sayso.model.document import Status

LONGEST_CHARS = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One text with what its file said of it. `partial`: something of it is known to be missing."""

    text: str
    input: str
    said: Defaults = NOTHING_SAID
    problems: tuple[Problem, ...] = ()
    captions: tuple[Span, ...] = ()
    partial: bool = False


def document_of(capture: Capture, defaults: Defaults) -> Document:
    """The Document of a capture: capped, its language told, its unseen characters named."""
    facts = defaults.under(capture.said)
    text, cut = _capped(sound(capture.text), capture.input)
    language, language_problems, unread = language_of(text, facts.language, capture.input)
    empty = () if text.strip() else (Problem(where=capture.input, what="nothing to read: there is no text"),)
    unseen = unseen_characters(text, capture.input)
    foreign, mixed = ((), ()) if unread else foreign_parts(text, capture.input, declared=bool(facts.language))
    problems = (*capture.problems, *cut, *unseen, *mixed, *language_problems, *empty)  # what decides is last
    status: Status = "partial" if capture.partial or cut or mixed else "ok"
    if empty or unread:
        status = "failed" if empty else "unread"
    return make_document(
        text,
        input=capture.input,
        title=facts.title,
        publisher=facts.publisher,
        published=facts.published,
        author=facts.author,
        language=language,
        url=facts.url,
        translation_of=facts.translation_of,
        status=status,
        problems=problems,
        captions=tuple(span for span in capture.captions if span.end <= len(text)),
        foreign=foreign,
    )


def _capped(text: str, where: str) -> tuple[str, tuple[Problem, ...]]:
    if len(text) <= LONGEST_CHARS:
        return text, ()
    what = f"only the first {LONGEST_CHARS:,} of {len(text):,} characters were kept"
    return text[:LONGEST_CHARS], (Problem(where=where, what=what, hint="split the document"),)
