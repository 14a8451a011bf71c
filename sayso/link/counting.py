"""Words that only give another number for what was told before: "Others put | the number at 4,000"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.link.amounts import amounts_of
from sayso.link.mark import Amount
from sayso.link.words import listed, low_words, stem, stems_of
from sayso.model import Proposition, Statement

REACH_SENTENCES = 3
ANSWERS = frozenset({"deny", "decline", "unconfirmed", "ask", "demand"})


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What a number is given for: the proposition that told of it, and the amount as one of the same thing."""

    statement: Statement
    proposition: Proposition
    amount: Amount


def counted_by(
    statement: Statement, proposition: Proposition, statements: Sequence[Statement], language: str = "en"
) -> Counted | None:
    """What the number is of, where `proposition` says no more than a number; None where it says more.

    The nearest proposition before it, at most three sentences back, that counts something.
    """
    amount = _only_number(proposition.text, language) if statement.act not in ANSWERS else None
    if amount is None:
        return None
    for other in sorted(statements, key=_place, reverse=True):
        near = 0 <= statement.sentence - other.sentence <= REACH_SENTENCES
        if not near or _place(other) >= _place(statement) or other.act in ANSWERS:
            continue
        for told in reversed(other.propositions):
            first = next((one for one in amounts_of(told.text, language) if one.slot), None)
            if first is not None:
                own = msgspec.structs.replace(amount, slot=first.slot, unit=first.unit)
                return Counted(statement=other, proposition=told, amount=own)
    return None


def _only_number(text: str, language: str) -> Amount | None:
    """The amount of "the number at more than thirty", "it at 6,500"; None where anything else is said."""
    amounts = amounts_of(text, language)
    words = low_words(text)
    if len(amounts) != 1 or not words:
        return None
    nouns = {stem(word, language) for word in listed(language, "counting_nouns")}
    rest = set(stems_of(text.replace(amounts[0].text, " ", 1), language))
    named = bool(rest) and rest <= nouns
    return amounts[0] if named or (not rest and words[0] in listed(language, "counted_pronouns")) else None


def _place(statement: Statement) -> tuple[int, int]:
    spans = statement.cue.spans if statement.cue else statement.content.spans
    return statement.sentence, spans[0].start if spans else 0
