"""Which names a text prints as those of places or states."""

import re

from sayso.read.sources.words import SourceWords

CAPITAL = re.compile(r"\b[A-Z][a-z]{3,30}\b")


def grounds(text: str, words: SourceWords) -> frozenset[str]:
    """The names printed as places or states: "in Orlan", "Orlan’s army", "the Orlan valley"; linear."""
    links, owned = ("|".join(sorted(words.lists[name])) for name in ("place_links", "place_owns"))
    place = re.compile(rf"\b(?:{links}) ([A-Z][\w-]{{1,30}})\b(?![’']s| [A-Z])")
    owner = re.compile(rf"\b([A-Z][\w-]{{1,30}})[’']s (?i:{owned})\b")
    nouns = "|".join(sorted(words.lists["place_nouns"]))
    called = re.compile(rf"\b[Tt]he ((?:[A-Z][\w-]{{1,30}} ){{0,2}}[A-Z][\w-]{{1,30}}) (?:{nouns})\b")
    found = {match.group(1) for pattern in (place, owner, called) for match in pattern.finditer(text)}
    return frozenset(found | _peopled(text, words))


def sites(text: str, words: SourceWords) -> frozenset[str]:
    """The names at which something is, or that something is called after, whatever else they name; linear.

    "At Heststead", "the Morvdale works": places, firms or bodies, and no person.
    """
    nouns = "|".join(sorted(words.lists["site_nouns"]))
    at = re.compile(r"\bat ([A-Z][\w-]{1,30})\b(?![’']s| [A-Z])")
    called = re.compile(rf"\b[Tt]he ([A-Z][\w-]{{1,30}}) (?:{nouns})\b")
    return frozenset(match.group(1) for pattern in (at, called) for match in pattern.finditer(text))


def _peopled(text: str, words: SourceWords) -> set[str]:
    """The names that have an adjective in the text: "Tavony", where a "Tavonian" bank is printed.

    Of several with one root the shortest is the name: "Kandara", and not "Kandarans".
    """
    printed = sorted({*CAPITAL.findall(text)}, key=lambda name: (-len(name), name))
    by_root = {name[:cut]: name for name in printed for cut in range(max(4, len(name) - 2), len(name) + 1)}
    found: set[str] = set()
    for word in printed:
        for ending in words.lists["adjective_endings"]:
            name = by_root.get(word.removesuffix(ending)) if word.endswith(ending) else None
            if name is not None and name != word and len(name) < len(word):
                found.add(name)
    return found
