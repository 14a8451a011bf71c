"""What a statement does: by its cue, and by its content where the cue only says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lang import load
from sayso.model import Act, Source, Spans
from sayso.read.certainty.clause import MainVerb, main_verb
from sayso.read.certainty.factuality import words_of
from sayso.read.certainty.rules import rules_of
from sayso.read.cues.finding import CueReading, read_cue
from sayso.read.cues.words import QUOTES, Words
from sayso.read.mending.completion import Attribution
from sayso.read.perfect import opens_perfect

INVERTED_CHARS = 64  # of "Nor has ", "Nowhere in its long report does "
CONDITION = 7  # words from "if" to its "were" or "had"
REFUSAL_CHARS = 80  # of quoted words that may be nothing but a refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ahead:
    """A clause of what is said: whether it lies `ahead`, and whether it is the source's `own` doing."""

    ahead: bool
    own: bool = False


@cache
def _words_for(language: str) -> Mapping[str, frozenset[str]]:
    return {
        name: frozenset(words)
        for name, words in load(language, "acts").items()
        if name not in ("proofs", "refusals")
    }


def act_of(
    text: str, attribution: Attribution, source: Source, propositions: Sequence[Spans], language: str = "en"
) -> Act:
    """What is done by a statement; "assert" for the author's plain voice.

    The act of its cue; but all questions ask, "ask" or "tell" with "to" and a verb demands, and plain
    saying, or inferring, of what lies wholly ahead is a `forecast`, or a `promise` where it is the
    source's own doing ("said that it would deliver"). Searle's commissives and directives (1976).
    """
    cue = reading_of(text, attribution, language)
    base: Act = cue.act if cue else "assert"
    if not propositions or base not in ("assert", "infer", "ask"):
        return base
    if base == "assert" and _refuses(text, propositions, language):
        return "decline"
    known = _words_for(language)
    bidding = cue is not None and cue.lemma in known["bidding"]
    if not bidding and not _may_lie_ahead(text, propositions, known):
        return base
    clauses = [words for spans in propositions if (words := words_of(text, spans, language)).tokens]
    if not clauses:
        return base
    if base == "assert" and all(_asks(words) for words in clauses):
        return "ask"
    if cue and bidding and _bids(clauses[0], cue, known):
        return "demand"
    if base == "ask" or (cue and cue.certainty == "U"):
        return base
    views = [_view(words, attribution, source, known, language) for words in clauses]
    if not all(view.ahead for view in views):
        return base
    promised = views[0].own or bool(cue and cue.lemma in known["assuring"])
    return "promise" if promised and base == "assert" else "forecast"


def reading_of(text: str, attribution: Attribution, language: str = "en") -> CueReading | None:
    """The reading of the cue; under a source that is nobody ("few believe") the negated one.

    So too where "nor" opens the clause ("Nor has the ministry confirmed it"), "at no point" or "not even".
    """
    cue, relation = _weighed(text, attribution, language), attribution.relation
    if cue is None or not relation.source:
        return cue
    first = text[relation.source[0].start : relation.source[0].end].lower().split(" ", 1)[0]
    inverted = _inverted(language).search(
        text, max(0, relation.source[0].start - INVERTED_CHARS), relation.source[0].start
    )
    if first not in _words_for(language)["negative_sources"] and not inverted:
        return cue
    return read_cue("never " + " ".join(text[a:b] for a, b in relation.cue), language)


def _weighed(text: str, attribution: Attribution, language: str) -> CueReading | None:
    """The reading of the cue, as sure as it says ("assesses with low confidence"; ICD 203)."""
    cue, known = attribution.cue, _words_for(language)
    if cue is None or cue.certainty != "CT":
        return cue
    words = " ".join(text[a:b].lower() for a, b in attribution.relation.cue).split()
    at = next((i for i, word in enumerate(words) if word in known["confidence"]), 0)
    degree = words[at - 1] if at else ""
    if degree in known["little_confidence"]:
        return replace(cue, certainty="PS")
    return replace(cue, certainty="PR") if degree in known["some_confidence"] else cue


@cache
def _inverted(language: str) -> re.Pattern[str]:
    """ "Nor has " right before who did not say it; "nowhere in its report does "; "not even "."""
    known = _words_for(language)
    near, far, even = ("|".join(known[name]) for name in ("inverting", "inverting_far", "not_even"))
    auxiliaries = "|".join(load(language, "sources")["words"]["auxiliaries"])
    lead = rf"(?:{near})|(?:{far})\b[^,.;:?!“”\n]{{0,{INVERTED_CHARS // 2}}}"
    return re.compile(rf"\b(?:(?:{lead})\s+(?:{auxiliaries})|{even})\s+\Z", re.IGNORECASE)


def _may_lie_ahead(text: str, propositions: Sequence[Spans], known: Mapping[str, frozenset[str]]) -> bool:
    """The cheap test: whether any word that looks ahead, or a question mark, is printed at all."""
    said = text[propositions[0][0].start : propositions[-1][-1].end].lower().replace("’", "'")
    telling = (word for name in ("ahead", "ahead_if", "planned") for word in known[name])
    return "?" in said or any(word in said for word in telling)


def _refuses(text: str, propositions: Sequence[Spans], language: str) -> bool:
    """Whether quoted words say that nothing is said: "“No comment.”"."""
    said = text[propositions[0][0].start : propositions[-1][-1].end].replace("’", "'")
    return len(said) < REFUSAL_CHARS and _refusal(language).fullmatch(said) is not None


@cache
def _refusal(language: str) -> re.Pattern[str]:
    plain = (re.escape(words.lower()) for words in load(language, "acts")["refusals"])
    either = "|".join(words.replace("…", r"[\w' -]+") for words in plain)
    return re.compile(rf"[“\"«](?:{either})[.,;!]?[”\"»]?[.,;]?", re.IGNORECASE)


def _asks(words: Words) -> bool:
    return next((token for token in reversed(words.tokens) if token not in QUOTES), "") == "?"


def _bids(words: Words, cue: CueReading, known: Mapping[str, frozenset[str]]) -> bool:
    """ "not to return anyone"; behind "ask" also "the army to leave"."""
    first = words.at(0) in QUOTES
    if first or words.at(0) in known["not_bidding"]:
        return False
    reach = 8 if cue.lemma == "ask" else 2
    to = next((i for i, token in enumerate(words.tokens[:reach]) if token == "to"), None)
    if to is None or words.capital(to + 1) or not words.is_word(to + 1):
        return False
    plain = ":" not in words.tokens[:to] and known["not_bidding"].isdisjoint(words.tokens[1:to])
    return plain and (cue.lemma == "ask" or to == 0 or words.at(0) == "not")


def _view(
    words: Words, attribution: Attribution, source: Source, known: Mapping[str, frozenset[str]], language: str
) -> _Ahead:
    verb = main_verb(words, rules_of(language))
    if verb is None or not _lies_ahead(words, verb, known, language):
        return _Ahead(ahead=False)
    subject = [word for word in words.tokens[verb.start : verb.group] if word[:1].isalnum()]
    sure = known["ahead_if"].isdisjoint(words.tokens[verb.group : verb.group + 2])
    own = sure and _is_own(subject, _doing(words, verb), attribution, source, known)
    return _Ahead(ahead=True, own=own)


def _lies_ahead(words: Words, verb: MainVerb, known: Mapping[str, frozenset[str]], language: str) -> bool:
    if verb.conditional and _is_contrary_to_fact(words, verb, known):
        return False
    for index in range(verb.group, verb.group + 4):
        token, after = words.at(index), words.at(index + 1)
        if token in known["ahead"] or (verb.conditional and token in known["ahead_if"]):
            return not opens_perfect([words.at(index + n) for n in range(1, 6)], language)
        if token in known["planned"] and after == "to" and index > verb.group:
            present = words.at(verb.group) in known["present_be"]
            verbal = not words.at(index + 2).endswith("ing") and words.is_word(index + 2)
            return verbal and (present or token in known["past_planned"])
    return False


def _is_contrary_to_fact(words: Words, verb: MainVerb, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether what would be done under a condition is not the case: "“If we had seeds, we would plant”".

    What was said as "if it rains, we will pay" is told as "that if it rained, they would pay": so it counts
    only in quotation marks; and "if it were offered" and "if they were to ask" may come to be.
    """
    if known["hypothetical"].isdisjoint(words.tokens[verb.group : verb.group + 2]):
        return False
    if sum(token in QUOTES for token in words.tokens[: verb.group]) % 2 == 0:
        return False
    opened = next(
        (i for i, token in enumerate(words.tokens) if token in known["conditions"]), len(words.tokens)
    )
    past = (
        i
        for i in range(opened + 1, min(opened + CONDITION, len(words.tokens)))
        if words.at(i) in known["unreal"]
    )
    return any(words.at(i + 1) != "to" and not words.at(i + 1).endswith("ed") for i in past)


def _doing(words: Words, verb: MainVerb) -> list[str]:
    """The first four words behind the modal, "not" and adverbs left out."""
    behind = words.tokens[verb.group + 1 : verb.group + 7]
    return [word for word in behind if word not in ("not", "also", "soon", "then") and word[-2:] != "ly"][:4]


def _is_own(
    subject: Sequence[str], doing: Sequence[str], attribution: Attribution, source: Source,
    known: Mapping[str, frozenset[str]],
) -> bool:  # fmt: skip
    passive = len(doing) > 1 and doing[0] == "be" and doing[1].endswith("ed")
    if not subject or not doing or passive or (doing[0] in known["endured"] and doing[1:2] != ["on"]):
        return False
    if attribution.relation.voice == "author":
        return list(subject) in [[word] for word in known["first_person"]]
    if attribution.relation.voice == "hearsay":
        return False
    if len(subject) == 1 and subject[0] in known["own"]:
        nobodys = doing[0] in known["expletive"] and known["measures"].isdisjoint(doing)
        return not (subject[0] == "it" and nobodys)
    names = set(f"{source.name} {source.text}".lower().replace("’", "'").split())
    return {word for word in subject if word not in ("the", "a", "that")} <= names
