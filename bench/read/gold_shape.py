"""One shape for what a person read and what the reader read, so that the same measure fits both."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Span, Spans, Statement
from tests.gold_documents import GoldDocument, GoldStatement, GoldTime

HEARSAY, AUTHOR = "unspecified", "author"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time: where, its inclusive days as ISO dates (None: open or unknown), `event` or `due`."""

    spans: Spans
    first: str | None
    last: str | None
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A proposition: where, how sure, when."""

    spans: Spans
    factuality: str
    times: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One statement as somebody read it; `within` is the id of the statement around it, `chain` of names."""

    id: str
    source: Spans
    name: str
    kind: str
    anonymous: bool
    printed: str
    cue: Spans
    content: Spans
    within: str | None
    chain: tuple[str, ...]
    act: str
    evidentiality: str
    quotation: str
    clauses: tuple[Clause, ...]

    @property
    def hearsay(self) -> bool:
        """Whether nobody is named as its source."""
        return self.kind == HEARSAY and not self.source


def of_statements(statements: Iterable[Statement]) -> list[Reading]:
    """What the reader read."""
    return [
        Reading(
            id=one.id, source=one.source.spans, name=one.source.name, kind=one.source.kind,
            anonymous=one.source.anonymous, printed=one.source.text, cue=one.cue.spans if one.cue else (),
            content=one.content.spans, within=one.within, chain=one.chain, act=one.act,
            evidentiality=one.evidentiality, quotation=one.quotation,
            clauses=tuple(
                Clause(
                    spans=part.spans, factuality=part.factuality,
                    times=tuple(
                        When(spans=t.spans, first=t.from_, last=t.to, role=t.role) for t in part.times
                    ),
                )
                for part in one.propositions
            ),
        )
        for one in statements
    ]  # fmt: skip


def of_gold(document: GoldDocument) -> list[Reading]:
    """What a person read."""
    by_id = {one.id: one for one in document.statements}
    return [_of_gold(document, one, by_id) for one in document.statements]


def _of_gold(document: GoldDocument, one: GoldStatement, by_id: Mapping[int, GoldStatement]) -> Reading:
    return Reading(
        id=str(one.id),
        source=spans_of(one.source),
        name=one.name,
        kind=one.kind,
        anonymous=one.anonymous,
        printed=document.words(one.source),
        cue=spans_of(one.cue),
        content=spans_of(one.content),
        within=None if one.within is None else str(one.within),
        chain=chain_of(document.publisher, one, by_id),
        act=one.act,
        evidentiality=one.evidentiality,
        quotation=one.quotation,
        clauses=tuple(
            Clause(spans=spans_of(p.spans), factuality=p.factuality, times=tuple(map(_when, p.times)))
            for p in one.propositions
        ),
    )


def _when(time: GoldTime) -> When:
    first, last = (day.isoformat() if day else None for day in (time.first, time.last))
    return When(spans=spans_of(time.spans), first=first, last=last, role=time.role)


def chain_of(publisher: str, one: GoldStatement, by_id: Mapping[int, GoldStatement]) -> tuple[str, ...]:
    """From the publisher to the statement's own source; hearsay adds nothing, nobody follows himself."""
    names = [one.name]
    seen = {one.id}
    around = one.within
    while around is not None and around not in seen:
        seen.add(around)
        names.append(by_id[around].name)
        around = by_id[around].within
    found: list[str] = []
    for name in [publisher, *reversed(names)]:
        if name and (not found or plain(found[-1]) != plain(name)):
            found.append(name)
    return tuple(found)


def spans_of(spans: Sequence[tuple[int, int]]) -> Spans:
    """The same places as spans."""
    return tuple(Span(*span) for span in spans)


def plain(name: str) -> str:
    """A name as it is compared: lower case, words only, without a leading article."""
    return re.sub(
        r"^(?:the|a|an) ", "", " ".join(re.findall(r"\w+", name.lower().replace("’s", "").replace("'s", "")))
    )
