"""Who is who inside one document: mentions gathered into entities, with the ways to find them again."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.model import SourceKind
from sayso.read.gazetteers import Gazetteer
from sayso.read.kinds import BODIES, PERSONS, class_of, kind_of
from sayso.read.mentions import Mention
from sayso.read.source_words import SourceWords, source_words

LOOK_BACK = 40  # entities with the same noun that are tried, the latest first
LONGEST_NAME_CHARS = 160
SMALL_WORDS = frozenset({"for", "of", "and", "the", "on", "in", "to", "&"})


@dataclass(slots=True)
class Entity:
    """One source or possible source of a document, as known so far; `seen` is where it was last.

    `person`: a named one; `human`: somebody who can be "he", named or not.
    """

    name: str = ""
    core: str = ""
    person: bool = False
    human: bool = False
    spoke: bool = False
    kind: SourceKind = "unspecified"
    anonymous: bool = False
    gender: str = ""
    plural: bool = False
    seen: int = -1
    maker: str = ""
    fixed: str = ""
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    before: set[str] = field(default_factory=set)

    @property
    def printed_name(self) -> str:
        """The fullest name or descriptor that is printed, without its article."""
        if self.fixed:
            return self.fixed
        return self.name if self.person and self.name else self.core or self.name


class Register:
    """The entities of one document, found by name, part of a name, acronym or noun."""

    def __init__(self, gazetteer: Gazetteer, language: str, later: Iterable[str] = ()) -> None:
        """`later`: full names of persons that stand anywhere in the document."""
        self.gazetteer, self.language = gazetteer, language
        self.words: SourceWords = source_words(language)
        self.by_name: dict[str, Entity] = {}
        self.by_part: dict[str, Entity] = {}
        self.by_acronym: dict[str, Entity] = {}
        self.by_id: dict[str, Entity] = {}
        self.by_head: dict[str, list[Entity]] = defaultdict(list)
        self.by_kind: dict[str, list[Entity]] = defaultdict(list)
        self.full: dict[str, set[str]] = defaultdict(set)
        for name in later:
            self.full[name.split()[-1].lower()].add(name)

    def place(self, mention: Mention, at: int) -> Entity:
        """The entity that the mention stands for: one that is there, or a new one."""
        found = (
            self.named(mention) if mention.name and not _several_names(mention) else self.described(mention)
        )
        entity = found or self._open(mention)
        self._learn(entity, mention, at)
        return entity

    def named(self, mention: Mention) -> Entity | None:
        """The entity with this proper name, its acronym, its long form, or a part of it."""
        key = _key(mention.name)
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
            last and last.person and (_key(last.name) == words[-1] or _key(last.name).split()[0] == words[0])
        )
        return last if short else None

    def described(self, mention: Mention) -> Entity | None:
        """The entity that a noun takes up: "the ministry", "the source", "police"."""
        if not mention.head or not self._takes_up(mention):
            return None
        nouns = self.words.same.get(mention.head, frozenset({mention.head}))
        same = [entity for noun in nouns for entity in self.by_head.get(noun, ())[-LOOK_BACK:]]
        fits = [entity for entity in same if self._fits(mention, entity)]
        if fits:
            return max(fits, key=lambda entity: entity.seen)
        return self._by_wider_noun(mention)

    def _takes_up(self, mention: Mention) -> bool:
        """Whether the phrase points back: definite, or bare and of a kind that needs no article."""
        lists = self.words.lists
        if mention.determiner in lists["indefinite"] or lists["indefinite"] & {*mention.before}:
            return False
        if mention.determiner:
            return True
        if _key(mention.core) in self.by_name:
            return True
        found = class_of(mention, self.language)
        return found is not None and found.anonymous == "never" and found.name != "spokesperson"

    def _fits(self, mention: Mention, entity: Entity) -> bool:
        """Whether number, gender and the words before the noun let the two be one."""
        if entity.seen < 0 or (mention.gender and entity.gender and mention.gender != entity.gender):
            return False
        if mention.plural != entity.plural:
            return False
        words = self.words.lists["definite"] | self.words.lists["articles"]
        said = {word for word in (*mention.before, *mention.owner.lower().split()) if word not in words}
        if said and not said & entity.words and (entity.before or mention.owner):
            return False
        capital = {word.lower() for word in mention.core.split()[: len(mention.before)] if word[:1].isupper()}
        ordinary = self.words.lists["adjectives"]
        return capital - ordinary <= entity.words

    def _by_wider_noun(self, mention: Mention) -> Entity | None:
        """The latest entity of a kind that the noun may take up: "the man", "the newspaper"."""
        if mention.before or mention.owner or mention.plural:
            return None
        best: Entity | None = None
        for rule in self.words.takes_up:
            if mention.head not in rule.nouns:
                continue
            for kind in rule.kinds:
                for entity in reversed(self.by_kind.get(kind, ())[-LOOK_BACK:]):
                    if self._wider(rule.anonymous, mention, entity) and (not best or entity.seen > best.seen):
                        best = entity
            if best:
                return best
        return best

    def _wider(self, anonymous: bool, mention: Mention, entity: Entity) -> bool:
        if entity.plural or entity.seen < 0 or entity.maker or (anonymous and not entity.anonymous):
            return False
        if not anonymous and entity.anonymous and entity.kind in PERSONS:
            return not (mention.gender and entity.gender and mention.gender != entity.gender)
        if entity.kind in PERSONS and not anonymous and not entity.name:
            return False
        return not (mention.gender and entity.gender and mention.gender != entity.gender)

    def _open(self, mention: Mention) -> Entity:
        kind, anonymous = kind_of(mention, self.gazetteer, self.language)
        entity = Entity(kind=kind, anonymous=anonymous, plural=mention.plural)
        entity.human = kind in PERSONS or self._spokes(mention)
        entity.person = bool(mention.name) and entity.human
        self.by_kind[kind].append(entity)
        full = self.full.get(mention.name.lower(), set())
        if entity.person and len(full) == 1:
            entity.name = next(iter(full))
            self._index_name(entity, entity.name)
        return entity

    def _spokes(self, mention: Mention) -> bool:
        found = class_of(mention, self.language)
        inside = mention.head in mention.name.lower()
        return found is not None and not inside and (found.name == "spokesperson" or found.kind in PERSONS)

    def _learn(self, entity: Entity, mention: Mention, at: int) -> None:
        """Adds what one more mention tells of the entity."""
        entity.seen = at
        entity.gender = entity.gender or mention.gender
        self._retitle(entity, mention)
        if mention.head and mention.head not in entity.heads:
            entity.heads.add(mention.head)
            self.by_head[mention.head].append(entity)
        if mention.name and not _several_names(mention) and len(mention.name) > len(entity.name):
            entity.name = mention.name
        if mention.name and not _several_names(mention):
            self._index_name(entity, mention.name)
            if mention.acronym:
                self.by_acronym[mention.acronym] = entity
        if len(entity.core) < len(mention.core) <= LONGEST_NAME_CHARS:
            entity.core = mention.core
        entity.words |= {*mention.before, *_key(mention.core).split()}
        entity.before |= {*mention.before, *mention.owner.lower().split()}
        found = class_of(mention, self.language)
        if found and found.name == "document":
            entity.maker = entity.maker or mention.body
        self.by_name.setdefault(_key(mention.core), entity)

    def _retitle(self, entity: Entity, mention: Mention) -> None:
        """An office or profession that is told later makes a person's kind more exact."""
        if not entity.person or entity.kind != "person":
            return
        kind, _ = kind_of(mention, self.gazetteer, self.language)
        if kind in PERSONS | BODIES and kind != "person" and self._spokes(mention):
            entity.kind = kind
            self.by_kind[kind].append(entity)

    def _index_name(self, entity: Entity, name: str) -> None:
        key = _key(name)
        self.by_name[key] = entity
        words = key.split()
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


def _several_names(mention: Mention) -> bool:
    """ "Smith and Jones" is no one's name."""
    return mention.plural and mention.name != "" and " and " in mention.core


def _key(name: str) -> str:
    """A name in the form in which it is looked up: lower case, without article and possessive."""
    key = " ".join(name.lower().replace("’", "'").split())
    key = key.removesuffix("'s").removesuffix("'")
    return key.removeprefix("the ") or key
