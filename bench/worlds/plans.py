"""Plans: who had it from whom in one story, kind of world by kind of world, before a word is written."""

from collections.abc import Callable
from random import Random
from typing import Literal

import msgspec

How = Literal[
    "report", "copy", "bare", "cite", "paraphrase", "forge",
    "translate", "several", "denial", "retract", "revise",
]  # fmt: skip
Manner = Literal["plain", "maybe", "weak"]
RETOLD: tuple[How, ...] = ("paraphrase", "bare", "paraphrase")
TAKEN_OVER: tuple[How, ...] = ("copy", "cite", "cite")
TAKEN_BACK: tuple[How, ...] = ("retract", "revise")


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One document. `of`: numbers of the earlier steps that it has the story from.

    report: has a source of its own · copy: the words, with credit · bare: the words, without · cite: names
    the outlet · paraphrase: own words, names nobody · forge: own words, a made-up source · translate: a
    twin · several: "several outlets" · denial: the state · retract, revise: the outlet of `of` corrects
    itself.
    `sister`: an outlet of the story's owner. `amplify`: says more than it was told.
    """

    how: How
    of: tuple[int, ...] = ()
    manner: Manner = "plain"
    amplify: bool = False
    sister: bool = False


def benign(rng: Random) -> list[Step]:
    """One to three reports, each copied with credit or cited."""
    steps: list[Step] = []
    for number in range(rng.randint(1, 3)):
        family = [_add(steps, Step(how="report"))]
        if number == 0:
            _maybe_denied(steps, rng, 0.6)
        for _ in range(rng.randint(1, 3)):
            step = Step(how=rng.choice(TAKEN_OVER), of=(rng.choice(family),))
            family.append(_add(steps, step))
    return steps


def woozle(rng: Random) -> list[Step]:
    """Ten reports, of which three are original; the two weak ones are popular, the strong one is not."""
    steps = [Step(how="report", manner="weak"), Step(how="report", manner="weak")]
    trees = [[0], [1]]
    for number in range(6):
        tree = trees[number % 2]
        amplify = rng.random() < 0.4
        tree.append(_add(steps, Step(how="cite", of=(rng.choice(tree),), amplify=amplify)))
    steps.append(Step(how="report"))
    steps.append(Step(how="several", of=(trees[0][-1], trees[1][-1])))
    return steps


def uncredited(rng: Random) -> list[Step]:
    """One or two reports, retold by outlets that name nobody."""
    steps: list[Step] = []
    for _ in range(rng.randint(1, 2)):
        first = _add(steps, Step(how="report"))
        _maybe_denied(steps, rng, 0.3)
        for how in RETOLD:
            last = _add(steps, Step(how=how, of=(first,)))
        if rng.random() < 0.5:
            steps.append(Step(how="cite", of=(last,)))
    return steps


def relay(rng: Random) -> list[Step]:
    """One or two chains in which each cites the one before; "may" becomes "did", a source becomes sources."""
    steps: list[Step] = []
    for _ in range(rng.randint(1, 2)):
        hedged = rng.random() < 0.7
        last = _add(steps, Step(how="report", manner="maybe" if hedged else "plain"))
        length = rng.randint(2, 4)
        turn = rng.randrange(length)
        for hop in range(length):
            manner: Manner = "maybe" if hedged and hop < turn else "plain"
            last = _add(steps, Step(how="cite", of=(last,), manner=manner, amplify=hedged and hop == turn))
    _maybe_denied(steps, rng, 0.5)
    return steps


def translation(rng: Random) -> list[Step]:
    """One or two reports with twins that translators made, and somebody who cites a twin."""
    steps: list[Step] = []
    for _ in range(rng.randint(1, 2)):
        first = _add(steps, Step(how="report"))
        for _ in range(rng.randint(1, 2)):
            last = _add(steps, Step(how="translate", of=(first,)))
        if rng.random() < 0.6:
            steps.append(Step(how="cite", of=(last,)))
    return steps


def owner(rng: Random) -> list[Step]:
    """One owner's outlets print one report among themselves; perhaps another outlet has its own."""
    steps = [Step(how="report", sister=True)]
    _maybe_denied(steps, rng, 0.5)
    steps += [Step(how=rng.choice(RETOLD), of=(0,), sister=True) for _ in range(rng.randint(2, 4))]
    if rng.random() < 0.5:
        steps.append(Step(how="report"))
    return steps


def correction(rng: Random) -> list[Step]:
    """A report, those who took it over, and its outlet that withdraws or revises it."""
    steps = [Step(how="report"), Step(how="cite", of=(0,))]
    if rng.random() < 0.6:
        steps.append(Step(how="copy", of=(0,)))
    steps.append(Step(how=rng.choice(TAKEN_BACK), of=(0,)))
    return steps


def small(rng: Random) -> list[Step]:
    """A report, a copy, a citation."""
    return [Step(how="report"), Step(how=rng.choice(TAKEN_OVER), of=(0,)), Step(how="cite", of=(0,))]


def flood(how: How) -> Callable[[Random], list[Step]]:
    """A report that is multiplied six to nine times, perhaps beside another one that is not."""

    def planned(rng: Random) -> list[Step]:
        steps = [Step(how="report")]
        if rng.random() < 0.7:
            steps.append(Step(how="report"))
        _maybe_denied(steps, rng, 0.4)
        return steps + [Step(how=how, of=(0,)) for _ in range(rng.randint(6, 9))]

    return planned


def mixed(rng: Random) -> list[Step]:
    """Any of the other plans, forgery aside."""
    return PLANS[rng.choice([name for name in PLANS if name not in ("mixed", "flood-forged")])](rng)


PLANS: dict[str, Callable[[Random], list[Step]]] = {
    "benign": benign,
    "woozle": woozle,
    "uncredited": uncredited,
    "relay": relay,
    "translation": translation,
    "owner": owner,
    "correction": correction,
    "lookalike": small,
    "flood-seen": flood("copy"),
    "flood-hidden": flood("paraphrase"),
    "flood-forged": flood("forge"),
    "mixed": mixed,
}


def _add(steps: list[Step], step: Step) -> int:
    steps.append(step)
    return len(steps) - 1


def _maybe_denied(steps: list[Step], rng: Random, p: float) -> None:
    """The state denies it, once."""
    if rng.random() < p and all(step.how != "denial" for step in steps):
        steps.append(Step(how="denial"))
