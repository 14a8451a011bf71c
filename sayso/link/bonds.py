"""Bonds: which propositions a person holds to be one claim, and which never to be; the later word wins."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """What one judgement says of two propositions: they belong `together`, or never do."""

    judgement: str
    a: str
    b: str
    together: bool


class Bonds(msgspec.Struct, frozen=True, kw_only=True):
    """Ties without contradictions. `together`: pairs; `apart`: to each proposition those that it never joins.

    `overruled`: to each judgement with a tie that is not kept the later judgements that speak against it.
    `kept`: the judgements with a tie that is.
    """

    together: tuple[tuple[str, str], ...] = ()
    apart: Mapping[str, frozenset[str]] = {}
    overruled: Mapping[str, tuple[str, ...]] = {}
    kept: frozenset[str] = frozenset()

    def forbid(self, group: Collection[str], other: Collection[str]) -> bool:
        """Whether two groups of propositions must not become one."""
        if not self.apart:
            return False
        inside = set(other)
        return any(not inside.isdisjoint(self.apart[one]) for one in group if one in self.apart)

    def among(self, keys: Collection[str]) -> Held:
        """What holds among `keys`, as groups of them grow."""
        return Held(self, keys)

    def partners(self, propositions: Iterable[str]) -> frozenset[str]:
        """Those that are directly held together with one of these."""
        wanted = set(propositions)
        return frozenset(other for a, b in self.together for one, other in ((a, b), (b, a)) if one in wanted)


UNBOUND = Bonds()


def bonds_of(ties: Sequence[Tie]) -> Bonds:
    """The bonds of ties in the order of their making: a later one overrules whatever contradicts it.

    Contradictions are also those by way of others: who holds a with b and b with c, and later says that a
    and c are two, is taken at the last word; of the first two the later one stands. No ties: no bonds.
    """
    sets = _Sets()
    together: list[Tie] = []
    apart: dict[str, dict[str, str]] = {}
    overruled: dict[str, list[str]] = {}
    kept: set[str] = set()
    for tie in reversed(ties):
        against = _against(tie, sets, apart, together)
        if against:
            overruled.setdefault(tie.judgement, []).extend(against)
            continue
        kept.add(tie.judgement)
        if tie.together:
            together.append(tie)
            sets.join(tie.a, tie.b)
        else:
            apart.setdefault(tie.a, {})[tie.b] = tie.judgement
            apart.setdefault(tie.b, {})[tie.a] = tie.judgement
    return Bonds(
        together=tuple(sorted({(min(t.a, t.b), max(t.a, t.b)) for t in together})),
        apart={one: frozenset(others) for one, others in sorted(apart.items())},
        overruled={one: tuple(dict.fromkeys(others)) for one, others in sorted(overruled.items())},
        kept=frozenset(kept),
    )


def _against(
    tie: Tie, sets: _Sets, apart: Mapping[str, Mapping[str, str]], together: Sequence[Tie]
) -> list[str]:
    """The judgements that hold against a tie; [] where none does."""
    if tie.a == tie.b:
        return []
    if not tie.together:
        return _path(tie.a, tie.b, together) if sets.top(tie.a) == sets.top(tie.b) else []
    ours, theirs = sets.inside(tie.a), set(sets.inside(tie.b))
    found = (
        apart[one][other] for one in sorted(ours) if one in apart for other in apart[one] if other in theirs
    )
    return list(dict.fromkeys(found))


def _path(start: str, end: str, together: Iterable[Tie]) -> list[str]:
    """The judgements on the shortest way that joins two propositions."""
    near: dict[str, list[tuple[str, str]]] = {}
    for tie in together:
        near.setdefault(tie.a, []).append((tie.b, tie.judgement))
        near.setdefault(tie.b, []).append((tie.a, tie.judgement))
    ways: dict[str, list[str]] = {start: []}
    rim = [start]
    while rim and end not in ways:
        at = rim.pop(0)
        for other, judgement in near.get(at, ()):
            if other not in ways:
                ways[other] = [*ways[at], judgement]
                rim.append(other)
    return list(dict.fromkeys(ways.get(end, ())))


class _Sets:
    """Disjoint sets of propositions that know their members."""

    def __init__(self) -> None:
        self._top: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}

    def top(self, one: str) -> str:
        return self._top.get(one, one)

    def inside(self, one: str) -> list[str]:
        return self._members.get(self.top(one), [one])

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.top(a), self.top(b)), key=lambda top: (-len(self.inside(top)), top))
        if first == second:
            return
        members = self._members.setdefault(first, [first])
        for one in self._members.pop(second, [second]):
            self._top[one] = first
            members.append(one)


class Held:
    """Groups that grow while bonds hold: those that are to be one in the end are told apart as one.

    A group is named by any of its members.
    """

    def __init__(self, bonds: Bonds, keys: Collection[str]) -> None:
        """The `keys` each by itself, but for those that are held together."""
        inside = set(keys)
        self._apart = bonds.apart
        self._sets = _Sets()
        self._any = bool(bonds.together or bonds.apart)
        for a, b in bonds.together:
            if a in inside and b in inside:
                self._sets.join(a, b)

    def may_join(self, a: str, b: str) -> bool:
        """Whether nobody in the whole of the one is parted from somebody in the whole of the other."""
        if not self._apart or self._sets.top(a) == self._sets.top(b):
            return True
        others = set(self._sets.inside(b))
        return all(others.isdisjoint(self._apart.get(one, ())) for one in self._sets.inside(a))

    def join(self, a: str, b: str) -> None:
        """Says that two groups have become one."""
        if self._any:
            self._sets.join(a, b)

    def whole(self, groups: Mapping[str, list[str]]) -> dict[str, list[str]]:
        """The groups by their names, those that are held together as one, by the smallest of their names."""
        found: dict[str, tuple[str, list[str]]] = {}
        for name, members in sorted(groups.items()):
            first, every = found.setdefault(self._sets.top(name), (name, []))
            found[self._sets.top(name)] = (first, [*every, *members])
        return dict(found.values())


def web(ties: Iterable[Tie], start: Iterable[str]) -> frozenset[str]:
    """`start` and all that ties lead to from there, one after another: what a change of one may change."""
    near: dict[str, list[str]] = {}
    for tie in ties:
        near.setdefault(tie.a, []).append(tie.b)
        near.setdefault(tie.b, []).append(tie.a)
    seen = set(start)
    rim = list(seen)
    while rim:
        for other in near.get(rim.pop(), ()):
            if other not in seen:
                seen.add(other)
                rim.append(other)
    return frozenset(seen)


def crossing(first: Sequence[str], rest: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every pair of one of `first` and one of `rest`."""
    yield from ((a, b) for a in first for b in rest)
