"""A name is no cue: the last word of "The Harrow Echo" is a verb elsewhere ("they echo it").

A finder that has learnt from sentences takes it for one. So it is shown the text with a noun of the same
length in its place, by which outlets are called and nothing is said ("The Harrow News").
"""

from __future__ import annotations

import re
from functools import cache

from sayso.lang import load
from sayso.read.cues.words import Words


def with_plain_names(text: str, language: str) -> str:
    """`text`, as long as before, without words in names of outlets that are verbs elsewhere. Linear."""
    plain = _plain(language)
    return _named(language).sub(lambda match: match[1] + plain[match[2]], text)


def is_in_a_name(words: Words, index: int, verbs: frozenset[str], articles: frozenset[str]) -> bool:
    """Whether the word at `index` is such a one, in a capital behind another capital or an article."""
    if words.tokens[index] not in verbs or not words.capital(index):
        return False
    return words.capital(index - 1) or words.at(index - 1) in articles


@cache
def _plain(language: str) -> dict[str, str]:
    """To each such word, as printed in a name, one of its length that is none."""
    grammar = load(language, "cues_grammar")
    quiet = {len(noun): noun for noun in grammar["outlet_nouns"]}
    return {verb.title(): quiet[len(verb)] for verb in grammar["outlet_verbs"] if len(verb) in quiet}


@cache
def _named(language: str) -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, _plain(language)))
    articles = "|".join(map(re.escape, load(language, "cues_grammar")["articles"]))
    return re.compile(rf"\b([A-Z][\w.&’'-]{{0,30}} |(?:{articles}) )({verbs})\b")
