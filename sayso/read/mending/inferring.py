"""Who concludes: "the engineer suggests" is his; "the cuts suggest", "this suggests" are the author's."""

from __future__ import annotations

from dataclasses import replace

from sayso.lang import load
from sayso.read.cues.finding import CueReading
from sayso.read.relation import Relation
from sayso.read.sources.kinds import class_of
from sayso.read.sources.mentions import read_mention


def speaks(text: str, relation: Relation, language: str) -> bool:
    """Whether somebody is printed who infers, or data: not so in "This suggests", "The cuts suggest"."""
    printed = printed_source(text, relation)
    no_one = printed.lower() in load(language, "completion")["no_speakers"]
    return bool(printed) and not no_one and not is_matter(printed, language)


def printed_source(text: str, relation: Relation) -> str:
    """The words of the source, "" for none."""
    return " ".join(text[a:b] for a, b in relation.source)


def is_matter(printed: str, language: str) -> bool:
    """Whether a phrase is a matter from which its reader concludes: no person, body, text or data."""
    mention = read_mention(printed, language)
    opens = load(language, "completion")["of_matters"]
    return (
        not set(opens).isdisjoint(printed.lower().split()[:1])
        and not (mention.name or mention.pronoun or mention.quantity)
        and mention.head not in load(language, "cues_grammar")["inanimate_subjects"]
        and class_of(mention, language) is None
    )


def as_spoken(text: str, relation: Relation, reading: CueReading, language: str) -> CueReading:
    """What somebody indicates is said by them; what data indicate is inferred."""
    words = {word for a, b in relation.source for word in text[a:b].lower().split()}
    things = set(load(language, "cues_grammar")["inanimate_subjects"])
    if reading.lemma in load(language, "completion")["indicating"] and words.isdisjoint(things):
        return replace(reading, voice="source", act="assert", certainty="CT", evidentiality="unstated")
    return replace(reading, voice="source")
