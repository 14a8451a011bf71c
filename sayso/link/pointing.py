"""What words that only point stand for: "refuted this claim" → the proposition that was claimed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import msgspec

from sayso.link.amounts import amounts_of
from sayso.link.outlets import looks_like_outlet
from sayso.link.words import WORD, listed, low_words, stems_of
from sayso.model import Proposition, Statement, covers, touches

POSSESSIVE = ("'s", "s'")  # of "the clerk's claim"
REACH_SENTENCES = 8
MOST_BEFORE_TOLD = 5  # words up to the noun: "the latest foreign press reports"
MUCH_STEMS = 3  # content words besides what an inner statement says, from which on the outer one says more
ANSWERS = frozenset({"deny", "decline", "unconfirmed", "believe", "ask"})
UNCHECKED = frozenset({"unconfirmed", "decline"})
FITTING = {
    "report": frozenset({"media", "state_media"}),
    "reports": frozenset({"media", "state_media"}),
}


class Pointer(msgspec.Struct, frozen=True, kw_only=True):
    """Where a proposition points inside its document, and whether to all of it."""

    statement: Statement
    proposition: Proposition
    partial: bool = False


def points_only(text: str, language: str = "en") -> bool:
    """Whether `text` says nothing itself: pronouns, or a noun like "claim" with small words around it."""
    pointing = listed(language, "pointing_words") | listed(language, "pointing_nouns")
    pointing |= listed(language, "doer_nouns")
    words = low_words(text)
    if "nothing" in words and listed(language, "taken_up").isdisjoint(words):
        return False  # "nothing is wrong" says it of everything, "nothing of the kind" of what was said
    owned = bool(words) and words[-1] in listed(language, "pointing_nouns")
    return all(word in pointing or (owned and word.endswith(POSSESSIVE)) for word in words)


def told_of(text: str, language: str = "en") -> str:
    """What a text tells that begins with a noun for words: "Foreign reports of | 34 dead"; "" for others."""
    words = list(WORD.finditer(text))
    nouns, joins = listed(language, "pointing_nouns"), listed(language, "told_joins")
    for noun, join in pairwise(words[: MOST_BEFORE_TOLD + 1]):
        if noun[0].lower() in nouns:
            rest = text[join.end() :].strip()
            own = len(stems_of(rest, language)) + any(map(str.isdigit, rest))
            return rest if join[0].lower() in joins and own > 1 else ""
    return ""


def carried(
    statement: Statement, proposition: Proposition, statements: Sequence[Statement], language: str = "en"
) -> Statement | None:
    """The statement that `proposition` only hands on, the outermost; None where there is none.

    Its cue stands in the proposition, or it says the same words ("X, citing Y, reported that Z"). What says
    something besides is not only handed on: "that the army had ordered the men to leave" tells of an order,
    "that the mill called Tarn burned" of a fire.
    """
    inner = [one for one in inside(statement, proposition, statements) if _is_all(one, proposition, language)]
    return inner[0] if inner else None


def inside(
    statement: Statement, proposition: Proposition, statements: Sequence[Statement]
) -> list[Statement]:
    """The statements that `proposition` holds, whole or in part, the outermost first."""
    inner = [
        other
        for other in statements
        if other.within == statement.id and other.cue and other.propositions
        and (touches(other.cue.spans, proposition.spans) or covers(other.content.spans, proposition.spans))
    ]  # fmt: skip
    return sorted(inner, key=lambda other: other.cue.spans if other.cue else ())


def _is_all(inner: Statement, proposition: Proposition, language: str) -> bool:
    """Whether what `inner` says is all that the proposition around it says."""
    if inner.act in ANSWERS:  # "P, contrary to what Y said": whoever says P does not hand on that Y denies it
        return inner.cue is not None and touches(inner.cue.spans, proposition.spans)
    if inner.act == "demand" or not has_verb(inner.content.text, language):
        return False
    cue = inner.cue.text if inner.cue else ""
    own = stems_of(f"{inner.source.text} {cue} {inner.content.text}", language)
    return len(set(stems_of(proposition.text, language)) - set(own)) < MUCH_STEMS


def has_verb(text: str, language: str = "en") -> bool:
    """Whether a text may be a clause: it holds a form of a verb, or opens with "that" or "to"."""
    words = low_words(text)
    if not words:
        return False
    known, endings = listed(language, "verb_forms"), tuple(listed(language, "verb_endings"))
    opens = words[0] in listed(language, "clause_openers")
    return opens or any(word in known or (len(word) > 4 and word.endswith(endings)) for word in words)


def target_of(
    statement: Statement,
    proposition: Proposition | None,
    statements: Sequence[Statement],
    language: str = "en",
) -> Pointer | None:
    """What a pointing proposition (None: no content at all) stands for; None where nothing fits.

    The nearest earlier statement of another source that says something itself, and of what it says the
    last; one that fits the noun ("reports": of media) goes before, one of the sentence before further ones.
    "The figures" stand for what holds one. Of an account that cannot be checked it is what its source says
    first.
    """
    text = proposition.text if proposition else ""
    words = low_words(text)
    nouns = [word for word in words if word in listed(language, "pointing_nouns")]
    partial = bool(nouns) and not listed(language, "parts").isdisjoint(words)
    partial = partial or not listed(language, "doer_nouns").isdisjoint(words)
    ranked = [
        (_rank(statement, other, nouns, language) + 2.0 * _is_owners(other, words), other)
        for other in statements
        if _may_be_target(statement, other, language)
    ]
    numbers = bool(nouns) and listed(language, "counting_nouns").issuperset(nouns)
    if numbers:
        ranked = [row for row in ranked if _with_amounts(row[1], language)]
    if not ranked:
        return None
    best = max(ranked, key=lambda row: (row[0], row[1].sentence, row[1].id))[1]
    if statement.act in UNCHECKED and not listed(language, "whole_accounts").isdisjoint(nouns):
        best = _first_of(best, [other for _, other in ranked])
    told = _with_amounts(best, language) if numbers else best.propositions
    return Pointer(statement=best, proposition=told[-1], partial=partial)


def _with_amounts(statement: Statement, language: str) -> list[Proposition]:
    """Its propositions that hold an amount."""
    return [one for one in statement.propositions if amounts_of(one.text, language)]


def _is_owners(other: Statement, words: Sequence[str]) -> bool:
    """Whether it is of whose claim the words point at: "the clerk's claim"."""
    owners = {word.removesuffix("'s").removesuffix("'") for word in words if word.endswith(POSSESSIVE)}
    return not owners.isdisjoint(low_words(other.source.name))


def _first_of(best: Statement, others: Sequence[Statement]) -> Statement:
    """What the same source says first: "the account could not be verified" is of all that a nurse told."""
    same = [other for other in others if best.source.name and other.source.name == best.source.name]
    return min([best, *same], key=lambda other: (other.sentence, _start(other)))


def _may_be_target(statement: Statement, other: Statement, language: str) -> bool:
    if other.id == statement.id or other.within == statement.id or other.id == statement.within:
        return False
    if not other.propositions or not 0 <= statement.sentence - other.sentence <= REACH_SENTENCES:
        return False
    same = bool(other.source.name) and other.source.name == statement.source.name
    if _stands_by(statement, language) and not same:
        return False
    if same and not (_takes_back(statement, language) or _stands_by(statement, language)):
        return False
    if other.sentence == statement.sentence and _start(other) > _start(statement):
        return False
    answers = other.act in ANSWERS and not _is_held(other)
    return not answers and not points_only(other.propositions[0].text, language)


def _is_held(other: Statement) -> bool:
    """Whether somebody holds something to be so: what "believes" and "considers likely" say can be denied."""
    return other.act == "believe" and all(one.factuality.endswith("+") for one in other.propositions)


def _takes_back(statement: Statement, language: str) -> bool:
    """Whether it may be of what its own source said: "We withdraw that report", "That was wrong"."""
    cue = low_words(statement.cue.text) if statement.cue else ()
    if statement.act == "deny" and not listed(language, "taking_back").isdisjoint(cue):
        return True
    said = statement.content.text.lower()
    return statement.source.kind == "author" and any(w in said for w in listed(language, "wrong_words"))


def _stands_by(statement: Statement, language: str) -> bool:
    """Whether it only stands by words of its own: "The Lantern stands by its report"."""
    cue = low_words(statement.cue.text) if statement.cue else ()
    owned = low_words(statement.content.text)[:1]
    by = bool(cue) and cue[0] in listed(language, "standing_by") and cue[-1:] == ("by",)
    return by and bool(owned) and owned[0] in listed(language, "own_words")


def _start(statement: Statement) -> int:
    spans = statement.cue.spans if statement.cue else statement.content.spans
    return spans[0].start if spans else 0


def _fits(other: Statement, kinds: Collection[str], language: str) -> bool:
    """Whether it is of such a source, or of one called like an outlet ("the Monitor")."""
    told = other.source.kind != "author"
    return other.source.kind in kinds or (told and looks_like_outlet(other.source.name, language))


def _rank(statement: Statement, other: Statement, nouns: Sequence[str], language: str) -> float:
    """The higher the likelier: near, claimed by somebody, fitting the noun."""
    rank = -1.0 * (statement.sentence - other.sentence)
    if other.source.kind == "author":
        rank -= 2.0
    if other.cue and any(noun[:5] == other.cue.lemma[:5] for noun in nouns):
        rank += 1.5
    if other.cue and any(low_words(other.cue.text)[-1:] == (f"{noun}s",) for noun in nouns):
        rank -= 3.0  # "the report" is none of the "previous reports"
    if any(noun in FITTING and _fits(other, FITTING[noun], language) for noun in nouns):
        rank += 1.5
    return rank
