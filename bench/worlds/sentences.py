"""Sentences that know which of their words say which claim."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from bench.ledger.gold import GoldValue
from bench.worlds.grammar import SLOT, filled
from sayso.model.claim import Scope, Stance

OPENS = 0xE000  # code points of the private use area stand around marked words while a sentence is built
CLOSES = "\uf8ff"
Kind = Literal["main", "detail", "quote", "beside", "other"]


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What marked words say: a claim, a stance, a number; and the origins from which the outlet has it."""

    claim: str
    roots: tuple[str, ...]
    stance: Stance = "supports"
    scope: Scope = "all"
    value: GoldValue | None = None


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """Words and the places in them that are marked, in order."""

    text: str
    spans: tuple[tuple[int, int, Mark], ...]
    kind: Kind

    def after(self, offset: int) -> list[tuple[int, int, Mark]]:
        """The marked places when the sentence stands at this offset."""
        return [(start + offset, end + offset, mark) for start, end, mark in self.spans]


def sentence(kind: Kind, template: str, slots: Mapping[str, str], marks: Mapping[str, Mark]) -> Sentence:
    """The template filled; the fillings of slots that have a mark are marked.

    A slot of several words ("{these reports}") is filled with its own name and marked with `marks["point"]`,
    unless that is not given.
    """
    fillings, order = dict(slots), list(marks.values())
    for name in SLOT.findall(template):
        if " " in name:
            fillings[name] = _around(name, order.index(marks["point"])) if "point" in marks else name
    for name, mark in marks.items():
        if name in fillings:
            fillings[name] = _around(fillings[name], order.index(mark))
    return _read(kind, filled(template, fillings), order)


def _around(words: str, number: int) -> str:
    return chr(OPENS + number) + words + CLOSES


def _read(kind: Kind, words: str, marks: Sequence[Mark]) -> Sentence:
    text, spans, start, open_mark = "", [], 0, -1
    for letter in words:
        if OPENS <= ord(letter) < OPENS + len(marks):
            start, open_mark = len(text), ord(letter) - OPENS
        elif letter == CLOSES:
            spans.append((start, len(text), marks[open_mark]))
        else:
            text += letter
    return Sentence(text=text, spans=tuple(spans), kind=kind)
