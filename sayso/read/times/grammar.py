"""Items → values: a cascade of patterns over classes, as written in the language's time.yaml."""

import re
from functools import cache
from typing import NamedTuple

from sayso.lang.loading import load
from sayso.read.times.meaning import OPERATIONS
from sayso.read.times.words import Item, lexicon

NAME = re.compile(r"[A-Za-z]+")
GROUP = re.compile(r"\((?!\?)")


class Level(NamedTuple):
    """One reading of the whole line: its name, one pattern with a group for each rule, and the rules."""

    name: str
    pattern: re.Pattern[str]
    rules: tuple[tuple[str, str], ...]


class Grammar(NamedTuple):
    """The levels, the classes that are expressions in the end, and what prepositions do."""

    levels: tuple[Level, ...]
    expressions: frozenset[str]
    openers: dict[str, str]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of `lang/<language>/time.yaml`, compiled once; KeyError names a class that is not there."""
    data = load(language, "time")
    short = {name: "(" + body.strip()[1:-1] + ")" for name, body in data["short"].items()}
    signs = lexicon(language).signs
    levels = []
    for level in data["levels"]:
        parts = [
            f"(?P<r{i}>{_compiled(rule['match'], signs, short)})" for i, rule in enumerate(level["rules"])
        ]
        rules = tuple((rule["make"], rule["to"]) for rule in level["rules"])
        levels.append(Level(level["name"], re.compile("|".join(parts)), rules))
    return Grammar(tuple(levels), frozenset(data["expressions"]), data["openers"])


def _compiled(pattern: str, signs: dict[str, str], short: dict[str, str]) -> str:
    while any(name in short for name in NAME.findall(pattern)):
        pattern = NAME.sub(lambda match: short.get(match.group(), match.group()), pattern)
    pattern = NAME.sub(lambda match: signs[match.group()], pattern)
    return GROUP.sub("(?:", pattern.replace(" ", ""))


def read_items(
    items: list[Item], language: str, *, ranges: bool = True, fired: list[tuple[str, int]] | None = None
) -> list[Item]:
    """The items after the cascade: expressions have a class of `expressions` and a Value.

    `ranges` False leaves "from 2019 to 2021" as two expressions. `fired` collects (level, rule number).
    """
    signs = lexicon(language).signs
    for level in grammar(language).levels:
        if ranges or level.name != "ranges":
            items = _rewrite(items, level, signs, fired)
    return items


def _rewrite(
    items: list[Item], level: Level, signs: dict[str, str], fired: list[tuple[str, int]] | None
) -> list[Item]:
    """One level: each match becomes one item, unless its operation finds no sense in it."""
    line = "".join([signs[item.kind] for item in items])
    out: list[Item] = []
    done = 0
    for match in level.pattern.finditer(line):
        number = int((match.lastgroup or "r0")[1:])
        make, kind = level.rules[number]
        parts = items[match.start() : match.end()]
        value = OPERATIONS[make](parts) if parts else None
        if value is not None:
            out += items[done : match.start()]
            out.append(Item(kind, parts[0].start, parts[-1].end, value))
            done = match.end()
            if fired is not None:
                fired.append((level.name, number))
    return out + items[done:]
