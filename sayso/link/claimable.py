"""Which propositions may join a claim, and what those point at that do not say it themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sayso.link.counting import counted_by
from sayso.link.falsehood import calls_false, without_verdict
from sayso.link.mark import Amount
from sayso.link.own_works import without_own_works
from sayso.link.pointing import Pointer, carried, has_verb, inside, points_only, target_of
from sayso.link.words import listed, low_words, stems_of
from sayso.model import Proposition, Span, Statement, covers, proposition_id, touches

FEWEST_STEMS = 2  # of a text that is no clause
ANSWERS = frozenset({"deny", "unconfirmed", "decline", "believe"})
TOLD = frozenset({"assert", "forecast", "deny", "unconfirmed"})
LEFT_OPEN = frozenset({"unconfirmed", "decline"})
UNSAID = frozenset({"deny", "unconfirmed", "decline"})


class Claimable(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition that may join a claim, and what it points at where it does not say it itself.

    `asides`: what it tells that others say, and does not say itself: "the man who said | that P | has left".
    `amount`: the other number that it gives for what it points at.
    """

    statement: Statement
    proposition: Proposition
    pointer: Pointer | None = None
    asides: tuple[Span, ...] = ()
    amount: Amount | None = None


def claimables(statements: Sequence[Statement], language: str = "en") -> list[Claimable]:
    """The propositions that may join a claim, in order; those that lead nowhere are left out."""
    found: list[Claimable] = []
    parts = _parts_of_others(statements, language)
    whole = [statement for statement in statements if statement.id not in parts]
    for statement in whole:
        for proposition in statement.propositions:
            one = _claimable(statement, proposition, whole, language)
            found += [one] if one else []
        if statement.act == "deny" and not statement.propositions:
            target = target_of(statement, None, statements, language)
            if target:
                empty = Proposition(id=proposition_id(statement.id, ()), spans=(), text="", factuality="CT-")
                found.append(Claimable(statement=statement, proposition=empty, pointer=target))
    by_id = {statement.id: statement for statement in statements}
    said = without_own_works(_without_denied_talk(found, language), language)
    return [one for one in said if not _is_unsaid(one, by_id.get(one.statement.within or ""), language)]


def _without_denied_talk(found: Sequence[Claimable], language: str) -> list[Claimable]:
    """Without what is nobody's and told only to be denied: "denied rumours that …" says one thing, against.

    So do "talk of … is a lie", "the allegation that … is false" and "we withdraw our report that …". Only
    inside the denial: what stands before it ("A nurse said so. He denied it") is said, and so is what another
    named source says ("refuted the Courier's report that …").
    """
    denied: dict[str, Statement] = {
        one.pointer.statement.id: one.statement
        for one in found
        if one.pointer and one.pointer.statement.within == one.statement.id and _denies(one, language)
    }
    verdicts = [one.statement for one in found if one.statement.act == "deny" and not one.pointer]
    return [one for one in found if not _is_only_denied(one.statement, denied, verdicts)]


def _is_only_denied(said: Statement, denied: Mapping[str, Statement], verdicts: Sequence[Statement]) -> bool:
    """Whether it is told only to be denied: nobody's, or words that their own source takes back."""
    denial = denied.get(said.id)
    if is_nobodys(said):
        return denial is not None or _is_judged_by(verdicts, said)
    return denial is not None and said.source.name == denial.source.name


def _is_judged_by(verdicts: Sequence[Statement], said: Statement) -> bool:
    """Whether one of them denies just what it says: "the allegation | that P | is false" is read twice."""
    return said.act != "deny" and any(
        verdict.sentence == said.sentence
        and verdict.id != said.id
        and covers(verdict.content.spans, said.content.spans)
        for verdict in verdicts
    )


def _is_unsaid(one: Claimable, around: Statement | None, language: str) -> bool:
    """Whether that it was said at all is what is denied or left open: "denied that it had agreed to P".

    Not so of a noun: who denies "the union's claim that P" grants that the union claims it.
    """
    cue = one.statement.cue
    if around is None or cue is None or around.act not in UNSAID:
        return False
    if not listed(language, "pointing_nouns").isdisjoint(low_words(cue.text)):
        return False
    opener = low_words(around.content.text)[:1]
    return bool(opener) and opener[0] in listed(language, "clause_openers")


def _denies(claimable: Claimable, language: str) -> bool:
    return claimable.statement.act in {"deny", *LEFT_OPEN} or calls_false(
        claimable.proposition.text, language
    )


def is_nobodys(statement: Statement) -> bool:
    """Whether nobody in particular says it: hearsay, or somebody without a name."""
    return is_hearsay(statement) or statement.source.anonymous


def _claimable(
    statement: Statement, proposition: Proposition, statements: Sequence[Statement], language: str
) -> Claimable | None:
    """The proposition with what it answers, where it says nothing but that; None where it leads nowhere.

    Whoever calls a report false answers what the report says, as who denies it does.
    """
    if counted := counted_by(statement, proposition, statements, language):
        told = Pointer(statement=counted.statement, proposition=counted.proposition)
        return Claimable(statement=statement, proposition=proposition, pointer=told, amount=counted.amount)
    false = calls_false(proposition.text, language)
    answers = false or statement.act in ANSWERS
    inner = carried(statement, proposition, statements, language)
    if false and inner is None:
        inner = next(iter(inside(statement, proposition, statements)), None)
    if inner is None and statement.act in ANSWERS:
        inner = _told_behind(statement, proposition, statements)
    inner = _unanswered_in(inner, statements, language) if inner else None
    pointer = Pointer(statement=inner, proposition=inner.propositions[0]) if inner else None
    if pointer is None and points_only(without_verdict(proposition.text, language), language):
        pointer = target_of(statement, proposition, statements, language)
        answers = pointer is not None and (answers or _answers_shortly(statement, proposition, language))
    elif pointer is None:
        answered = statement.act == "believe" or any(
            s.id == statement.within and s.act in ANSWERS for s in statements
        )
        answers = _says_something(proposition.text, answered, language)
    if not answers:
        return None
    asides = () if pointer else _asides(statement, proposition, statements, language)
    return Claimable(statement=statement, proposition=proposition, pointer=pointer, asides=asides)


def _told_behind(
    statement: Statement, proposition: Proposition, statements: Sequence[Statement]
) -> Statement | None:
    """What somebody says behind an answer that only names him: "rejected | the report |, which says P"."""
    return next(
        (
            other
            for other in statements
            if other.sentence == statement.sentence
            and other.id != statement.id
            and other.propositions
            and touches(other.source.spans, proposition.spans)
            and other.content.spans[0].start >= proposition.spans[-1].end
        ),
        None,
    )


def _asides(
    statement: Statement, proposition: Proposition, statements: Sequence[Statement], language: str
) -> tuple[Span, ...]:
    """What others say inside a proposition that says something else; () for nothing."""
    return tuple(
        span
        for other in inside(statement, proposition, statements)
        if other.cue and other.act in TOLD and touches(other.cue.spans, proposition.spans)
        if has_verb(other.content.text, language)
        for span in other.content.spans
    )


def _unanswered_in(inner: Statement, statements: Sequence[Statement], language: str) -> Statement:
    """What `inner` hands on itself, where that only leaves it open; otherwise `inner`.

    "X said that the office told Y that it could not confirm P" leaves P open.
    """
    further = carried(inner, inner.propositions[0], statements, language)
    if further is None or further.id == inner.id:
        return inner
    return further if further.act in LEFT_OPEN else inner


def _answers_shortly(statement: Statement, proposition: Proposition, language: str) -> bool:
    """Whether words that only point deny ("it had not"), confirm ("confirmed the report") or affirm."""
    cue = low_words(statement.cue.text) if statement.cue else ()
    return (
        proposition.factuality.endswith("-")
        or not listed(language, "confirming").isdisjoint(cue)
        or not listed(language, "affirming").isdisjoint(low_words(proposition.text))
    )


def _says_something(text: str, answered: bool, language: str) -> bool:
    """Whether a text has two content words, or one in a clause, or one that somebody knows or denies."""
    stems = len(stems_of(text, language))
    return stems >= FEWEST_STEMS or (stems > 0 and (answered or has_verb(text, language)))


def _parts_of_others(statements: Sequence[Statement], language: str) -> set[str]:
    """The statements that say no more than a part of a clause around them: "it had admitted | nine".

    So do those whose words run into what the clause around them says of them ("reports that it burned are
    lies").
    """
    return {
        statement.id
        for statement in statements
        if statement.cue
        and statement.act not in ANSWERS
        and _is_part(statement.content.text, language)
        and any(_holds(other, statement) for other in statements)
    }


def _is_part(text: str, language: str) -> bool:
    return not has_verb(text, language) or calls_false(text, language)


def _holds(around: Statement, statement: Statement) -> bool:
    """Whether a clause of `around` holds the cue of the other statement."""
    cue = statement.cue.spans if statement.cue else ()
    near = statement.within == around.id or (
        statement.sentence == around.sentence
        and statement.id != around.id
        and calls_false(around.content.text)
    )
    return near and any(touches(cue, part.spans) for part in around.propositions)


def is_hearsay(statement: Statement) -> bool:
    """Whether it is told as hearsay, or by nobody."""
    return statement.evidentiality == "reportative" or (
        statement.source.kind == "unspecified" and not statement.source.spans
    )
