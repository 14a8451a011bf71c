"""Batches of texts with their claims: the texts of one claim are to lie near each other, all others apart.

Our own stories (the countries that teach): all propositions of two stories of one country, with the names
in them or, now and then, without. Emergent, the training side of the split by claim: headlines. Made worlds:
their propositions.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator

from bench.link.corpora import emergent
from sayso.link.marks import without_its_names
from training.link.story import stories
from training.link.told import TAUGHT, Told, told
from training.link.worlds import KINDS, named_marks

MOST = 96  # texts of stories, or of a world, in a batch
CLAIMS = 24  # of headlines in a batch of their own
OF_CLAIM = 4  # headlines of one claim in such a batch
BESIDE = (4, 3)  # claims of headlines, and headlines of each, in every batch of stories
WORLDS = 6  # in an epoch
WORLD_SEEDS = (101, 102, 103)
Batch = list[tuple[str, str]]
"""Texts, each with the claim that it is of."""


class Groups:
    """All texts that teach; `batches` makes an epoch of them."""

    def __init__(self, bare: float) -> None:
        """`bare`: the share of the stories' propositions that are shown without their names."""
        self.bare = bare
        self.headlines = _headlines()
        self.stories: dict[str, list[Told]] = defaultdict(list)
        for one in told(stories(TAUGHT)):
            if one.claim and one.mark.target is None:
                self.stories[one.story].append(one)
        self.worlds = [_world(kind, seed) for kind in KINDS for seed in WORLD_SEEDS]

    def batches(self, rng: random.Random) -> list[Batch]:
        """One epoch, in a drawn order."""
        found = [*self._of_stories(rng), *self._of_headlines(rng)]
        worlds = rng.sample(self.worlds, min(WORLDS, len(self.worlds)))
        found += [rng.sample(world, min(MOST, len(world))) for world in worlds]
        rng.shuffle(found)
        return found

    def _of_stories(self, rng: random.Random) -> Iterator[Batch]:
        names = sorted(self.stories)
        rng.shuffle(names)
        claims, each = BESIDE
        for country in sorted({name[0] for name in names}):
            own = [name for name in names if name[0] == country]
            for at in range(0, len(own), 2):
                batch = [
                    (self._text(one, rng), one.claim) for n in own[at : at + 2] for one in self.stories[n]
                ]
                rng.shuffle(batch)
                batch = batch[:MOST]
                for claim in rng.sample(sorted(self.headlines), min(claims, len(self.headlines))):
                    texts = self.headlines[claim]
                    batch += [(text, claim) for text in rng.sample(texts, min(each, len(texts)))]
                yield batch

    def _text(self, one: Told, rng: random.Random) -> str:
        return without_its_names(one.mark.text, one.mark) if rng.random() < self.bare else one.mark.text

    def _of_headlines(self, rng: random.Random) -> Iterator[Batch]:
        claims = sorted(self.headlines)
        rng.shuffle(claims)
        for at in range(0, len(claims), CLAIMS):
            yield [
                (text, claim)
                for claim in claims[at : at + CLAIMS]
                for text in rng.sample(self.headlines[claim], min(OF_CLAIM, len(self.headlines[claim])))
            ]


def _headlines() -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in emergent(measured=False) or ():
        found[f"claim {row.claim_id}"] |= {row.text, row.claim}
    return {claim: sorted(texts) for claim, texts in found.items()}


def _world(kind: str, seed: int) -> Batch:
    return sorted({(mark.text, f"{kind} {seed} {claim}") for claim, mark in named_marks(kind, seed)})
