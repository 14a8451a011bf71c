"""Sets joined pair by pair (union-find), and which parties count as one: one owner, one body, one state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Literal

from msgspec.structs import replace

from sayso.link.lineage import Party
from sayso.link.outlets import core_of, key_of, same_name, words

Level = Literal["low", "count", "high"]
"""How readily two parties are taken for one: at the least pretext, with good reason, only for certain."""


class Joined:
    """Disjoint sets over strings; the name of a set is its smallest member, so order does not matter."""

    def __init__(self, members: Iterable[str] = ()) -> None:
        """Each member in a set of its own."""
        self._above = {member: member for member in members}

    def top(self, member: str) -> str:
        """The smallest member of the set that `member` is in; itself where it was never joined."""
        above = self._above.setdefault(member, member)
        while above != self._above[above]:
            self._above[above] = self._above[self._above[above]]
            above = self._above[above]
        self._above[member] = above
        return above

    def join(self, a: str, b: str) -> None:
        """Makes one set of two."""
        first, second = sorted((self.top(a), self.top(b)))
        self._above[second] = first

    def join_all(self, members: Iterable[str]) -> None:
        """Makes one set of those of all members; "" is nobody's."""
        named = [member for member in members if member]
        for member in named[1:]:
            self.join(named[0], member)


def join_parties(parties: Sequence[Party], level: Level) -> Joined:
    """Which of the parties count as one, by key. Quadratic in distinct parties, of which a claim has few."""
    joined = Joined(party.key for party in parties)
    same: Callable[[Party, Party], bool] = {"low": _perhaps, "count": _probably, "high": _certainly}[level]
    alike = {replace(party, hedge="", kind="media") for party in parties}
    for a, b in combinations(sorted(alike, key=repr), 2):
        if a.key != b.key and same(a, b):
            joined.join(a.key, b.key)
    return joined


def _certainly(a: Party, b: Party) -> bool:
    """One owner, or one name."""
    if a.owner and a.owner == b.owner and (a.outlet or b.outlet or a.entry == b.entry):
        return True
    return key_of(a.name) == key_of(b.name) and not _differ(a, b)


def _probably(a: Party, b: Party) -> bool:
    """Besides: a short form of the name, somebody of the body, organs of one state, "the Government"."""
    if _certainly(a, b) or _of_one_state(a, b):
        return True
    if _differ(a, b):
        return False
    if same_name(key_of(a.name), key_of(b.name)):
        return True
    return any(_of_body(one, of) or _heads(one, of) for one, of in ((a, b), (b, a)))


def _perhaps(a: Party, b: Party) -> bool:
    """Besides: whatever may speak for one state."""
    foreign = a.country and b.country and a.country != b.country
    return _probably(a, b) or (a.state and b.state and not foreign)


def _differ(a: Party, b: Party) -> bool:
    """Whether both are known and not the same."""
    return bool(a.entry and b.entry and a.entry != b.entry)


def _of_one_state(a: Party, b: Party) -> bool:
    if not (a.state and b.state):
        return False
    if a.country and b.country:
        return a.country == b.country
    return a.generic or b.generic


def _heads(person: Party, body: Party, language: str = "en") -> bool:
    """Whether a body bears the last name of a person: "the Reusch commission" is Halla Reusch's."""
    *before, last = key_of(body.name).split() or [""]
    name = key_of(person.name).split()
    return last in words(language, "headed") and bool(before) and before == name[-len(before) :]


def _of_body(person: Party, body: Party) -> bool:
    """Whether the words of a person's office name the body ("Pact director" and the Equal Doses Pact).

    An outlet they name whole, "radio" and all: Velland's minister does not speak for Velland Free Radio.
    """
    if not person.bodies:
        return False
    if body.outlet:
        return set(key_of(body.name).split()) <= {word for part in person.bodies for word in part.split()}
    beside, core = core_of(" ".join(person.bodies)), core_of(key_of(body.name))
    return beside <= core or core <= beside
