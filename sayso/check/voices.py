"""On whose say-so the draft says it: nobody's, one origin's, or against a denial that it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.check.figures import gives
from sayso.check.making import made
from sayso.check.matter import Match, Matter, Said
from sayso.check.told import (
    CERTAIN,
    POSSIBLE,
    accountable,
    denial_in,
    denies,
    denying,
    quoted,
    supporting,
    sureness,
    unconfirmed_in,
)
from sayso.check.words import has, listed, lowered
from sayso.model import Claim, Finding

ASSERTING = frozenset({"assert", "forecast", "perceive", "promise"})
DISPUTED = frozenset({"contested", "denied", "unconfirmed", "withdrawn"})


def unattributed(matter: Matter, said: Said) -> Iterator[Finding]:
    """Said in the author's own voice, where the ledger has it only on somebody's say-so."""
    if not asserted(matter, said):
        return
    best = next((m for m in supporting(said) if m.claim is not None), None)
    if best is None and said.echoes:
        yield from _echoed(matter, said)
    if best is None or not _on_say_so(said, best):
        return
    why = f"The draft says this in its own voice; the ledger has it on a say-so: {quoted(best.printed)}."
    yield made(
        matter, "unattributed", said.sentence, said.proposition.spans, why + _correction(best.claim),
        [m.printed for m in supporting(said)], claim=best.claim,
    )  # fmt: skip


def _echoed(matter: Matter, said: Said) -> Iterator[Finding]:
    """Where all that says just this behind a pronoun is on a say-so, or hearsay."""
    if all(
        one.statement.source.kind != "author" or sureness(one.statement, one.proposition.factuality) < CERTAIN
        for one in said.echoes
    ):
        why = (
            f"the draft says this in its own voice; the ledger has it on a say-so: {quoted(said.echoes[0])}."
        )
        yield made(
            matter, "unattributed", said.sentence, said.proposition.spans, why, said.echoes, perhaps=True
        )


def asserted(matter: Matter, said: Said) -> bool:
    """Whether the draft's own voice says it as it is, and not only that it is open."""
    sentence = matter.document.text[said.sentence.start : said.sentence.end]
    return (
        said.own
        and said.statement.act in ASSERTING
        and sureness(said.statement, said.proposition.factuality) >= CERTAIN
        and not has(sentence, "open_questions", matter.language)
        and not has(sentence, "unconfirmed", matter.language)
    )


def _on_say_so(said: Said, best: Match) -> bool:
    """Whether the ledger has it from somebody, and not as common ground: what two outlets say themselves."""
    plain = {
        m.printed.publisher
        for m in supporting(said)
        if m.printed.statement.source.kind == "author"
        and sureness(m.printed.statement, m.printed.proposition.factuality) >= CERTAIN
        and gives(m.printed, said.figures)
    }
    disputed = bool(denying(said)) or (best.claim is not None and best.claim.status in DISPUTED)
    if len(plain) > 1 and not disputed:
        return False
    told = best.printed.statement.source.kind != "author" or best.printed.publisher not in plain
    return told or disputed


def single_origin(matter: Matter, said: Said) -> Iterator[Finding]:
    """All of it goes back to one origin, and the draft neither names it nor says it is not confirmed."""
    best = next((m for m in supporting(said) if m.claim is not None), None)
    if best is None or best.claim is None or _origins(said, best) > 1 or denies(said.statement):
        return
    if (said.own and not asserted(matter, said)) or _to_come(matter, said):
        return
    if (
        said.statement.quotation == "direct"
        or sureness(said.statement, said.proposition.factuality) < POSSIBLE
    ):
        return
    if accountable(said.statement) or (
        not said.own and (unconfirmed_in(matter) or _denied_too(matter, said))
    ):
        return
    why = f"{_one_origin(best.claim)}: {quoted(best.printed)}."
    what = "names nobody for it" if said.own else "names nobody who could be held to it"
    why += f" The draft {what} and does not say that it could not be confirmed."
    yield made(
        matter, "single-origin", said.sentence, said.proposition.spans, why + _correction(best.claim),
        [best.printed], claim=best.claim,
    )  # fmt: skip


def _to_come(matter: Matter, said: Said) -> bool:
    """Whether somebody is only going to say it: "a commission will report"."""
    cue = said.statement.cue
    if cue is None or not cue.spans:
        return False
    if has(cue.text, "to_come", matter.language):
        return True
    start = cue.spans[0].start
    before = lowered(matter.document.text[max(said.sentence.start, start - 40) : start])
    told = f" {' '.join(before)}"
    return any(told.endswith(f" {words}") for words in listed(matter.language, "to_come"))


def _origins(said: Said, best: Match) -> int:
    """How many origins the matter has; where the draft gives a number, that of those which give the same."""
    if best.claim is None:
        return 0
    slots = {figure.slot for figure in said.figures if figure.slot}
    wanted = [figure for figure in best.printed.figures if figure.slot in slots]
    giving = {one.statement.id for one in best.members if gives(one, wanted)}
    voices = sum(any(id in giving for id in group.statements) for group in best.claim.origins.groups)
    return min(best.claim.origins.low, voices) if wanted else best.claim.origins.low


def _one_origin(claim: Claim) -> str:
    """To whom all of it goes back; where no report says that, why it counts as one nevertheless."""
    group = next(iter(claim.origins.groups), None)
    if group is None or (not group.recorded and len(group.documents) > 1):
        return "No report in the ledger says that it had this first-hand, and all of them count as one origin"
    return f"All that the ledger has on this goes back to one origin ({group.origin})"


def _denied_too(matter: Matter, said: Said) -> bool:
    against = denying(said)
    return bool(against) and denial_in(matter, said, against)


def _correction(claim: Claim | None) -> str:
    """What a reader of the claim must know."""
    notices = [n for n in claim.notices if " corrected " in n] if claim else []
    return f" {notices[0]}" if notices else ""
