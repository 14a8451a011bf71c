"""Cues: finds the words that attribute, and reads what they do."""

import re
from itertools import islice

from sayso.model import Span
from sayso.read.cues.gate import may_attribute
from sayso.read.cues.guess import read_cue
from sayso.read.cues.lexicon import lexicon_of
from sayso.read.cues.match import match_at
from sayso.read.cues.reading import CueMatch, CueReading
from sayso.read.cues.words import Words
from sayso.read.kept import kept

__all__ = ["CueMatch", "CueReading", "find_cues", "may_attribute", "read_cue"]

TOKEN = re.compile(r"\w+")
MOST_CUES = 32


@kept
def find_cues(text: str, within: Span, language: str = "en") -> tuple[CueMatch, ...]:
    """The lexicon's cues in one sentence, in order, without overlaps; () where there is none.

    `within` is the sentence. Each span is the whole verb group ("has repeatedly denied", "was
    unable to confirm"), or the noun, adverb or preposition. Of two that overlap the longer stays.
    Of a wall of cues only the first 32 are found: prose has eight in a sentence at most. Linear in
    the length of the sentence. PolNeAR (Newell et al. 2018) marks cues alike.
    """
    lexicon = lexicon_of(language)
    if lexicon.anchors.isdisjoint(TOKEN.findall(text[within.start : within.end].lower())):
        return ()
    words = Words.of(text, within)
    anchors = (index for index, token in enumerate(words.tokens) if token in lexicon.anchors)
    found = (match for index in anchors if (match := match_at(words, index, lexicon)) is not None)
    return _without_overlaps(list(islice(found, MOST_CUES)))


def _without_overlaps(found: list[CueMatch]) -> tuple[CueMatch, ...]:
    kept: list[CueMatch] = []
    for match in sorted(found, key=lambda each: each.span):
        if kept and kept[-1].span.overlaps(match.span):
            longer = match.span.end - match.span.start > kept[-1].span.end - kept[-1].span.start
            if longer:
                kept[-1] = match
        else:
            kept.append(match)
    return tuple(kept)
