"""Words → items: what the time lexicon of a language knows of each word, and islands of known words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from sayso.lang.loading import load

TOKEN = re.compile(
    r"[^\W\d_](?:\.[^\W\d_]\b)+\.?|[^\W\d_][^\W_]*"
    r"|(?<!\w)['’‘]\d\d(?!\w)|\d{4}-\d\d-\d\d(?![\d-])|\d{1,4}/\d{1,2}(?:/\d{1,4})?(?![\d/])|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"
    r"|\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,9}\.\d{1,9}"
    r"|\d{1,4}(?:st|nd|rd|th|am|pm|['’]?s)\b|\d+|[^\w\s]"
)
FOLLOWING = re.compile(r"\s?[-–]?\s?([^\W\d_]*)")
PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
UNKNOWN = "."
ODD = (
    "DAY", "NUM", "YEAR", "BIG", "NTH", "DECADE", "ISO", "SLASH", "CLOCK", "FYEAR", "QYEAR", "HYEAR", "SHORT",
    "NUMBER", "HALFA", "Point", "Year", "Years", "Month", "Dated", "Season", "Wday", "Quarter", "Half",
    "Unit", "Length", "Set", "Vague", "Clock", "Range", "Ignored",
)  # fmt: skip
MODERN_YEARS = range(1900, 2060)
YEARS = range(1000, 2200)


class Item(NamedTuple):
    """One word, or what a pattern made of several: its class, its place and its value."""

    kind: str
    start: int
    end: int
    value: Any


class Lexicon(NamedTuple):
    """Of one language: word → (sign of its class, value); class → sign; counted things; the triggers."""

    words: dict[str, tuple[str, Any]]
    signs: dict[str, str]
    kinds: dict[str, str]
    counted: frozenset[str]
    seasonal: frozenset[str]
    idle: re.Pattern[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of `lang/<language>/time.yaml`, read once. UsageError for an unknown language."""
    data = load(language, "time")
    classes = {**data["exact"], **data["words"]}
    names = [*classes, *data["marks"], *(name for name in ODD if name not in classes), "S"]
    signs = {name: chr(0xE000 + index) for index, name in enumerate(names)}
    words = {"s": (signs["S"], "s")}
    for name, entries in classes.items():
        for word, value in entries.items():
            other = word.upper() if name in data["exact"] else word.capitalize()
            forms = (word,) if name in data["lower"] else (word, other)
            words.update({form: (signs[name], value) for form in forms if form not in words})
    words.update({mark: (signs[name], mark) for name, marks in data["marks"].items() for mark in marks})
    idle = re.compile(f"[{''.join(signs[name] for name in data['idle'])}]*")
    kinds = {sign: name for name, sign in signs.items()}
    return Lexicon(words, signs, kinds, frozenset(data["counted"]), frozenset(data["seasonal"]), idle)


def islands(text: str, start: int, end: int, language: str) -> Iterator[list[Item]]:
    """Runs of words that the lexicon knows, each with at least one that can make a time; in order."""
    known = lexicon(language)
    tokens = list(TOKEN.finditer(text, start, end))
    words, odd = known.words, _odd
    line = "".join([
        words[word][0] if word in words else odd(word, known)[0] for word in [token[0] for token in tokens]
    ])  # fmt: skip
    for match in re.finditer(r"[^.]+", line):
        run = match.group()
        if known.idle.fullmatch(run) is None:
            here = tokens[match.start() : match.end()]
            before = tokens[match.start() - 1][0] if match.start() else ""
            yield from _items(text, here, before, known)


def _items(text: str, tokens: list[re.Match[str]], before: str, known: Lexicon) -> Iterator[list[Item]]:
    """The items of an island; a word that turns out to be none of ours ends it and a new one begins."""
    items: list[Item] = []
    for token in tokens:
        word = token[0]
        sign, value = known.words.get(word) or _odd(word, known)
        kind = known.kinds[sign]
        if kind == "YEAR":
            kind = _year_kind(text, token, items, known)
        if kind == "SEASON" and _names_a_kind(text, token, known):
            kind = UNKNOWN
        if kind == "MAY" and not items and before[:1].isupper() and before[1:].islower():
            kind = UNKNOWN
        if kind == UNKNOWN or (items and PARAGRAPH.search(text, items[-1].end, token.start())):
            if items:
                yield items
            items = []
        if kind != UNKNOWN:
            items.append(Item(kind, token.start(), token.end(), value))
        before = word
    if items:
        yield items


def _names_a_kind(text: str, token: re.Match[str], known: Lexicon) -> bool:
    """Whether a season only tells which sort of thing ("winter rye")."""
    after = FOLLOWING.match(text, token.end())
    return after is not None and after.group(1) in known.seasonal


def _year_kind(text: str, token: re.Match[str], items: list[Item], known: Lexicon) -> str:
    """YEAR where the four digits can be a year, NUM where they count something."""
    after = FOLLOWING.match(text, token.end())
    following = after.group(1) if after else ""
    before = text[token.start() - 1 : token.start()]
    priced = before != "" and before in "$€£¥#+"
    if following in known.counted or priced or text[token.end() : token.end() + 1] == "%":
        return "NUM"
    if int(token[0]) in MODERN_YEARS:
        return "YEAR"
    led = bool(items) and items[-1].kind not in ("A", "SOME", "NUMW", "APPROX", "THAN", "ORD")
    plural = following.islower() and len(following) > 3 and following.endswith("s")
    return "YEAR" if led and not plural else "NUM"


def _odd(word: str, known: Lexicon) -> tuple[str, Any]:
    """Sign and value of a word that is not in the lexicon; UNKNOWN for all but numbers and Q3, H1, FY2021."""
    if word[0].isdigit() and word[0].isascii():
        kind, value = _number(word)
    elif word[0] in "'’‘" and len(word) == 3:
        kind, value = "SHORT", int(word[1:])
    elif len(word) <= 6 and word[-1].isdigit() and word.isascii():
        kind, value = _lettered(word)
    else:
        return UNKNOWN, None
    return (known.signs[kind] if kind != UNKNOWN else UNKNOWN), value


def _number(word: str) -> tuple[str, Any]:
    if word.isdigit():
        number = int(word[:9])
        if len(word) == 4 and number in YEARS:
            return "YEAR", number
        return ("DAY" if 1 <= number <= 31 and len(word) < 3 else "NUM"), number
    if word[-2:] in ("st", "nd", "rd", "th"):
        return ("NTH", int(word[:-2])) if word[:-2].isdigit() else (UNKNOWN, None)
    if word[-2:] in ("am", "pm"):
        return "CLOCK", word
    if word[-1] == "s":
        return _decade(word.rstrip("s").rstrip("'’"))
    if ":" in word:
        return "CLOCK", word
    if "/" in word or word.count(".") == 2:
        return "SLASH", word
    return ("ISO" if "-" in word else "BIG"), word


def _decade(digits: str) -> tuple[str, Any]:
    number = int(digits)
    if number % 10 or (len(digits) == 4 and number not in YEARS) or len(digits) not in (2, 4):
        return UNKNOWN, None
    return "DECADE", number if len(digits) == 4 else 1900 + number if number > 10 else 2000 + number


def _lettered(word: str) -> tuple[str, Any]:
    head, digits = word.rstrip("0123456789"), word.lstrip("FYQH")
    if not digits.isdigit():
        return UNKNOWN, None
    if head == "FY" and len(digits) in (2, 4):
        return "FYEAR", int(digits) + (2000 if len(digits) == 2 else 0)
    if head == "Q" and digits in "1234":
        return "QYEAR", int(digits)
    return ("HYEAR", int(digits)) if head == "H" and digits in "12" else (UNKNOWN, None)
