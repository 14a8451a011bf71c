"""Whom every printed source stands for inside its document: pronouns, short forms and descriptions."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model import Source, SourceKind, Span, words_at
from sayso.read.chains import nest
from sayso.read.entities import Entity, Register
from sayso.read.gazetteers import Gazetteer
from sayso.read.kinds import BODIES, PERSONS, kind_of
from sayso.read.mention_scan import Place, scan
from sayso.read.mentions import EDGES, Mention, read_mention
from sayso.read.relation import Relation
from sayso.read.source_words import source_words

SENTENCES_BACK = 6  # how far behind a pronoun that which it takes up may be
PLACES_BACK = 80  # mentions that are tried for one pronoun
SPOKE, STARTED, IN_CONTENT, SAME_SENTENCE, UNKNOWN = 1.5, 0.5, -1.0, -0.5, -1.5


@dataclass(slots=True)
class Occurrence:
    """An entity at a place: in which sentence, as a speaker, as its first word, inside what is said."""

    span: Span
    entity: Entity
    sentence: int
    spoke: bool
    started: bool
    inside: bool


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
    return tuple(reading.source(number) for number in range(len(relations)))


class _Reading:
    """One pass over the mentions of a document, in the order in which they stand."""

    def __init__(
        self,
        text: str,
        relations: Sequence[Relation],
        sentences: Sequence[Span],
        publisher: str | None,
        gazetteer: Gazetteer,
        language: str,
    ) -> None:
        self.text, self.relations, self.sentences = text, relations, sentences
        self.publisher, self.language = publisher or "", language
        self.gazetteer, self.words = gazetteer, source_words(language)
        self.places = _places(text, relations, language)
        full = {p.mention.name for p in self.places if " " in p.mention.name and self._is_person(p.mention)}
        self.register = Register(gazetteer, language, full)
        self.inside = _merged([span for relation in relations for span in relation.content])
        self.speakers = {relation.source[0].start for relation in relations if relation.source}
        self.occurrences: list[Occurrence] = []
        self.found: dict[Span, Entity | None] = {}
        self.house = self._house()
        self.parents: tuple[int | None, ...] | None = None

    def _is_person(self, mention: Mention) -> bool:
        return kind_of(mention, self.gazetteer, self.language)[0] in PERSONS

    def _house(self) -> Entity | None:
        """The publisher, whom the text may name; it is there before the first word."""
        if not self.publisher:
            return None
        house = self.register.place(read_mention(self.publisher, self.language), -1)
        house.fixed = self.publisher
        house.person, house.anonymous = False, False
        if house.kind not in BODIES:
            house.kind = "media"
        last = self.publisher.split()[-1].lower()
        self.register.by_part.setdefault(last, house)
        return house

    def run(self) -> None:
        """Places every mention; pronouns take up what stands before them."""
        for place in self.places:
            entity = self._entity(place)
            self.found[place.span] = entity
            if entity:
                entity.seen = place.span.start
                entity.spoke |= place.span.start in self.speakers
                self.occurrences.append(self._occurrence(place, entity))

    def _entity(self, place: Place) -> Entity | None:
        mention = place.mention
        if mention.pronoun:
            return self._taken_up(place)
        if mention.quantity and mention.head not in self.words.heads:
            return self._part_of(mention)
        if self.house and mention.determiner in ("this", "our") and self._own(mention):
            return self.house
        return self.register.place(mention, place.span.start)

    def _own(self, mention: Mention) -> bool:
        return kind_of(mention, self.gazetteer, self.language)[0] == "media"

    def _occurrence(self, place: Place, entity: Entity) -> Occurrence:
        start = place.span.start
        sentence = self._sentence(start)
        first = self.sentences[sentence].start if self.sentences else 0
        spoke = start in self.speakers
        return Occurrence(
            span=place.span, entity=entity, sentence=sentence, spoke=spoke,
            started=0 <= start - first <= 4, inside=not spoke and self._in_content(start),
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
        if picks == "before":
            return self._just_before(place.span.start)
        if picks in ("latter", "former"):
            return self._of_two(picks)
        best = self._best(place, picks)
        if best and mention.gender and not best.gender:
            best.gender = mention.gender
        return best

    def _best(self, place: Place, picks: str) -> Entity | None:
        here = self._sentence(place.span.start)
        best, best_score = None, float("-inf")
        for back, seen in enumerate(reversed(self.occurrences[-PLACES_BACK:])):
            if here - seen.sentence > SENTENCES_BACK:
                break
            if _may_be(seen.entity, place.mention, picks):
                score = _score(seen, here) - back * 0.01
                if score > best_score:
                    best, best_score = seen.entity, score
        return best

    def _just_before(self, start: int) -> Entity | None:
        """The mention that ends right before a relative pronoun."""
        last = self.occurrences[-1] if self.occurrences else None
        if last and len(self.text[last.span.end : start].strip(", ").split()) <= 4 and last.span.end <= start:
            return last.entity if self._sentence(start) == last.sentence else None
        return None

    def _of_two(self, picks: str) -> Entity | None:
        recent: list[Entity] = []
        for seen in reversed(self.occurrences[-PLACES_BACK:]):
            if seen.entity not in recent and seen.entity.kind != "unspecified":
                recent.append(seen.entity)
        wanted = 0 if picks == "latter" else 1
        return recent[wanted] if len(recent) > wanted else None

    def _part_of(self, mention: Mention) -> Entity | None:
        """ "One of them", "the other": one, or some, of those who were last mentioned as several."""
        kind, anonymous = kind_of(mention, self.gazetteer, self.language)
        whole, words = None, mention.core.split() or [mention.quantity]
        bare = len(words) == 1 or words[-1].lower() in self.words.lists["unit_of"]
        if bare:
            several = (s.entity for s in reversed(self.occurrences[-PLACES_BACK:]) if s.entity.plural)
            whole = next(several, None)
        core = f"{words[0]} of {whole.printed_name}" if whole else mention.core
        if whole and whole.kind != "unspecified":
            kind = "person" if whole.kind == "public" and not mention.plural else whole.kind
        return Entity(core=core, kind=kind, anonymous=anonymous, plural=mention.plural)

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
        place = _place_of(self.text, self.relations[number], self.language)
        mention = place.mention
        if mention.pronoun and mention.pronoun.picks == "speaker":
            return self._first_person(printed, number, depth)
        entity = self.found.get(place.span)
        if entity is None:
            kind, anonymous = kind_of(mention, self.gazetteer, self.language)
            return _named(printed, _plain_name(printed.text, mention), kind, anonymous)
        if entity.maker:
            maker = self._maker(entity)
            return _named(printed, maker.printed_name or entity.maker, maker.kind, maker.anonymous)
        name = entity.printed_name or _plain_name(printed.text, mention)
        return _named(printed, name, self._kind(entity, mention), entity.anonymous)

    def _kind(self, entity: Entity, mention: Mention) -> SourceKind:
        """The entity's kind; that of its body, as known elsewhere in the document, for a spokesperson."""
        if entity.kind != "organization" or not mention.body:
            return entity.kind
        body = self._known_body(mention.body)
        return body.kind if body and body.kind in BODIES else entity.kind

    def _known_body(self, printed: str) -> Entity | None:
        mention = replace(read_mention(printed, self.language), determiner="the")
        return self.register.named(mention) if mention.name else self.register.described(mention)

    def _maker(self, entity: Entity) -> Entity:
        known = self._known_body(entity.maker)
        if known:
            return known
        mention = read_mention(entity.maker, self.language)
        kind, anonymous = kind_of(mention, self.gazetteer, self.language)
        return Entity(core=mention.core, kind=kind, anonymous=anonymous)

    def _first_person(self, printed: Source, number: int, depth: int) -> Source:
        """ "We" and "I": who is being quoted around it, else the author."""
        around = self._parents()[number] if depth < 3 else None
        if around is None:
            return _named(printed, self.publisher or _plain_name(printed.text, None), "author", False)
        speaker = (
            self.source(around)
            if not self.relations[around].source
            else self._filled(printed, around, depth + 1)
        )
        if speaker.kind == "unspecified" and not speaker.name:
            return _named(printed, _plain_name(printed.text, None), "unspecified", True)
        return _named(printed, speaker.name, speaker.kind, speaker.anonymous)

    def _parents(self) -> tuple[int | None, ...]:
        if self.parents is None:
            self.parents = nest(self.relations, self.sentences, self.text, self.language)
        return self.parents


def _named(printed: Source, name: str, kind: SourceKind, anonymous: bool) -> Source:
    return Source(
        spans=printed.spans, text=printed.text, name=name or printed.text, kind=kind, anonymous=anonymous
    )


def _plain_name(text: str, mention: Mention | None) -> str:
    """The printed words without article; the words themselves where nothing else is left."""
    core = mention.core if mention else ""
    return core or text.strip(EDGES) or text


def _places(text: str, relations: Sequence[Relation], language: str) -> list[Place]:
    """The mentions of the text, with the printed sources in the place of what they overlap."""
    own = {_place_of(text, r, language).span: _place_of(text, r, language) for r in relations if r.source}
    taken = _merged(list(own))
    others = [place for place in scan(text, language) if _keeps(place, taken)]
    return sorted([*own.values(), *others], key=lambda place: (place.span.start, -place.span.end))


def _keeps(place: Place, taken: Sequence[Span]) -> bool:
    """Whether a mention stands clear of the printed sources; a document made by one of them stays."""
    index = bisect_right(taken, place.span.end - 1, key=lambda span: span.start) - 1
    clear = index < 0 or not taken[index].overlaps(place.span)
    return clear or bool(
        place.mention.body and place.span.start < taken[index].start and not place.mention.name
    )


def _place_of(text: str, relation: Relation, language: str) -> Place:
    """A printed source; of one in several pieces the words between are left out."""
    words = " ".join(text[span.start : span.end] for span in relation.source)
    span = Span(relation.source[0].start, max(part.end for part in relation.source))
    return Place(span=span, mention=read_mention(words, language))


def _merged(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _may_be(entity: Entity, mention: Mention, picks: str) -> bool:
    """Whether number, gender and kind let a pronoun stand for the entity."""
    if picks == "person":
        return entity.human and not entity.plural and entity.gender in ("", mention.gender)
    if picks == "several":
        alone = entity.anonymous and entity.human and entity.spoke
        return entity.plural or alone or (entity.kind in BODIES and not entity.human)
    return entity.kind in BODIES and not entity.human and not entity.plural


def _score(seen: Occurrence, here: int) -> float:
    score = float(seen.sentence - here)
    score += SPOKE * seen.spoke + STARTED * seen.started + IN_CONTENT * seen.inside
    if seen.entity.human and not (seen.entity.heads or seen.entity.spoke or seen.entity.gender):
        score += UNKNOWN
    return score + SAME_SENTENCE * (seen.sentence == here and not seen.spoke)
