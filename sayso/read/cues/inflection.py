"""The forms of an English verb or noun, by rule where the language's data names no other."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.lang import load

VOWELS = "aeiou"


def verb_forms(lemma: str, grammar: Mapping[str, Any]) -> dict[str, str]:
    """Each form of a verb with its kind: base, s, past (also the participle), part, ing.

    A past that is its own participle is given as "past", also where it looks like the base ("cast").
    """
    kinds = ("s", "past", "part", "ing")
    forms = {lemma: "base"}
    for kind, form in zip(kinds, grammar["irregular"].get(lemma) or _regular(lemma, grammar), strict=True):
        if form == lemma and kind == "past":
            forms[form] = "past"
        forms.setdefault(form, kind)
    for form in grammar["extra_forms"].get(lemma, ()):
        forms.setdefault(form, "ing" if form.endswith("ing") else "s" if form.endswith("s") else "past")
    return forms


def forms_in(file: str, language: str, name: str, kinds: Sequence[str] = ()) -> str:
    """A pattern of the forms of the verbs in a list of a file of words, each with the words behind it.

    Of some kinds only where these are given; the longest first. "back up" gives "backs up", "backed up".
    """
    grammar = load(language, "cues_grammar")
    found: set[str] = set()
    for verb in load(language, file)[name]:
        head, *rest = verb.split(" ")
        forms = verb_forms(head, grammar).items()
        found |= {" ".join((form, *rest)) for form, kind in forms if not kinds or kind in kinds}
    return "|".join(sorted(map(re.escape, found), key=len, reverse=True))


def _regular(lemma: str, grammar: Mapping[str, Any]) -> tuple[str, str, str, str]:
    stem = lemma + lemma[-1] if lemma in grammar["doubles"] else lemma
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", lemma[: -1 if lemma[-2:] != "ee" else None] + "ing"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    return plural(lemma), stem + "ed", stem + "ed", stem + "ing"


def plural(noun: str) -> str:
    """The regular plural of a noun, which is also a verb's third person: "wishes", "denies".

    >>> plural("testimony")
    'testimonies'
    """
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"
