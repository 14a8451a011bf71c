"""Makes sayso/reference/gazetteer.json of the YAML beside it: `python -m training.gazetteer`.

The YAML is what people edit; the JSON loads ten times faster. A test fails when they differ.
"""

from itertools import product
from pathlib import Path
from typing import Any, cast

import msgspec
import yaml

from sayso.reference.entry import Country, Entry, Pattern
from sayso.reference.fold import folded, surfaces
from sayso.reference.gazetteer import Compiled, Leaf, number_of
from sayso.reference.pattern import names_of

FOLDER = Path(__file__).parent.parent / "sayso" / "reference"
TARGET = FOLDER / "gazetteer.json"
NOT_ENTRIES = {"countries", "patterns", "matching"}


def read(stem: str) -> Any:
    """One YAML file of the folder."""
    return yaml.load((FOLDER / f"{stem}.yaml").read_bytes(), Loader=yaml.CSafeLoader)


def written_entries() -> list[Entry]:
    """The entries as people wrote them, file by file in alphabetical order."""
    stems = sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem not in NOT_ENTRIES)
    return [entry for stem in stems for entry in msgspec.convert(read(stem), list[Entry], strict=True)]


def is_strict(word: str) -> bool:
    """An acronym or a mixed form ("NATO", "BelTA", "U"), which must be written just so."""
    capitals = sum(1 for char in word if char.isupper())
    return capitals >= 2 or (capitals == 1 and len(word) == 1)


def leaf_of(number: int, name: str, cased: bool) -> Leaf:
    """How the words of a name must be written to count as that name in running text."""
    words = surfaces(name)
    alone = len(words) == 1
    if not any(word != word.lower() for word in words):
        return (number, words, False) if name.islower() else number
    required = tuple(word if alone or cased or is_strict(word) else "" for word in words)
    needs_the = alone and name.lower().startswith("the ")
    return (number, required, needs_the) if any(required) else number


def plant(trie: dict[str, Any], name: str, leaf: Leaf) -> None:
    """Adds a name to the trie, once."""
    node = trie
    for token in folded(name):
        node = node.setdefault(token, {})
    leaves = cast(list[Leaf], node.setdefault("", []))
    if leaf not in leaves:
        leaves.append(leaf)


def leaves_at(trie: dict[str, Any], name: str) -> list[Leaf]:
    """The leaves that a name has by now."""
    node = trie
    for token in folded(name):
        node = node.get(token, {})
    return cast(list[Leaf], node.get("", []))


def plant_derived(
    trie: dict[str, Any], first: int, patterns: list[Pattern], countries: list[Country]
) -> list[str]:
    """Plants the names of bodies that every country has, where no written entry has them; returns their ids.

    Two countries may share a name ("Congolese army").
    """
    ids: list[str] = []
    planted: list[tuple[str, int]] = []
    for country, pattern in product(countries, patterns):
        names = names_of(pattern, country)
        owners = {number_of(leaf) for name in names for leaf in leaves_at(trie, name)}
        if pattern.joins and len(owners) == 1:
            number = owners.pop()
        else:
            number = first + len(ids)
            ids.append(f"{country.code.lower()}.{pattern.id}")
        planted += [(name, number) for name in names]
    for name, number in [(name, number) for name, number in planted if not leaves_at(trie, name)]:
        plant(trie, name, leaf_of(number, name, False))
    return ids


def compiled() -> bytes:
    """The JSON of the whole gazetteer; the same bytes for the same YAML."""
    entries = written_entries()
    countries = msgspec.convert(read("countries"), list[Country])
    patterns = msgspec.convert(read("patterns"), list[Pattern])
    trie: dict[str, Any] = {}
    for number, entry in enumerate(entries):
        for name in dict.fromkeys(name for names in entry.names.values() for name in names):
            plant(trie, name, leaf_of(number, name, name in entry.cased))
        for phrase in entry.but:
            plant(trie, phrase, leaf_of(-1, phrase, True))
    whole = Compiled(
        entries=tuple(entries),
        derived=tuple(plant_derived(trie, len(entries), patterns, countries)),
        patterns=tuple(patterns),
        countries=tuple(countries),
        particles=tuple(read("matching")["particles"]),
        trie=trie,
    )
    return msgspec.json.encode(whole) + b"\n"


if __name__ == "__main__":
    TARGET.write_bytes(compiled())
