"""Amounts in words and figures, and what they say."""

from random import Random

from bench.ledger.gold import GoldValue
from bench.worlds.grammar import knowledge

TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SPELLED = 100


def spelled(number: int) -> str:
    """A whole number from 0 to 99 in words; a larger one in figures."""
    small: list[str] = knowledge("words")["small"]
    if number < len(small):
        return small[number]
    if number < len(small) + len(TEENS):
        return TEENS[number - len(small)]
    if number >= SPELLED:
        return f"{number:,}"
    tens, ones = divmod(number, 10)
    return TENS[tens] + (f"-{small[ones]}" if ones else "")


def plain(number: int) -> str:
    """As newspapers print it within a sentence: in words up to twelve."""
    return spelled(number) if number < len(knowledge("words")["small"]) else f"{number:,}"


def amount(number: int, slot: str, unit: str, rng: Random, *, at_head: bool) -> tuple[str, GoldValue]:
    """The number with or without "at least" or "about", and its value; an open end is None."""
    style = rng.choice(("", "", "", "at least ", "no fewer than ", "about "))
    if unit == "grams" or (style == "about " and number < SPELLED // 5):
        style = ""
    if at_head and not style and number >= SPELLED and unit != "grams":
        style = "some "
    words = style + (spelled(number) if at_head and not style else plain(number))
    high = None if style in ("at least ", "no fewer than ") else float(number)
    return words, GoldValue(slot=slot, low=float(number), high=high, unit=unit)
