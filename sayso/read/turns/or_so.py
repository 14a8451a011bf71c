"""Doubt behind a clause: "The marshal is dying, | or so the story goes"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.cues.finding import read_cue
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim_content
from sayso.text import overlapping, row_of_spans

P_OR_SO = 0.7
TALE = CueReading(lemma="so the story goes", evidentiality="reportative", voice="hearsay")
_either = partial(either, "or_so")


def with_or_so(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, where "or so X says" behind a clause, or a sentence, gives it to X.

    To nobody where a story or people in general say so. What a finder made of those words gives way. Linear.
    """
    own: list[Attribution] = []
    behind, alone = _patterns(language)
    for number, sentence in enumerate(sentences):
        match = alone.match(text, sentence.start, sentence.end) if number else None
        before = sentences[number - 1] if match else None
        match = match or behind.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        clause = trim_content(text, before or Span(sentence.start, match.start()))
        if clause.start < clause.end:
            own.append(_theirs(text, match, clause, language))
    gone = row_of_spans(span for one in own for span in (*one.relation.cue, *one.relation.source))
    return [*(a for a in found if not any(overlapping(gone, cue) for cue in a.relation.cue)), *own]


def _theirs(text: str, match: re.Match[str], clause: Span, language: str) -> Attribution:
    named = match.groupdict()
    pairs = (("teller", "told"), ("whom", "had"), ("who", "cue"))
    who, verb = next(((who, verb) for who, verb in pairs if named.get(who)), ("", ""))
    if not who:
        relation = Relation(
            cue=(Span(*match.span("all")),), content=(clause,), voice="hearsay", p_relation=P_OR_SO
        )
        return Attribution(relation=relation, cue=TALE)
    cue = Span(*match.span(verb))
    said = Relation(source=(Span(*match.span(who)),), cue=(cue,), content=(clause,), p_relation=P_OR_SO)
    return Attribution(relation=said, cue=read_cue(text[cue.start : cue.end], language))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ ", or so the ministry says" at the end of a sentence, and "Or so the story goes" as all of it.

    So is "We have this from a guard".
    """
    saying = _either(language, "saying")
    tale = rf"(?:the|an?)\s+(?:{_either(language, 'tales')})\s+(?:{_either(language, 'goes')})"
    nobody = rf"(?:{_either(language, 'nobody')})\s+(?:{saying})"
    name = r"[\w’'-]+(?:\s+[\w’'-]+){0,8}?"
    who = rf"(?P<who>{name})\s+(?P<cue>{saying})"
    teller = rf"{name}\s+(?P<told>{_either(language, 'told')})\s+(?P<teller>{name})"
    end = r"\s*[.!]?[”\"]?\s*\Z"
    so = rf"(?:{_either(language, 'so')})\s+(?P<all>{tale}|{nobody}|{teller}|{who}){end}"
    had = rf"{name}\s+(?P<had>{_either(language, 'had')})\s+(?P<whom>{name}){end}"
    return re.compile(rf",\s+{so}", re.IGNORECASE), re.compile(rf"{so}|{had}", re.IGNORECASE)
