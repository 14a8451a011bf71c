"""Two cues taken for one: "denied rumours | that …", "said reports | that …"; "carried a denial | by …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.lang import load
from sayso.model import Span
from sayso.read.cues.finding import read_cue
from sayso.read.relation import Relation
from sayso.read.rules.source import subject_before
from sayso.read.rules.view import view_of
from sayso.text import sentence_of

ANSWERS = frozenset(("deny", "unconfirmed", "decline"))


def apart(text: str, sentences: Sequence[Span], relation: Relation, language: str) -> list[Relation]:
    """The answer with the whole say-so as its content, and the say-so itself, which has no source; or itself.

    So too "said reports that P were false": what is said begins with the reports. Of "made claims that"
    nothing is parted: who makes them says so.
    """
    if len(relation.cue) != 1 or not relation.source:
        return [relation]
    carried = _carried(text, sentences, relation, language)
    if carried is not None or not relation.content:
        return [carried or relation]
    cue = relation.cue[0]
    words = text[cue.start : cue.end].split(" ")
    if len(words) < 2 or words[-1].lower() not in load(language, "completion")["say_so_nouns"]:
        return [relation]
    noun = Span(cue.end - len(words[-1]), cue.end)
    small = load(language, "completion")["before_say_so"]
    first = next((i for i in range(1, len(words)) if all(w.lower() in small for w in words[i:-1])), 1)
    verb = Span(cue.start, cue.start + len(" ".join(words[:first])))
    behind = min(relation.content).start
    if behind < noun.end or not _is_on_say_so(text[verb.start : verb.end], language):
        return [relation]
    start = verb.end + 1
    outer = replace(relation, cue=(verb,), content=(Span(start, max(part.end for part in relation.content)),))
    inner = replace(relation, cue=(noun,), source=(), medium=(), voice="hearsay")
    return [outer, inner]


def _is_on_say_so(verb: str, language: str) -> bool:
    """Whether a verb before "reports that" tells of reports and makes none: "denied", "said"."""
    reading = read_cue(verb, language)
    stands = (*load(language, "verdicts")["callings"], *load(language, "stands")["mocking"])
    tells = (*load(language, "completion")["of_say_so"], *stands)
    return reading.act in ANSWERS or reading.negates or reading.lemma in tells


def _carried(text: str, sentences: Sequence[Span], relation: Relation, language: str) -> Relation | None:
    """ "The agency | has carried a denial | by the guard": what the agency says, with the denial as content.

    The denial inside it is found where nested words are looked for. None where nothing is passed on.
    """
    cue, source = relation.cue[0], relation.source[0]
    words = load(language, "completion")
    conveys = rf"((?:ha[sd]|have)\s+)?({'|'.join(words['carrying'])})\s+(?=\S)"
    match = re.match(conveys, text[cue.start : cue.end], re.I)
    between = text[cue.end : source.start].strip().lower()
    if match is None or source.start < cue.end or between not in words["carried_from"]:
        return None
    view = view_of(text, sentences[sentence_of(sentences, cue.start)], language)
    subject = subject_before(view, view.index(cue.start), 0)
    if subject is None:
        return None
    verb = Span(cue.start, cue.start + len(match[0].rstrip()))
    last = max([source.end, *(part.end for part in relation.content)])
    return replace(
        relation, source=(view.part(*subject),), cue=(verb,),
        content=(Span(cue.start + match.end(), last),),
    )  # fmt: skip
