""" "As it had promised": an earlier promise is only looked back to, and nothing new is promised."""

from __future__ import annotations

import re

from sayso.lang import load
from sayso.read.cues.finding import read_cue
from sayso.read.relation import Relation
from sayso.read.sources.words import source_words

REACH_CHARS = 240
STOP = re.compile(r"[.;!?\n]")
WORD = re.compile(r"[\w’']+")
NEXT = re.compile(r"\s*([\w’']+|[^\w\s])?")
ENDS = frozenset(',.;!?”"»)—–')


def looks_back(text: str, relation: Relation, language: str) -> bool:
    """Whether a relation is only the "as it had promised" of something that happened, or did not.

    "As" stands before its source or cue, nothing that is promised behind the cue, and nothing in the sentence
    lies ahead: "the bridge will open, as the ministry promised" tells the promise. Linear.
    """
    words = load(language, "completion")["looking_back"]
    cue = [text[a:b] for a, b in relation.cue if text[a:b].lower() not in words["leads"]]
    if not cue:
        return False
    reading = read_cue(" ".join(cue), language)
    if reading.act != "promise" and reading.lemma not in words["lemmas"]:
        return False
    first = min(span.start for span in (*relation.cue, *relation.source))
    led = [*WORD.findall(text[max(0, first - 8) : first].lower())[-1:], text[slice(*relation.cue[0])].lower()]
    if not any(word in words["leads"] for word in led):
        return False
    return _closed(text, relation.cue[-1].end, language) and not _ahead(text, first, words["ahead"])


def _closed(text: str, end: int, language: str) -> bool:
    """Whether nothing promised stands behind the cue: a mark, the end, or when and where it was."""
    match = NEXT.match(text, end)
    word = (match[1] or "").lower() if match else ""
    lists = source_words(language).lists
    beside = (lists["prepositions"] - {"to"}) | lists["calendar"]
    return not word or word in ENDS or word in beside


def _ahead(text: str, place: int, ahead: list[str]) -> bool:
    """Whether the sentence around a place tells what lies ahead."""
    before = STOP.split(text[max(0, place - REACH_CHARS) : place])[-1]
    behind = STOP.split(text[place : place + REACH_CHARS])[0]
    return not {word.replace("’", "'") for word in WORD.findall((before + behind).lower())}.isdisjoint(ahead)
