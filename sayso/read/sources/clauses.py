"""Where in its clause a mention stands: as its topic, at the head of a later one, or only as a role."""

from __future__ import annotations

import re
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.read.cues.inflection import forms_in
from sayso.read.sources.scan import Place
from sayso.read.sources.words import SourceWords, source_words

LEAD_CHARS = 25  # in which the words before a mention are looked for
ARTICLE_CHARS = 3
_either, _forms = partial(either, "clauses"), partial(forms_in, "clauses")


def is_topic(before: str, language: str) -> bool:
    """Whether a sentence, from where it begins, only tells whom it is about: "As regards | the fishermen"."""
    return len(before) < LEAD_CHARS and _topic(language).fullmatch(before) is not None


def leads(before: str, language: str) -> bool:
    """Whether a later clause begins behind these words of a sentence: "It is clean, but | residents"."""
    return _joined(language).search(before) is not None


def is_role(before: str, noun: str, language: str) -> bool:
    """Whether a noun only tells as what somebody comes: "Keld joined as | a driver"; not behind "such as"."""
    return _role(language).search(f"{before}{noun[:ARTICLE_CHARS]}") is not None


def tells_of(text: str, named: Place, told: Place, words: SourceWords) -> bool:
    """Whether a mention only says what a name before it is: "Open Valleys is an independent body"."""
    if not named.mention.name or told.mention.name:
        return False
    between = text[named.span.end : min(told.span.start, named.span.end + 20)].strip()
    return between in words.lists["copulas"] and told.mention.determiner in words.lists["articles"]


def acts_as_state(cue: str, language: str) -> bool:
    """Whether a cue tells what states do: "disputed", "has condemned"."""
    return _state(language).search(cue) is not None


def _article(language: str) -> str:
    return rf"(?:{'|'.join(load(language, 'sources')['words']['articles'])})\s+"


@cache
def _topic(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(language, 'topics')})\s+(?:{_article(language)})?", re.IGNORECASE)


@cache
def _joined(language: str) -> re.Pattern[str]:
    joined = rf"(?:[,–—]\s+(?:{_either(language, 'joins')})|;)\s+"
    return re.compile(rf"{joined}(?:{_article(language)})?\Z", re.IGNORECASE)


@cache
def _role(language: str) -> re.Pattern[str]:
    others = rf"(?!(?:{_either(language, 'no_roles')})\b)"
    roles = "|".join(sorted(source_words(language).lists["roles"]))
    return re.compile(rf"\b{others}\w+\s+(?:{roles})\s+\w{{0,3}}\Z", re.IGNORECASE)


@cache
def _state(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_forms(language, 'acts_of_states')})\b", re.IGNORECASE)
