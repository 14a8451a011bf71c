"""Who is shown saying something: "television showed the president inspecting a mill and | saying that P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.read.sources.mentions import read_mention
from sayso.text import sentence_of

PARTICIPLE = "ing"
_either = partial(either, "shown_saying")


def with_shown_saying(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, where a second participle tells what somebody says who is shown by somebody else.

    All else is unchanged. Linear.
    """
    return [_by_the_shown(text, sentences, each, language) for each in found] if sentences else list(found)


def _by_the_shown(text: str, sentences: Sequence[Span], each: Attribution, language: str) -> Attribution:
    relation = each.relation
    if len(relation.source) != 1 or not relation.cue or not relation.content:
        return each
    cue = relation.cue[0]
    if not text[slice(*cue)].split(" ")[0].endswith(PARTICIPLE) or relation.source[0].start > cue.start:
        return each
    sentence = sentences[sentence_of(sentences, cue.start)]
    match = _shown(language).search(text, sentence.start, cue.start)
    if match is None or text[match.end() : cue.start].strip():
        return each
    mention = read_mention(match["who"], language)
    if not (mention.name or mention.head) or mention.pronoun:
        return each
    return replace(each, relation=replace(relation, source=(Span(*match.span("who")),)))


@cache
def _shown(language: str) -> re.Pattern[str]:
    """Matches "showed the president (who) inspecting a mill and "."""
    showing, joints = (_either(language, name) for name in ("showing", "joints"))
    who = r"(?P<who>[\w’'-]+(?:\s+[\w’'-]+){0,7}?)"
    return re.compile(rf"\b(?:{showing})\s+{who}\s+\w+ing\b[^.;:!?“”]*?,?\s(?:{joints})\s", re.IGNORECASE)
