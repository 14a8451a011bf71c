"""What the rules ask of statements: how sure, by whom, whether it is denied, in words for an editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.check.matter import Match, Matter, Printed, Said
from sayso.check.words import content_words, has, lowered, names, same_name
from sayso.model import Evidence, Statement

CERTAIN, HEARD, PROBABLE, POSSIBLE, OPEN = 4, 3, 2, 1, 0
STEPS = {"CT": CERTAIN, "PR": PROBABLE, "PS": POSSIBLE, "U": OPEN}
SAYING = frozenset({"supports", "updates"})
FEWEST_WORDS = 3
LIKELY = 0.65  # p from which a comparison may be of the matter
SHARED, NEARLY_ALL = 0.6, 0.8  # of the content words of such a pair


def sureness(statement: Statement, factuality: str) -> int:
    """How sure words are: 4 stated, 3 hearsay ("reportedly"), 2 probable, 1 possible, 0 left open."""
    certain = STEPS[factuality.rstrip("+-")]
    return min(certain, HEARD) if is_hearsay(statement) else certain


def is_hearsay(statement: Statement) -> bool:
    """Whether it has a source that is not there ("reportedly", "is said to")."""
    return statement.source.kind == "unspecified" and not statement.source.spans and statement.cue is not None


def accountable(statement: Statement) -> bool:
    """Whether somebody could be held to it by name."""
    return not statement.source.anonymous and statement.source.kind not in {"author", "unspecified", "public"}


def supporting(said: Said) -> list[Match]:
    """The sure matches that say the same, those of the source that the draft names where there are any."""
    found = [m for m in said.sure() if m.printed.stance in SAYING and not _is_scrap(said, m.printed)]
    of_source = [m for m in found if of_one_source(said.statement, m.printed.statement)]
    return of_source or found


def _is_scrap(said: Said, printed: Printed) -> bool:
    """Whether what is printed is no clause, but a word or two of what the draft says ("three survivors")."""
    length = len(lowered(printed.proposition.text))
    return 0 < length < FEWEST_WORDS and length * FEWEST_WORDS <= len(lowered(said.proposition.text))


def nearly(said: Said) -> list[Match]:
    """Where nothing sure says the same: what is likely of the matter, and less sure just because a number or
    a day in it differs. Either its source is the one that the draft names, or most of its words return.
    """
    likely = [
        m
        for m in said.matches
        if m.p >= LIKELY and m.relation != "opposite" and m.printed.stance != "denies"
        and m.printed.proposition.factuality[-1:] == said.proposition.factuality[-1:]
    ]  # fmt: skip
    of_source = [m for m in likely if of_one_source(said.statement, m.printed.statement)]
    return [
        m for m in of_source or likely
        if m.shared >= (SHARED if m in of_source or m.relation == "update" else NEARLY_ALL)
    ]  # fmt: skip


def of_one_source(a: Statement, b: Statement) -> bool:
    """Whether two statements come from one source that is named; a body's own paper (`b`) is that body."""
    own = b.source.kind == "author" and b.within is None
    return accountable(a) and (accountable(b) or own) and same_name(a.source.name, b.source.name)


def denying(said: Said) -> list[Printed]:
    """What in the ledger denies what the draft says: members that deny, sure matches that say otherwise.

    A denial speaks of what had been said by then: one from before the source first said just this is none
    of it (an earlier promise or another figure is not just this).
    """
    found: dict[str, Printed] = {}
    for match in said.sure(opposite=True):
        if match.relation == "opposite" or (match.printed.stance == "denies" and not denies(said.statement)):
            found[match.printed.statement.id] = match.printed
        for member in match.members:
            if member.stance == "denies" and match.relation != "opposite":
                found[member.statement.id] = member
    first = since(said)
    return [one for one in found.values() if not same_speaker(said.statement, one) and is_later(one, first)]


def since(said: Said) -> str:
    """The day on which the ledger first has just this; "" where it is not known."""
    same = (m for m in supporting(said) if m.relation == "same")
    return min((match.printed.published or "" for match in same), default="")


def is_later(printed: Printed, day: str) -> bool:
    """Whether it was printed on a day or later, or nobody knows when."""
    return printed.published is None or printed.published >= day


def same_speaker(statement: Statement, printed: Printed) -> bool:
    """Whether one who says it in the draft is the one who is printed: who revises a figure denies nothing."""
    own = printed.statement.source.kind == "author" and same_name(
        statement.source.name, printed.publisher or ""
    )
    return own or of_one_source(statement, printed.statement)


def denies(statement: Statement) -> bool:
    """Whether a statement denies something."""
    return statement.act == "deny"


def denial_in(matter: Matter, said: Said, against: Sequence[Printed]) -> bool:
    """Whether the draft tells anywhere that this is denied: of the matter, or by one who denies it."""
    claims = {m.claim.id for m in said.matches if m.claim and m.sure}
    ids = {printed.statement.id for printed in against}
    for other in matter.said:
        if other.sentence == said.sentence and not denies(other.statement):
            continue
        touched = {m.claim.id for m in other.matches if m.claim} & claims
        quoted = any(m.printed.statement.id in ids for m in other.matches if m.relation != "opposite")
        negated = other.proposition.factuality.endswith("-")
        if denies(other.statement) or negated:
            if touched or quoted:
                return True
        elif quoted:
            return True
    if any(denies(s) and _by_one_of(s, against) for s in matter.statements):
        return True
    return any(_says_otherwise(matter, said, other, against) for other in matter.said)


def _says_otherwise(matter: Matter, said: Said, other: Said, against: Sequence[Printed]) -> bool:
    """Whether one who denies it is told to say that it was not so, without a word of denying."""
    if other.proposition.factuality != "CT-" or not _by_one_of(other.statement, against):
        return False
    text = matter.document.text
    mine, theirs = (content_words(text[s.start : s.end], matter.language)
                    for s in (said.sentence, other.sentence))  # fmt: skip
    return bool((mine & theirs) - names(other.statement.source.text))


def _by_one_of(statement: Statement, against: Iterable[Printed]) -> bool:
    mine = statement.source
    return any(
        same_name(mine.name, theirs.name) or same_name(mine.text, theirs.text)
        for theirs in (one.statement.source for one in against)
    )


def firm(matter: Matter, printed: Printed) -> bool:
    """Whether printed words are certain, somebody stands for them by name, and nobody corrected them."""
    statement = printed.statement
    return (
        sureness(statement, printed.proposition.factuality) >= CERTAIN
        and not statement.source.anonymous
        and statement.source.kind != "public"
        and statement.document not in matter.corrected
    )


def unconfirmed_in(matter: Matter) -> bool:
    """Whether the draft says anywhere that it could not be confirmed, or that no answer came."""
    return has(matter.document.text, "unconfirmed", matter.language) or any(
        statement.act in {"unconfirmed", "decline"} for statement in matter.statements
    )


def quoted(printed: Printed) -> str:
    """Printed words with who says them and where: “…” (a nurse, in Radio Lanterna, 2030-12-03)."""
    evidence = printed.evidence()
    return f"“{short(evidence.text)}” ({placed(evidence)})"


def placed(evidence: Evidence) -> str:
    """Who says it, in which outlet, on which day; what is not known is left out."""
    where = ", ".join(
        part for part in (evidence.publisher or "publisher unknown", evidence.published) if part
    )
    source = "" if same_name(evidence.source, evidence.publisher or "") else evidence.source
    return f"{source}, in {where}" if source else where


def short(words: str, most: int = 160) -> str:
    """Words on one line, cut between words where they are longer than `most` characters; outer quotes off."""
    line = " ".join(words.split()).strip('“”" ,')
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
