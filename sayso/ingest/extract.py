"""Extract: what a format gave of a text, and the one place where it becomes a Document."""

from dataclasses import dataclass

from sayso.errors import Problem
from sayso.ingest.characters import sound, unseen_characters
from sayso.ingest.defaults import NOTHING_SAID, Defaults
from sayso.ingest.foreign import foreign_parts
from sayso.ingest.language import language_of
from sayso.ingest.unseen import cut_at
from sayso.model import Document, Span, Unseen, make_document
from sayso.model.document import Status

LONGEST_CHARS = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """One text with what its file said of it. `partial`: something of it is known to be missing.

    `properties` is what a program wrote into the file (when it was made, by which account): it
    counts only where neither the file's own words nor the user say it. `unread`: there is no text
    because it would have to be recognised first. `original` are the bytes of the record that the
    text was taken from, with their `media_type`; None for the whole piece.
    """

    text: str
    input: str
    said: Defaults = NOTHING_SAID
    properties: Defaults = NOTHING_SAID
    problems: tuple[Problem, ...] = ()
    captions: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    partial: bool = False
    unread: bool = False
    original: bytes | None = None
    media_type: str | None = None


def document_of(extract: Extract, defaults: Defaults) -> Document:
    """The Document of an extract: capped, its language told, its unseen characters named."""
    facts = extract.properties.under(defaults.under(extract.said))
    text, cut = _capped(sound(extract.text), extract.input)
    language, language_problems, unread = language_of(text, facts.language, extract.input)
    empty = () if text.strip() or extract.unread else (_empty(extract.input),)
    unseen = unseen_characters(text, extract.input)
    foreign, mixed = ((), ()) if unread else foreign_parts(text, extract.input, declared=bool(facts.language))
    told = (*_made_then(extract, defaults), *cut, *unseen, *mixed)
    problems = (*extract.problems, *told, *language_problems, *empty)  # what decides is last
    status: Status = "partial" if extract.partial or cut or mixed else "ok"
    if empty or unread or extract.unread:
        status = "failed" if empty else "unread"
    return make_document(
        text,
        input=extract.input,
        title=facts.title,
        publisher=facts.publisher,
        published=facts.published,
        author=facts.author,
        language=language,
        url=facts.url,
        translation_of=facts.translation_of,
        status=status,
        problems=problems,
        captions=tuple(span for span in extract.captions if span.end <= len(text)),
        furniture=tuple(span for span in extract.furniture if span.end <= len(text)),
        foreign=foreign,
        unseen=_unseen(extract, text, cut),
    )


def _unseen(extract: Extract, text: str, cut: tuple[Problem, ...]) -> tuple[Unseen, ...]:
    inside = (one for one in extract.unseen if one.span is None or one.span.end <= len(text))
    return (*inside, *(cut_at(text, problem.what) for problem in cut))


def _empty(where: str) -> Problem:
    return Problem(where=where, what="nothing to read: there is no text")


def _made_then(extract: Extract, defaults: Defaults) -> tuple[Problem, ...]:
    """The problem that the day of publication is only the day on which the file was made."""
    made = extract.properties.published
    if made is None or extract.said.published or defaults.published:
        return ()
    what = f"published is taken to be {made}, the day on which the file says it was made"
    return (Problem(where=extract.input, what=what, hint="give --published where you know better"),)


def _capped(text: str, where: str) -> tuple[str, tuple[Problem, ...]]:
    if len(text) <= LONGEST_CHARS:
        return text, ()
    what = f"only the first {LONGEST_CHARS:,} of {len(text):,} characters were kept"
    return text[:LONGEST_CHARS], (Problem(where=where, what=what, hint="split the document"),)
