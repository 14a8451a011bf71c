"""Puts what was found about one document together into its statements."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

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
from sayso.read.completion import Attribution
from sayso.read.factuality import read_factuality
from sayso.read.propositions import split_propositions
from sayso.read.time_roles import role_of, said_of
from sayso.text import sentence_of

QUOTE_MARK = re.compile(r"[“”\"«»]")
OPENS_QUOTED = re.compile(r"\s*[“\"«]")
SPOKEN = {"assert", "deny", "promise", "forecast", "decline", "unconfirmed", "ask", "demand"}
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

    def times_in(self, spans: Spans) -> Sequence[TimeExpression]:
        """The times from the first to the last of `spans`; the times are in order and disjoint."""
        if not spans:
            return ()
        first = bisect_left(self.times, spans[0].start, key=lambda time: time.span.start)
        return self.times[first : bisect_left(self.times, spans[-1].end, key=lambda time: time.span.start)]


def assemble(findings: Findings) -> tuple[Statement, ...]:
    """The statements in reading order, each with its own and its parent's id."""
    findings = replace(findings, children=_children_of(findings.parents))
    ids = [_id(findings, number) for number in range(len(findings.attributions))]
    return tuple(_statement(findings, number, ids) for number in range(len(ids)))


def _id(findings: Findings, number: int) -> str:
    relation = findings.attributions[number].relation
    return statement_id(findings.document.id, findings.sources[number].spans, relation.cue, relation.content)


def _statement(findings: Findings, number: int, ids: Sequence[str]) -> Statement:
    attribution, source = findings.attributions[number], findings.sources[number]
    relation, text = attribution.relation, findings.document.text
    parent = findings.parents[number]
    first = min((*relation.cue, *relation.content, *relation.source, Span(len(text), len(text))))
    sentence = sentence_of(findings.sentences, (relation.cue or (first,))[0].start)
    propositions = _propositions(findings, number, ids[number])
    return Statement(
        id=ids[number],
        document=findings.document.id,
        input=findings.document.input,
        sentence=sentence,
        reading=findings.reading,
        source=source,
        medium=Extent.of(text, relation.medium) if relation.medium else None,
        cue=_cue(text, attribution),
        content=Extent.of(text, relation.content),
        quotation=quotation_of(text, relation.content),
        within=ids[parent] if parent is not None else None,
        chain=findings.chains[number],
        said=_said(findings, number, sentence),
        evidentiality=_evidentiality(findings, number),
        propositions=propositions,
        confidence=round(relation.p_relation, 2),
        act=act_of(attribution),
    )


def act_of(attribution: Attribution) -> Act:
    """What is done by the statement: the cue's act; the author's plain voice asserts."""
    return attribution.cue.act if attribution.cue else "assert"


def _cue(text: str, attribution: Attribution) -> Cue | None:
    if attribution.cue is None or not attribution.relation.cue:
        return None
    extent = Extent.of(text, attribution.relation.cue)
    return Cue(spans=extent.spans, text=extent.text, lemma=attribution.cue.lemma, act=attribution.cue.act)


def quotation_of(text: str, content: Spans) -> Quotation:
    """direct: all content in quotation marks; mixed: some of it; indirect: none."""
    words = [text[span.start : span.end] for span in content]
    if not any(QUOTE_MARK.search(part) for part in words):
        return "indirect"
    whole = all(OPENS_QUOTED.match(part) and CLOSES_QUOTED.search(part) for part in words)
    inner = any(re.search(r"[”\"]\s[^“\"]*\w[^“\"]*[“\"]", part[1:-1]) for part in words)
    return "direct" if whole and not inner else "mixed"


def _evidentiality(findings: Findings, number: int) -> Evidentiality:
    """The cue's; else from others where all of it is what another one said; else as its content tells."""
    attribution = findings.attributions[number]
    if attribution.cue and attribution.cue.evidentiality != "unstated":
        return attribution.cue.evidentiality
    if any(_is_all_of_it(findings, child, number) for child in _children(findings, number)):
        return "reportative"
    return content_evidentiality(findings.document.text, attribution.relation.content, findings.language)


def _children_of(parents: Sequence[int | None]) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for child, parent in enumerate(parents):
        if parent is not None:
            children.setdefault(parent, []).append(child)
    return children


def _children(findings: Findings, number: int) -> Sequence[int]:
    return findings.children.get(number, ())


def _is_all_of_it(findings: Findings, child: int, number: int) -> bool:
    """Whether `child` is something said, and makes up (nearly) the whole content of statement `number`."""
    inner, outer = findings.attributions[child], findings.attributions[number]
    if act_of(inner) not in SPOKEN or inner.relation.voice == "author":
        return False
    relation = inner.relation
    held = sum(b - a for a, b in (*relation.source, *relation.cue, *relation.content))
    return held > 0.75 * sum(b - a for a, b in outer.relation.content)


def content_evidentiality(text: str, content: Spans, language: str) -> Evidentiality:
    """inferential where the content's first clause carries an inference cue ("it appears that")."""
    from sayso.read.cues import find_cues

    for span in content[:1]:
        for match in find_cues(text, span, language)[:1]:
            if match.reading.voice == "author" and match.reading.evidentiality == "inferential":
                return "inferential"
    return "unstated"


def _propositions(findings: Findings, number: int, statement: str) -> tuple[Proposition, ...]:
    attribution = findings.attributions[number]
    text, content = findings.document.text, attribution.relation.content
    if not content:
        return ()
    inner = [findings.attributions[child].relation.content for child in _children(findings, number)]
    others = [span for spans in inner for span in spans]
    split = split_propositions(text, content, findings.language)
    return tuple(
        Proposition(
            id=proposition_id(statement, spans),
            spans=spans,
            text=Extent.of(text, spans).text,
            factuality=_factuality(text, spans, others, attribution, findings.language),
            times=_times(findings, spans, others, attribution),
        )
        for spans in _whole_inside(split, others)
    )


def _factuality(
    text: str, spans: Spans, others: Sequence[Span], attribution: Attribution, language: str
) -> Factuality:
    """Of what the statement's own source says: that somebody else spoke, not what they said."""
    own = without(spans, others)
    return read_factuality(text, own or spans, attribution.cue, language)


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
    findings: Findings, spans: Spans, others: Sequence[Span], attribution: Attribution
) -> tuple[Time, ...]:
    """The times inside a proposition, but not those inside what another one says there."""
    text, act = findings.document.text, act_of(attribution)
    return tuple(
        Time(
            spans=(found.span,),
            text=text[found.span.start : found.span.end],
            from_=found.first.isoformat() if found.first else None,
            to=found.last.isoformat() if found.last else None,
            role=role_of(text, found, act, spans),
            grain=found.grain,
        )
        for found in findings.times_in(spans)
        if covers(spans, [found.span]) and not touches([found.span], others)
    )


def _said(findings: Findings, number: int, sentence: int) -> Said | None:
    relation = findings.attributions[number].relation
    if not relation.cue:
        return None
    home = findings.sentences[sentence]
    found = said_of(
        findings.document.text, findings.times_in((home,)), source=relation.source, cue=relation.cue,
        content=relation.content, sentence=home,
    )  # fmt: skip
    if found is None:
        return None
    return Said(
        spans=(found.span,),
        text=findings.document.text[found.span.start : found.span.end],
        from_=found.first.isoformat() if found.first else None,
        to=found.last.isoformat() if found.last else None,
    )
