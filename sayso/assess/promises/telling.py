"""Telling: what expectations see of one proposition, so that two can be compared without their documents."""

from __future__ import annotations

import msgspec

from sayso.model import Act, Factuality, SourceKind, Time

Weighed = tuple[tuple[str, float], ...]


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """An amount as printed: inclusive ends (None: open), its unit noun, its class and its words."""

    low: float | None = None
    high: float | None = None
    unit: str = ""
    slot: str = ""
    text: str = ""

    @property
    def value(self) -> float | None:
        """The end that is given; the lower one where both are."""
        return self.low if self.low is not None else self.high


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One proposition with who tells it. `day` is when it was known (of publication, else of capture).

    `words` are content stems with how rare they are (natural log); those of verbs that stand for a class of
    `matters` are left out. `near` are the same of the sentences before it in its paragraph, `topic` of the
    title. `names` are folded; `bound` are the words of who speaks, `owners` those of whose it is ("Tavony’s
    ministry"). `whole` is the text with its source and cue where these are a part of the event ("X | has
    published | a list"). `denies`: an enclosing or own statement denies it. `hearsay`: nobody is named who
    would know.
    """

    proposition: str
    statement: str
    document: str
    publisher: str | None
    published: str | None
    day: str
    place: int
    text: str
    whole: str
    chain: tuple[str, ...]
    source: str
    printed: str
    kind: SourceKind
    anonymous: bool
    act: Act
    cue: str
    lemma: str
    factuality: Factuality
    times: tuple[Time, ...] = ()
    words: Weighed = ()
    near: Weighed = ()
    topic: Weighed = ()
    bound: Weighed = ()
    owners: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    near_directions: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    near_matters: tuple[str, ...] = ()
    amounts: tuple[Counted, ...] = ()
    sentence: str = ""
    denies: bool = False
    hearsay: bool = False

    @property
    def speaker(self) -> frozenset[str]:
        """The words of who speaks."""
        return frozenset(word for word, _ in self.bound)

    @property
    def negated(self) -> bool:
        """Whether it is said not to be so."""
        return self.factuality.endswith("-")
