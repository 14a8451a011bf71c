"""Words that only give another number for what was told before: "Others put | the number at 4,000"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.link.amounts import amounts_of
from sayso.link.mark import Amount
from sayso.link.words import listed, low_words, slot_words
from sayso.model import Proposition, Span, Statement

REACH_SENTENCES = 3
SAYING = frozenset({"assert", "believe", "infer", "perceive"})
ANSWERS = frozenset({"deny", "decline", "unconfirmed", "ask", "demand"})


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What a number is given for: the proposition that told of it; the number as one of the same thing."""

    statement: Statement
    proposition: Proposition
    amount: Amount


def counted_by(
    statement: Statement, proposition: Proposition, statements: Sequence[Statement], language: str = "en"
) -> Counted | None:
    """What the number is of, where `proposition` says no more than a number; None where it says more.

    The nearest proposition before it, at most three sentences back, that counts something: the same thing
    where the number says what it counts ("nine deaths").
    """
    says = statement.act in SAYING and not proposition.times
    amount = _only_number(proposition, language) if says else None
    if amount is None:
        return None
    for other in sorted(statements, key=_place, reverse=True):
        near = 0 <= statement.sentence - other.sentence <= REACH_SENTENCES
        if not near or _place(other) >= _place(statement) or other.act in ANSWERS:
            continue
        for told in reversed(other.propositions):
            first = next((one for one in _amounts(told, language) if _fits(one, amount, language)), None)
            if first is not None:
                own = msgspec.structs.replace(amount, slot=first.slot, unit=first.unit)
                return Counted(statement=other, proposition=told, amount=own)
    return None


def _fits(told: Amount, given: Amount, language: str) -> bool:
    """Whether a number may be another for what was told: of one thing, and no length of time."""
    if not told.slot or told.unit.lower() in listed(language, "uncounted_units"):
        return False
    return not given.slot or given.slot == told.slot


def _amounts(told: Proposition, language: str) -> tuple[Amount, ...]:
    """The amounts of a proposition without the numbers of its days."""
    places = ((told.text.find(time.text), len(time.text)) for time in told.times if time.text)
    return amounts_of(told.text, language, [Span(at, at + length) for at, length in places if at >= 0])


def _only_number(proposition: Proposition, language: str) -> Amount | None:
    """The amount of "the number at more than thirty", "it at 6,500", "nine deaths"; None for all else."""
    amounts, words = _amounts(proposition, language), low_words(proposition.text)
    if len(amounts) != 1 or not words:
        return None
    (amount,) = amounts
    rest = low_words(proposition.text.replace(amount.text, " ", 1))
    said = [word for word in rest if word not in listed(language, "stop")]
    of_slot = {word for word, slot in slot_words(language).items() if slot == amount.slot}
    named = bool(said) and all(word in listed(language, "counting_nouns") or word in of_slot for word in said)
    return amount if named or (not said and words[0] in listed(language, "counted_pronouns")) else None


def _place(statement: Statement) -> tuple[int, int]:
    spans = statement.cue.spans if statement.cue else statement.content.spans
    return statement.sentence, spans[0].start if spans else 0
