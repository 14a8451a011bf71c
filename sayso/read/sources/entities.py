"""Who is who inside one document: mentions gathered into entities, with the ways to find them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model import SourceKind
from sayso.read.sources.entity import (
    Entity,
    article_of,
    is_bare_name,
    key_of,
    of_whom,
    several_names,
)
from sayso.read.sources.gazetteers import Gazetteer
from sayso.read.sources.kinds import (
    BODIES,
    PERSONS,
    class_of,
    held_by_body,
    kind_of,
    serves_no_longer,
)
from sayso.read.sources.mention import Mention
from sayso.read.sources.mentions import ROLES, read_mention
from sayso.read.sources.offices import holds, may_be_called, office_of
from sayso.read.sources.words import SourceWords, source_words

LOOK_BACK = 40  # entities with the same noun that are tried, the latest first
LONGEST_NAME_CHARS = 160
# Which of two kinds of a body says more; what is only guessed says least.
EXACT = {"organization": 1, "media": 1, "government": 2, "state_media": 2, "international_organization": 2}
SMALL_WORDS = frozenset({"for", "of", "and", "the", "on", "in", "to", "&"})


class Register:
    """The entities of one document, found by name, part of a name, acronym or noun."""

    def __init__(self, gazetteer: Gazetteer, language: str, later: Iterable[str] = ()) -> None:
        """`later`: full names of persons that stand anywhere in the document.

        `sites`, set by whoever knows the text: names that are printed as those of places.
        """
        self.gazetteer, self.language = gazetteer, language
        self.words: SourceWords = source_words(language)
        self.by_name: dict[str, Entity] = {}
        self.by_part: dict[str, Entity] = {}
        self.by_acronym: dict[str, Entity] = {}
        self.by_id: dict[str, Entity] = {}
        self.by_head: dict[str, list[Entity]] = defaultdict(list)
        self.by_kind: dict[str, list[Entity]] = defaultdict(list)
        self.full: dict[str, set[str]] = defaultdict(set)
        self.sites: frozenset[str] = frozenset()
        for name in later:
            self.full[name.split()[-1].lower()].add(name)

    def place(self, mention: Mention, at: int, apart: Sequence[Entity] = ()) -> Entity:
        """The entity that the mention stands for: one that is there, or a new one.

        `apart`: who is not meant by a wider noun ("the witness").
        """
        several = several_names(mention)
        found = self.named(mention) if mention.name and not several else self.described(mention, apart)
        found = self.by_name.get(key_of(mention.core)) if several and not found else found
        entity = found or self._open(mention)
        self._learn(entity, mention, at)
        if mention.body and not found:
            self._introduce(mention.body, at)
        return entity

    def _introduce(self, printed: str, at: int) -> None:
        """A named body that stands in somebody's description can be taken up: "the Directorate"."""
        body = read_mention(printed, self.language)
        if body.name and not body.body and class_of(body, self.language) and not self.named(body):
            self._learn(self._open(body), body, at)

    def named(self, mention: Mention) -> Entity | None:
        """The entity with this proper name, its acronym, its long form, or a part of it."""
        key = key_of(mention.name)
        if key in self.by_name:
            return self.by_name[key]
        for acronym in filter(None, (mention.acronym, mention.name if mention.name.isupper() else "")):
            if acronym in self.by_acronym:
                return self.by_acronym[acronym]
        entry = self.gazetteer.lookup(mention.name)
        if entry:
            return self.by_id.get(entry.id)
        part = self.by_part.get(key)
        if part and (part.person or mention.determiner in self.words.lists["definite"]):
            return part
        words = key.split()
        last = self.by_part.get(words[-1])
        short = (
            last
            and last.person
            and (key_of(last.name) == words[-1] or key_of(last.name).split()[0] == words[0])
        )
        if short and kind_of(mention, self.gazetteer, self.language)[0] not in BODIES:
            return last  # "Radio Sorna" is not Sorna
        return None

    def described(self, mention: Mention, apart: Sequence[Entity] = ()) -> Entity | None:
        """The entity that a noun takes up: "the ministry", "the source", "police"."""
        if not mention.head or not self._takes_up(mention):
            return None
        nouns = self.words.same.get(mention.head, frozenset({mention.head}))
        same = [entity for noun in nouns for entity in self.by_head.get(noun, ())[-LOOK_BACK:]]
        fits = [entity for entity in same if not entity.fixed and self._fits(mention, entity)]
        if self._is_somebody_else(mention):
            fits = [entity for entity in fits if key_of(mention.core).split()[0] in entity.words]
        if fits:
            return max(fits, key=lambda entity: entity.seen)
        return None if self._is_somebody_else(mention) else self._by_wider_noun(mention, apart)

    def _is_somebody_else(self, mention: Mention) -> bool:
        """ "The other source" is nobody who spoke as "a source" before."""
        return not self.words.lists["somebody_else"].isdisjoint(mention.core.lower().split()[:1])

    def _takes_up(self, mention: Mention) -> bool:
        """Whether the phrase points back: definite, or bare and of a kind that needs no article."""
        lists = self.words.lists
        if mention.determiner in lists["indefinite"] or lists["indefinite"] & {*mention.before}:
            return False
        if mention.determiner in lists["owned"]:
            return key_of(mention.core) in self.by_name  # "his office" is no office named before
        if mention.determiner:
            return True
        if key_of(mention.core) in self.by_name:
            return True
        found = class_of(mention, self.language)
        return found is not None and found.anonymous == "never" and found.name != "spokesperson"

    def _fits(self, mention: Mention, entity: Entity) -> bool:
        """Whether number, gender and the words before the noun let the two be one."""
        if entity.seen < 0 or (mention.gender and entity.gender and mention.gender != entity.gender):
            return False
        if mention.plural != entity.plural or not holds(entity.offices, mention, self.words):
            return False
        words = self.words.lists["definite"] | self.words.lists["articles"]
        whose, theirs = of_whom(mention.core, mention.owner) - words, of_whom(entity.core) - words
        if whose and theirs and not whose & theirs:
            return False  # "the miner's wife" is not the wife of a guard
        if (
            mention.body
            and entity.body
            and not {*key_of(mention.body).split()} & {*key_of(entity.body).split()}
        ):
            return False
        said = {word for word in (*mention.before, *mention.owner.lower().split()) if word not in words}
        if said and not said & entity.words and (entity.before or mention.owner):
            return False
        capital = {word.lower() for word in mention.core.split()[: len(mention.before)] if word[:1].isupper()}
        ordinary = self.words.lists["adjectives"]
        return capital - ordinary <= entity.words

    def _by_wider_noun(self, mention: Mention, apart: Sequence[Entity]) -> Entity | None:
        """The latest entity of a kind that the noun may take up: "the man", "the newspaper"."""
        if mention.before or mention.owner or mention.plural:
            return None
        best: Entity | None = None
        for rule in self.words.takes_up:
            if mention.head not in rule.nouns:
                continue
            for kind in rule.kinds:
                for entity in reversed(self.by_kind.get(kind, ())[-LOOK_BACK:]):
                    plain = not (rule.nameless and entity.heads) and not self._in_another_office(
                        mention, entity
                    )
                    plain = plain and may_be_called(rule, entity.heads, self.words)
                    plain = plain and not (self._is_country(entity) or self._is_site(entity))
                    fits = plain and self._wider(rule.anonymous, mention, entity)
                    fits = fits and not (
                        entity.fixed or any(entity is other for other in apart)
                    )  # "the agency" is not the paper that one reads
                    if fits and (not best or entity.seen > best.seen):
                        best = entity
        return best

    def _is_country(self, entity: Entity) -> bool:
        """Whether it is only "the country": no office, ministry or agency."""
        classes = [{one.name for one in self.words.heads.get(head, ())} for head in entity.heads]
        return bool(classes) and not entity.name and all("nations" in names for names in classes)

    def _is_site(self, entity: Entity) -> bool:
        """Whether a bare name is only printed as that of a place: "the man" is not the town."""
        return is_bare_name(entity) and not entity.spoke and entity.name in self.sites

    def _in_another_office(self, mention: Mention, entity: Entity) -> bool:
        """ "The ambassador" is nobody who was named as the minister, and not "a senior official" either."""
        if not self._is_office(mention.head):
            return False
        return (entity.anonymous and bool(entity.heads)) or any(map(self._is_office, entity.heads))

    def _is_office(self, noun: str) -> bool:
        return any(found.name == "officeholder" for found in self.words.heads.get(noun, ()))

    def _wider(self, anonymous: bool, mention: Mention, entity: Entity) -> bool:
        if entity.plural or entity.seen < 0 or entity.maker or (anonymous and not entity.anonymous):
            return False
        if entity.human and entity.kind in BODIES:
            return False  # "the university" is not a spokesman
        nameless = entity.kind == "organization" and entity.heads and not entity.name
        if nameless and mention.head not in self.words.lists["any_body"]:
            return False  # "the union" is not the company
        if not anonymous and entity.anonymous and entity.kind in PERSONS:
            return not (mention.gender and entity.gender and mention.gender != entity.gender)
        if entity.kind in PERSONS and not anonymous and not entity.name:
            return False
        return not (mention.gender and entity.gender and mention.gender != entity.gender)

    def _open(self, mention: Mention) -> Entity:
        kind, anonymous = kind_of(mention, self.gazetteer, self.language)
        entity = Entity(kind=kind, anonymous=anonymous, plural=mention.plural)
        entity.single = not self.words.lists["single"].isdisjoint(mention.core.lower().split()[:1])
        entity.human = kind in PERSONS or self._spokes(mention)
        entity.known = bool(mention.name) and self.gazetteer.lookup(mention.name) is not None
        entity.person = bool(mention.name) and entity.human
        entity.unclassed = bool(mention.head) and not (mention.name or mention.head in self.words.heads)
        self.by_kind[kind].append(entity)
        full = self.full.get(mention.name.lower(), set())
        if entity.person and len(full) == 1:
            entity.name = next(iter(full))
            self._index_name(entity, entity.name)
        return entity

    def _spokes(self, mention: Mention) -> bool:
        found = class_of(mention, self.language)
        inside = mention.head in mention.name.lower() or held_by_body(mention, found, self.language)
        return found is not None and not inside and found.name in ROLES

    def _learn(self, entity: Entity, mention: Mention, at: int) -> None:
        """Adds what one more mention tells of the entity."""
        entity.seen = at
        entity.gender = entity.gender or mention.gender
        self._retitle(entity, mention)
        self._learn_noun(entity, mention)
        if mention.name and not several_names(mention) and len(mention.name) > len(entity.name):
            entity.name = mention.name
        if mention.name and not several_names(mention):
            self._index_name(entity, mention.name)
            if mention.acronym:
                self.by_acronym[mention.acronym] = entity
        self._learn_words(entity, mention)
        if mention.head and " and " in mention.name:
            self.by_name.setdefault(key_of(mention.name), entity)
        if mention.name and mention.name == mention.apposition:
            entity.beside = mention.name
        if mention.apposition:
            self.describe(entity, read_mention(mention.apposition, self.language))
        found = class_of(mention, self.language)
        if found and found.name == "document":
            entity.maker = entity.maker or mention.body
        elif (
            found and found.of and mention.body and not (entity.body or serves_no_longer(mention, self.words))
        ):
            entity.body, entity.serves = mention.body, found
        self.by_name.setdefault(key_of(mention.core), entity)

    def _learn_noun(self, entity: Entity, mention: Mention) -> None:
        """Adds the noun by which it is called, and the office that this names."""
        if mention.head and mention.head not in entity.heads:
            entity.heads.add(mention.head)
            self.by_head[mention.head].append(entity)
        if office := office_of(mention, self.words):
            entity.offices.add(office)

    def _learn_words(self, entity: Entity, mention: Mention) -> None:
        """Adds the words with which it is named and described."""
        if len(entity.core) < len(mention.core) <= LONGEST_NAME_CHARS:
            entity.core = mention.core
        if len(entity.full) < len(mention.full) <= LONGEST_NAME_CHARS:
            entity.full = mention.full
        if mention.name:
            entity.articles.add(article_of(mention))
        entity.words |= {*mention.before, *key_of(mention.core).split()}
        entity.before |= {*mention.before, *mention.owner.lower().split()}

    def _retitle(self, entity: Entity, mention: Mention) -> None:
        """An office or profession that is told later makes a person's kind more exact."""
        if not entity.person or entity.kind != "person":
            return
        kind, _ = kind_of(mention, self.gazetteer, self.language)
        if kind in PERSONS | BODIES and kind != "person" and self._spokes(mention):
            entity.kind = kind
            self.by_kind[kind].append(entity)

    def describe(self, entity: Entity, told: Mention) -> None:
        """What is told of somebody makes the kind more exact: "The Sower, the newspaper of the ministry"."""
        if entity.known or told.name or not told.head:
            return
        kind, _ = kind_of(told, self.gazetteer, self.language)
        if entity.human and (entity.heads or kind in PERSONS):
            if entity.person and entity.kind == "person" and kind in PERSONS and self._spokes(told):
                entity.kind = kind
        elif kind in BODIES and (entity.guess or EXACT.get(kind, 0) > EXACT.get(entity.kind, 0)):
            entity.kind, entity.guess = kind, False
            entity.human = entity.person = entity.plural = False
            self.by_kind[kind].append(entity)

    def kind_through_body(self, entity: Entity) -> SourceKind:
        """The kind, by way of the body that the source speaks for, leads or serves, as the text knows it."""
        if not entity.serves or not entity.body:
            return entity.kind
        body = self.known_body(entity.body)
        return entity.serves.of.get(body.kind, entity.kind) if body and body is not entity else entity.kind

    def known_body(self, printed: str) -> Entity | None:
        """The entity that the words for a body stand for; None where the document does not know it."""
        mention = replace(read_mention(printed, self.language), determiner="the")
        return self.named(mention) if mention.name else self.described(mention)

    def _head_words(self, words: list[str]) -> list[str]:
        """The words of a body's name by which it is taken up: not those of whom it is of.

        "The ministry" is not the Bulletin of the Harbour Ministry; "the radio" is the Voice of Quell Radio.
        """
        before = words[: words.index("of")] if "of" in words else words
        own = any(word in self.words.name_nouns or word in self.words.heads for word in before)
        return before if own else words

    def _index_name(self, entity: Entity, name: str) -> None:
        key = key_of(name)
        self.by_name[key] = entity
        words = key.split() if entity.person else self._head_words(key.split())
        parts = (
            {words[-1], words[0]}
            if entity.person
            else {word for word in words if word in self.words.name_nouns}
        )
        for part in parts | ({" ".join(words[-2:])} if len(words) > 2 else set()):
            self.by_part[part] = entity
        for word in words:
            if word in self.words.heads and not entity.person and word not in entity.heads:
                entity.heads.add(word)
                self.by_head[word].append(entity)
        initials = "".join(word[0] for word in name.split() if word not in SMALL_WORDS)
        if len(initials) > 1 and initials.isupper() and not entity.person:
            self.by_acronym.setdefault(initials, entity)
        entry = self.gazetteer.lookup(name)
        if entry and not entity.person:
            self.by_id.setdefault(entry.id, entity)
