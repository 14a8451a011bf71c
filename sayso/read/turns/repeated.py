"""Words of his own that somebody says again: "repeated | its denial | that the camp exists"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.lang import load
from sayso.model import Span
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution


def with_repeated(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions, where who repeats words of his own does with them what he did before.

    "Repeated its denial that P" is one statement, a denial of P, and no assertion of a denial. Linear.
    """
    owned = {
        each.relation.source[0].start: n for n, each in enumerate(found) if _is_own(text, each, language)
    }
    said = {n: _again(each, found, owned, language) for n, each in enumerate(found)} if owned else {}
    gone = {number for number in said.values() if number is not None}
    kept = ((n, each, said.get(n)) for n, each in enumerate(found) if n not in gone)
    return [each if again is None else _joined(each, found[again]) for _, each, again in kept]


def _is_own(text: str, each: Attribution, language: str) -> bool:
    """Whether the source of a noun of speech is only "its"."""
    source = each.relation.source
    if each.cue is None or len(source) != 1 or not each.relation.cue or not each.relation.content:
        return False
    return text[slice(*source[0])].lower() in load(language, "repeated")["own"]


def _again(
    each: Attribution, found: Sequence[Attribution], owned: Mapping[int, int], language: str
) -> int | None:
    """Which attribution, by its number, holds the words that this one only says again; None for none."""
    relation, cue = each.relation, each.cue
    if cue is None or not relation.source or not relation.cue or not relation.content or cue.negates:
        return None
    number = owned.get(relation.content[0].start)
    if number is None or found[number] is each or cue.act == "decline":
        return None
    behind = relation.cue[-1].end <= relation.content[0].start
    return number if behind and _says_again(cue, found[number].cue, language) else None


def _says_again(cue: CueReading, words: CueReading | None, language: str) -> bool:
    known = load(language, "repeated")
    denial = words is not None and words.negates
    return cue.lemma in known["repeating"] or (denial and cue.lemma in known["standing"])


def _joined(each: Attribution, words: Attribution) -> Attribution:
    cue = Span(each.relation.cue[0].start, words.relation.cue[-1].end)
    joined = replace(each.relation, cue=(cue,), content=words.relation.content)
    return Attribution(relation=joined, cue=words.cue)
