"""Amounts in a text: intervals with their words and the noun that they count ("at least 40 dead")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sayso.lang.plurality import is_plural
from sayso.link.mark import Amount
from sayso.link.words import listed, slot_words, stem, table
from sayso.model import Span

WORD = re.compile(r"[$€£]?\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
MOST = 8  # of one text; more are a table
FAR_WORDS = 6  # how far behind its number a word may say what is counted
ABOUT = 0.1
MONEY = "$€£"


def amounts_of(text: str, language: str = "en", holes: Iterable[Span] = ()) -> tuple[Amount, ...]:
    """The amounts of `text` in order, at most eight; what lies in `holes` (dates) is none; () for none.

    "about" widens by a tenth; "dozens of" and "hundreds of" are open upwards; years alone are no amounts.
    """
    taken = tuple(holes)
    words = [m for m in WORD.finditer(text) if not any(Span(*m.span()).overlaps(h) for h in taken)]
    lower = [match[0].lower() for match in words]
    found: list[Amount] = []
    index = 0
    while index < len(words) and len(found) < MOST:
        value, length = _number(lower, index, language)
        if value is None or _no_amount(lower, index, length):
            index += 1
            continue
        found.append(_amount(text, words, lower, (index, length, value), language))
        index += length
    return tuple(found)


def _amount(
    text: str,
    words: Sequence[re.Match[str]],
    lower: Sequence[str],
    number: tuple[int, int, float],
    language: str,
) -> Amount:
    index, length, value = number
    bound, before = _bound(lower, index, language)
    plural = lower[index + length - 1] in {"dozens", "hundreds", "thousands", "millions", "billions"}
    low, high = {
        "at_least": (value, None), "at_most": (None, value), "": (value, value),
        "about": (round(value * (1 - ABOUT), 6), round(value * (1 + ABOUT), 6)),
    }[bound or ("at_least" if plural else "")]  # fmt: skip
    unit, slot = _counted(lower, index, index + length, language)
    end = min(index + length, len(words)) - 1
    printed = text[words[index - before].start() : words[end].end()]
    return Amount(low=low, high=high, unit=unit, slot=slot, text=printed)


def _number(lower: Sequence[str], index: int, language: str) -> tuple[float | None, int]:
    """The value of the number that begins here and its length in words; None where none does."""
    word = lower[index]
    scales, small = table(language, "scales"), table(language, "number_words")
    digits = word.strip(MONEY + "%")
    if digits[:1].isdecimal() and digits[-1:].isdecimal() and len(digits) <= 20:
        value = _digits(digits)
    elif word in small and word != "one":
        value = float(small[word])
    elif word in scales and len(word) > 3 and word.endswith("s"):
        return float(scales[word]), 1
    elif word in {"a", "one"} and index + 1 < len(lower) and lower[index + 1] in scales:
        value = 1.0
    elif "-" in word and all(part in small for part in word.split("-")):
        value = float(sum(small[part] for part in word.split("-")))
    else:
        return None, 0
    length = 1
    while length < 3 and index + length < len(lower) and lower[index + length] in scales:
        value *= scales[lower[index + length]]
        length += 1
    return value, length


def _digits(word: str) -> float:
    """ "5,000" is five thousand, "5.5" five and a half; what is neither counts up to its first mark."""
    plain = word.replace(",", "")
    return float(plain if plain.count(".") <= 1 else plain.split(".")[0])


def _no_amount(lower: Sequence[str], index: int, length: int) -> bool:
    """A year, or the number of a name or model ("RV-2", "No. 4")."""
    word = lower[index]
    if length == 1 and len(word) == 4 and word.isdigit() and 1500 <= int(word) <= 2100:
        return True
    return index > 0 and lower[index - 1] in {"-", "–", "/", "#"}


@cache
def _bounds(language: str) -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): name
        for name in ("about", "at_most", "at_least")
        for phrase in listed(language, name)
    }


def _bound(lower: Sequence[str], index: int, language: str) -> tuple[str, int]:
    """Which bound stands right before the number, and of how many words; ("", 0) for none."""
    for length in (4, 3, 2, 1):
        name = _bounds(language).get(tuple(lower[max(0, index - length) : index]))
        if name and index >= length:
            return name, length
    return "", 0


def _counted(lower: Sequence[str], start: int, end: int, language: str) -> tuple[str, str]:
    """The noun that the number counts, and its slot: a class that the next words or the last ones name."""
    first = lower[start]
    if first[0] in MONEY:
        return first[0], "money"
    if first.endswith("%") or (end < len(lower) and lower[end] in {"percent", "%", "per"}):
        return "percent", "percent"
    stop, slots = listed(language, "stop"), slot_words(language)
    behind = lower[end : end + FAR_WORDS]
    unit = ""
    for word in behind:
        if not word[0].isalpha() or (word in stop and (unit or word not in {"of", "the", "more", "other"})):
            break
        if word not in stop:
            unit = word
            if word in slots or is_plural(word, language):
                break  # behind it stands what they did: "a dozen travellers breathed"
    near = [*behind, *reversed(lower[max(0, start - FAR_WORDS) : start])]
    slot = next((slots[word] for word in near if word in slots), "")
    return unit, slot or (stem(unit, language) if unit else "")
