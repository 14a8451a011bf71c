"""Which of those that were mentioned before a pronoun takes up."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Span, Spans
from sayso.read.cues.inflection import plural
from sayso.read.sources.entity import Entity, is_bare_name
from sayso.read.sources.kinds import BODIES
from sayso.read.sources.mention import Mention
from sayso.read.sources.words import SourceWords

SPOKE, STARTED, IN_CONTENT, SAME_SENTENCE, UNKNOWN, TOPIC = 1.5, 0.5, -1.0, -0.5, -1.5, 0.75
IN_BLOCK = -4.0  # told of in a long quotation, for a pronoun outside of it
SUFFERED = 1.5  # for "they": several to whom something was done ("the court sentenced two pastors")
PASSED = -2.5  # for "they": who stands before several that begin a later clause of the same sentence
ONE_OF_THEM = -1.5  # "they" for one unnamed source, where several are there
SUBJECT, ONE_BODY = 1.5, -1.0  # for "they": several who begin the sentence before; a body by itself
TEXT = -1.5  # a report that spoke, where a body may have
IN_WORDS = 2.5  # for a pronoun in quotation marks: of whom whoever is quoted has told right before
OWNER = 2.0  # "Venn's wife believes that he …"
HEARER = 2.5  # a named person whom somebody unnamed told something: the text is rather about her


@dataclass(slots=True)
class Occurrence:
    """An entity at a place: in which sentence, as a speaker, as its first word, inside what is said.

    `printed`: in a sentence at all, and not in a title or a byline; `leads`: it begins a later clause of its
    sentence ("…, but | residents"); `role`: it only tells as what somebody comes ("as | a driver").
    """

    span: Span
    entity: Entity
    sentence: int
    spoke: bool
    started: bool
    inside: bool
    printed: bool = True
    leads: bool = False
    role: bool = False


def may_be(entity: Entity, mention: Mention, picks: str) -> bool:
    """Whether number, gender and kind let a pronoun stand for the entity."""
    if picks == "person":
        one = entity.single or not entity.plural
        return entity.human and one and entity.gender in ("", mention.gender)
    if picks == "several":
        alone = entity.anonymous and entity.human and entity.spoke
        return entity.plural or alone or (entity.kind in BODIES and not entity.human)
    text = entity.kind == "unspecified" and entity.spoke and bool(entity.heads)  # "The report says … It adds"
    return (entity.kind in BODIES or text) and not entity.human and not entity.plural


def is_nobody(seen: Occurrence, words: SourceWords) -> bool:
    """Whether what was seen is nobody for a pronoun: "nobody", a role, a name in a title or a byline."""
    no_one = seen.entity.core.lower() in words.lists["no_one"]
    return no_one or not seen.printed or (seen.role and not seen.spoke)


def is_ground(entity: Entity, sites: Collection[str]) -> bool:
    """Whether a name is printed as that of a place, and nobody's: "she" is not the town."""
    return not (entity.heads or entity.gender or entity.spoke) and entity.name in sites


@dataclass(frozen=True, slots=True)
class Named:
    """The words that stand in what somebody says, and the nouns behind a "the", as far as none is led by a
    preposition.
    """

    words: frozenset[str]
    definite: frozenset[str]

    def has(self, entity: Entity) -> bool:
        """Whether it names somebody in full, "the drivers", "Venn": whoever says it is somebody else."""
        heads = {*entity.heads, *map(plural, entity.heads)} if entity.plural else entity.heads
        return not (self.words.isdisjoint(entity.name.split()[-1:]) and self.definite.isdisjoint(heads))

    def people(self, words: SourceWords) -> bool:
        """Whether it names several people who are known: whoever "accuses the men" is somebody else."""
        return any(words.is_plural_head(word) for word in self.definite)


def told_behind(text: str, contents: Iterable[Spans], start: int) -> str:
    """What a pronoun at `start` is said to say behind it: who is named there is another (Chomsky 1981, C)."""
    behind = (part for content in contents for part in content if part.start > start)
    return " ".join(text[slice(*part)] for part in behind)


def named_in(said: str, prepositions: Collection[str]) -> Named:
    """What words name, not behind a preposition: so not "the Church" of "his time with the Church"."""
    words = said.replace("’s", "").replace("'s", "").split()
    bare = [word.strip('.,;:!?“”"()') for word in words]
    before = ["", *(word.lower() for word in bare)]
    free = [
        (at, word) for at, word in enumerate(bare) if before[at - (before[at] == "the")] not in prepositions
    ]
    definite = (word.lower() for at, word in free if before[at] == "the")
    return Named(frozenset(word for _, word in free), frozenset(definite))


def score_of(seen: Occurrence, here: int, passed: int = 0, *, told: bool = False) -> float:
    """How well what was seen fits a pronoun in sentence `here`: higher for the near, and for who speaks.

    `passed`: sentences of long quotations between the two, in which only whoever is quoted speaks. `told`:
    a named person to whom somebody without a name spoke.
    """
    score = float(seen.sentence - here + passed)
    score += SPOKE * seen.spoke + STARTED * seen.started + IN_CONTENT * seen.inside
    quoted = seen.spoke and seen.inside  # "“The Lantern’s report is wrong,” the army said"
    subject = (
        seen.started and " " in seen.entity.name and not quoted
    )  # "Jon Heddal is accused of theft. He denies it."
    score += HEARER * told
    if seen.entity.human and not (
        told or subject or seen.entity.heads or seen.entity.spoke or seen.entity.gender
    ):
        score += UNKNOWN
    score += TOPIC * (subject and here - seen.sentence == 1)
    return score + SAME_SENTENCE * (seen.sentence == here and not seen.spoke)


def several_of(seen: Occurrence, here: int, *, suffered: bool = False) -> float:
    """How well what was seen fits "they": in "Prosecutors have arrested two men, the agency said" they do.

    `suffered`: something was done to them.
    """
    entity = seen.entity
    if entity.plural:
        subject = (seen.started or seen.leads) and here - seen.sentence == 1
        return SUBJECT * subject + SUFFERED * (suffered and here - seen.sentence <= 1)
    return ONE_OF_THEM if entity.human else ONE_BODY


def passed_over(seen: Occurrence, later: Sequence[Occurrence]) -> bool:
    """Whether several begin a later clause of the same sentence, and speak there or are all who might.

    "Officials say the water is clean, but residents are sceptical. They say": the residents.
    """
    return any(
        other.leads
        and other.entity.plural
        and not other.inside
        and other.sentence == seen.sentence
        and (other.spoke or not seen.spoke)
        for other in later
    )


def lone_before(seen: Sequence[Occurrence], here: int) -> Occurrence | None:
    """One name by itself that spoke at the head of the sentence before `here`, and was mentioned last."""
    last = seen[-1] if seen else None
    lone = last is not None and last.spoke and last.started and is_bare_name(last.entity)
    return last if last and lone and here - last.sentence == 1 else None


def is_unclear(best: Occurrence, fits: Sequence[Occurrence], done_to: Mapping[Span, Span | None]) -> bool:
    """Whether "they" may as well be those to whom the likeliest did something, and who is silent so far.

    "Police arrested four students. They said that the road was closed": nobody can tell.
    """
    return best.entity.plural and not best.spoke and any(done_to.get(s.span) == best.span for s in fits)


def spoke_here(recent: Sequence[Occurrence], here: int, picks: str, *, alone: bool) -> Entity | None:
    """Who spoke last in sentence `here`, where only a pronoun tells what it is.

    "The master of the vessel denied it; he later …": a noun that no class knows is somebody. "Undrey said it
    had none; it did not …": a name by itself is a body's. None for all else.
    """
    last = next((seen for seen in reversed(recent) if seen.spoke), None)
    if last is None or here - last.sentence > alone:
        return None
    fits = is_bare_name(last.entity) if picks == "body" else picks == "person" and last.entity.unclassed
    return last.entity if fits and not last.entity.plural else None


def just_before(
    text: str, recent: Sequence[Occurrence], start: int, here: int, *, body: bool = False
) -> Entity | None:
    """Who is mentioned right before a relative pronoun in sentence `here`: "the clerk, | who said".

    `body`: the pronoun is no person's, and passes over people: "The Post, a paper of exiles, which".
    """
    last = recent[-1:]
    if body and last and last[-1].entity.human and not last[-1].entity.name:
        named = [seen for seen in recent if seen.sentence == here and seen.entity.name]
        return named[-1].entity if named else None
    if not last or last[-1].span.end > start or last[-1].sentence != here:
        return None
    return last[-1].entity if len(text[last[-1].span.end : start].strip(", ").split()) <= 4 else None
