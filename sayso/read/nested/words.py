"""The nouns that name somebody's words ("speech", "remarks"), and what may stand around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.lang import load
from sayso.read.cues.inflection import plural, verb_forms
from sayso.read.cues.reading import CueReading
from sayso.read.rules.view import View

READING = ("act", "certainty", "negates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """One noun of speech: what it does, and whether "of X" behind it names whose words they are.

    `named`: whether a body's name before it does so too ("an Israeli statement").
    """

    reading: CueReading
    of: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NestedWords:
    """The nouns by each of their forms; `around` the closed classes of words beside them, lower case."""

    nouns: Mapping[str, Noun]
    around: Mapping[str, frozenset[str]]

    def among(self, view: View, index: int, *names: str) -> bool:
        """Whether the word at an index is of one of the named classes of `around`."""
        return any(view.at(index) in self.around[name] for name in names)


@cache
def nested_words(language: str) -> NestedWords:
    """The nouns of speech of a language; UsageError for a language without any."""
    nouns = {form: noun for group in load(language, "nested") for form, noun in _forms(group)}
    around = {name: frozenset(words) for name, words in load(language, "nested_grammar").items()}
    grammar = load(language, "cues_grammar")
    giving = frozenset(form for verb in around["light_verbs"] for form in verb_forms(verb, grammar))
    refusing = frozenset((*grammar["catenatives"]["decline"], *grammar["catenatives"]["negate"]))
    return NestedWords(nouns=nouns, around=around | {"giving": giving, "refusing": refusing})


def _forms(group: Mapping[str, Any]) -> list[tuple[str, Noun]]:
    known = {name: group[name] for name in READING if name in group}
    return [
        (form, Noun(reading=CueReading(lemma=lemma, **known), of="of" in group, named="named" in group))
        for lemma in group["nouns"]
        for form in (lemma, plural(lemma))
    ]
