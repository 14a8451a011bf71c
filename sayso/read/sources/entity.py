"""One source of a document as known so far, and the forms in which it is named."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model import SourceKind
from sayso.read.sources.mention import EDGES, Mention
from sayso.read.sources.offices import Office
from sayso.read.sources.words import SourceClass


@dataclass(slots=True)
class Entity:
    """One source or possible source of a document, as known so far; `seen` is where it was last.

    `person`: a named one; `human`: somebody who can be "he", named or not. `full`: the core with what
    describes it. `body`, `serves`: whom it speaks for, leads or serves, and by which class of nouns.
    `known`: to the gazetteer; `unclassed`: by a noun that no class knows ("the master of the vessel");
    `guess`: nothing printed tells the kind; `group`: of whom this is one, or some; `single`: one of
    several; `printed`: in the report itself, and not only in its title; `beside`: the name that stands
    between commas beside what it is ("the state bank, Lodbank"); `offices`: those of one holder that are
    printed of it.
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
    single: bool = False
    seen: int = -1
    maker: str = ""
    fixed: str = ""
    full: str = ""
    body: str = ""
    serves: SourceClass | None = None
    known: bool = False
    unclassed: bool = False
    guess: bool = False
    group: Entity | None = None
    printed: bool = False
    beside: str = ""
    articles: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    offices: set[Office] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    before: set[str] = field(default_factory=set)

    @property
    def printed_name(self) -> str:
        """The fullest name or descriptor that is printed, without its article."""
        if self.fixed:
            return self.fixed
        if self.person and self.name:
            return self.name
        if not self.name and len(self.full) > len(self.core):
            return self.full
        core = self.core or self.name
        if self.beside and self.beside.lower() not in core.lower():
            return self.beside  # "the state bank, Lodbank"
        return f"The {core}" if self.titled else core

    @property
    def titled(self) -> bool:
        """Whether the article belongs to the name, as to a newspaper's: never printed small or left away."""
        outlet = self.kind in ("media", "state_media") and bool(self.name) and not self.human
        return outlet and not self.known and self.articles == {"The"} and self.core == self.name


def is_bare_name(entity: Entity) -> bool:
    """Whether one word names somebody of whom nothing else is told, so that it may be a state or a firm."""
    return entity.person and " " not in entity.name and not (entity.heads or entity.gender)


def taken_up_by(entity: Entity, gender: str, picks: str) -> None:
    """What a pronoun tells: "she" of the gender, "he" that a master is a person, "it" that Undrey is none."""
    entity.gender = entity.gender or gender
    if picks == "body" and entity.person:
        entity.person = entity.human = False
        entity.kind = "unspecified"
    elif picks == "person" and not entity.human:
        entity.human, entity.kind, entity.anonymous = True, "person", True


def article_of(mention: Mention) -> str:
    """The article as printed before a name: "The", "the" or ""."""
    first = mention.text.strip(EDGES).split(" ", 1)[0]
    return first if first in ("The", "the") else ""


def several_names(mention: Mention) -> bool:
    """ "Smith and Jones" is no one's name."""
    return mention.plural and mention.name != "" and " and " in mention.core


def of_whom(core: str, owner: str = "") -> set[str]:
    """Of whom somebody is told: "a guard" of "wife of a guard", "the miner" of "the miner's wife"."""
    _, of, behind = core.lower().partition(" of ")
    return {
        word.strip(",.")
        for word in (behind if of else owner.lower()).replace("’s", "").replace("'s", "").split()
    }


def key_of(name: str) -> str:
    """A name in the form in which it is looked up: lower case, without article and possessive."""
    key = " ".join(name.lower().replace("’", "'").split())
    key = key.removesuffix("'s").removesuffix("'")
    return key.removeprefix("the ") or key
