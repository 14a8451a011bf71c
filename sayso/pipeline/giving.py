"""What a person says of a statement becomes the value of a judgement: places found, and read there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from sayso.errors import UsageError
from sayso.model import (
    Document,
    ReadingMatter,
    Repair,
    Span,
    Spans,
    Statement,
    strip,
    touches,
    without,
    words_at,
)
from sayso.pipeline.reading import make_reader
from sayso.read.relation import Relation, Voice
from sayso.repair.corrections import (
    Given,
    GivenContent,
    GivenCue,
    GivenProposition,
    GivenSource,
    GivenTime,
)
from sayso.repair.places import place_of


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """Where a correction is made: the document, the statements shown of it, the one that is meant.

    `reading` names the reader's own reading that the statement is of.
    """

    document: Document
    statements: tuple[Statement, ...]
    statement: Statement | None
    reading: str


def given_of(scene: Scene, what: ReadingMatter, asked: Repair) -> Given:
    """The value of a judgement on `what`. UsageError for what does not fit, or stands nowhere in the text."""
    if what == "not-a-statement":
        return Given(reading=scene.reading)
    if what == "statement":
        return _added(scene, asked)
    makes: dict[str, Callable[[Scene, Repair], Given]] = {
        "source": _source, "cue": _cue, "content": _content, "act": _act, "factuality": _factuality,
        "evidentiality": _evidentiality, "time": _time, "anonymous": _anonymous,
    }  # fmt: skip
    return makes[what](scene, asked)


def _source(scene: Scene, asked: Repair) -> Given:
    statement = _meant(scene)
    if sum((asked.words is not None, asked.nobody, asked.author)) != 1:
        raise UsageError("say which printed words are the source, or that nobody is named, or the author")
    if statement.cue is None and not asked.author:
        raise UsageError("no words attribute it: the author says it; say first which words do (`judge cue`)")
    spans = _place(scene, asked.words, statement, asked.at) if asked.words is not None else ()
    _refuse_one_for_both(spans, statement.cue.spans if statement.cue else ())
    voice: Voice = "hearsay" if asked.nobody else "author" if asked.author else "source"
    read = _read(scene, statement, source=spans, voice=voice)
    return Given(reading=scene.reading, source=_given_source(scene, read, spans, asked, voice))


def _given_source(scene: Scene, read: Statement, spans: Spans, asked: Repair, voice: Voice) -> GivenSource:
    """Whom a source stands for: as the person says, else as the reader resolves it in this document."""
    if voice == "author":
        return GivenSource(kind="author")
    if voice == "hearsay":
        return GivenSource(kind=asked.kind or "unspecified")
    name = asked.name or read.source.name
    at = scene.document.text.find(name)
    anonymous = read.source.anonymous if asked.anonymous is None else asked.anonymous
    return GivenSource(
        spans=spans, name_at=(Span(at, at + len(name)),) if name and at >= 0 else (),
        name=name if name and at < 0 else None, kind=asked.kind or read.source.kind, anonymous=anonymous,
    )  # fmt: skip


def _cue(scene: Scene, asked: Repair) -> Given:
    statement = _meant(scene)
    if (asked.words is None) != asked.nobody:
        raise UsageError("say which printed words are the cue, or that there is none")
    spans = _place(scene, asked.words, statement, asked.at) if asked.words is not None else ()
    _refuse_one_for_both(statement.source.spans, spans)
    read = _read(scene, statement, cue=spans)
    return Given(reading=scene.reading, cue=_given_cue(scene, read, spans))


def _given_cue(scene: Scene, read: Statement, spans: Spans) -> GivenCue:
    """The cue with what the reader makes of it; a lemma that stands in the text is pointed at."""
    words = words_at(scene.document.text, spans)
    from sayso.read.cues.finding import read_cue

    lemma = read_cue(words, scene.document.language or "en").lemma if spans else ""
    at = scene.document.text[spans[0].start : spans[-1].end].lower().find(lemma) if lemma else -1
    if at < 0:
        return GivenCue(spans=spans, lemma=lemma or None, act=read.act)
    start = spans[0].start + at
    return GivenCue(spans=spans, lemma_at=(Span(start, start + len(lemma)),), act=read.act)


def _content(scene: Scene, asked: Repair) -> Given:
    statement = _meant(scene)
    if (asked.words is None) != asked.nobody:
        raise UsageError("say which printed words are the content, or that there are none")
    spans = _place(scene, asked.words, statement, asked.at) if asked.words is not None else ()
    cut = _without_cue(scene.document.text, spans, statement.cue.spans if statement.cue else ())
    read = _read(scene, statement, content=cut)
    return Given(reading=scene.reading, content=_given_content(read, cut))


def _given_content(read: Statement, spans: Spans) -> GivenContent:
    parts = tuple(
        GivenProposition(
            spans=part.spans, factuality=part.factuality,
            times=tuple(
                GivenTime(spans=t.spans, from_=t.from_, to=t.to, role=t.role, grain=t.grain)
                for t in part.times
            ),
        )
        for part in read.propositions
    )  # fmt: skip
    return GivenContent(spans=spans, quotation=read.quotation, propositions=parts)


def _act(scene: Scene, asked: Repair) -> Given:
    _meant(scene)
    if asked.act is None:
        raise UsageError("say which act it is: assert, deny, promise, …")
    return Given(reading=scene.reading, act=asked.act)


def _evidentiality(scene: Scene, asked: Repair) -> Given:
    _meant(scene)
    if asked.evidentiality is None:
        raise UsageError("say how the source knows: direct, inferential, reportative, unstated")
    return Given(reading=scene.reading, evidentiality=asked.evidentiality)


def _anonymous(scene: Scene, asked: Repair) -> Given:
    _meant(scene)
    if asked.anonymous is None:
        raise UsageError("say whether the source is anonymous")
    return Given(reading=scene.reading, anonymous=asked.anonymous)


def _factuality(scene: Scene, asked: Repair) -> Given:
    statement = _meant(scene)
    if asked.factuality is None:
        raise UsageError("say how certain it is: CT+, PR+, PS+, CT-, PR-, PS- or U")
    clause: Spans = ()
    if asked.words is not None:
        spans = _place(scene, asked.words, statement, asked.at)
        clauses = [part.spans for part in statement.propositions if touches(part.spans, spans)]
        if len(clauses) != 1:
            raise UsageError("these words are not of one clause of the statement's content")
        clause = clauses[0]
    return Given(reading=scene.reading, factuality=asked.factuality, proposition=clause)


def _time(scene: Scene, asked: Repair) -> Given:
    statement = _meant(scene)
    if asked.words is None:
        raise UsageError("say which printed words are the time")
    spans = _place(scene, asked.words, statement, asked.at)
    if not any(_inside(part.spans, spans) for part in statement.propositions):
        raise UsageError("these words do not stand inside one clause of the statement's content")
    if asked.first and asked.last and asked.first > asked.last:
        raise UsageError(f"{asked.first} is later than {asked.last}")
    time = GivenTime(spans=spans, from_=asked.first, to=asked.last, role=asked.role)
    return Given(reading=scene.reading, time=time)


def _added(scene: Scene, asked: Repair) -> Given:
    """A statement that was missed, by the printed words of its parts."""
    if asked.content is None and asked.cue is None:
        raise UsageError("say at least which words are the content, or the cue")
    if asked.source is not None and asked.cue is None:
        raise UsageError("say which words attribute it to its source, too (the cue)")
    text = scene.document.text
    content = place_of(text, asked.content, at=asked.at) if asked.content is not None else ()
    near = Span(content[0].start, content[-1].end) if content else None
    cue = place_of(text, asked.cue, near) if asked.cue is not None else ()
    source = place_of(text, asked.source, near or Span(*cue[0])) if asked.source is not None else ()
    _refuse_one_for_both(source, cue)
    content = _without_cue(text, content, cue)
    voice: Voice = "source" if source else "author" if asked.author or not cue else "hearsay"
    relation = Relation(source=source, cue=cue, content=content, voice=voice)
    read = _read_all(scene.document, [*map(_relation, scene.statements), relation])[-1]
    given = _given_content(read, content)
    return Given(
        reading=scene.reading, source=_given_source(scene, read, source, asked, voice),
        cue=_given_cue(scene, read, cue), content=given, act=asked.act,
        evidentiality=asked.evidentiality or read.evidentiality, sentence=read.sentence,
        medium=read.medium.spans if read.medium else (),
        said=GivenTime(spans=read.said.spans, from_=read.said.from_, to=read.said.to) if read.said else None,
    )  # fmt: skip


def _refuse_one_for_both(source: Spans, cue: Spans) -> None:
    if touches(source, cue):
        raise UsageError(
            "the same words cannot be the source and what attributes to it; judge the other first"
        )


def _meant(scene: Scene) -> Statement:
    if scene.statement is None:
        raise UsageError("say which statement is meant")
    return scene.statement


def _place(scene: Scene, words: str, statement: Statement, at: int | None) -> Spans:
    return place_of(scene.document.text, words, _hull(statement), at)


def _hull(s: Statement) -> Span:
    """From the first to the last word of a statement."""
    spans = (*s.source.spans, *(s.cue.spans if s.cue else ()), *s.content.spans) or (Span(0, 0),)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _inside(outer: Spans, inner: Spans) -> bool:
    return all(any(span.contains(part) for span in outer) for part in inner)


def _without_cue(text: str, content: Spans, cue: Spans) -> Spans:
    """The content with the words that attribute it cut out of it."""
    if not touches(content, cue):
        return content
    cut = (strip(text, span, None) for span in without(content, cue))
    return tuple(span for span in cut if any(c.isalnum() for c in text[span.start : span.end]))


def _read(
    scene: Scene, statement: Statement, *, source: Spans | None = None, cue: Spans | None = None,
    content: Spans | None = None, voice: Voice | None = None,
) -> Statement:  # fmt: skip
    """The statement as the reader reads it with other places, beside all others of the document."""
    at = next(n for n, s in enumerate(scene.statements) if s.id == statement.id)
    relations = [_relation(s) for s in scene.statements]
    one = relations[at]
    relations[at] = Relation(
        source=one.source if source is None else source, medium=one.medium,
        cue=one.cue if cue is None else cue, content=one.content if content is None else content,
        voice=voice or one.voice,
    )  # fmt: skip
    return _read_all(scene.document, relations)[at]


def _read_all(document: Document, relations: Sequence[Relation]) -> tuple[Statement, ...]:
    found = make_reader(rules=True).given(document, relations)
    if not found:
        raise UsageError(f"{document.id} has no sentence that is read")
    return found


def _relation(s: Statement) -> Relation:
    voice: Voice = "source"
    if not s.source.spans:
        voice = "author" if s.source.kind == "author" else "hearsay"
    return Relation(
        source=s.source.spans, medium=s.medium.spans if s.medium else (),
        cue=s.cue.spans if s.cue else (), content=s.content.spans, voice=voice,
    )  # fmt: skip
