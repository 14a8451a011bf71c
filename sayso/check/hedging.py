"""Hedges that the draft lost: may became will, a source became sources, claimed became confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.check.making import made
from sayso.check.matter import Match, Matter, Printed, Said
from sayso.check.told import (
    CERTAIN,
    HEARD,
    OPEN,
    POSSIBLE,
    PROBABLE,
    accountable,
    firm,
    quoted,
    supporting,
    sureness,
)
from sayso.check.words import has, listed, lowered, names, same_name
from sayso.lang.plurality import how_many
from sayso.model import Finding, Span, Statement

SOON_CHARS = 200  # behind a sentence, in which a draft tells that a report was taken back
STEP = {
    CERTAIN: "as certain",
    HEARD: "as hearsay",
    PROBABLE: "as probable",
    POSSIBLE: "as possible",
    OPEN: "as open",
}


def lost_hedge(matter: Matter, said: Said) -> Iterator[Finding]:
    """One finding for a proposition whose sources are all less sure than it, or fewer."""
    found = supporting(said)
    if said.statement.act in {"deny", "ask", "unconfirmed"}:
        return
    if not found:
        yield from _left_open(matter, said)
        yield from _without_match(matter, said)
        return
    why = _certainty(matter, said, found) or _number_of_sources(matter, said, found)
    why = why or _withdrawn(matter, said, found)
    spans = said.proposition.spans
    if not why:
        why, spans = _cue(matter, said, found), said.statement.cue.spans if said.statement.cue else spans
    if why:
        best = found[0]
        yield made(
            matter, "lost-hedge", said.sentence, spans, why, [m.printed for m in found], claim=best.claim
        )


def _left_open(matter: Matter, said: Said) -> Iterator[Finding]:
    """What the draft says as it is, and the ledger leaves open: "it could not be verified whether"."""
    sentence = matter.document.text[said.sentence.start : said.sentence.end]
    sure = list(said.sure(opposite=True))
    told = any(has(sentence, words, matter.language) for words in ("hedges", "open_questions", "unconfirmed"))
    if told or not said.own or sureness(said.statement, said.proposition.factuality) < CERTAIN or not sure:
        return
    if any(m.printed.proposition.factuality != "U" or m.printed.statement.act == "ask" for m in sure):
        return
    why = f"The draft puts this {STEP[CERTAIN]}, its source {STEP[OPEN]}: {quoted(sure[0].printed)}."
    yield made(
        matter, "lost-hedge", said.sentence, said.proposition.spans, why, [m.printed for m in sure],
        claim=sure[0].claim,
    )  # fmt: skip


def _withdrawn(matter: Matter, said: Said, found: list[Match]) -> str:
    """Whether the outlet that the draft has it from took it back, of which the draft says nothing."""
    if not accountable(said.statement) or _tells_of_it(matter, said):
        return ""
    own = [m for m in found if same_name(said.statement.source.name, m.printed.publisher or "")]
    if not own or not _corrected(matter, own):
        return ""
    notices = [n for m in own if m.claim for n in m.claim.notices if n.startswith(f"{m.printed.publisher} ")]
    notice = next((n for n in notices if " corrected " in n), "")
    return f"{notice} The draft tells it as if it stood: {quoted(own[0].printed)}." if notice else ""


def _tells_of_it(matter: Matter, said: Said) -> bool:
    """Whether the draft says soon, or of the outlet by name, that something was taken back."""
    behind = Span(said.sentence.start, said.sentence.end + SOON_CHARS)
    told = [behind, *(one.sentence for one in matter.said)]
    texts = [matter.document.text[span.start : span.end] for span in told]
    who = names(said.statement.source.name)
    return any(
        has(text, "taken_back", matter.language) for text in texts if text is texts[0] or who <= names(text)
    )


def _without_match(matter: Matter, said: Said) -> Iterator[Finding]:
    """What is lost of printed words that no match leads to: behind a pronoun, or around what was matched."""
    if several(said.statement, matter.language):
        around = [one for one in _tellers(matter, said) if one.statement.source.anonymous]
        if around and not any(several(one.statement, matter.language) for one in around):
            why = f"the draft speaks of several sources, the ledger knows of one: {quoted(around[0])}."
            yield made(matter, "lost-hedge", said.sentence, said.proposition.spans, why, around, perhaps=True)
    mine = sureness(said.statement, said.proposition.factuality)
    sentence = matter.document.text[said.sentence.start : said.sentence.end]
    if mine < CERTAIN or not said.echoes or has(sentence, "hedges", matter.language):
        return
    best = max(said.echoes, key=lambda one: sureness(one.statement, one.proposition.factuality))
    theirs = sureness(best.statement, best.proposition.factuality)
    if theirs < mine:
        why = f"the draft puts this {STEP[mine]}, its source {STEP[theirs]}: {quoted(best)}."
        yield made(
            matter, "lost-hedge", said.sentence, said.proposition.spans, why, said.echoes, perhaps=True
        )


def _tellers(matter: Matter, said: Said) -> list[Printed]:
    """Who tells, in the ledger, of the statements that the draft's teller tells of."""
    inner = [one for one in matter.said if one.statement.within == said.statement.id]
    found = {}
    for match in (m for one in inner for m in one.sure(opposite=True)):
        of = match.printed
        around = matter.printed.get(of.statement.document, ())
        outer = next((s for s in around if s.id == of.statement.within and s.propositions), None)
        if outer is not None:
            found[outer.id] = Printed(
                statement=outer, proposition=outer.propositions[0], publisher=of.publisher,
                published=of.published,
            )  # fmt: skip
    return list(found.values())


def _certainty(matter: Matter, said: Said, found: list[Match]) -> str:
    mine = sureness(said.statement, said.proposition.factuality)
    sentence = matter.document.text[said.sentence.start : said.sentence.end]
    if mine < CERTAIN or any(has(sentence, words, matter.language) for words in ("hedges", "open_questions")):
        return ""
    best = max(found, key=lambda m: sureness(m.printed.statement, m.printed.proposition.factuality))
    theirs = sureness(best.printed.statement, best.printed.proposition.factuality)
    if theirs < mine:
        return f"The draft puts this {STEP[mine]}, its source {STEP[theirs]}: {quoted(best.printed)}."
    if said.own and (_corrected(matter, found) or not any(firm(matter, m.printed) for m in found)):
        taken = _corrected(matter, found)
        how = (
            "has a report that was corrected"
            if taken
            else "has it from an unnamed source only, or as hearsay"
        )
        return f"The draft puts this as certain; the ledger {how}: {quoted(best.printed)}."
    return ""


def _corrected(matter: Matter, found: list[Match]) -> bool:
    """Whether a report of this was corrected, and there is no second origin for it."""
    alone = all(m.claim is None or m.claim.origins.low < 2 for m in found)
    return alone and any(m.printed.statement.document in matter.corrected for m in found)


def _number_of_sources(matter: Matter, said: Said, found: list[Match]) -> str:
    if not several(said.statement, matter.language):
        return ""
    theirs = [m for m in found if m.printed.statement.source.anonymous]
    if not theirs or not all(single(m.printed.statement, matter.language) for m in theirs):
        return ""
    return f"The draft speaks of several sources, the ledger knows of one: {quoted(theirs[0].printed)}."


def several(statement: Statement, language: str) -> bool:
    """Whether an unnamed source is in the plural."""
    return has(statement.source.text, "sources_many", language)


def _cue(matter: Matter, said: Said, found: list[Match]) -> str:
    cue = said.statement.cue
    if cue is None or cue.lemma not in listed(matter.language, "strong"):
        return ""
    cues = [m.printed.statement.cue for m in found]
    if any(c is None or c.lemma in listed(matter.language, "strong") for c in cues):
        return ""
    words = " ".join(lowered(cue.text))
    return f"“{words}” says that it is so; the source did not: {quoted(found[0].printed)}."


def single(statement: Statement, language: str) -> bool:
    """Whether its words say that the source is one; "two nurses" and "they" do not."""
    return how_many(statement.source.text, language) == "one"
