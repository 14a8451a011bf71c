"""Whether a headline, which has no room for more, hands on what others say: "Gate is shut - police"."""

from __future__ import annotations

import re

from sayso.link.asides import places_of
from sayso.link.words import listed, low_words

MOST_SPEAKER_WORDS = 5
LEAST_MAIN_WORDS = 4  # before a clause in which something else may happen: "…, may close the bridge"
OF_OTHERS = ("hedges", "attributions")  # lists of words by which a headline says that others say so
MARKS = re.compile(r":\s|\s[-–—]+\s|:$")
CLAUSES = re.compile(r",\s+|\s(?=(?:as|which|while)\s)", re.IGNORECASE)


def is_of_others(text: str, language: str = "en") -> bool:
    """Whether a headline says that others say so, or nobody yet: by its words, or by who stands at its mark.

    Not by a word of chance in a second clause ("agrees to a truce, may free hostages"), of what was thought
    before ("more than reported"), or of who a person is ("an alleged thief").
    """
    words = list(low_words(text))
    idle = _beside(words, language) | _of_second_clauses(text, language)
    said = any(
        word in listed(language, name)
        for at, word in enumerate(words)
        for name in OF_OTHERS
        if at not in idle
    )
    return said or bool(places_of(words, "approaches", language)) or _speaks(text, language)


def _beside(words: list[str], language: str) -> set[int]:
    """The places of words that hedge something else than the matter."""
    persons, doubted = listed(language, "suspected_persons"), listed(language, "suspecting")
    return {
        at
        for at in range(len(words))
        if "than" in words[max(0, at - 2) : at]
        or (words[at] in doubted and not persons.isdisjoint(words[at + 1 : at + 3]))
    }


def _of_second_clauses(text: str, language: str) -> set[int]:
    """The places of words of chance behind a comma, "as", "which" or "while", a clause before it."""
    opened = next(
        (
            match.end()
            for match in CLAUSES.finditer(text)
            if len(text[: match.start()].split()) >= LEAST_MAIN_WORDS
        ),
        len(text),
    )
    begins, words, chances = len(low_words(text[:opened])), low_words(text), listed(language, "chances")
    return {at for at in range(begins, len(words)) if words[at] in chances}


def _speaks(text: str, language: str) -> bool:
    """Whether somebody stands at the colon or the dash of a headline: "Senator: …", "… - police"."""
    parts = [low_words(part) for part in MARKS.split(text)]
    if len(parts) < 2:
        return False
    first, last = parts[0][:MOST_SPEAKER_WORDS] == parts[0], parts[-1][:MOST_SPEAKER_WORDS] == parts[-1]
    ends = [*parts[0][-1:] * first, *parts[-1][-1:] * last]
    if not listed(language, "speakers").isdisjoint(ends):
        return True
    named = not listed(language, "titles").isdisjoint(parts[0][:1])
    of_himself = not listed(language, "first_person").isdisjoint(parts[1][:1])
    return first and (named or of_himself)
