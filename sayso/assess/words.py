"""Words for an assessment: likelihood (ICD 203) and confidence apart, and the Admiralty letter and digit."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.assess.terms import Term, resolved
from sayso.assess.voices import PRESENT
from sayso.assess.weights import load
from sayso.model import Confidence, Likelihood

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """How good the basis is: origins that count, on both sides; those with a record; whether first-hand;
    how many of the origins are against it.
    """

    origins: int
    resolved: int
    first_hand: bool
    against: int = 0


def likelihood_of(p: float) -> Likelihood:
    """The word of ICD 203 for a probability; at the bound between two words the higher one.

    >>> likelihood_of(0.55)
    'likely'
    """
    row = next(row for row in load("words.yaml")["likelihood"] if p < row["below"])
    word: Likelihood = row["word"]
    return word


def likelihood_sentence(word: Likelihood) -> str:
    """The sentence that says how likely; nothing of how good the basis is."""
    rows = load("words.yaml")["likelihood"]
    return str(next(row["sentence"] for row in rows if row["word"] == word))


def basis_of(sides: tuple[Sequence[Term], Sequence[Term]]) -> Basis:
    """The basis that the origins that count give, for and against together."""
    every = [*sides[0], *sides[1]]
    return Basis(
        origins=len(every),
        resolved=sum(map(resolved, every)),
        first_hand=any(t.hand is not None or (t.voice and t.voice.first_hand in PRESENT) for t in every),
        against=len(sides[1]),
    )


def confidence_of(basis: Basis) -> Confidence:
    """High: three origins, two with a record, one first-hand. Moderate: two, one of them with a record or
    first-hand. Else low; so a single origin is never more.
    """
    if basis.origins >= 3 and basis.resolved >= 2 and basis.first_hand:
        return "high"
    if basis.origins >= 2 and (basis.resolved or basis.first_hand):
        return "moderate"
    return "low"


def confidence_sentence(confidence: Confidence, basis: Basis) -> str:
    """The sentence that says how good the basis is and why; nothing of how likely."""
    origins = f"{number(basis.origins)} independent {'origin' if basis.origins == 1 else 'origins'}"
    if basis.against:
        origins += f" ({number(basis.origins - basis.against)} for it, {number(basis.against)} against it)"
    first_hand = "had first-hand" if basis.first_hand else "nothing that is marked as first-hand"
    records = (
        f"{number(basis.resolved)} with five or more resolved claims"
        if basis.resolved
        else "none with five resolved claims"
    )
    return f"Confidence is {confidence}: {origins}, {first_hand}, {records}."


def number(count: int) -> str:
    """A small number in words, a larger one in digits."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def admiralty_of(sides: tuple[Sequence[Term], Sequence[Term]], counts: dict[int, float]) -> str:
    """Letter and digit for the weightiest source that says it; "F6" where nobody does.

    `counts`: decibans by `id` of the term. The digit looks only at independent evidence beside that source.
    """
    said = [term for term in sides[0] if term.hand is None]
    lead = said[0] if said else None
    others = [term for side in sides for term in side if term is not lead]
    return _letter(lead) + _digit(others, sum(counts[id(term)] for term in others), len(sides[0]))


def admiralty_sentence(code: str) -> str:
    """What letter and digit mean, each for itself, called a suggestion."""
    words = load("words.yaml")
    letters = {row["letter"]: row["called"] for row in (*words["letters"], words["unrated"])}
    digits = {row["digit"]: row["called"] for row in (*words["digits"], words["alone"])}
    return (
        f"Admiralty code, suggested: {code[0]} for the source ({letters[code[0]]}), "
        f"{code[1]} for what it says ({digits[code[1]]})."
    )


def _letter(lead: Term | None) -> str:
    words = load("words.yaml")
    if lead is None or lead.worth is None or lead.worth.record is None:
        return str(words["unrated"]["letter"])
    accuracy = lead.worth.record.accuracy
    return str(next(row["letter"] for row in words["letters"] if accuracy >= row["least"]))


def _digit(others: Sequence[Term], decibans: float, supporters: int) -> str:
    words = load("words.yaml")
    if not others:
        return str(words["alone"]["digit"])
    fitting = (
        row for row in words["digits"] if decibans >= row["least"] and supporters > row.get("fewest", -1)
    )
    return str(next(fitting)["digit"])
