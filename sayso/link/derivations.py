"""Derivations that are printed: citations, credits of texts not read; and what relays added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from sayso.lang.plurality import Plurality, how_many
from sayso.link.corrections import corrected
from sayso.link.lineage import Party, Report
from sayso.link.outlets import key_of, looks_like_outlet, same_name
from sayso.link.sketches import Sketch
from sayso.model import Derivation, derivation_id

P_CITED = 0.95
P_NEAREST = 0.85
P_REPORTED = 0.9
CERTAINTIES = ("U", "PS", "PR", "CT")
CALLED = {"U": "uncertain", "PS": "possible", "PR": "probable", "CT": "certain"}


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the ledger that carries a member of the same claim, as a citation may mean it."""

    document: str
    publisher: Party
    published: str | None = None


def candidate_of(report: Report) -> Candidate:
    """The candidate that a report's document is."""
    return Candidate(document=report.document, publisher=report.publisher, published=report.published)


def citations(report: Report, candidates: Iterable[Candidate]) -> tuple[Derivation, ...]:
    """One derivation for each outlet that the chain names; () where it names none.

    The cited outlet's document that was published last before the report, and on the printed day ("reported
    on Monday") where there is one; `of` is None where the ledger has none: reported only. Order does not
    matter.
    """
    named = [part for party in report.chain if party.named and not party.generic for part in parts_of(party)]
    handed_on = (
        report.mark == "named" and report.first_hand and not is_publisher(report.first_hand, report.publisher)
    )
    if not handed_on and all(is_publisher(party, report.publisher) for party in named):
        return ()
    pool = sorted(set(candidates), key=lambda c: (c.published or "9999", c.document))
    cited = [_citation(report, party, pool) for party in named if not is_publisher(party, report.publisher)]
    found = [edge for edge in cited if edge.of or looks_cited(edge.outlet, named)]
    if handed_on and report.first_hand:
        found.append(_citation(report, report.first_hand, pool))
    return tuple({d.id: d for d in found}.values())


def parts_of(party: Party) -> tuple[Party, ...]:
    """The outlets of a joint source, each for itself ("both Radio Vell and the Post"); else the party."""
    names = [name.strip() for name in re.split(r",| and | & |^both ", party.name) if name and name.strip()]
    if (
        not party.outlet
        or party.entry
        or len(names) < 2
        or not all(looks_like_outlet(bare(n)) for n in names)
    ):
        return (party,)
    return tuple(msgspec.structs.replace(party, name=bare(name), key=key_of(name)) for name in names)


def bare(name: str) -> str:
    """A name without a small article before it."""
    return name.removeprefix("the ")


def looks_cited(outlet: str, named: Iterable[Party]) -> bool:
    """Whether a party of that name is an outlet: bodies are cited only where a text of theirs is here."""
    return any(party.outlet for party in named if party.name == outlet)


def is_publisher(party: Party, publisher: Party) -> bool:
    """Whether a party is the outlet itself."""
    if party.entry and publisher.entry:
        return party.entry == publisher.entry
    return bool(party.key) and (
        party.key == publisher.key or same_name(key_of(party.name), key_of(publisher.name))
    )


def _citation(report: Report, party: Party, pool: list[Candidate]) -> Derivation:
    fitting = [
        c
        for c in pool
        if c.document != report.document and is_publisher(party, c.publisher) and _before(c, report)
    ]
    dated = [c for c in fitting if _on_the_day(c, report)]
    fitting = [c for c in fitting if not _long_before(c, report)]
    best = (dated or fitting)[-1] if dated or fitting else None
    outlet = best.publisher.name if best else party.name
    evidence = [f"It names {party.name} as the outlet that it has this from."]
    if dated:
        evidence.append("The day that it gives is the day of that text.")
    elif best:
        evidence.append(f"It is the last text of {outlet} on this before it.")
    else:
        evidence.append(f"No text of {party.name} on this has been read here.")
    return Derivation(
        id=derivation_id("cites", report.document, best.document if best else None, outlet, report.statement),
        kind="cites",
        document=report.document,
        of=best.document if best else None,
        outlet=outlet,
        statement=report.statement,
        p=P_CITED if dated else P_NEAREST if best else P_REPORTED,
        evidence=tuple(evidence),
    )


def _before(candidate: Candidate, report: Report) -> bool:
    """Whether it was there to be cited: not published later; undated texts may be."""
    return not (candidate.published and report.published) or candidate.published <= report.published


def _on_the_day(candidate: Candidate, report: Report) -> bool:
    """Whether it was published on the printed day or the day after ("said on Monday" is printed on
    Tuesday).
    """
    if not (candidate.published and report.said_from):
        return False
    last = report.said_to or report.said_from
    return report.said_from <= candidate.published <= _next_day(last)


def _long_before(candidate: Candidate, report: Report) -> bool:
    """Whether it had been published before the printed day, so that another text must be meant."""
    return bool(candidate.published and report.said_from and candidate.published < report.said_from)


def _next_day(day: str) -> str:
    try:
        return (date.fromisoformat(day[:10]) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day


def credited(sketch: Sketch) -> Derivation | None:
    """The copy of a text that was never read here: a credit to an outlet. None without a credit that names
    one.

    To be kept only where no copy of that outlet's text has been found for the document.
    """
    if sketch.credit is None or not sketch.credit.name:
        return None
    name = sketch.credit.name
    return Derivation(
        id=derivation_id("copies", sketch.document, None, name, None),
        kind="copies",
        document=sketch.document,
        of=None,
        outlet=name,
        p=P_REPORTED,
        evidence=(f"It credits {name}.",),
    )


def amplified(outer: Report, inner: Report, beside: Sequence[Report] = ()) -> str | None:
    """A sentence where a relay says more than whom it has it from; None where it does not.

    `outer` is the relay's report, `inner` one of the text it goes back to: "may" became "will", one source
    several, or hearsay a fact. `beside`: all that this text reports of the matter; where its sources are
    several, too, nothing was added.
    """
    who, whom = outer.publisher.name or "A document", inner.publisher.name or "the text before it"
    if inner.hearsay and outer.own_voice and not outer.hearsay:
        return f"{who} prints in its own voice what {whom} had only from hearsay."
    sure, unsure = _certainty(outer), _certainty(inner)
    if sure and unsure and CERTAINTIES.index(sure) > CERTAINTIES.index(unsure):
        return f"{who} prints as {CALLED[sure]} what {whom} called {CALLED[unsure]}."
    if (
        _unnamed(outer, "several")
        and _unnamed(inner, "one")
        and not _is_own(outer)
        and not _several_together(beside)
    ):
        return f"{who} speaks of several sources where {whom} has one."
    return None


def _certainty(report: Report) -> str:
    """The weakest certainty in a report; "" where it has no proposition."""
    seen = {factuality.rstrip("+-") for _, factuality in report.certainties}
    return next((certainty for certainty in CERTAINTIES if certainty in seen), "")


def _unnamed(report: Report, wanted: Plurality) -> bool:
    """Whether its source is nobody by name, and so many as is wanted."""
    source = report.source
    return bool(source and source.anonymous) and how_many(report.words) == wanted


def _is_own(report: Report) -> bool:
    """Whether the publisher had it from the source itself: then it relays nobody."""
    return report.first_hand is not None and report.first_hand.key == report.publisher.key


def _several_together(reports: Iterable[Report]) -> bool:
    """Whether the unnamed sources of one document are several: one of them is, or their names are two."""
    unnamed = [one for one in reports if one.source and one.source.anonymous and not one.source.outlet]
    return any(how_many(one.words) == "several" for one in unnamed) or (
        len({key_of(one.source.name) for one in unnamed if one.source}) > 1
    )


__all__ = ["Candidate", "amplified", "candidate_of", "citations", "corrected", "credited", "is_publisher"]
