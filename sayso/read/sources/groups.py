"""Those who were mentioned as several, and who is one of them: "one of them", "some of whom", "all"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.model import SourceKind
from sayso.read.sources.entity import Entity
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
    met = (s for s in seen if s.entity.human or s.entity.kind in ("public", "unspecified"))
    near = [s for s in met if here - s.sentence <= 1 and s.entity.core.split(" ")[0].lower() in counted]
    near = [s for s in near if s in people or s.entity.spoke]
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


def part_of(whole: Entity | None, mention: Mention, gazetteer: Gazetteer, language: str) -> Entity:
    """One of a group, or some or all of it; by itself where nobody knows the group."""
    if whole is None:
        return unknown_part(mention, gazetteer, language)
    if mention.plural and not mention.apposition and mention.core.lower().split()[:1] in (["all"], ["both"]):
        return whole
    return member_of(whole, mention, gazetteer, language)


def unknown_part(mention: Mention, gazetteer: Gazetteer, language: str) -> Entity:
    """Some of those of whom nothing is printed: "some say that"."""
    kind, anonymous = kind_of(mention, gazetteer, language)
    return Entity(core=mention.core, full=mention.full, kind=kind, anonymous=anonymous, plural=mention.plural)


def member_of(group: Entity, mention: Mention, gazetteer: Gazetteer, language: str) -> Entity:
    """One of a group, or some of it, by the group's name unless it has a description or name of its own."""
    kind: SourceKind = "person" if group.kind == "public" and not mention.plural else group.kind
    told = read_mention(mention.apposition, language) if mention.apposition else None
    core = mention.apposition or _own_name(group, mention, language) or group.printed_name
    if told and class_of(told, language):
        kind = kind_of(told, gazetteer, language)[0]
    return Entity(
        core=core, kind=kind, anonymous=group.anonymous,
        human=group.human or kind in PERSONS, plural=mention.plural, group=group,
    )  # fmt: skip


def is_count(mention: Mention, language: str) -> bool:
    """Whether a mention is a bare number: "22", "Nine", "Nine of them"; not so "the two"."""
    first, *rest = mention.core.lower().split() or [""]
    whole = source_words(language).lists["of_them"]
    bare = mention.determiner in ("", first)
    return bare and _is_number(first, language) and " ".join(rest) in {"", *whole}


def _is_number(word: str, language: str) -> bool:
    return word.replace(",", "").isdigit() or word.lower() in source_words(language).lists["numbers"]


def so_many_of(group: Entity, mention: Mention, language: str) -> Entity:
    """So many of a group, by its noun: "22" of "40 families" are "22 families"."""
    words = group.core.split()
    while len(words) > 1 and _is_number(words[0], language):
        words = words[1:]
    if source_words(language).is_head(words[0].lower()):
        words = [words[0].lower(), *words[1:]]  # "Drivers" began a sentence
    core = " ".join([mention.core.split()[0], *words])
    return Entity(
        core=core, kind="public" if group.kind == "person" else group.kind, anonymous=group.anonymous,
        human=group.human, plural=True, group=group,
    )  # fmt: skip


def _own_name(group: Entity, mention: Mention, language: str) -> str:
    """What is not the group, or not all of it, by its own name; "" for one of the group.

    "A third" beside "two officials" is a "third official", "the other" beside "one of the guards" an "other
    guard", "others" beside some who spoke are "others", "some" of the voters of Dall "some voters of Dall",
    but "some who left" those.
    """
    word, lists = mention.core.lower(), source_words(language).lists
    if word in lists["bare_parts"] and len(mention.full) > len(word):
        return mention.full
    first = group.core.lower().split(" ")[0]
    apart = word in lists["one_more"] or (word in lists["other_one"] and first in lists["singled_out"])
    if apart and len(group.heads) == 1:
        return f"{word} {next(iter(group.heads))}"
    if (mention.plural and word in lists["the_rest"]) or (first in lists["singled_out"] and not group.heads):
        return mention.core
    whole = first not in lists["several"] | lists["partitive"]
    return f"{word} {_inside(group, first, language)}" if whole and word in lists["bare_parts"] else ""


def _inside(group: Entity, first: str, language: str) -> str:
    """The group's name as it stands inside a sentence: "residents" of "Residents"."""
    words, name = source_words(language), group.printed_name
    common = words.is_head(first) and words.singular(first) not in words.lists["always_capital"]
    return name[0].lower() + name[1:] if common and not group.name else name
