"""Documents and statements made by hand, for tests of linking."""

from sayso.model import (
    Act,
    Cue,
    Document,
    Evidentiality,
    Extent,
    Factuality,
    Proposition,
    Source,
    SourceKind,
    Span,
    Statement,
    make_document,
    proposition_id,
    statement_id,
)
from sayso.reference.entry import Country, Entry


class NoNames:
    """A gazetteer that knows nothing."""

    def lookup(self, name: str) -> Entry | None:
        """Nothing."""
        return None

    def entry(self, id: str) -> Entry | None:
        """Nothing."""
        return None

    def country(self, name: str) -> Country | None:
        """Nothing."""
        return None


def text_of(
    text: str,
    publisher: str | None = "Harrow Post",
    published: str | None = "2031-03-04",
    url: str | None = None,
    title: str | None = None,
    author: str | None = None,
    translation_of: str | None = None,
) -> Document:
    """A document of the Harrow Post, in English."""
    return make_document(
        text,
        input="made.txt",
        publisher=publisher,
        published=published,
        language="en",
        url=url,
        title=title,
        author=author,
        translation_of=translation_of,
    )


def said(
    document: Document,
    source: str,
    cue: str,
    content: str,
    *,
    kind: SourceKind = "person",
    name: str | None = None,
    anonymous: bool = False,
    within: Statement | None = None,
    act: Act = "assert",
    factuality: Factuality = "CT+",
    evidentiality: Evidentiality = "unstated",
) -> Statement:
    """The statement whose source, cue and content are these words of the document, each where it "
    "stands first.

    The content is looked for first, source and cue nearest before it, else after it. "" is no source, no cue.
    """
    inside = _find(document.text, content, 0)
    near = document.text.rfind(cue, 0, inside.start) if cue else -1
    cued = (
        (Span(near, near + len(cue)),)
        if near >= 0
        else ((_find(document.text, cue, inside.end),) if cue else ())
    )
    by = (_nearest(document.text, source, cued[0].start if cued else inside.start),) if source else ()
    id = statement_id(document.id, by, cued, (inside,))
    called = name if name is not None else source
    return Statement(
        id=id,
        document=document.id,
        input=document.input,
        sentence=document.text.count(". ", 0, inside.start),
        reading="made",
        source=Source(spans=by, text=source, name=called, kind=kind, anonymous=anonymous),
        medium=None,
        cue=Cue(spans=cued, text=cue, lemma=cue, act=act) if cued else None,
        content=Extent.of(document.text, (inside,)),
        quotation="indirect",
        within=within.id if within else None,
        chain=(),
        said=None,
        evidentiality=evidentiality,
        propositions=(
            Proposition(
                id=proposition_id(id, (inside,)), spans=(inside,), text=content, factuality=factuality
            ),
        ),
        confidence=0.9,
        act=act,
    )


def _find(text: str, words: str, start: int) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def _nearest(text: str, words: str, place: int) -> Span:
    at = text.rfind(words, 0, place)
    return Span(at, at + len(words)) if at >= 0 else _find(text, words, place)
