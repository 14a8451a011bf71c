"""Which of those that were mentioned before a pronoun takes up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.model import Span
from sayso.read.sources.entity import Entity, is_bare_name
from sayso.read.sources.kinds import BODIES
from sayso.read.sources.mention import Mention

SPOKE, STARTED, IN_CONTENT, SAME_SENTENCE, UNKNOWN, TOPIC = 1.5, 0.5, -1.0, -0.5, -1.5, 0.75
IN_BLOCK = -4.0  # told of in a long quotation, for a pronoun outside of it
ONE_OF_THEM = -1.5  # "they" for one unnamed source, where several are there
SUBJECT, ONE_BODY = 1.5, -1.0  # for "they": several who begin the sentence before; a body by itself
TEXT = -1.5  # a report that spoke, where a body may have
OWNER = 2.0  # "Venn's wife believes that he …"
HEARER = 2.5  # a named person whom somebody unnamed told something: the text is rather about her


@dataclass(slots=True)
class Occurrence:
    """An entity at a place: in which sentence, as a speaker, as its first word, inside what is said.

    `printed`: in a sentence at all, and not in a title or a byline.
    """

    span: Span
    entity: Entity
    sentence: int
    spoke: bool
    started: bool
    inside: bool
    printed: bool = True


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


@dataclass(frozen=True, slots=True)
class Named:
    """The words that stand in what somebody says, and the nouns behind a "the", as far as none is led by a
    preposition.
    """

    words: frozenset[str]
    definite: frozenset[str]

    def has(self, entity: Entity) -> bool:
        """Whether it names somebody in full, "the driver", "Venn": whoever says it is somebody else."""
        return not self.words.isdisjoint(entity.name.split()[-1:]) or not self.definite.isdisjoint(
            entity.heads
        )


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


def several_of(seen: Occurrence, here: int) -> float:
    """How well what was seen fits "they": in "Prosecutors have arrested two men, the agency said" they do."""
    entity = seen.entity
    if entity.plural:
        return SUBJECT * (seen.started and here - seen.sentence == 1)
    return ONE_OF_THEM if entity.human else ONE_BODY


def spoke_here(recent: Sequence[Occurrence], here: int, picks: str, *, alone: bool) -> Entity | None:
    """Who spoke last in sentence `here`, where only a pronoun tells what it is.

    "The master of the vessel denied it; he later …": a noun that no class knows is somebody. "Undrey said it
    had none; it did not …": a name by itself is a body's. None for all else.
    """
    last = next((seen for seen in reversed(recent) if seen.spoke), None)
    if last is None or here - last.sentence > (alone and picks == "person"):
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
