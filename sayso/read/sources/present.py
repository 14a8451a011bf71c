"""Who is there while words are spoken: the speakers of a transcript, and whoever is quoted."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from sayso.lang.loading import load
from sayso.read.relation import Relation
from sayso.read.sources.entity import Entity
from sayso.read.sources.scoring import Occurrence

COLON = ":"
MARKS = {"“": "”", "«": "»", '"': '"'}


def is_turn(text: str, relation: Relation) -> bool:
    """Whether a relation is the turn of a transcript: its label, a colon, and what is said."""
    if len(relation.cue) != 1 or not relation.source or text[slice(*relation.cue[0])] != COLON:
        return False
    start = relation.source[0].start
    if relation.cue[0].start != relation.source[-1].end:
        return False
    return start == 0 or text[start - 1] == "\n"


@cache
def asking_labels(language: str) -> Mapping[str, str]:
    """The labels that only tell who asks and who answers, in lower case, with what they do: "q", "a"."""
    return dict(next(group["acts"] for group in load(language, "rules") if "acts" in group))


def in_own_words(text: str, relation: Relation, place: int) -> bool:
    """Whether a place lies in quotation marks inside what a relation says."""
    for start, end in relation.content:
        if start <= place < end:
            words = text[start:place]
            return any(
                words.count(opens) > words.count(closes) if opens != closes else words.count(opens) % 2 == 1
                for opens, closes in MARKS.items()
            )
    return False


def only_named(before: Sequence[Occurrence], grounds: Collection[str]) -> Entity | None:
    """The only person named before an interview, or the only one of whom it is told who that is."""
    told = (seen.entity for seen in before if seen.entity.person)
    named = [e for e in told if " " in e.name and e.name not in grounds]
    named = [e for e in named if e.heads] or named
    return named[0] if len({id(entity) for entity in named}) == 1 else None
