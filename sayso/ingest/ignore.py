"""`.saysoignore`: which files of a folder are left out, by patterns as in a .gitignore."""

import fnmatch
import re
from dataclasses import dataclass
from functools import lru_cache

ANY_DEPTH = "**"
MOST_RULES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line: `steps` match the names on the way from `base`, the folder of its file, down."""

    base: tuple[str, ...]
    steps: tuple[str, ...]
    keeps: bool
    folders_only: bool

    def fits(self, path: tuple[str, ...], *, is_folder: bool) -> bool:
        """Whether the path, given from the root as its names, is what this line means."""
        if (self.folders_only and not is_folder) or path[: len(self.base)] != self.base:
            return False
        return _match(self.steps, path[len(self.base) :])


@dataclass(frozen=True, slots=True)
class Rules:
    """Lines in order; the last one that fits decides."""

    rules: tuple[Rule, ...] = ()

    def followed_by(self, other: "Rules") -> "Rules":
        """These, and those of a folder further down, which go before them."""
        return Rules((*self.rules, *other.rules)) if other.rules else self

    def leave_out(self, path: tuple[str, ...], *, is_folder: bool) -> bool:
        """Whether a file or folder is to be left out; one that no line fits is not."""
        last = next((rule for rule in reversed(self.rules) if rule.fits(path, is_folder=is_folder)), None)
        return last is not None and not last.keeps


NO_RULES = Rules()


def rules_of(text: str, base: tuple[str, ...] = ()) -> Rules:
    """The rules of an ignore file in the folder `base`.

    As in git: one pattern a line, `#` begins a comment, `!` takes back, `/` at the end means
    folders, a `/` before means from here down; `*`, `?` and `[…]` stay within one name, `**` is any
    number of folders. A file inside a folder that is left out cannot be taken back.
    """
    lines = (line.rstrip() for line in text.splitlines()[:MOST_RULES])
    return Rules(tuple(_rule(line, base) for line in lines if line.strip("!/ ") and not line.startswith("#")))


def _rule(line: str, base: tuple[str, ...]) -> Rule:
    keeps = line.startswith("!")
    pattern = line[1:] if keeps else line
    if pattern.startswith(("\\#", "\\!")):
        pattern = pattern[1:]
    folders_only = pattern.endswith("/")
    steps = tuple(step for step in pattern.strip("/").split("/") if step)
    if steps[-1] == ANY_DEPTH:  # all that lies below, not the folder itself
        steps = (*steps, "*")
    if "/" not in pattern.rstrip("/"):
        steps = (ANY_DEPTH, *steps)
    return Rule(base=base, steps=steps, keeps=keeps, folders_only=folders_only)


def _match(steps: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether the steps match all of the names; a table, so that `**` costs no more than its product."""
    reached = {0}
    for name in names:
        reached = _jumps(steps, reached)
        reached = {
            index if steps[index] == ANY_DEPTH else index + 1
            for index in reached
            if index < len(steps) and (steps[index] == ANY_DEPTH or _pattern(steps[index]).match(name))
        }
    return len(steps) in reached


def _jumps(steps: tuple[str, ...], reached: set[int]) -> set[int]:
    """The places in the steps that can be reached by letting `**` stand for no folder."""
    found = set(reached)
    for index in sorted(reached):
        while index < len(steps) and steps[index] == ANY_DEPTH:
            index += 1
            found.add(index)
    return found


@lru_cache(maxsize=4_096)
def _pattern(step: str) -> "re.Pattern[str]":
    """A name's pattern. fnmatch writes it with atomic groups, so that it takes linear time."""
    return re.compile(fnmatch.translate(step))
