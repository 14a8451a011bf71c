"""The line over time, who is who, the list of sources and the method of a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.model import Dossier, DossierLine, DossierSource, Quote, SubjectFact
from sayso.show.dossier.parts import Item, Part, Printed, Section, Sentence
from sayso.show.dossier.quoted import more, printed
from sayso.show.dossier.words import say
from sayso.show.expectation_words import record_words as promised_words
from sayso.show.record_words import record_words
from sayso.show.report_words import KINDS, days, short_id

ANEW = 0.8  # of the letters of a wording: from there on nothing is marked, for all of it is new


def line_section(dossier: Dossier, numbers: Mapping[str, int]) -> Section:
    """How named sources worded one matter from statement to statement."""
    return Section(
        key="lines", title=say("lines"), about=say("lines_about" if dossier.lines else "lines_none"),
        items=tuple(_line(line, numbers) for line in dossier.lines),
        more=more(dossier.totals.lines, dossier.lines),
    )  # fmt: skip


def _line(line: DossierLine, numbers: Mapping[str, int]) -> Item:
    parts: list[Part] = []
    before: Quote | None = None
    for step in line.steps:
        quote = step.quote
        length = sum(s.end - s.start for s in quote.within(quote.said))
        fresh = sum(s.end - s.start for s in step.new)
        anew = before is not None and fresh > ANEW * length
        struck = [before.text[s.start : s.end] for s in before.within(step.gone)] if before else []
        day = quote.published or say("no_date")
        parts.append(printed(
            quote, numbers, label=f"{day}: {say('anew')}" if anew else f"{day}:",
            new=() if anew else step.new, struck=() if anew else struck,
        ))  # fmt: skip
        if step.again:
            places = ", ".join(f"[{numbers.get(q.document, 0)}]" for q in step.again)
            parts.append(Sentence(words=say("again", places=places), tone="soft"))
        before = quote
    return Item(head=line.source, parts=tuple(parts))


def who_section(dossier: Dossier, numbers: Mapping[str, int]) -> Section:
    """The named sources with their records; anonymous ones are not in it."""
    return Section(
        key="who", title=say("who"), about=say("who_about" if dossier.who else "who_none"),
        items=tuple(_who(source, numbers) for source in dossier.who),
        more=more(dossier.totals.sources, dossier.who),
    )  # fmt: skip


def _who(source: DossierSource, numbers: Mapping[str, int]) -> Item:
    return Item(head=source.name, parts=tuple(_about(source, numbers)))


def _about(source: DossierSource, numbers: Mapping[str, int]) -> Iterator[Part]:
    said = [say("said_here", kind=KINDS[source.kind], n=source.here)]
    if source.denials:
        said.append(say("denials_here", n=source.denials))
    if span := days(source.first, source.last):
        said.append(say("published", days=span))
    yield Sentence(words=" ".join(said))
    for fact in source.facts:
        yield _fact(fact, numbers)
    if source.part_of:
        yield Sentence(words=say("part_of", parent=source.part_of))
    others = [name for name in source.names if name != source.name]
    if others:
        yield Sentence(words=say("spelt", names=", ".join(others)), tone="soft")
    record = record_words(source.record)
    yield Sentence(words=say("record", record=record) if record else say("no_record"))
    if source.promises:
        yield Sentence(words=say("promise_record", record=promised_words(source.promises)))


def _fact(fact: SubjectFact, numbers: Mapping[str, int]) -> Printed:
    label = say("fact_" + fact.label.replace(" ", "_"))
    return Printed(
        pieces=((fact.value, ""),), where=short_id(fact.statement), number=numbers.get(fact.document, 0),
        label=label, document=fact.document, statement=fact.statement,
    )  # fmt: skip


def sources_section(dossier: Dossier) -> Section:
    """The documents that are cited, by their numbers."""
    items = []
    for one in dossier.documents:
        where = (one.publisher or say("no_publisher"), one.published or say("no_date"))
        place = one.url or (one.input if one.title else None)
        named = " · ".join(part for part in (*where, place, short_id(one.id)) if part)
        parts = (Sentence(words=named, tone="soft"),)
        items.append(Item(head=one.title or one.input, parts=parts, id=str(one.number)))
    return Section(key="sources", title=say("sources"), items=tuple(items), numbered=True)


def method_section(dossier: Dossier) -> Section:
    """How it was made, and what a reader must know of it."""
    totals = dossier.totals
    names = ["method_found", "method_ranked"]
    said = [say(name) for name in names]
    if totals.looked_at < totals.documents:
        said.append(say("method_capped", looked_at=totals.looked_at, n=totals.documents))
    if totals.repeated:
        said.append(say("method_repeated", n=totals.repeated))
    rest = ("quoted", "origins", "weighed", "anonymous", "read")
    said += [say(f"method_{name}") for name in rest]
    return Section(
        key="method", title=say("method"), items=(Item(parts=tuple(Sentence(words=one) for one in said)),)
    )
