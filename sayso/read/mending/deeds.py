"""Verbs that only look like speech: what is done to things, and who was addressed without being told what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lang import load
from sayso.model import Span
from sayso.read.cues.inflection import verb_forms
from sayso.read.cues.lexicon import lexicon_of
from sayso.read.nested.words import nested_words
from sayso.read.relation import Relation
from sayso.read.sources.mention import Mention
from sayso.read.sources.mentions import SERVING, read_mention
from sayso.read.sources.phrases import Phrase, nominal_end, phrase_of
from sayso.read.sources.words import SourceWords, source_words

REACH_CHARS = 200
CLAUSE_WORDS = 4
STOPPED = re.compile(r"[.;:!?“\n]\s")
WORD = re.compile(r"[\w’'-]+")
STOP = re.compile(r"[.;:!?,“”\"«»—\n]")
# Of "called Department Nine, was closed" and "claimed nine lives, he said" a tagger takes too much.
RUNS_ON = frozenset({"name", "lives"})
MARKS = '“"«:'
ADDRESSED_BY = ("to",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What behind the cue makes a verb a deed, and which words there keep it a statement."""

    objects: frozenset[str]
    unless: frozenset[str]


@cache
def _deeds(language: str) -> Mapping[str, tuple[Deed, ...]]:
    """The deeds by each form of their verbs: "delivered", "noted down"."""
    grammar = load(language, "cues_grammar")
    found: dict[str, tuple[Deed, ...]] = {}
    for group in load(language, "deeds")["classes"]:
        deed = Deed(objects=frozenset(group["object"]), unless=frozenset(group.get("unless", ())))
        for lemma in group["lemmas"]:
            head, *rest = lemma.split()
            for form in (" ".join((form, *rest)) for form in verb_forms(head, grammar)):
                found[form] = (*found.get(form, ()), deed)
    return found


def _deeds_of(text: str, relation: Relation, language: str) -> tuple[Deed, ...]:
    """What the verb that ends a cue may do: "had noted down"; () for every other cue, and in the passive."""
    words = WORD.findall(" ".join(text[a:b] for a, b in relation.cue).lower())
    if not lexicon_of(language).grammar["be"].isdisjoint(words):
        return ()
    known = _deeds(language)
    return next((known[form] for i in range(len(words)) if (form := " ".join(words[i:])) in known), ())


@cache
def _list(language: str, name: str) -> frozenset[str]:
    return frozenset(load(language, "deeds")[name])


def only_done(text: str, relation: Relation, language: str) -> bool:
    """Whether a relation's verb tells what was done, and nothing that anybody said.

    So in "admitted nine patients", "raised the price", "which they called Department Nine", "was charged
    with denying it", and in "nobody warned us": who is addressed is named, and nothing else. Its content, if
    any, lies behind the cue before the next stop; "the dam is weak, he told us" has one elsewhere. Linear.
    """
    if not relation.cue:
        return False
    if _befalls(text, relation, language):
        return True
    deeds = _deeds_of(text, relation, language)
    if not deeds:
        return False
    behind = _behind(text, relation.cue[-1].end)
    inside = all(behind.start <= part.start < behind.end for part in relation.content)
    whole = all(behind.contains(part) for part in relation.content)
    marked = text[behind.end : behind.end + 2].strip()[:1] in tuple(MARKS)
    phrase = _unmeasured(phrase_of(text[behind.start : behind.end]), language)
    if not inside or marked or not len(phrase) or _is_told(phrase, language):
        return False
    kinds = _kinds(phrase, source_words(language), language)
    kinds = kinds if whole else kinds & RUNS_ON
    kinds -= {"hearer"} if _told_before(text, relation, language) else set()
    return any(deed.objects & kinds and deed.unless.isdisjoint(phrase.lower) for deed in deeds)


def _befalls(text: str, relation: Relation, language: str) -> bool:
    """Whether it is done to the source: "he | was charged with | denying it"."""
    words = " ".join(text[a:b] for a, b in relation.cue).lower().split()
    led = bool(relation.source) and relation.source[-1].end <= relation.cue[0].start
    passive = not lexicon_of(language).grammar["be"].isdisjoint(words)
    return led and passive and " ".join(words[-2:]) in _list(language, "befallen")


def _told_before(text: str, relation: Relation, language: str) -> bool:
    """Whether a clause and a comma stand before who speaks: "the dam is weak, an engineer told the paper"."""
    first = min(span.start for span in (*relation.source, *relation.cue))
    before = text[max(0, first - REACH_CHARS) : first].rstrip()
    clause = phrase_of(STOPPED.split(before[:-1])[-1]).lower
    opened = clause[:1] and clause[0] in _list(language, "conjunctions")
    return before.endswith((",", "”")) and len(clause) >= CLAUSE_WORDS and not opened


def _behind(text: str, start: int) -> Span:
    """The words behind a cue, up to the next stop."""
    stop = STOP.search(text, start, start + REACH_CHARS)
    return Span(start, stop.start() if stop else min(len(text), start + REACH_CHARS))


def _unmeasured(phrase: Phrase, language: str) -> Phrase:
    """The phrase without what stands before its number: "no fewer than | nine men"."""
    for measure in sorted(_list(language, "measures"), key=len, reverse=True):
        words = measure.split()
        if list(phrase.lower[: len(words)]) == words and len(phrase) > len(words):
            return phrase_of(phrase.at(len(words), len(phrase)))
    return phrase


def _is_told(phrase: Phrase, language: str) -> bool:
    """Whether a clause, a question or an infinitive stands there."""
    grammar = lexicon_of(language).grammar
    ends = _list(language, "conjunctions")
    end = next((i for i, word in enumerate(phrase.lower) if i and word in ends), len(phrase))
    telling = grammar["whs"] | {"that"}
    finite = grammar["modals"] | grammar["be"] | grammar["have"] | grammar["do"]
    return not (telling.isdisjoint(phrase.lower) and finite.isdisjoint(phrase.lower[:end]))


def _kinds(phrase: Phrase, words: SourceWords, language: str) -> frozenset[str]:
    """Which objects of the data's classes the words behind the cue may be."""
    first = phrase.lower[0] in ADDRESSED_BY
    start = first + _front(phrase, first, words)
    end = min(nominal_end(phrase, start, words), _next_phrase(phrase, start, words, language))
    mention = read_mention(phrase.at(first, end), language) if end > first else Mention(text="")
    kinds = {"hearer"} if _addresses(phrase, mention, first, end, words, language) else set()
    if not _list(language, "pleas").isdisjoint(phrase.lower[start:end]):
        kinds.add("plea")
    if first or _names_words(phrase, start, end, language) or not _is_noun(phrase, mention, words, language):
        return frozenset(kinds)
    if end == len(phrase) and all(phrase.capital(i) for i in range(end)):
        kinds.add("name")
    if _counted(phrase, words):
        kinds.add("number")
    if not _list(language, "lives").isdisjoint(phrase.lower[start:end]):
        kinds.add("lives")
    if not _list(language, "craft").isdisjoint(phrase.lower[start:end]):
        kinds.add("craft")
    if _is_person(mention, words, language) or not _list(language, "people").isdisjoint(
        phrase.lower[start:end]
    ):
        kinds.add("person")
    return frozenset(kinds | ({"thing"} if end > start and not mention.pronoun else set()))


def _front(phrase: Phrase, first: int, words: SourceWords) -> int:
    """How many articles, pointers and numbers stand from word `first` on."""
    index = first
    while index < len(phrase) - 1 and (
        phrase.lower[index] in words.determiners or phrase.lower[index].isdigit()
    ):
        index += 1
    return index - first


def _next_phrase(phrase: Phrase, start: int, words: SourceWords, language: str) -> int:
    """Where the next phrase begins: "reporters | the talks", "the ministry | twice"."""
    ends = words.lists["articles"] | words.lists["owned"] | _list(language, "besides")
    found = (i for i in range(start + 1, len(phrase)) if phrase.lower[i] in ends and not phrase.capital(i))
    return next(found, len(phrase))


def _names_words(phrase: Phrase, start: int, end: int, language: str) -> bool:
    """Whether the noun stands for words ("a speech") or for what is told ("the matter")."""
    told = _list(language, "told")
    nouns = nested_words(language).nouns
    return any(word in told or word in nouns for word in phrase.lower[start:end])


def _is_noun(phrase: Phrase, mention: Mention, words: SourceWords, language: str) -> bool:
    """Whether an object stands there at all, and no preposition: "delivered on its promise"."""
    return phrase.lower[0] not in words.lists["prepositions"] and bool(mention.core or mention.pronoun)


def _counted(phrase: Phrase, words: SourceWords) -> bool:
    front = phrase.lower[:2]
    return any(word[0].isdigit() or word in words.lists["counted"] for word in front)


def _is_person(mention: Mention, words: SourceWords, language: str) -> bool:
    if mention.pronoun:
        return mention.text.lower() in _list(language, "persons")
    return any(found.name in SERVING for found in words.heads.get(mention.head, ()))


def _addresses(
    phrase: Phrase, mention: Mention, first: int, end: int, words: SourceWords, language: str
) -> bool:
    """Whether only somebody who is addressed stands there, and perhaps when: "us on Monday"."""
    if phrase.lower[first : first + 1] and phrase.lower[first] in _list(language, "hearers"):
        end = first + 1
    elif not (mention.name or mention.head in words.heads) or _names_words(phrase, first, end, language):
        return False
    conjunctions, besides = _list(language, "conjunctions"), _list(language, "besides")
    rest = phrase.lower[end:]
    cut = next((i for i, word in enumerate(rest) if word in conjunctions), len(rest))
    calendar = words.lists["calendar"]
    return all(word in besides or word in calendar or word[0].isdigit() for word in rest[:cut])
