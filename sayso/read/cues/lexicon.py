"""The cue lexicon of a language, made ready to be looked up by one word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sayso.lang.loading import load
from sayso.read.cues.inflection import plural, verb_forms
from sayso.read.cues.reading import CueReading

GAP = "~"
FILES = ("cues", "cues_words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One form of one cue: `pattern` are its words (or "~"), `anchor` the one it is looked up by.

    `form`: base, s, past, part or ing for what inflects, else "fixed". `needs_be`: a form of "be"
    must stand before it. `order` is the place in the lexicon: earlier classes go first.
    """

    reading: CueReading
    negated: CueReading
    pos: str
    form: str
    pattern: tuple[str, ...]
    anchor: int
    group: str
    needs_be: bool = False
    only_negated: bool = False
    not_before: frozenset[str] = frozenset()
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All entries by their anchor word, longest pattern first; `grammar` as sets of words."""

    by_word: Mapping[str, tuple[Entry, ...]]
    anchors: frozenset[str]
    grammar: Mapping[str, frozenset[str]]
    catenatives: Mapping[str, str]


def cue_classes(language: str) -> list[dict[str, Any]]:
    """The classes of cues as they stand in the language's files, with their proofs."""
    return [each for name in FILES for each in load(language, name)]


@cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language; UsageError for a language without one."""
    grammar = load(language, "cues_grammar")
    by_word: dict[str, list[Entry]] = {}
    for order, group in enumerate(cue_classes(language)):
        for lemma in group["lemmas"]:
            for entry in _entries(lemma, group, grammar, order):
                by_word.setdefault(entry.pattern[entry.anchor], []).append(entry)
    ranked = {word: tuple(sorted(found, key=_rank)) for word, found in by_word.items()}
    sets = {name: frozenset(value) for name, value in grammar.items() if isinstance(value, list)}
    catenatives = {word: effect for effect, words in grammar["catenatives"].items() for word in words}
    return Lexicon(by_word=ranked, anchors=frozenset(ranked), grammar=sets, catenatives=catenatives)


def _rank(entry: Entry) -> tuple[int, int, int]:
    return -len(entry.pattern), not entry.only_negated, entry.order


def _entries(lemma: str, group: Mapping[str, Any], grammar: Mapping[str, Any], order: int) -> Iterator[Entry]:
    head, *rest = lemma.split()
    needs_be = group["pos"] in ("adjective", "passive")
    if head == "be":
        (head, *rest), needs_be = rest, True
    reading = _reading(lemma, group)
    base = Entry(
        reading=reading,
        negated=replace(reading, **group.get("negated", {"certainty": "U", "negates": False})),
        pos=group["pos"], form="fixed", pattern=(), anchor=0, group=group["class"], needs_be=needs_be,
        only_negated=group.get("only_negated", False),
        not_before=frozenset(group.get("not_before", ())), order=order,
    )  # fmt: skip
    for form, kind in _forms(head, lemma, group["pos"], grammar).items():
        pattern = (form, *rest)
        yield replace(base, form=kind, pattern=pattern, anchor=_anchor(pattern, grammar))


def _reading(lemma: str, group: Mapping[str, Any]) -> CueReading:
    fields = ("act", "evidentiality", "voice", "certainty", "negates", "strength")
    known = {name: group[name] for name in fields if name in group}
    return CueReading(lemma=lemma, complement=tuple(group["complement"]), **known)


def _forms(head: str, lemma: str, pos: str, grammar: Mapping[str, Any]) -> dict[str, str]:
    if pos == "passive" or lemma.startswith("be "):
        return {_participle(head, grammar): "part"}
    if pos == "verb":
        return verb_forms(head, grammar)
    if pos == "noun":
        return {head: "singular", plural(head): "plural"}
    return {head: "fixed"}


def _participle(lemma: str, grammar: Mapping[str, Any]) -> str:
    """The participle of a verb; adjectives and words that are one already stay as they are."""
    if lemma in grammar["participles"]:
        return str(lemma)
    forms = {kind: form for form, kind in verb_forms(lemma, grammar).items()}
    return forms.get("part", forms.get("past", lemma))


def _anchor(pattern: tuple[str, ...], grammar: Mapping[str, Any]) -> int:
    common = grammar["common"]
    return next((i for i, word in enumerate(pattern) if word not in common and word != GAP), 0)
