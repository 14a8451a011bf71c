"""The outline of a dossier: each section made of printed words and tested sentences, before it has a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model import Dossier, DossierClaim, OpenQuestion, OriginGroup, QuestionKind, Quote
from sayso.show.claim_report import amount
from sayso.show.claim_words import origins, standing, weighed
from sayso.show.dossier.parts import Item, Outline, Part, Section, Sentence
from sayso.show.dossier.promises import promises_section
from sayso.show.dossier.quoted import more, printed
from sayso.show.dossier.sources import line_section, method_section, sources_section, who_section
from sayso.show.dossier.words import nothing_words, say, term_words
from sayso.show.report_words import days

MOST_ORIGINS = 4
KINDS: tuple[QuestionKind, ...] = ("values", "could-not-verify", "declined", "overdue", "unconfirmed")


def outline(dossier: Dossier) -> Outline:
    """The outline of a dossier; of one without anything, only the sentences that say what is near.

    Every part is either printed words with a reference or a sentence of `lang/en/dossier.yaml`.
    """
    title = say("title", subject=dossier.subject)
    if not dossier.totals.statements:
        return Outline(title=title, summary=nothing_words(dossier), sections=())
    numbers = {document.id: document.number for document in dossier.documents}
    return Outline(
        title=title, summary=tuple(_summary(dossier)),
        sections=tuple(_sections(dossier, numbers)),
    )  # fmt: skip


def headed(item: Item) -> tuple[str, tuple[Part, ...]]:
    """The head of an item, of one without any how it stands, and the parts that are left."""
    first = item.parts[0] if item.parts else None
    if item.head or not isinstance(first, Sentence) or first.tone != "status":
        return item.head, item.parts
    return first.words, item.parts[1:]


def _summary(dossier: Dossier) -> Iterator[str]:
    totals = dossier.totals
    yield say("as_of", day=dossier.as_of)
    yield say("scope", n=totals.documents, statements=totals.statements)
    if span := days(dossier.first, dossier.last):
        yield say("published", days=span)
    yield say("looked_for", terms="; ".join(map(term_words, dossier.terms)))


def _sections(dossier: Dossier, numbers: Mapping[str, int]) -> Iterator[Section]:
    totals = dossier.totals
    yield Section(
        key="claims", title=say("claims"), about="" if dossier.claims else say("claims_none"), numbered=True,
        items=tuple(_claim(claim, numbers) for claim in dossier.claims),
        more=more(totals.claims, dossier.claims),
    )  # fmt: skip
    if dossier.denials:
        items = tuple(Item(parts=(printed(one, numbers, side="denied"),)) for one in dossier.denials)
        yield Section(
            key="denials", title=say("denials"), about=say("denials_about"), items=items,
            more=more(totals.denials, dossier.denials),
        )  # fmt: skip
    yield promises_section(dossier, numbers)
    yield line_section(dossier, numbers)
    yield who_section(dossier, numbers)
    yield Section(
        key="uncertain", title=say("uncertain"),
        about=say("uncertain_about" if dossier.uncertain else "uncertain_none"),
        items=tuple(_uncertain(claim, numbers) for claim in dossier.uncertain),
        more=more(totals.uncertain, dossier.uncertain),
    )  # fmt: skip
    yield Section(
        key="questions", title=say("questions"),
        about="" if dossier.questions else say("questions_none"),
        items=tuple(_questions(dossier.questions, numbers)), more=more(totals.questions, dossier.questions),
    )  # fmt: skip
    yield sources_section(dossier)
    yield method_section(dossier)


def _claim(claim: DossierClaim, numbers: Mapping[str, int]) -> Item:
    parts: list[Part] = [Sentence(words=_status(claim), tone="status", key=claim.status)]
    parts.append(printed(claim.lead, numbers, side="for"))
    denied, revised = say("label_denied"), say("label_revised")
    parts += [printed(one, numbers, label=_further(claim, one), side="for") for one in claim.further]
    parts += [printed(one, numbers, label=denied, side="denied") for one in claim.denied]
    parts += [printed(one, numbers, label=revised) for one in claim.revised]
    parts.append(Sentence(words=say("carried", n=claim.documents, tally=_tally(claim))))
    parts += _origins(claim)
    parts += [Sentence(words=sentence) for sentence in weighed(claim.said)]
    parts += [Sentence(words=notice, tone="warn") for notice in claim.notices]
    return Item(parts=tuple(parts), id=claim.id)


def _further(claim: DossierClaim, quote: Quote) -> str:
    """A report whose lineage nobody printed is another origin perhaps, and adds none to the count."""
    unsure = {id for group in claim.origins.groups if not group.recorded for id in group.statements}
    return say("label_perhaps" if claim.origins.low <= 1 or quote.statement in unsure else "label_further")


def _status(claim: DossierClaim) -> str:
    return say("status", status=claim.status, meaning=standing(claim))


def _tally(claim: DossierClaim) -> str:
    sides = [origins(claim.origins, "for")]
    if claim.origins_against.count:
        sides.append(origins(claim.origins_against, "against"))
    return ", ".join(sides)


def _origins(claim: DossierClaim) -> Iterator[Sentence]:
    for name, groups in (("goes_back", claim.origins.groups), ("denied_by", claim.origins_against.groups)):
        if groups:
            recorded = [group for group in groups if group.recorded]
            yield Sentence(words=say(name, origins=_names(recorded or groups)))


def _names(groups: Sequence[OriginGroup]) -> str:
    names = list(dict.fromkeys(group.origin for group in groups))
    left = len(names) - MOST_ORIGINS
    return "; ".join([*names[:MOST_ORIGINS], *([f"+ {left}"] if left > 0 else [])])


def _uncertain(claim: DossierClaim, numbers: Mapping[str, int]) -> Item:
    parts: list[Part] = [Sentence(words=_status(claim), tone="status", key=claim.status)]
    parts.append(printed(claim.lead, numbers))
    return Item(parts=(*parts, *_origins(claim)), id=claim.id)


def _questions(questions: Iterable[OpenQuestion], numbers: Mapping[str, int]) -> Iterator[Item]:
    """The questions of each kind as one item."""
    every = list(questions)
    for kind in KINDS:
        parts = [part for one in every if one.kind == kind for part in _question(one, numbers)]
        if parts:
            yield Item(head=say(f"question_{kind}"), parts=tuple(parts))


def _question(one: OpenQuestion, numbers: Mapping[str, int]) -> Iterator[Part]:
    labels = [say("value", amount=amount(value.value)) for value in one.values]
    for number, quote in enumerate(one.quotes):
        yield printed(quote, numbers, label=labels[number] if number < len(labels) else "")
    if one.due_to:
        yield Sentence(words=say("was_due", day=one.due_to), tone="soft")
