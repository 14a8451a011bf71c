"""A denial and what it denies in one cue: "denied rumours | that …" is two, and the rumours are nobody's."""

from __future__ import annotations

from dataclasses import replace

from sayso.lang import load
from sayso.model import Span
from sayso.read.cues.finding import read_cue
from sayso.read.relation import Relation

ANSWERS = frozenset(("deny", "unconfirmed", "decline"))


def apart(text: str, relation: Relation, language: str) -> list[Relation]:
    """The answer with the whole say-so as its content, and the say-so itself, which has no source; or itself.

    Of "made claims that" nothing is parted: who makes them says so.
    """
    if len(relation.cue) != 1 or not relation.source or not relation.content:
        return [relation]
    cue = relation.cue[0]
    words = text[cue.start : cue.end].split(" ")
    if len(words) < 2 or words[-1].lower() not in load(language, "completion")["say_so_nouns"]:
        return [relation]
    noun = Span(cue.end - len(words[-1]), cue.end)
    small = load(language, "completion")["before_say_so"]
    first = next((i for i in range(1, len(words)) if all(w.lower() in small for w in words[i:-1])), 1)
    verb = Span(cue.start, cue.start + len(" ".join(words[:first])))
    behind = min(relation.content).start
    answers = read_cue(text[verb.start : verb.end], language).act in ANSWERS
    if not answers or behind < noun.end:
        return [relation]
    start = verb.end + 1
    outer = replace(relation, cue=(verb,), content=(Span(start, max(part.end for part in relation.content)),))
    inner = replace(relation, cue=(noun,), source=(), medium=(), voice="hearsay")
    return [outer, inner]
