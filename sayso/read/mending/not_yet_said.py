"""Speech that did not come about: "is too proud to admit", "it is time for him to admit", "nearly said"."""

from __future__ import annotations

import re
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.read.cues.inflection import forms_in

_either = partial(either, "not_yet_said")


def is_not_yet_said(before: str, who: str, group: str, language: str) -> bool:
    """Whether somebody only came near to saying it, is to say it as others wish, or is not known to have.

    `before` ends where `who` begins, and `group` reaches from there to the end of his verb of speech. False
    for nobody.
    """
    if not who:
        return False
    if any(pattern.match(group) for pattern in (_near(language), _on_the_verge(language))):
        return True
    if _denied(language).search(before) is not None:
        return True
    wished = _wished(language).search(before) is not None and _future(language).match(group) is not None
    return wished or _for_him(language).search(f"{before}{{}} {group}") is not None


def is_only_wished(words: str, language: str) -> bool:
    """Whether a cue is nothing but the beginning of a wish: "It is time for | him to admit it"."""
    return _wish(language).fullmatch(words) is not None


@cache
def _wish(language: str) -> re.Pattern[str]:
    it, whom = _either(language, "it_is"), _either(language, "for_whom")
    return re.compile(rf"(?:{it})\s+(?:[\w’'-]+\s+){{1,4}}(?:{whom})", re.IGNORECASE)


@cache
def _near(language: str) -> re.Pattern[str]:
    """ "nearly admitted", "had almost said"."""
    return re.compile(rf"{_led(language)}(?:{_either(language, 'nearly')})\s+\w+", re.IGNORECASE)


@cache
def _on_the_verge(language: str) -> re.Pattern[str]:
    """ "came close to admitting", "was about to say", "is too proud to admit", "would be a fool to say"."""
    be = rf"(?:{_either(language, 'be')})\s+{_adverbs(language)}"
    verge = rf"(?:{_either(language, 'verge')}|{_either(language, 'too')}\s+[\w’'-]+\s+to)"
    return re.compile(rf"{_led(language)}{be}{verge}\s+{_adverbs(language)}\w+", re.IGNORECASE)


@cache
def _for_him(language: str) -> re.Pattern[str]:
    """ "it is time for {} to admit", "it would be unlike {} to say": {} stands for who is to say it."""
    it = rf"(?:{_either(language, 'it_is')})\s+"
    whom = rf"(?:(?:[\w’'-]+\s+){{1,4}}(?:{_either(language, 'for_whom')})|{_either(language, 'unlike')})"
    return re.compile(rf"\b{it}{whom}\s+{{}}\s+(?:not\s+)?to\s", re.IGNORECASE)


@cache
def _wished(language: str) -> re.Pattern[str]:
    verbs = forms_in("not_yet_said", language, "wishing")
    return re.compile(rf"\b(?:{verbs})\s+(?:{_either(language, 'that')})?\s*\Z", re.IGNORECASE)


@cache
def _future(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(language, 'future')})\s", re.IGNORECASE)


@cache
def _denied(language: str) -> re.Pattern[str]:
    """ "there is no evidence that", "it is not true that", "it would be wrong to say that"."""
    no = rf"(?:{_either(language, 'there_is_no')})\s+(?:[\w-]+\s+)?(?:{_either(language, 'no_nouns')})"
    wrong = rf"(?:{_either(language, 'it_is')})\s+(?:{_either(language, 'wrong')})"
    that = rf"\s+(?:{_either(language, 'that')})\s+"
    return re.compile(rf"\b(?:{no}|{wrong}){that}{_adverbs(language)}\Z", re.IGNORECASE)


@cache
def _led(language: str) -> str:
    return rf"(?:(?:{_either(language, 'auxiliaries')})\s+){{0,2}}"


@cache
def _adverbs(language: str) -> str:
    return rf"(?:(?:\w+ly|{_either(language, 'adverbs')})\s+){{0,2}}"
