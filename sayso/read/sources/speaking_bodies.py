"""For which body somebody speaks, told or not: "the ministry said no. | A spokeswoman | added"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.read.sources.entities import Register
from sayso.read.sources.entity import Entity
from sayso.read.sources.kinds import BODIES, class_of
from sayso.read.sources.mention import Mention
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.scoring import Occurrence
from sayso.read.sources.words import source_words


def with_speaking_body(
    mention: Mention, recent: Sequence[Occurrence], house: Entity | None, language: str
) -> Mention:
    """ "A spokeswoman": of the body that spoke last, in this sentence or the one before; not the `house`.

    "Its spokeswoman": of the body that spoke last, or with which a sentence began.
    """
    found, lists = class_of(mention, language), source_words(language).lists
    bare = found is not None and found.name == "spokesperson" and not (mention.body or mention.name)
    theirs = mention.determiner in lists["of_bodies"]
    if not bare or mention.before or not (theirs or mention.determiner in lists["indefinite"]):
        return mention
    bodies = (o for o in reversed(recent) if o.entity.kind in BODIES and not o.entity.human)
    last = next((o for o in bodies if o.spoke or (theirs and o.started)), None)
    near = last and recent[-1].sentence - last.sentence <= 1 and last.entity is not house
    return replace(mention, body=last.entity.printed_name) if last and near else mention


def body_behind(entity: Entity, register: Register, language: str) -> Entity | None:
    """The body for which a spokesperson speaks; None where somebody is none, or speaks for nobody known."""
    if not (entity.serves and entity.serves.name == "spokesperson" and entity.body):
        return None
    body = read_mention(entity.body, language)
    return register.known_body(entity.body) or register.place(body, entity.seen)
