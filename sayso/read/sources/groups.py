"""Those who were mentioned as several, and who is one of them: "one of them", "some of whom", "all"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.model import SourceKind
from sayso.read.sources.entities import Entity
from sayso.read.sources.gazetteers import Gazetteer
from sayso.read.sources.kinds import PERSONS, class_of, kind_of
from sayso.read.sources.mention import Mention
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.scoring import Occurrence
from sayso.read.sources.words import source_words


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


def of_two(recent: Sequence[Occurrence], picks: str) -> Entity | None:
    """ "The latter" and "the former": of the two who were last mentioned; None where there are not two."""
    found: list[Entity] = []
    for seen in reversed(recent):
        if seen.entity not in found and seen.entity.kind != "unspecified":
            found.append(seen.entity)
    wanted = 0 if picks == "latter" else 1
    return found[wanted] if len(found) > wanted else None


def unknown_part(mention: Mention, gazetteer: Gazetteer, language: str) -> Entity:
    """Some of those of whom nothing is printed: "some say that"."""
    kind, anonymous = kind_of(mention, gazetteer, language)
    return Entity(core=mention.core, full=mention.full, kind=kind, anonymous=anonymous, plural=mention.plural)


def member_of(group: Entity, mention: Mention, gazetteer: Gazetteer, language: str) -> Entity:
    """One of a group, or some of it, by the group's name unless it has its own description."""
    kind: SourceKind = "person" if group.kind == "public" and not mention.plural else group.kind
    told = read_mention(mention.apposition, language) if mention.apposition else None
    core = mention.apposition or _one_more(group, mention, language) or group.printed_name
    if told and class_of(told, language):
        kind = kind_of(told, gazetteer, language)[0]
    return Entity(
        core=core, kind=kind, anonymous=group.anonymous,
        human=group.human or kind in PERSONS, plural=mention.plural, group=group,
    )  # fmt: skip


def _one_more(group: Entity, mention: Mention, language: str) -> str:
    """ "A third" beside "two officials" is none of the two: "third official"; "" for one of them."""
    word = mention.core.lower()
    if word not in source_words(language).lists["one_more"] or len(group.heads) != 1:
        return ""
    return f"{word} {next(iter(group.heads))}"
