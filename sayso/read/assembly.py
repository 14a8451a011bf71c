"""Puts what was found about one document together into its statements."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sayso.model import (
    Act,
    Cue,
    Document,
    Evidentiality,
    Extent,
    Factuality,
    Proposition,
    Quotation,
    Said,
    Source,
    Span,
    Spans,
    Statement,
    Time,
    TimeExpression,
    covers,
    proposition_id,
    statement_id,
    touches,
    without,
)
from sayso.read.certainty.acts import act_of, reading_of
from sayso.read.certainty.evidentiality import evidentiality_of
from sayso.read.certainty.factuality import read_factuality
from sayso.read.certainty.propositions import split_propositions
from sayso.read.cues.finding import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.times.counting import counted_from, in_the_past, nearer_ahead
from sayso.read.times.roles import role_of, said_of
from sayso.text import sentence_of

NEAR = 4  # statements before and behind that may share a sentence
QUOTE_MARK = re.compile(r"[“”\"«»]")
OPENS_QUOTED = re.compile(r"\s*[“\"«]")
OPEN_ACTS: frozenset[Act] = frozenset({"ask", "demand", "decline"})  # nothing is held to be so
CLOSES_QUOTED = re.compile(r"[”\"»][.,;!?]?\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that one document's statements are made of; the sequences run in parallel by statement."""

    document: Document
    sentences: Sequence[Span]
    attributions: Sequence[Attribution]
    sources: Sequence[Source]
    parents: Sequence[int | None]
    chains: Sequence[tuple[str, ...]]
    times: Sequence[TimeExpression]
    reading: str
    language: str
    children: Mapping[int, Sequence[int]] = field(default_factory=dict)
    clauses: Sequence[Sequence[Spans]] = ()
    acts: Sequence[Act] = ()

    def times_in(self, spans: Spans) -> Sequence[TimeExpression]:
        """The times from the first to the last of `spans`; the times are in order and disjoint."""
        if not spans:
            return ()
        first = bisect_left(self.times, spans[0].start, key=lambda time: time.span.start)
        return self.times[first : bisect_left(self.times, spans[-1].end, key=lambda time: time.span.start)]


def assemble(findings: Findings) -> tuple[Statement, ...]:
    """The statements in reading order, each with its own and its parent's id."""
    findings = prepared(findings)
    ids = [_id(findings, number) for number in range(len(findings.attributions))]
    return tuple(_statement(findings, number, ids) for number in range(len(ids)))


def prepared(findings: Findings) -> Findings:
    """The findings with each statement's children, clauses and act, which its parents look at too."""
    numbers = range(len(findings.attributions))
    findings = replace(findings, children=_children_of(findings.parents))
    findings = replace(findings, clauses=[_clauses(findings, number) for number in numbers])
    return replace(findings, acts=[_act(findings, number) for number in numbers])


def _id(findings: Findings, number: int) -> str:
    relation = findings.attributions[number].relation
    return statement_id(findings.document.id, findings.sources[number].spans, relation.cue, relation.content)


def _statement(findings: Findings, number: int, ids: Sequence[str]) -> Statement:
    attribution, source = findings.attributions[number], findings.sources[number]
    relation, text = attribution.relation, findings.document.text
    parent = findings.parents[number]
    first = min((*relation.cue, *relation.content, *relation.source, Span(len(text), len(text))))
    sentence = sentence_of(findings.sentences, (relation.cue or (first,))[0].start)
    said = _said(findings, number, sentence)
    propositions = _propositions(findings, number, ids[number], said or _said_around(findings, parent))
    return Statement(
        id=ids[number],
        document=findings.document.id,
        input=findings.document.input,
        sentence=sentence,
        reading=findings.reading,
        source=source,
        medium=Extent.of(text, relation.medium) if relation.medium else None,
        cue=_cue(text, attribution, findings.acts[number]),
        content=Extent.of(text, relation.content),
        quotation=quotation_of(text, relation.content),
        within=ids[parent] if parent is not None else None,
        chain=findings.chains[number],
        said=said,
        evidentiality=_evidentiality(findings, number),
        propositions=propositions,
        confidence=round(relation.p_relation, 2),
        act=findings.acts[number],
    )


def _cue(text: str, attribution: Attribution, act: Act) -> Cue | None:
    if attribution.cue is None or not attribution.relation.cue:
        return None
    extent = Extent.of(text, attribution.relation.cue)
    return Cue(spans=extent.spans, text=extent.text, lemma=attribution.cue.lemma, act=act)


def quotation_of(text: str, content: Spans) -> Quotation:
    """direct: all content in quotation marks; mixed: some of it; indirect: none."""
    words = [text[slice(*_with_marks(text, span))] for span in content]
    if not any(QUOTE_MARK.search(part) for part in words):
        return "indirect"
    whole = all(OPENS_QUOTED.match(part) and CLOSES_QUOTED.search(part) for part in words)
    inner = any(re.search(r"[”\"]\s[^“\"]*\w[^“\"]*[“\"]", part[1:-1]) for part in words)
    return "direct" if whole and not inner else "mixed"


def _with_marks(text: str, span: Span) -> Span:
    """The span with the marks around it, where both stand there."""
    around = Span(max(0, span.start - 1), span.end + 1)
    whole = text[around.start : around.end]
    return around if OPENS_QUOTED.match(whole) and CLOSES_QUOTED.search(whole) else span


def _act(findings: Findings, number: int) -> Act:
    attribution, text = findings.attributions[number], findings.document.text
    source, clauses = findings.sources[number], findings.clauses[number]
    return act_of(text, attribution, source, clauses, findings.language)


def _evidentiality(findings: Findings, number: int) -> Evidentiality:
    within = [
        (findings.attributions[child], findings.sources[child], findings.acts[child])
        for child in _children(findings, number)
    ]
    return evidentiality_of(
        findings.document.text, findings.attributions[number], findings.sources[number],
        findings.acts[number], within, findings.language,
    )  # fmt: skip


def _children_of(parents: Sequence[int | None]) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for child, parent in enumerate(parents):
        if parent is not None:
            children.setdefault(parent, []).append(child)
    return children


def _children(findings: Findings, number: int) -> Sequence[int]:
    return findings.children.get(number, ())


def _propositions(
    findings: Findings, number: int, statement: str, said: Said | None
) -> tuple[Proposition, ...]:
    attribution = findings.attributions[number]
    text, others = findings.document.text, _said_inside(findings, number)
    reading = reading_of(text, attribution, findings.language)
    return tuple(
        Proposition(
            id=proposition_id(statement, spans),
            spans=spans,
            text=Extent.of(text, spans).text,
            factuality=_factuality(
                text,
                spans,
                others,
                None if _before_hedge(attribution, spans, findings.clauses[number]) else reading,
                findings.acts[number],
                findings.language,
            ),
            times=_times(findings, spans, others, findings.acts[number], said),
        )
        for spans in findings.clauses[number]
    )


def _before_hedge(attribution: Attribution, spans: Spans, every: Sequence[Spans]) -> bool:
    """Whether a clause is over where the author's hedge stands: "it began, and will | probably | end"."""
    relation = attribution.relation
    if relation.voice != "author" or not relation.cue or spans[-1].end > relation.cue[0].start:
        return False
    at = relation.cue[0].start
    return any(clause[0].start < at < clause[-1].end for clause in every)


def _clauses(findings: Findings, number: int) -> Sequence[Spans]:
    content = findings.attributions[number].relation.content
    split = split_propositions(findings.document.text, content, findings.language) if content else ()
    return _whole_inside(split, _said_inside(findings, number))


def _said_inside(findings: Findings, number: int) -> list[Span]:
    """The contents of the statements within a statement."""
    inner = (findings.attributions[child].relation.content for child in _children(findings, number))
    return [span for spans in inner for span in spans]


def _factuality(
    text: str, spans: Spans, others: Sequence[Span], cue: CueReading | None, act: Act, language: str
) -> Factuality:
    """Of what the statement's own source says: that somebody else spoke, not what they said."""
    own = without(spans, others)
    return "U" if act in OPEN_ACTS else read_factuality(text, own or spans, cue, language)


def _whole_inside(split: Sequence[Spans], others: Sequence[Span]) -> list[Spans]:
    """Propositions, joined again where the border between two lies inside another one's content."""
    found: list[Spans] = []
    for spans in split:
        border = spans[0].start
        if found and any(
            other.start < border < other.end and other.start < found[-1][-1].end for other in others
        ):
            found[-1] = (*found[-1][:-1], Span(found[-1][-1].start, spans[0].end), *spans[1:]) if _adjacent(
                found[-1][-1], spans[0], others) else (*found[-1], *spans)  # fmt: skip
        else:
            found.append(spans)
    return found


def _adjacent(left: Span, right: Span, others: Sequence[Span]) -> bool:
    return any(other.start <= left.end and right.start <= other.end for other in others)


def _times(
    findings: Findings, spans: Spans, others: Sequence[Span], act: Act, said: Said | None
) -> tuple[Time, ...]:
    """The times inside a proposition, but not those inside what another one says there."""
    return tuple(
        _time(findings, found, spans, act, said)
        for found in findings.times_in(spans)
        if covers(spans, [found.span]) and not touches([found.span], others)
    )


def _day(printed: str | None) -> date | None:
    return date.fromisoformat(printed) if printed else None


def _time(findings: Findings, found: TimeExpression, spans: Spans, act: Act, said: Said | None) -> Time:
    """A time with its days; what is due counts from when it was said, or told on, where that is printed."""
    text, published = findings.document.text, _day(findings.document.published)
    role = role_of(text, found, act, spans)
    if role == "due" and said is not None and said.from_ is not None:
        found = counted_from(
            text, found, date.fromisoformat(said.from_), findings.language,
            until=_day(said.to), published=published,
        )  # fmt: skip
    elif act == "promise" and role == "due":
        found = nearer_ahead(text, found, published, findings.language)
    return Time(
        spans=(found.span,),
        text=text[found.span.start : found.span.end],
        from_=found.first.isoformat() if found.first else None,
        to=found.last.isoformat() if found.last else None,
        role=role,
        grain=found.grain,
    )


def _said_around(findings: Findings, parent: int | None) -> Said | None:
    """When the statements around one were made, the nearest first: what they tell was said by then."""
    while parent is not None:
        start = (findings.attributions[parent].relation.cue or (Span(0, 0),))[0].start
        said = _said(findings, parent, sentence_of(findings.sentences, start))
        if said is not None:
            return said
        parent = findings.parents[parent]
    return None


def _told_beside(findings: Findings, number: int, time: Span) -> bool:
    """Whether a time stands in what another statement near by says, which does not hold this one's cue."""
    cue = findings.attributions[number].relation.cue
    for near in (*range(max(0, number - NEAR), number), *range(number + 1, number + NEAR + 1)):
        if near < len(findings.attributions):
            content = findings.attributions[near].relation.content
            if covers(content, [time]) and not covers(content, cue):
                return True
    return False


def _said(findings: Findings, number: int, sentence: int) -> Said | None:
    relation = findings.attributions[number].relation
    if not relation.cue:
        return None
    home, document = findings.sentences[sentence], findings.document
    times = [time for time in findings.times_in((home,)) if not _told_beside(findings, number, time.span)]
    found = said_of(
        document.text, times, source=relation.source, cue=relation.cue, content=relation.content,
        sentence=home, language=findings.language,
    )  # fmt: skip
    if found is None:
        return None
    anchor = date.fromisoformat(document.published) if document.published else None
    found = in_the_past(document.text, found, anchor, findings.language)
    if anchor is not None and found.first is not None and found.first > anchor:
        return None  # nobody has said anything yet in the month to come
    return Said(
        spans=(found.span,),
        text=findings.document.text[found.span.start : found.span.end],
        from_=found.first.isoformat() if found.first else None,
        to=found.last.isoformat() if found.last else None,
    )
