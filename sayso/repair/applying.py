"""One statement with the standing corrections of a person put in: places, names, clauses, ids. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from sayso.model import (
    Cue,
    Extent,
    Proposition,
    Said,
    Source,
    Spans,
    Statement,
    Time,
    covers,
    proposition_id,
    statement_id,
    touches,
    words_at,
)
from sayso.repair.corrections import (
    Correction,
    Given,
    GivenContent,
    GivenCue,
    GivenProposition,
    GivenSource,
    GivenTime,
)

ORDER = ("statement", "source", "cue", "content", "anonymous", "act", "evidentiality", "factuality", "time")
"""Places first, then what is read of them, so that neither undoes the other whichever was decided first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text that statements stand in, and who published it."""

    document: str
    input: str
    text: str
    publisher: str | None


def added(page: Page, correction: Correction) -> Statement:
    """The statement that a person added."""
    given = correction.given
    source, content = given.source or GivenSource(), given.content or GivenContent()
    act = given.cue.act if given.cue else "assert"
    plain = Statement(
        id="", document=page.document, input=page.input, sentence=given.sentence, reading=given.reading,
        source=Source(), medium=Extent.of(page.text, given.medium) if given.medium else None, cue=None,
        content=Extent(), quotation="indirect", within=None, chain=(), said=_said(page.text, given.said),
        evidentiality=given.evidentiality or "unstated", propositions=(), confidence=1.0,
        act=given.act or act, corrected_by=(correction.judgement,),
    )  # fmt: skip
    whole = msgspec.structs.replace(
        plain,
        source=_source(page, source),
        cue=_cue(page.text, given.cue or GivenCue()),
        content=Extent.of(page.text, content.spans),
        quotation=content.quotation,
        propositions=_propositions(page.text, content.propositions),
    )
    return _with_ids(whole)


def corrected(page: Page, statement: Statement, corrections: Sequence[Correction]) -> Statement:
    """The statement with all corrections put in, in the order in which they were made within a matter.

    Where no words attribute it any more, the author says it. `within` and `chain` are left as they are:
    they hang on the other statements. `confidence` is 1.0.
    """
    ordered = sorted(corrections, key=lambda one: ORDER.index(one.what))
    found = statement
    for one in ordered:
        found = _put(page, found, one.what, one.given)
    if found.cue is None and found.source.kind != "author":
        found = msgspec.structs.replace(found, source=_source(page, GivenSource(kind="author")))
    by = (*statement.corrected_by, *(one.judgement for one in corrections))
    return _with_ids(msgspec.structs.replace(found, confidence=1.0, corrected_by=tuple(sorted(set(by)))))


def _put(page: Page, s: Statement, what: str, given: Given) -> Statement:
    """The statement with one correction; as it was for one that says nothing here."""
    replace = msgspec.structs.replace
    if what == "source" and given.source:
        return replace(s, source=_source(page, given.source))
    if what == "cue" and given.cue:
        return replace(s, cue=_cue(page.text, given.cue), act=given.cue.act)
    if what == "content" and given.content:
        parts = _propositions(page.text, given.content.propositions)
        content = Extent.of(page.text, given.content.spans)
        return replace(s, content=content, quotation=given.content.quotation, propositions=parts)
    if what == "anonymous" and given.anonymous is not None:
        return replace(s, source=replace(s.source, anonymous=given.anonymous))
    if what == "act" and given.act:
        return replace(s, act=given.act, cue=replace(s.cue, act=given.act) if s.cue else None)
    if what == "evidentiality" and given.evidentiality:
        return replace(s, evidentiality=given.evidentiality)
    return replace(s, propositions=tuple(_clause(page.text, s, part, given) for part in s.propositions))


def _clause(text: str, s: Statement, part: Proposition, given: Given) -> Proposition:
    """A clause with the certainty or the time that was given for it."""
    if given.factuality and _is_meant(s, part, given.proposition):
        part = msgspec.structs.replace(part, factuality=given.factuality)
    if given.time and covers(part.spans, given.time.spans):
        kept = [time for time in part.times if not touches(time.spans, given.time.spans)]
        new = [_time(text, given.time)] if given.time.role else []
        times = tuple(sorted((*kept, *new), key=lambda time: time.spans))
        part = msgspec.structs.replace(part, times=times)
    return part


def _is_meant(s: Statement, part: Proposition, spans: Spans) -> bool:
    """Whether a clause is the one that stood at `spans`; all of them where none is named."""
    if not spans or part.spans == spans:
        return True
    return not any(p.spans == spans for p in s.propositions) and touches(part.spans, spans)


def _source(page: Page, given: GivenSource) -> Source:
    printed = words_at(page.text, given.spans)
    if given.kind == "author":
        return Source(name=page.publisher or "", kind="author")
    name = words_at(page.text, given.name_at) or given.name or printed
    return Source(
        spans=given.spans, text=printed, name=name, kind=given.kind, anonymous=given.anonymous
    )  # fmt: skip


def _cue(text: str, given: GivenCue) -> Cue | None:
    if not given.spans:
        return None
    words = words_at(text, given.spans)
    lemma = given.lemma or (words_at(text, given.lemma_at) or words).lower()
    return Cue(spans=given.spans, text=words, lemma=lemma, act=given.act)


def _propositions(text: str, given: Iterable[GivenProposition]) -> tuple[Proposition, ...]:
    """Clauses without their ids, which hang on the statement's."""
    return tuple(
        Proposition(
            id="", spans=part.spans, text=words_at(text, part.spans), factuality=part.factuality,
            times=tuple(_time(text, time) for time in part.times),
        )
        for part in given
    )  # fmt: skip


def _time(text: str, given: GivenTime) -> Time:
    return Time(
        spans=given.spans, text=words_at(text, given.spans), from_=given.from_, to=given.to,
        role=given.role or "event", grain=given.grain,
    )  # fmt: skip


def _said(text: str, given: GivenTime | None) -> Said | None:
    if given is None:
        return None
    return Said(spans=given.spans, text=words_at(text, given.spans), from_=given.from_, to=given.to)


def _with_ids(s: Statement) -> Statement:
    cue = s.cue.spans if s.cue else ()
    id = statement_id(s.document, s.source.spans, cue, s.content.spans)
    parts = (msgspec.structs.replace(p, id=proposition_id(id, p.spans)) for p in s.propositions)
    return msgspec.structs.replace(s, id=id, propositions=tuple(parts))
