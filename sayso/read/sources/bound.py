"""Pronouns that their clause binds: "accused Tessaly of breaking | its promise", "lied when | it said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.read.cues.inflection import forms_in
from sayso.read.sources.entity import Entity
from sayso.read.sources.scoring import Occurrence

BEFORE_CHARS = 80  # in which who is reproached stands behind the verb that does it
_either, _forms = partial(either, "bound"), partial(forms_in, "bound")


def bound_by(text: str, near: Sequence[Occurrence], start: int, language: str) -> Entity | None:
    """Whom the pronoun that begins at `start` stands for, by the words between it and who was mentioned last.

    He breaks or withdraws "its promise", is criticised for "its claim", or lied when "it said". `near`: what
    was mentioned before it in its sentence, in order. None where the words tell nothing.
    """
    last = near[-1] if near else None
    if last is None or last.span.end > start:
        return None
    between = text[last.span.end : start]
    if _own(language).fullmatch(between):
        return last.entity
    liars = (seen for seen in reversed(near[-2:]) if _lying(language).fullmatch(text, seen.span.end, start))
    if liar := next(liars, None):
        return liar.entity
    if _over(language).fullmatch(between):
        before = text[max(0, last.span.start - BEFORE_CHARS) : last.span.start]
        return last.entity if _reproached(language).search(before) else None
    return None


@cache
def _own(language: str) -> re.Pattern[str]:
    """ "… of breaking | its", "… had gone back on | its"."""
    led = rf"(?:(?:{_either(language, 'leads')}|\w+ly)\s+){{0,3}}"
    return re.compile(rf"\s+{led}(?:{_forms(language, 'own')})\s+", re.IGNORECASE)


@cache
def _lying(language: str) -> re.Pattern[str]:
    """ "… had misled the public when | it"."""
    led = rf"(?:(?:{_either(language, 'leads')}|\w+ly)\s+){{0,3}}"
    lied = rf"(?:{_forms(language, 'lying')}|{_either(language, 'wrong')})(?:\s+[\w’'-]+){{0,4}}"
    return re.compile(rf"\s+{led}{lied}\s+(?:{_either(language, 'when')})\s+", re.IGNORECASE)


@cache
def _over(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_either(language, 'over')})\s+", re.IGNORECASE)


@cache
def _reproached(language: str) -> re.Pattern[str]:
    """ "criticised | the army", "protested to | Calderon"."""
    to = rf"(?:\s+(?:{_either(language, 'to')}))?"
    return re.compile(rf"\b(?:{_forms(language, 'reproaching')}){to}\s+(?:the\s+)?\Z", re.IGNORECASE)
