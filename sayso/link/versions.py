"""What changed between two captured texts of one page: statements added, dropped, changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sayso.model import Change, Statement

ALIKE = 0.6  # share of words, in order, from which two statements are one that was changed
Key = tuple[str, ...]


def changes_of(before: Sequence[Statement], after: Sequence[Statement]) -> tuple[Change, ...]:
    """Every statement of both versions, once: in the order of the later one, what is gone at the end.

    "same": source, cue and content are printed alike. "changed": the most alike of what is left, by at
    least ALIKE of their words, each used once. () for two empty versions.
    """
    same = dict(_same(before, after))
    gone = [i for i in range(len(before)) if i not in set(same.values())]
    new = [i for i in range(len(after)) if i not in same]
    changed = dict(_changed(before, after, gone, new))
    found = []
    for number, statement in enumerate(after):
        if number in same:
            found.append(Change(kind="same", before=before[same[number]], after=statement))
        elif number in changed:
            found.append(Change(kind="changed", before=before[changed[number]], after=statement))
        else:
            found.append(Change(kind="added", before=None, after=statement))
    left = (i for i in gone if i not in set(changed.values()))
    return (*found, *(Change(kind="dropped", before=before[i], after=None) for i in left))


def _key(statement: Statement) -> Key:
    cue = statement.cue.text if statement.cue else ""
    return (statement.source.text, cue, statement.content.text)


def _same(before: Sequence[Statement], after: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """(place after, place before) of statements that are printed alike, in order."""
    places: dict[Key, list[int]] = defaultdict(list)
    for number, statement in enumerate(before):
        places[_key(statement)].append(number)
    for number, statement in enumerate(after):
        waiting = places.get(_key(statement))
        if waiting:
            yield number, waiting.pop(0)


def _changed(
    before: Sequence[Statement], after: Sequence[Statement], gone: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """(place after, place before) of the pairs most alike, each statement in one pair."""
    pairs = sorted(
        (-_alike(before[old], after[fresh]), fresh, old)
        for old in gone
        for fresh in new
        if _alike(before[old], after[fresh]) >= ALIKE
    )
    used_before: set[int] = set()
    used_after: set[int] = set()
    for _, fresh, old in pairs:
        if old not in used_before and fresh not in used_after:
            used_before.add(old)
            used_after.add(fresh)
            yield fresh, old


def _alike(left: Statement, right: Statement) -> float:
    """The share of words in [0, 1] that stand in both, in order (Ratcliff and Obershelp's measure)."""
    words = [f"{s.source.name} {s.content.text}".lower().split() for s in (left, right)]
    matcher = SequenceMatcher(None, words[0], words[1], autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
