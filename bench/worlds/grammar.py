"""Templates: [a|b] draws one, <a|b> is settled for a story, {slot} is filled, {Slot} with a capital."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

CHOICE = re.compile(r"\[([^\[\]]*)\]")
FIXED = re.compile(r"<([^<>]*)>")
SLOT = re.compile(r"\{([A-Za-z][A-Za-z_ 0-9]*)\}")
FIRST_LETTER = re.compile(r"^(\W*)(\w)")
HERE = Path(__file__).parent
TRIES = 24


@cache
def knowledge(name: str) -> Any:
    """The YAML file of this name beside the grammar; shared, so it is not to be changed."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))


def drawn(template: str, rng: Random) -> str:
    """The template with every choice made, slots left open."""
    while (choice := CHOICE.search(template)) is not None:
        template = template[: choice.start()] + rng.choice(choice[1].split("|")) + template[choice.end() :]
    return template


def settled(template: str, turn: int) -> str:
    """The template with every <a|b> made one of the two, the same wherever `turn` is the same."""
    return FIXED.sub(lambda found: found[1].split("|")[turn % (found[1].count("|") + 1)], template)


def filled(template: str, slots: Mapping[str, str]) -> str:
    """The template with its slots filled; one that is not given is a KeyError."""

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        return slots[name] if name in slots else capital(slots[name[0].lower() + name[1:]])

    return tidy(SLOT.sub(fill, template))


def capital(words: str) -> str:
    """The words with a capital first letter, also behind a mark or a quotation mark."""
    return FIRST_LETTER.sub(lambda found: found[1] + found[2].upper(), words, count=1)


def tidy(words: str) -> str:
    """Without doubled blanks and without a blank or comma before a point or comma."""
    return re.sub(r",(\W?)([.,])", r"\1\2", re.sub(r" (?=[,.])", "", re.sub(r" {2,}", " ", words))).strip()


def fresh(templates: Sequence[str], rng: Random, used: set[str]) -> str:
    """A drawn template that was not used before, as long as there is one; it is used then."""
    words = drawn(rng.choice(templates), rng)
    for _ in range(TRIES):
        if words not in used:
            break
        words = drawn(rng.choice(templates), rng)
    used.add(words)
    return words
