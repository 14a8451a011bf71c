"""Those who were mentioned as several, and who is one of them: "one of them", "some of whom", "all"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.model import SourceKind
from sayso.read.sources.entities import Entity
from sayso.read.sources.gazetteers import Gazetteer
from sayso.read.sources.kinds import PERSONS, class_of, kind_of
from sayso.read.sources.mentions import Mention, read_mention
from sayso.read.sources.scoring import Occurrence


def last_group(
    recent: Sequence[Occurrence], before: int, counted: Collection[str], *, speaking: bool = False
) -> Entity | None:
    """Those who were last mentioned as several: a number of people, those who spoke, people, things.

    Nobody counts who stands at `before` or behind it. `counted`: what a number of people begins with.
    `speaking`: those who spoke come first ("some residents said nine men died, others"). None for nobody.
    """
    seen = [s for s in reversed(recent) if s.entity.plural and s.span.start < before]
    people = [s for s in seen if s.entity.human or s.entity.kind == "public"]
    here = recent[-1].sentence if recent else 0
    near = [s for s in people if here - s.sentence <= 1 and s.entity.core.split(" ")[0].lower() in counted]
    spoke = [s for s in people if s.entity.spoke]
    order = (*spoke, *near, *people, *seen) if speaking else (*near, *spoke, *people, *seen)
    return next((s.entity for s in order), None)


def member_of(group: Entity, mention: Mention, gazetteer: Gazetteer, language: str) -> Entity:
    """One of a group, or some of it, by the group's name unless it has its own description."""
    kind: SourceKind = "person" if group.kind == "public" and not mention.plural else group.kind
    told = read_mention(mention.apposition, language) if mention.apposition else None
    if told and class_of(told, language):
        kind = kind_of(told, gazetteer, language)[0]
    return Entity(
        core=mention.apposition or group.printed_name, kind=kind, anonymous=group.anonymous,
        human=group.human or kind in PERSONS, plural=mention.plural, group=group,
    )  # fmt: skip
