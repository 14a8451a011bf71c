"""Denials that the draft leaves out: linked ones, and those that are perhaps of the matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.check.making import made
from sayso.check.matter import SURE, Denial, Figure, Matter, Printed, Said
from sayso.check.told import (
    accountable,
    denial_in,
    denies,
    denying,
    is_later,
    quoted,
    same_speaker,
    since,
    supporting,
    unconfirmed_in,
)
from sayso.check.words import has, same_name
from sayso.model import Finding

LINKED = 0.65  # p from which a comparison says that it is perhaps the opposite, where the words are alike too
ALIKE = 0.43
NEARLY_ONE = 0.6  # likeness from which two speak of one thing, where a word is shared
NEARLY_ALIKE = 0.5  # likeness of a denial that stands beside what it denies
WORDS = 0.55  # part of the content words of a denial that stand in the sentence


def denied(matter: Matter, said: Said) -> Iterator[Finding]:
    """Somebody denies it, and the draft does not say so anywhere; *perhaps* where no link joins the two."""
    if denies(said.statement) or said.proposition.factuality[-1:] in {"U", "-"}:
        return
    if has(said.proposition.text, "untrue", matter.language):
        return
    against = denying(said)
    if against:
        if not _figures_left_open(matter, said, against) and not denial_in(matter, said, against):
            best = next(iter(said.sure(opposite=True)))
            why = f"This is denied, and the draft does not say so: {quoted(against[0])}."
            yield made(
                matter, "denied", said.sentence, said.proposition.spans, why, against, claim=best.claim
            )
        return
    if not said.own and _left_open(matter):
        return
    near = [one.printed for one in said.denials if _of_this(matter, said, one)]
    if near and not _heard(matter, said, near[0].statement.source.name) and not denial_in(matter, said, near):
        why = f"this is denied, and the draft does not say so: {quoted(near[0])}."
        yield made(matter, "denied", said.sentence, said.proposition.spans, why, near, perhaps=True)


def _of_this(matter: Matter, said: Said, denial: Denial) -> bool:
    """Whether a denial that no link joins is perhaps of what the draft says."""
    printed = denial.printed
    statement = printed.statement
    if _contradicts(matter, said, denial):
        return True
    if statement.act not in {"deny", "assert"} or not accountable(statement):
        return False
    if same_speaker(said.statement, printed) or not is_later(printed, since(said)):
        return False
    if (printed.published or "") > (matter.document.published or "9"):
        return False
    if denial.p >= SURE or (denial.p >= LINKED and denial.likeness >= ALIKE):
        return True
    if denial.likeness >= NEARLY_ONE and denial.shared > 0:
        return True
    if has(printed.proposition.text, "untrue", matter.language):
        return any(_one_amount(mine, one) for mine in said.figures for one in printed.figures)
    return statement.act == "deny" and denial.shared >= WORDS and _together(matter, said, statement.document)


def _contradicts(matter: Matter, said: Said, denial: Denial) -> bool:
    """Whether a document that prints this of another says beside it, in its own voice, that it is not so."""
    printed = denial.printed
    own = printed.statement.source.kind == "author" and printed.proposition.factuality == "CT-"
    if not own or denial.shared < WORDS or denial.likeness < NEARLY_ALIKE:
        return False
    return is_later(printed, since(said)) and any(
        m.printed.statement.document == printed.statement.document
        and m.printed.statement.source.kind != "author"
        and abs(m.printed.statement.sentence - printed.statement.sentence) <= 1
        for m in said.sure()
    )


def _figures_left_open(matter: Matter, said: Said, against: Sequence[Printed]) -> bool:
    """Whether only a number is denied that the draft has from somebody, and it leaves the matter open."""
    numbers = bool(said.figures) and all(one.figures for one in against)
    return numbers and not said.own and _left_open(matter)


def _left_open(matter: Matter) -> bool:
    """Whether the draft says anywhere that something is in dispute, or could not be confirmed."""
    return unconfirmed_in(matter) or has(matter.document.text, "open_questions", matter.language)


def _one_amount(a: Figure, b: Figure) -> bool:
    return a.low is not None and (a.low, a.high) == (b.low, b.high)


def _together(matter: Matter, said: Said, document: str) -> bool:
    """Whether a document prints the matter itself: a sure match, or a sentence that is nearly the same."""
    matched = any(m.printed.statement.document == document for m in supporting(said))
    return matched or document in matter.printing.get(said.sentence, frozenset())


def _heard(matter: Matter, said: Said, denier: str) -> bool:
    """Whether the draft has something from the one who denies."""
    return any(
        same_name(one.source.name, denier)
        for one in matter.statements
        if one.id != said.statement.id and one.source.kind != "author"
    )
