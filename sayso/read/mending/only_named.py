"""Verbs that only tell somebody's name: "a man | called | Ruud had taken her passport"."""

from __future__ import annotations

import re
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.read.cues.inflection import forms_in
from sayso.read.cues.lexicon import lexicon_of
from sayso.read.relation import Relation
from sayso.read.sources.words import source_words

BEHIND_CHARS = 120  # in which a name and the verb behind it stand
_either, _forms = partial(either, "only_named"), partial(forms_in, "only_named")


def only_named(text: str, relation: Relation, language: str) -> bool:
    """Whether a cue only gives the name of whoever stands before it, of whom the sentence then tells.

    So in "a man called Ruud had taken it" and "a firm called Helix Ltd was sold"; not in "the minister called
    the report false", and not where no verb follows the name. Linear.
    """
    if len(relation.cue) != 1 or not relation.source:
        return False
    (start, end), before = relation.cue[0], relation.source[-1].end
    if not 0 < start - before <= 1 or not _calling(language).fullmatch(text, start, end):
        return False
    named = _named(language).match(text, end, end + BEHIND_CHARS)
    if named is None:
        return False
    first = text[slice(*relation.source[0])].split(" ", 1)[0].lower()
    somebody = first in source_words(language).lists["indefinite"]
    return _is_finite(named["verb"], language) or (somebody and named["verb"].endswith("ed"))


def _is_finite(word: str, language: str) -> bool:
    """Whether a word is surely a verb: "had", "took"; "tired" may be an adjective."""
    grammar = lexicon_of(language).grammar
    known = (grammar["modals"], grammar["be"], grammar["have"], grammar["do"], source_words(language).finite)
    return any(word in words for words in known)


@cache
def _calling(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_forms(language, 'calling', ('past', 'part'))})", re.IGNORECASE)


@cache
def _named(language: str) -> re.Pattern[str]:
    """A name and the word behind it: " Clear River | was", " “Helix” | bought"."""
    links = "|".join((*source_words(language).lists["name_links"], *load(language, "only_named")["links"]))
    word = r"[A-Z0-9][\w.’'-]{0,30}"
    behind = rf"(?:(?:{_either(language, 'adverbs')})\s+|\w{{2,15}}ly\s+)?(?P<verb>[a-z’']{{2,20}})\b"
    return re.compile(rf"\s+[“\"‘']?{word}(?:\s+(?:(?:{links})\s+){{0,2}}{word}){{0,5}}[”\"’']?,?\s+{behind}")
