"""The rules of factuality of a language, made ready to be looked up by one word."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sayso.lang.loading import load
from sayso.model import Certainty
from sayso.read.cues.inflection import plural, verb_forms
from sayso.read.cues.words import Words

RANK: dict[Certainty, int] = {"U": 0, "PS": 1, "PR": 2, "CT": 3}


class Effect(NamedTuple):
    """A certainty with a polarity; what something does to the clause it governs, or what results."""

    certainty: Certainty = "CT"
    negates: bool = False


PLAIN = Effect()
NEGATION = Effect("CT", True)
OPEN = Effect("U", False)
POSSIBLE = Effect("PS", False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A class of words: what it governs, what it does to that, plainly and under a negation."""

    name: str
    kind: str
    particle: str = ""
    governs: frozenset[str]
    effect: Effect
    negated: Effect
    author: float
    author_negated: float


PHRASE_WORDS = 3  # of an adverb that is a phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All rules by word form; `words` are the sets of the grammar, `author` its factors."""

    modals: Mapping[str, Rule]
    adverbs: Mapping[str, Rule]
    predicates: Mapping[str, tuple[Rule, ...]]
    words: Mapping[str, frozenset[str]]
    author: Mapping[str, float]
    openers: frozenset[str]

    def adverb_at(self, words: Words, index: int) -> Rule | None:
        """The rule of the adverb at a word, or of the phrase that begins there ("in all likelihood")."""
        token = words.at(index)
        if token in self.openers:
            phrase = " ".join(words.tokens[index : index + PHRASE_WORDS])
            return self.adverbs.get(phrase) or self.adverbs.get(token)
        return self.adverbs.get(token)


def factuality_classes(language: str) -> list[dict[str, Any]]:
    """The classes as they stand in the language's file, with their proofs."""
    return list(load(language, "factuality"))


@cache
def rules_of(language: str) -> Rules:
    """The rules of a language; UsageError for a language without a reader."""
    modals: dict[str, Rule] = {}
    adverbs: dict[str, Rule] = {}
    predicates: dict[str, tuple[Rule, ...]] = {}
    for group in factuality_classes(language):
        for lemma in group["words"]:
            for form, rule in _forms(lemma, group, language):
                if rule.kind == "modal":
                    modals[lemma] = rule
                elif rule.kind == "adverb":
                    adverbs[form] = rule
                else:
                    predicates[form] = (*predicates.get(form, ()), rule)
    grammar = load(language, "factuality_grammar")
    words = {name: frozenset(value) for name, value in grammar.items() if isinstance(value, list)}
    openers = frozenset(adverb.split()[0] for adverb in adverbs if " " in adverb)
    return Rules(
        modals=modals, adverbs=adverbs, predicates=predicates, words=words, author=grammar["author"],
        openers=openers,
    )  # fmt: skip


def _forms(lemma: str, group: Mapping[str, Any], language: str) -> list[tuple[str, Rule]]:
    head, _, particle = lemma.partition(" ")
    forms = {lemma if group["kind"] == "adverb" else head}
    if group["kind"] == "verb":
        forms.update(verb_forms(head, load(language, "cues_grammar")))
    elif group["kind"] == "noun":
        forms.add(plural(head))
    rule = Rule(
        name=group["class"],
        kind=group["kind"],
        particle=particle,
        governs=frozenset(group.get("governs", ())),
        effect=Effect(**group["effect"]),
        negated=Effect(**group["negated"]),
        author=group["author"],
        author_negated=group["author_negated"],
    )
    return [(form, rule) for form in forms]


def under(outer: Effect, inner: Effect) -> Effect:
    """What becomes of `inner` under `outer`: the weaker certainty, the product of polarities.

    What is open on either side stays open. A certain denial of what is only possible denies it
    with certainty ("denied that it may").

    >>> under(NEGATION, NEGATION)
    Effect(certainty='CT', negates=False)
    """
    if "U" in (outer.certainty, inner.certainty):
        return OPEN
    negates = outer.negates != inner.negates
    if outer == NEGATION and inner.certainty == "PS":
        return Effect("CT", negates)
    weaker = min(outer.certainty, inner.certainty, key=RANK.__getitem__)
    return Effect(weaker, negates)
