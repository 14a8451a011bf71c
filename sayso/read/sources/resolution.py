"""Whom every printed source stands for inside its document: pronouns, short forms and descriptions."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from sayso.lang import load
from sayso.model import Source, Span, words_at
from sayso.read.chains import nest
from sayso.read.relation import Relation
from sayso.read.sources.answering import who_answers
from sayso.read.sources.blocks import blocks
from sayso.read.sources.bound import bound_by
from sayso.read.sources.clauses import LEAD_CHARS, acts_as_state, is_role, is_topic, leads, tells_of
from sayso.read.sources.entities import Register
from sayso.read.sources.entity import Entity, taken_up_by
from sayso.read.sources.exchanges import Exchanges
from sayso.read.sources.gazetteers import Gazetteer
from sayso.read.sources.grounds import grounds, sites
from sayso.read.sources.groups import is_count, last_group, of_two, part_of, so_many_of
from sayso.read.sources.hearing import is_agent, is_somebody_told, tellers
from sayso.read.sources.house import HouseNames, place_house
from sayso.read.sources.kinds import BODIES, PERSONS, kind_of
from sayso.read.sources.labels import Labels
from sayso.read.sources.mention import Mention
from sayso.read.sources.mentions import paper_at, read_mention
from sayso.read.sources.placed import Placed
from sayso.read.sources.places import numbers_of, place_of, places_of
from sayso.read.sources.present import MARKS, in_own_words, is_turn
from sayso.read.sources.scan import Place
from sayso.read.sources.scoring import (
    IN_BLOCK,
    IN_WORDS,
    OWNER,
    PASSED,
    TEXT,
    Named,
    Occurrence,
    is_ground,
    is_nobody,
    is_unclear,
    just_before,
    lone_before,
    may_be,
    named_in,
    passed_over,
    score_of,
    several_of,
    spoke_here,
    told_behind,
)
from sayso.read.sources.speaking_bodies import body_behind, with_speaking_body
from sayso.read.sources.words import source_words
from sayso.text import row_of_spans

SENTENCES_BACK = 6  # how far behind a pronoun that which it takes up may be
PLACES_BACK = 80  # mentions that are tried for one pronoun
AGENT = -4.0
OUTLETS = frozenset({"media", "state_media"})
OF_WHOM = re.compile(r"\s+of\s+(?:whom|which)\b")


def resolve(
    text: str,
    relations: Sequence[Relation],
    sentences: Sequence[Span],
    publisher: str | None,
    gazetteer: Gazetteer,
    language: str = "en",
) -> tuple[Source, ...]:
    """One Source for each relation, in the same order; spans and text are what is printed.

    Hearsay has no source, the author's own voice the publisher's name. What nothing in the
    document explains keeps its printed words, without an article, as its name.
    """
    reading = _Reading(text, relations, sentences, publisher, gazetteer, language)
    reading.run()
    placed = Placed(
        text=text, relations=relations, parents=reading.parents, publisher=reading.publisher,
        house=reading.house, register=reading.register, found=reading.found, grounds=reading.grounds,
        gazetteer=gazetteer, language=language,
    )  # fmt: skip
    return tuple(placed.source(number) for number in range(len(relations)))


class _Reading:
    """One pass over the mentions of a document, in the order in which they stand."""

    def __init__(
        self, text: str, relations: Sequence[Relation], sentences: Sequence[Span],
        publisher: str | None, gazetteer: Gazetteer, language: str,
    ) -> None:  # fmt: skip
        self.text, self.relations, self.sentences = text, relations, sentences
        self.publisher, self.language = publisher or "", language
        self.gazetteer, self.words = gazetteer, source_words(language)
        self.places = places_of(text, relations, language)
        named = [place.mention for place in self.places if " " in place.mention.name]
        full = {mention.name for mention in named if kind_of(mention, gazetteer, language)[0] in PERSONS}
        full |= {name for p in self.places for name in p.mention.listed if " " in name}
        self.register = Register(gazetteer, language, full)
        said = (relation.content for relation in relations if relation.voice == "source")
        self.inside = row_of_spans([span for content in said for span in content])
        self.blocks = blocks(text, sentences)
        self.speakers = {relation.source[0].start for relation in relations if relation.source}
        self.occurrences: list[Occurrence] = []
        self.found: dict[Span, Entity | None] = {}
        self.house = place_house(self.publisher, self.register, language)
        self.parents = nest(relations, sentences, text, language)
        self.shared = numbers_of(text, relations, language)
        self.numbers = {span: numbers[-1] for span, numbers in self.shared.items()}
        self.tellers = tellers(text, relations, self.places, language)
        self.grounds = grounds(text, self.words)
        self.register.sites = self.grounds | sites(text, self.words)
        self.house_names = HouseNames(self.publisher, self.grounds, gazetteer, language)
        self.labels = Labels(text, relations, self.numbers, self.grounds, language)
        self.owners: dict[int, Entity] = {}
        self.prepositions = next(
            e["words"] for e in load(language, "rules") if e.get("class") == "prepositions"
        )
        self.exchanges = Exchanges(text, relations, self.places, sentences, language)

    def run(self) -> None:
        """Places every mention; pronouns take up what stands before them."""
        last: tuple[Place, Entity | None] | None = None
        for place in self.places:
            told = place.span not in self.numbers and last and tells_of(self.text, last[0], place, self.words)
            if told and last and last[1]:
                self.register.describe(last[1], place.mention)
                continue
            entity = self._entity(place)
            self.found[place.span], last = entity, (place, entity)
            if entity:
                entity.spoke |= place.span.start in self.speakers
                seen = self._occurrence(place, entity)
                entity.printed |= seen.printed
                entity.seen = place.span.start if entity.printed else -1
                self._see_owner(place, seen)
                self.occurrences.append(seen)

    def _see_owner(self, place: Place, seen: Occurrence) -> None:
        """ "Venn's wife believes that he …": Venn is mentioned, and speaks for nothing."""
        owner = read_mention(place.mention.owner, self.language)
        entity = self.register.named(owner) if owner.name else None
        if entity and entity.person and entity is not seen.entity:
            self.occurrences.append(replace(seen, entity=entity, spoke=False))
            self.owners[seen.sentence] = entity

    def _entity(self, place: Place) -> Entity | None:
        mention = place.mention
        if place.span in self.labels.spans:
            return self._labelled(place)
        if mention.pronoun:
            return self._taken_up(place)
        if is_count(mention, self.language) and (group := self._group(place)):
            return so_many_of(group, mention, self.language)
        if mention.quantity and mention.head not in self.words.heads:
            return self._part_of(place)
        if self.house and self.house_names.fits(mention):
            return self.house
        if self.house and self.house_names.owns(mention) and self._parent(place) is None:
            return self.house
        return self.register.place(self._bodied(mention), place.span.start, self._apart(place))

    def _apart(self, place: Place) -> list[Entity]:
        """Who is not meant by a noun: somebody else in the same sentence, or who asked right before.

        "Mr Hald asked the witness", "Ada Voss called Colonel Brask. The witness said": neither Hald nor Voss.
        """
        if place.mention.name or place.mention.determiner not in self.words.lists["definite"]:
            return []
        here = self._sentence(place.span.start)
        near = takewhile(lambda seen: seen.sentence == here, reversed(self.occurrences[-PLACES_BACK:]))
        callers = self.exchanges.callers(place.mention, place.span.start)
        found = [
            *(seen.entity for seen in near if seen.entity.human and (seen.started or seen.spoke)),
            *map(self.found.get, callers),
        ]
        return [entity for entity in found if entity]

    def _bodied(self, mention: Mention) -> Mention:
        return with_speaking_body(mention, self.occurrences[-PLACES_BACK:], self.house, self.language)

    def _occurrence(self, place: Place, entity: Entity) -> Occurrence:
        start = place.span.start
        sentence = self._sentence(start)
        first = self.sentences[sentence].start if self.sentences else 0
        before = self.text[max(first, start - LEAD_CHARS) : start]
        return Occurrence(
            span=place.span, entity=entity, sentence=sentence, spoke=start in self.speakers,
            started=0 <= start - first <= 4 or is_topic(before, self.language),
            inside=self._in_content(start),
            printed=not self.sentences or first <= start < self.sentences[sentence].end,
            leads=leads(before, self.language), role=is_role(before, place.mention.text, self.language),
        )  # fmt: skip

    def _sentence(self, offset: int) -> int:
        return max(bisect_right(self.sentences, offset, key=lambda span: span.start) - 1, 0)

    def _in_content(self, offset: int) -> bool:
        index = bisect_right(self.inside, offset, key=lambda span: span.start) - 1
        return index >= 0 and offset < self.inside[index].end

    def _taken_up(self, place: Place) -> Entity | None:
        """Whom a pronoun stands for; None where nothing fits."""
        mention = place.mention
        picks = mention.pronoun.picks if mention.pronoun else "nobody"
        if picks in ("nobody", "speaker"):
            return None
        here, start = self._sentence(place.span.start), place.span.start
        recent = self.occurrences[-PLACES_BACK:]
        if picks in ("before", "body before"):
            return just_before(self.text, recent, start, here, body=picks != "before")
        if picks in ("latter", "former"):
            return of_two(recent, picks)
        near = [seen for seen in recent if seen.sentence == here]
        if bound := bound_by(self.text, near, start, self.language):
            return bound
        away = self._present(place)
        best = self._answering(place, picks) or (None if away else self._speaker_around(place, picks))
        best = None if any(best is entity for entity in away) else best
        best = best or self._best(place, picks, away)
        if best is None or not (best.heads or best.gender or best.spoke):
            recent = [seen for seen in recent if not any(seen.entity is entity for entity in away)]
            best = spoke_here(recent, here, picks, alone=best is None) or best
        if picks == "body" and (best is None or best is self.house):
            best = self._paper_before(place) or best
        if picks == "body" and (best is None or not best.spoke):
            best = self._state_before(place) or best
        if best:
            taken_up_by(best, mention.gender, picks)
        return best

    def _paper_before(self, place: Place) -> Entity | None:
        """The text with which the sentence before begins: "The letter, obtained by the Echo, … It …"."""
        here = self._sentence(place.span.start)
        before = self.sentences[here - 1] if here else Span(0, 0)
        paper = paper_at(self.text[slice(*before)], self.language)
        return self.register.place(paper, before.start) if paper else None

    def _state_before(self, place: Place) -> Entity | None:
        """One name by itself that did what states do right before: "Karsa disputed the finding. It …"."""
        last = lone_before(self.occurrences, self._sentence(place.span.start))
        number = self.numbers.get(last.span) if last else None
        cue = words_at(self.text, self.relations[number].cue) if number is not None else ""
        return last.entity if last and acts_as_state(cue, self.language) else None

    def _answering(self, place: Place, picks: str) -> Entity | None:
        """The accused who denies, or who was asked and answers: "Brod accused Kole. He denied it"."""
        said = [self.relations[number] for number in self.shared.get(place.span, ())]
        if not said or picks not in ("person", "several", "body"):
            return None
        at = self._said_before(place)
        here, recent = self._sentence(at), self.occurrences[-PLACES_BACK:]
        near = [seen for seen in recent if seen.sentence == here and seen.span.start < at]
        moves = (move for one in said for move in self.exchanges.answered(place.span, one, at))
        return who_answers(place, picks, moves, self.found, near, self._around(place))

    def _parent(self, place: Place) -> int | None:
        return self.parents[self.numbers[place.span]] if place.span in self.numbers else None

    def _around(self, place: Place) -> Entity | None:
        """By whom the statement around a pronoun's own is made; None for nobody who is known."""
        around = self._parent(place)
        if around is None or not self.relations[around].source:
            return None
        return self.found.get(place_of(self.text, self.relations[around], self.language).span)

    def _speaker_around(self, place: Place, picks: str) -> Entity | None:
        """Who is said to say it, where the pronoun's own statement is told by somebody whom it fits."""
        entity = self._around(place)
        if entity is None or may_be(entity, place.mention, picks):
            return entity
        return body_behind(entity, self.register, self.language) if picks == "body" else None

    def _labelled(self, place: Place) -> Entity | None:
        """Whom the label of a turn stands for: "Q" is the outlet, "A" the only person named before."""
        act = self.labels.act(place)
        if act == "ask":
            return self.house
        guest = self.labels.only_guest(self.occurrences) if act else None
        mention = place.mention if act else self._bodied(place.mention)
        return guest or self.register.place(mention, place.span.start)

    def _present(self, place: Place) -> list[Entity]:
        """Those who speak around a pronoun, in their own words or to each other: no "he" of theirs."""
        around = self._parent(place)
        found: list[Entity | None] = []
        while around is not None:
            relation = self.relations[around]
            if is_turn(self.text, relation):
                return [e for e in (*found, *map(self.found.get, self.labels.spans)) if e is not None]
            if relation.source and in_own_words(self.text, relation, place.span.start):
                found += self._quoted(place_of(self.text, relation, self.language))
            around = self.parents[around]
        return [entity for entity in found if entity is not None]

    def _is_quoted(self, place: Place) -> bool:
        """Whether a pronoun stands in somebody's own words, whoever that is."""
        around = self._parent(place)
        return around is not None and in_own_words(self.text, self.relations[around], place.span.start)

    def _quoted(self, speaker: Place) -> list[Entity | None]:
        """Who is quoted, and of whom that is one: "“They came,” one of them said"."""
        known = self.found.get(speaker.span) or self._told_behind(speaker)
        return [known, known.group if known else None]

    def _told_behind(self, speaker: Place) -> Entity | None:
        """Who is named behind his own words, as far as he stood before them: "“He came,” | Maas | said"."""
        mention = speaker.mention
        if mention.quantity:
            return self._group(speaker)
        if mention.pronoun:
            picks = mention.pronoun.picks
            return self._best(speaker, picks) if picks in ("person", "several", "body") else None
        if mention.name:
            return self.register.named(mention)
        return self.register.described(mention, self._apart(speaker))

    def _best(self, place: Place, picks: str, away: Sequence[Entity] = ()) -> Entity | None:
        here = self._sentence(place.span.start)
        best, best_score, later = None, float("-inf"), list[Occurrence]()
        for back, seen in self._fits(place, picks, away):
            told = seen.sentence < here and self._is_told(seen, place)
            score = score_of(seen, here, self.blocks.passed(seen.sentence, here), told=told) - back * 0.01
            if picks == "several":
                score += several_of(seen, here, suffered=seen.span in self.exchanges.done_to)
                score += PASSED * passed_over(seen, later)
            score += IN_WORDS * (bool(away) and seen.inside and here - seen.sentence <= 1)
            score += TEXT * (picks == "body" and seen.entity.kind not in BODIES)
            score += IN_BLOCK * self.blocks.elsewhere(seen.sentence, here)
            score += OWNER * (seen.entity is self.owners.get(here) and not seen.spoke)
            if seen.sentence == here and is_agent(self.text, seen.span.start, self.language):
                score += AGENT
            later.append(seen)
            if score > best_score:
                best, best_score = seen, score
        unclear = picks == "several" and best and is_unclear(best, later, self.exchanges.done_to)
        return best.entity if best and not (unclear and not self._told_of(place).people(self.words)) else None

    def _told_of(self, place: Place) -> Named:
        said = [self.relations[number].content for number in self.shared.get(place.span, ())]
        return named_in(told_behind(self.text, said, place.span.start), self.prepositions)

    def _fits(self, place: Place, picks: str, away: Sequence[Entity]) -> Iterator[tuple[int, Occurrence]]:
        """Who was mentioned before a pronoun and may be meant, the latest first, with how far back it is."""
        start, quoted = place.span.start, self._said_before(place)
        here, spoken = self._sentence(start), picks in ("several", "body") and self._is_quoted(place)
        told_of = self._told_of(place)
        for back, seen in enumerate(reversed(self.occurrences[-PLACES_BACK:])):
            if here - seen.sentence - self.blocks.passed(seen.sentence, here) > SENTENCES_BACK:
                return
            if any(seen.entity is entity for entity in away) or is_nobody(seen, self.words):
                continue
            if picks == "person" and is_ground(seen.entity, self.register.sites):
                continue
            if spoken and seen.entity.kind in OUTLETS and not (seen.entity.spoke or seen.inside):
                continue  # "“They promised us bread,” she told the Courier"
            if quoted <= seen.span.start < start:
                continue  # "“My sister wrote,” she said"
            if not told_of.has(seen.entity) and may_be(seen.entity, place.mention, picks):
                yield back, seen  # "He would not say who the driver was": he is not the driver

    def _is_told(self, seen: Occurrence, place: Place) -> bool:
        """Whether a named person is told something by somebody unnamed: "a guard told Vera that …"."""
        teller = self.found.get(self.tellers[seen.span]) if seen.span in self.tellers else None
        if teller is None or not (teller.human and teller.anonymous and seen.entity.person):
            return False
        number = self.numbers.get(place.span)
        cue = self.relations[number].cue if number is not None else ()
        return is_somebody_told(seen.entity, teller, words_at(self.text, cue), self.language)

    def _said_before(self, place: Place) -> int:
        """Where a quotation begins that stands before who is quoted: "“They came,” one said"."""
        number = self.numbers.get(place.span)
        content = self.relations[number].content if number is not None else ()
        quoted = (part.start for part in content if self.text[part.start] in MARKS)
        return min([place.span.start, *quoted])

    def _part_of(self, place: Place) -> Entity | None:
        """ "One of them", "the other": one, or some, of those who were last mentioned as several."""
        mention, last = place.mention, self.occurrences[-1:]
        words = mention.core.lower().split() or [mention.quantity]
        lists = self.words.lists
        if words[-1] not in lists["unit_of"] and not {*words} <= lists["partitive"] | {"the"}:
            whole = None
        elif OF_WHOM.match(self.text, place.span.end) and last and last[0].entity.plural:
            whole = last[0].entity
        else:
            whole = self._group(place)
        return part_of(whole, mention, self.gazetteer, self.language)

    def _group(self, place: Place) -> Entity | None:
        """Those of whom a mention may be one; who stands in what he says is none of them."""
        recent = self.occurrences[-PLACES_BACK:]
        lists, rest = self.words.lists, place.mention.core.lower() in self.words.lists["the_rest"]
        return last_group(recent, self._said_before(place), lists["counted"], speaking=rest)
