"""Document: one captured text of one outlet."""

from typing import Literal

import msgspec

from sayso.errors import Problem
from sayso.model.ids import digest, sha256_of
from sayso.model.span import Span
from sayso.model.unseen import Unseen

Status = Literal["ok", "partial", "unread", "failed"]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One captured text of one outlet, with what is known about where and when it was published.

    `published` is an ISO date (YYYY-MM-DD) or None; `language` an ISO 639-1 code or None.
    `text` is what every span of every statement points into. `captions` are spans of `text`
    that the source marked as captions (HTML figcaption), `furniture` those it marked as page
    furniture, `foreign` those in a language that is not read; `unseen` is where the text is not what the
    original is: struck, hidden, cut. All may be empty.
    """

    id: str
    input: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    translation_of: str | None = None
    status: Status = "ok"
    problems: tuple[Problem, ...] = ()
    words: int = 0
    text_sha256: str = ""
    text: str = ""
    captions: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    foreign: tuple[Span, ...] = ()
    unseen: tuple[Unseen, ...] = ()


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """What is printed of a document: everything but its text."""

    id: str
    input: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    status: Status
    problems: tuple[Problem, ...]
    words: int
    text_sha256: str


def document_id(text: str, publisher: str | None, published: str | None, url: str | None) -> str:
    """The id `d:…`: a hash of text, publisher, published and url (None and "" differ)."""
    return digest("d", (text, publisher, published, url))


def make_document(
    text: str,
    *,
    input: str,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    author: str | None = None,
    language: str | None = None,
    url: str | None = None,
    translation_of: str | None = None,
    status: Status = "ok",
    problems: tuple[Problem, ...] = (),
    captions: tuple[Span, ...] = (),
    furniture: tuple[Span, ...] = (),
    foreign: tuple[Span, ...] = (),
    unseen: tuple[Unseen, ...] = (),
) -> Document:
    """A Document with its id, hash and word count worked out; an empty text has 0 words."""
    return Document(
        id=document_id(text, publisher, published, url),
        input=input,
        title=title,
        publisher=publisher,
        published=published,
        author=author,
        language=language,
        url=url,
        translation_of=translation_of,
        status=status,
        problems=problems,
        words=len(text.split()),
        text_sha256=sha256_of(text),
        text=text,
        captions=captions,
        furniture=furniture,
        foreign=foreign,
        unseen=unseen,
    )


def row_of(document: Document) -> DocumentRow:
    """The printed shape of a document."""
    fields = DocumentRow.__struct_fields__
    return DocumentRow(**{name: getattr(document, name) for name in fields})
