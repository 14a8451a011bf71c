"""The cheap test whether a sentence may attribute at all; where it says no, no tagger looks."""

import re
from functools import cache

from sayso.lang.loading import load
from sayso.model import Span
from sayso.read.cues.inflection import plural, verb_forms
from sayso.read.cues.lexicon import lexicon_of

QUOTES = re.compile("[\"“”„«»]|(?<!\\w)['‘]|:(?!\\d)|\\[[A-Z]|[―—]")
TOKEN = re.compile(r"\w+")


@cache
def gate_words(language: str) -> frozenset[str]:
    """All words at which a tagger should look: every form of the lexicon's, and the gate's own."""
    grammar = load(language, "cues_grammar")
    own: set[str] = set()
    for lemma in load(language, "cues_gate")["lemmas"]:
        own.update(verb_forms(lemma, grammar))
        own.add(plural(lemma))
    anchors = {part for word in lexicon_of(language).anchors for part in TOKEN.findall(word)}
    return frozenset(
        (anchors | own | set(load(language, "cues_gate")["words"]))
        - set(load(language, "cues_gate")["never"])
    )


def may_attribute(text: str, within: Span, language: str = "en") -> bool:
    """Whether a sentence holds a quotation mark, a colon or any word that could be a cue.

    Meant to be right when it says no: of the sentences of PolNeAR that hold a cue, fewer than one
    in a hundred get a no. Linear; several million words a second.
    """
    part = text[within.start : within.end]
    return QUOTES.search(part) is not None or not gate_words(language).isdisjoint(TOKEN.findall(part.lower()))
