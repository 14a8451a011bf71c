"""The labels of a transcript's turns: "Q" is the outlet, "A" the only guest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sayso.model import Span
from sayso.read.relation import Relation
from sayso.read.sources.entity import Entity
from sayso.read.sources.mention import EDGES
from sayso.read.sources.present import asking_labels, is_turn, only_named
from sayso.read.sources.scan import Place
from sayso.read.sources.scoring import Occurrence


class Labels:
    """Where the labels stand, and who answers. `grounds`: names that are printed as those of places."""

    def __init__(
        self, text: str, relations: Sequence[Relation], numbers: Mapping[Span, int],
        grounds: Collection[str], language: str,
    ) -> None:  # fmt: skip
        self.spans = {span for span, number in numbers.items() if is_turn(text, relations[number])}
        self.grounds, self.language = grounds, language
        self.guest: tuple[Entity | None] | None = None

    def act(self, place: Place) -> str:
        """What a label tells that somebody does: "ask", "answer"; "" where it names him."""
        return asking_labels(self.language).get(place.mention.text.strip(EDGES).lower(), "")

    def only_guest(self, occurrences: Sequence[Occurrence]) -> Entity | None:
        """The only person named before the first label, or the only one of whom it is told who that is
        ("a crane driver, Ilse Maart"); looked for once, as nothing comes before it later.
        """
        if self.guest is None:
            first = min(self.spans)
            self.guest = (only_named([seen for seen in occurrences if seen.span < first], self.grounds),)
        return self.guest[0]
