"""The Source of every relation, once it is known whom each printed source stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import Source, SourceKind, Span, words_at
from sayso.read.cues.finding import read_cue
from sayso.read.relation import Relation
from sayso.read.sources.entities import Register
from sayso.read.sources.entity import Entity
from sayso.read.sources.gazetteers import Gazetteer
from sayso.read.sources.kinds import kind_of
from sayso.read.sources.naming import is_from_there, maker_of, named, plain_name
from sayso.read.sources.places import place_of
from sayso.read.sources.speaking_bodies import body_behind
from sayso.read.sources.words import source_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A document's relations, in which statement each stands (`parents`), and who each mention is (`found`).

    `house`: the publisher as an entity; `grounds`: names that are printed as those of places.
    """

    text: str
    relations: Sequence[Relation]
    parents: Sequence[int | None]
    publisher: str
    house: Entity | None
    register: Register
    found: Mapping[Span, Entity | None]
    grounds: frozenset[str]
    gazetteer: Gazetteer
    language: str

    def source(self, number: int) -> Source:
        """The resolved source of one relation."""
        relation = self.relations[number]
        if relation.voice == "hearsay":
            return Source()
        if relation.voice == "author" or not relation.source:
            own = relation.voice == "author"
            return Source(name=self.publisher, kind="author") if own else Source()
        printed = Source(spans=relation.source, text=words_at(self.text, relation.source))
        return self._filled(printed, number)

    def _filled(self, printed: Source, number: int, depth: int = 0) -> Source:
        place = place_of(self.text, self.relations[number], self.language)
        mention = place.mention
        if mention.pronoun and mention.pronoun.picks == "speaker":
            return self._first_person(printed, number, depth)
        entity = self.found.get(place.span)
        if entity is None and self._is_of_clause(number, printed):
            return named(printed, self.publisher, "author", False)  # "…, which would contradict the claim"
        if entity is None:
            kind, anonymous = kind_of(mention, self.gazetteer, self.language)
            return named(printed, plain_name(printed.text, mention), kind, anonymous)
        if is_from_there(printed.text, entity.maker, self.register):
            kind, anonymous = kind_of(replace(mention, body=""), self.gazetteer, self.language)
            return named(printed, plain_name(printed.text, mention), kind, anonymous)
        if entity.maker:
            maker = maker_of(entity, self.register)
            return named(printed, maker.printed_name or entity.maker, maker.kind, maker.anonymous)
        name = entity.printed_name or plain_name(printed.text, mention)
        kind = self.register.kind_through_body(entity)
        if kind in ("person", "unspecified") and name in self.grounds and not (entity.heads or entity.gender):
            kind = "government"  # a place that speaks stands for its state
        return named(printed, name, kind, entity.anonymous)

    def _is_of_clause(self, number: int, printed: Source) -> bool:
        """Whether "which" stands for all that is said before it, which only contradicts or suggests."""
        if printed.text.lower() not in source_words(self.language).lists["of_clauses"]:
            return False
        cue = read_cue(words_at(self.text, self.relations[number].cue), self.language)
        return cue is not None and cue.act in ("deny", "infer")

    def _first_person(self, printed: Source, number: int, depth: int) -> Source:
        """ "We" and "I": who is being quoted around it, else the publisher, of whom "I" is the author."""
        around = self.parents[number] if depth < 3 else None
        if around is None or self.relations[around].voice == "author":
            several = self.house and printed.text.lower() not in ("i", "me", "my")
            kind: SourceKind = self.house.kind if self.house and several else "author"
            return named(printed, self.publisher or plain_name(printed.text, None), kind, False)
        speaker = self._speaker(around, printed, depth)
        if speaker.kind == "unspecified" and not speaker.name:
            return named(printed, plain_name(printed.text, None), "unspecified", True)
        return named(printed, speaker.name, speaker.kind, speaker.anonymous)

    def _speaker(self, around: int, printed: Source, depth: int) -> Source:
        """The source of the statement around it; the body of a spokesperson who says "we"."""
        relation = self.relations[around]
        if not relation.source:
            return self.source(around)
        found = self.found.get(place_of(self.text, relation, self.language).span)
        body = (
            body_behind(found, self.register, self.language)
            if found and printed.text.lower() == "we"
            else None
        )
        if body:
            return named(printed, body.printed_name, body.kind, False)
        return self._filled(printed, around, depth + 1)
