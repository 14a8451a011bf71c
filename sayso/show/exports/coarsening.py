"""Takes out what describes anonymous sources, and when and by what means they spoke.

A description, a place and a date can give a person away together. What is left stands where it stood: an
extent that lost words is made of the spans around them, each verbatim.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from sayso.model import (
    Claim,
    Cue,
    Derivation,
    Document,
    Expectation,
    Extent,
    Proposition,
    Said,
    Source,
    Spans,
    Statement,
    strip,
    touches,
    without,
    words_at,
)
from sayso.show.exports.phrases import Phrases
from sayso.show.exports.sentences import ANONYMOUS

BAR = "█"
LEAST_IN_SENTENCES = 2  # words of a description; a single one ("nurse") says little and is other words too
LEAST_IN_TEXTS = 4  # words of a description that is taken out wherever it is printed
Part = TypeVar("Part", Said, Extent)


@dataclass(slots=True)
class Coarse:
    """What is taken out, and so of claims too: words by proposition, contents and chains by statement.

    `sentences` finds descriptions in sentences that were made, `texts` (longer ones alone) in printed texts.
    """

    words: dict[str, tuple[str, str]] = field(default_factory=dict)
    contents: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    sentences: Phrases = field(default_factory=lambda: Phrases(least=LEAST_IN_SENTENCES))
    texts: Phrases = field(default_factory=lambda: Phrases(least=LEAST_IN_TEXTS))

    def collect(self, statements: Iterable[Statement]) -> None:
        """Takes up how anonymous sources are described in these statements."""
        for one in statements:
            if one.source.anonymous:
                self.sentences.add((one.source.text, one.source.name))
                self.texts.add((one.source.text, one.source.name))

    def learn(self, before: Sequence[Statement], after: Sequence[Statement]) -> None:
        """Keeps what is different in the statements of a document after they were coarsened."""
        for old, new in zip(before, after, strict=True):
            if (old.chain, old.content) != (new.chain, new.content):
                self.contents[old.id] = (new.content.text, new.chain)
            for was, now in zip(old.propositions, new.propositions, strict=True):
                if was.text != now.text:
                    self.words[was.id] = (was.text, now.text)


def hidden_spans(text: str, statements: Iterable[Statement], coarse: Coarse) -> Spans:
    """Where anonymous sources are described, by whomever, and when and by what means they spoke; in order."""
    found = set(coarse.texts.find(text))
    for one in statements:
        if one.source.anonymous:
            found.update(one.source.spans)
            found.update(one.said.spans if one.said else ())
            found.update(one.medium.spans if one.medium else ())
    return tuple(sorted(found))


def coarse_text(text: str, hidden: Spans) -> str:
    """The text with a bar for each character that is hidden; as long as it was."""
    parts, at = [], 0
    for span in hidden:
        start = max(at, span.start)
        if start < span.end:
            parts += [text[at:start], BAR * (span.end - start)]
            at = span.end
    return "".join([*parts, text[at:]])


def coarse_statements(
    document: Document, statements: Sequence[Statement], hidden: Spans
) -> tuple[Statement, ...]:
    """All statements of a document without what describes its anonymous sources, in their order.

    An anonymous source keeps its kind alone; the day on which it spoke and the means are gone; in every chain
    it is "an anonymous source". Ids and what they claim stay.
    """
    names = {one.source.name for one in statements if one.source.anonymous and one.source.name}
    return tuple(_statement(one, document.text, hidden, names) for one in statements)


def _statement(one: Statement, text: str, hidden: Spans, names: set[str]) -> Statement:
    source = one.source
    changed: dict[str, Any] = {
        "chain": tuple(ANONYMOUS if part in names else part for part in one.chain),
        "content": _extent(one.content, text, hidden),
        "propositions": tuple(_proposition(part, text, hidden) for part in one.propositions),
        "cue": _cue(one.cue, text, hidden),
        "said": _whole(one.said, hidden),
        "medium": _whole(one.medium, hidden),
        "source": source if not touches(source.spans, hidden) else _named(source, text, hidden),
    }
    if source.anonymous:
        changed |= {"source": Source(kind=source.kind, anonymous=True), "said": None, "medium": None}
    return msgspec.structs.replace(one, **changed)


def _named(source: Source, text: str, hidden: Spans) -> Source:
    spans = _left(source.spans, text, hidden)
    return msgspec.structs.replace(source, spans=spans, text=words_at(text, spans))


def _extent(extent: Extent, text: str, hidden: Spans) -> Extent:
    if not touches(extent.spans, hidden):
        return extent
    spans = _left(extent.spans, text, hidden)
    return Extent(spans=spans, text=words_at(text, spans))


def _proposition(part: Proposition, text: str, hidden: Spans) -> Proposition:
    times = tuple(time for time in part.times if not touches(time.spans, hidden))
    if not touches(part.spans, hidden):
        return msgspec.structs.replace(part, times=times)
    spans = _left(part.spans, text, hidden)
    return msgspec.structs.replace(part, spans=spans, text=words_at(text, spans), times=times)


def _cue(cue: Cue | None, text: str, hidden: Spans) -> Cue | None:
    if cue is None or not touches(cue.spans, hidden):
        return cue
    spans = _left(cue.spans, text, hidden)
    return msgspec.structs.replace(cue, spans=spans, text=words_at(text, spans))


def _whole(part: Part | None, hidden: Spans) -> Part | None:
    return None if part is None or touches(part.spans, hidden) else part


def _left(spans: Spans, text: str, hidden: Spans) -> Spans:
    kept = (strip(text, span) for span in without(spans, hidden))
    return tuple(span for span in kept if span.start < span.end)


def coarse_claim(claim: Claim, coarse: Coarse) -> Claim:
    """The claim with its words as they were left, and no description in any sentence made of it.

    The reasons why each member belongs to it quote words and are left out, with the proposals.
    """
    found: Claim = msgspec.convert(_scrubbed(msgspec.to_builtins(claim), coarse.sentences), Claim)
    members = tuple(msgspec.structs.replace(member, why=()) for member in claim.statements)
    gist = coarse_gist(claim, coarse)
    return msgspec.structs.replace(found, gist=gist, statements=members, proposals=())


def coarse_edge(edge: Derivation, coarse: Coarse) -> Derivation:
    """The edge without a description in its evidence."""
    evidence = tuple(coarse.sentences.replace(sentence, ANONYMOUS) for sentence in edge.evidence)
    return msgspec.structs.replace(edge, evidence=evidence)


def coarse_gist(claim: Claim, coarse: Coarse) -> str:
    """The printed words at the head of a claim, as they were left."""
    for member in claim.statements:
        before, after = coarse.words.get(member.proposition, ("", ""))
        if before and before == claim.gist:
            return after
    return claim.gist


def coarse_expectation(one: Expectation, coarse: Coarse) -> Expectation:
    """The expectation without a description of who promised or told of it."""
    plain = _scrubbed({"why": list(one.why)}, coarse.sentences)
    told = tuple(
        msgspec.structs.replace(
            each,
            chain=coarse.contents.get(each.statement, ("", each.chain))[1],
            text=coarse.words.get(each.proposition, ("", each.text))[1],
        )
        for each in one.told
    )
    outcomes = tuple(
        msgspec.structs.replace(each, text=text, chain=chain, why="")
        for each in one.outcomes
        for text, chain in (coarse.contents.get(each.statement or "", (each.text, each.chain)),)
    )
    return msgspec.structs.replace(
        one, promisor="" if one.anonymous else one.promisor, told=told, outcomes=outcomes,
        gist=coarse.words.get(one.proposition, ("", one.gist))[1], why=tuple(plain["why"]),
        condition=None if one.anonymous else one.condition,
    )  # fmt: skip


def _scrubbed(value: Any, phrases: Phrases) -> Any:
    """JSON values with every description in sentences replaced."""
    if isinstance(value, str):
        return phrases.replace(value, ANONYMOUS) if " " in value else value
    if isinstance(value, list | tuple):
        return [_scrubbed(each, phrases) for each in value]
    if isinstance(value, dict):
        return {key: _scrubbed(each, phrases) for key, each in value.items()}
    return value
