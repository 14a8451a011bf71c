"""Expectations: foretellings of one promise together, windows that move, and where it stands on a day.

What came of a promise is kept with the day on which it was known, so that the status on any day is read off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.assess.promises.foretelling import Foretelling
from sayso.assess.promises.matter import REVISED, SAME, amounts_agree, binds_itself, likeness
from sayso.assess.promises.promise_words import says
from sayso.model import SourceKind
from sayso.model.expectation import (
    Awaited,
    Expectation,
    ExpectationStatus,
    Modality,
    Outcome,
    OutcomeKind,
    Retelling,
    expectation_id,
)

STATUS_OF: dict[OutcomeKind, ExpectationStatus] = {
    "kept": "kept", "partly": "partly", "revised": "revised", "against": "broken", "denied": "denied",
    "late": "partly",
}  # fmt: skip
IN_ONE_TEXT = 0.35  # a text that recalls an older window and gives a new one speaks of one matter
ORDER: tuple[OutcomeKind, ...] = ("kept", "partly", "revised", "late", "against", "denied")


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """One expectation in the making: its foretellings by day, the first founds it, and what is known to have
    come of it, each with its day. `revises`: the founder of the expectation whose window this one moves.
    """

    members: tuple[Foretelling, ...]
    outcomes: tuple[Outcome, ...] = ()
    revises: str | None = None
    revised_by: str | None = None

    @property
    def founder(self) -> Foretelling:
        """The earliest foretelling (by day, then id)."""
        return self.members[0]

    @property
    def id(self) -> str:
        """The id of the expectation."""
        return expectation_id(self.founder.telling.proposition)


def in_order(foretellings: Iterable[Foretelling]) -> list[Foretelling]:
    """By the day on which they were known; of one day what recalls an older promise first; ties by id."""
    return sorted(foretellings, key=lambda f: (f.telling.day, not f.recalled, f.telling.proposition))


def same_promise(a: Foretelling, b: Foretelling, language: str = "en") -> bool:
    """Whether two foretellings are one expectation: one matter, window and promisor (or only a relay)."""
    if a.negative != b.negative or not _windows_agree(a, b) or not amounts_agree(a.quantity, b.quantity):
        return False
    bound = binds_itself(a.telling, b.telling, language)
    if not a.dated and not bound:
        return False
    if not bound and a.modality != "promise" and not _relays(b) and not _relays(a):
        return False
    alike = closeness(a, b)
    return alike >= SAME if bound or not a.dated else alike >= (SAME + 1) / 2


def _nobodys(foretelling: Foretelling) -> bool:
    """Whether it is only recalled that it was arranged, and not by whom: whoever knows better may move it."""
    return foretelling.recalled and not foretelling.telling.source


def _relays(foretelling: Foretelling) -> bool:
    """Whether nobody of its own stands behind it: an author who tells it, or nobody named."""
    return foretelling.telling.kind in {"author", "unspecified", "media"} or foretelling.recalled


def _windows_agree(a: Foretelling, b: Foretelling) -> bool:
    if a.dated != b.dated:
        return False
    if a.last is not None and b.last is not None:
        return a.last == b.last and (a.first == b.first or None in {a.first, b.first})
    return (a.first == b.first and a.first is not None) or not a.dated


def revises(old: Foretelling, new: Foretelling, language: str = "en") -> bool:
    """Whether `new` moves the window of `old`: the same promisor, the same matter, told later, other days.

    What was not to happen is not moved by what is to happen: that breaks it.
    """
    if not (old.dated and new.dated) or _windows_agree(old, new) or (new.recalled and not old.recalled):
        return False
    if new.telling.day < old.telling.day or not (
        _nobodys(old) or binds_itself(old.telling, new.telling, language)
    ):
        return False
    if not amounts_agree(old.quantity, new.quantity) or (old.negative and not new.negative):
        return False
    one_text = (old.telling.document, old.telling.day) == (new.telling.document, new.telling.day)
    if one_text and not old.recalled and not _moved(new, language):
        return False  # two promises of one text are two, unless one is said to move the other
    if old.last is not None and new.telling.day >= old.last and not _moved(new, language):
        return False
    return closeness(old, new) >= (IN_ONE_TEXT if one_text and old.recalled else REVISED)


def closeness(a: Foretelling, b: Foretelling) -> float:
    """How far two foretellings are about one matter, in [0, 1], from whichever side it is more."""
    return max(likeness(a, b.telling, other=b).score, likeness(b, a.telling, other=a).score)


def _moved(new: Foretelling, language: str) -> bool:
    telling = new.telling
    return says(f"{telling.cue} {telling.text} {telling.sentence}", "putting_off", language)


def gathered(foretellings: Iterable[Foretelling], language: str = "en") -> list[Matter]:
    """Foretellings by expectation, the earliest first; later ones join, and never change, earlier ones."""
    groups: list[list[Foretelling]] = []
    cancelled: dict[int, list[Outcome]] = {}
    for one in in_order(foretellings):
        home = next(
            (at for at, g in enumerate(groups) if any(same_promise(old, one, language) for old in g)), None
        )
        called_off = [at for at, g in enumerate(groups) if calls_off(g[0], one)] if home is None else []
        if home is not None:
            groups[home].append(one)
        elif called_off:
            cancelled.setdefault(called_off[0], []).append(_called_off(one))
        else:
            groups.append([one])
    matters = [
        Matter(members=tuple(group), outcomes=(*cancelled.get(at, ()), *_moved_by_itself(group, language)))
        for at, group in enumerate(groups)
    ]
    return _revised(matters, language)


def _moved_by_itself(group: Sequence[Foretelling], language: str) -> list[Outcome]:
    """What a foretelling tells of itself: that it was postponed or given up."""
    return [
        Outcome(
            kind="revised", day=one.telling.day, statement=one.telling.statement, text=one.telling.text,
            why="The text that tells of it says that it was moved or given up.", chain=one.telling.chain,
        )
        for one in group
        if says(one.telling.text, "moved", language)
    ]  # fmt: skip


def calls_off(old: Foretelling, new: Foretelling) -> bool:
    """Whether `new` says that what was foretold for a window will not come in it: that window is given up."""
    if not new.negative or old.negative or not old.dated or new.telling.day < old.telling.day:
        return False
    return _windows_agree(old, new) and closeness(old, new) >= REVISED


def _called_off(new: Foretelling) -> Outcome:
    told = new.telling
    why = f"{told.source or 'A report'} says that it will not be so in the window."
    return Outcome(
        kind="revised", day=told.day, statement=told.statement, text=told.text, why=why, chain=told.chain
    )


def _revised(matters: Sequence[Matter], language: str) -> list[Matter]:
    """The matters with their windows linked: each new one to the latest that it moves."""
    moved: dict[int, int] = {}
    for at, new in enumerate(matters):
        before = [b for b in range(at) if revises(matters[b].founder, new.founder, language)]
        if before:
            moved[at] = _end_of_chain(before[-1], {old: later for later, old in moved.items()})
    by_old = {old: new for new, old in moved.items()}
    return [
        msgspec.structs.replace(
            matter,
            revises=matters[moved[at]].founder.telling.proposition if at in moved else None,
            revised_by=matters[by_old[at]].founder.telling.proposition if at in by_old else None,
            outcomes=(*matter.outcomes, *([_moving(matters[by_old[at]])] if at in by_old else [])),
        )
        for at, matter in enumerate(matters)
    ]  # fmt: skip


def _end_of_chain(at: int, later: Mapping[int, int]) -> int:
    """The last window of the chain that begins at one: the one that is moved next."""
    while at in later:
        at = later[at]
    return at


def _moving(new: Matter) -> Outcome:
    told = new.founder.telling
    window = " to ".join(day or "…" for day in (new.founder.first, new.founder.last))
    return Outcome(
        kind="revised",
        day=told.day,
        statement=told.statement,
        text=told.text,
        why=f"The window was moved: {window}.",
        chain=told.chain,
    )


def status_on(
    first: str | None, last: str | None, outcomes: Sequence[Outcome], as_of: str
) -> ExpectationStatus:
    """Where it stands on a day. Without evidence nothing is ever broken: what did not come is overdue."""
    known = {one.kind for one in outcomes if one.day <= as_of}
    decided = next((one for one in ORDER if one in known), None)
    if decided is not None:
        return STATUS_OF[decided]
    if first is None and last is None:
        return "unverifiable"
    if first is not None and as_of < first:
        return "open"
    return "overdue" if last is not None and as_of > last else "due"


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """One expectation as it is kept: what was told of it and what came of it, each with the day on which it
    was known. `told` are in order, `days` are theirs.
    """

    id: str
    day: str
    first: str | None
    last: str | None
    modality: Modality
    condition: str | None
    quantity: Awaited | None
    promisor: str
    kind: SourceKind
    anonymous: bool
    told: tuple[Retelling, ...]
    days: tuple[str, ...]
    outcomes: tuple[Outcome, ...] = ()
    revises: str | None = None
    revised_by: str | None = None


def standing_of(matter: Matter) -> Standing:
    """What is kept of an expectation."""
    founder, told = matter.founder, matter.founder.telling
    return Standing(
        id=matter.id, day=told.day, first=founder.first, last=founder.last, modality=founder.modality,
        condition=founder.condition, quantity=_awaited(founder), promisor=told.source or told.printed,
        kind=told.kind, anonymous=told.anonymous or not (told.source or told.printed),
        told=tuple(_retelling(one) for one in matter.members),
        days=tuple(one.telling.day for one in matter.members),
        outcomes=tuple(sorted(matter.outcomes, key=lambda o: (o.day, o.statement or "", o.kind))),
        revises=expectation_id(matter.revises) if matter.revises else None,
        revised_by=expectation_id(matter.revised_by) if matter.revised_by else None,
    )  # fmt: skip


def expectation_on(kept: Standing, as_of: str) -> Expectation | None:
    """The expectation as it stood on a day; None where nobody had told of it yet."""
    if as_of < kept.day:
        return None
    outcomes = tuple(one for one in kept.outcomes if one.day <= as_of)
    status = status_on(kept.first, kept.last, outcomes, as_of)
    first, moved = kept.told[0], any(one.kind == "revised" for one in outcomes)
    delivered = [one.delivered for one in outcomes if one.delivered is not None]
    return Expectation(
        id=kept.id, statement=first.statement, promisor=kept.promisor, gist=first.text, due_from=kept.first,
        due_to=kept.last, modality=kept.modality, condition=kept.condition, quantity=kept.quantity,
        delivered=max(delivered, default=None), status=status, revised_by=kept.revised_by if moved else None,
        evidence=tuple(dict.fromkeys(one.statement for one in outcomes if one.statement)),
        revises=kept.revises, proposition=first.proposition, document=first.document,
        published=first.published, as_of=as_of, anonymous=kept.anonymous,
        told=tuple(one for one, day in zip(kept.told, kept.days, strict=True) if day <= as_of),
        outcomes=outcomes, why=_why(status, outcomes),
    )  # fmt: skip


def _awaited(founder: Foretelling) -> Awaited | None:
    found = founder.quantity
    return Awaited(value=found.value, unit=found.unit) if found and found.value is not None else None


def _retelling(one: Foretelling) -> Retelling:
    t = one.telling
    return Retelling(
        statement=t.statement, proposition=t.proposition, document=t.document, publisher=t.publisher,
        published=t.published, chain=t.chain, text=t.text,
    )  # fmt: skip


WAITING: dict[ExpectationStatus, str] = {
    "open": "The window has not begun.",
    "due": "The window is open, and no document tells yet what came of it.",
    "overdue": "The window has passed, and no document tells what came of it; that alone breaks no promise.",
    "unverifiable": "No days were given, and no document tells what came of it.",
}


def _why(status: ExpectationStatus, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.why for one in outcomes)) or (WAITING[status],)
