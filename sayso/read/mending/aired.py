"""Through what nobody in particular is heard: "It was claimed | on state television | that P"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.read.sources.kinds import class_of
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.words import source_words

CHANNEL_CHARS = 60
OUTLETS = frozenset({"media", "state_media", "document"})
_either = partial(either, "aired")


def with_channel(text: str, each: Attribution, language: str) -> Attribution:
    """The attribution without where it was heard in its cue and content: "It is alleged | on social media".

    An outlet or a paper ("in the report") is who says it then; all else is told of nobody.
    """
    relation = each.relation
    if relation.voice == "author" or not relation.cue or not relation.content:
        return each
    first, last = min(relation.cue[0].start, relation.content[0].start), relation.content[-1].end
    match = _heard(language).search(text, max(0, first - CHANNEL_CHARS), last)
    if match is None or not any(Span(*match.span("verb")).overlaps(span) for span in relation.cue):
        return each
    content = tuple(Span(max(s.start, match.end()), s.end) for s in relation.content if s.end > match.end())
    channel = Span(*match.span("channel"))
    source = relation.source
    if not source and _is_outlet(text[channel.start : channel.end], language):
        source = (channel,)
    kept = [span for span in source if not span.overlaps(Span(match.start(), match.start("channel")))]
    cue = (Span(match.start(), match.end("verb")),)
    voice = "source" if kept else relation.voice
    return replace(
        each, relation=replace(relation, source=tuple(kept), cue=cue, content=content, voice=voice)
    )


def _is_outlet(words: str, language: str) -> bool:
    if any(source_words(language).names.get(word) == "media" for word in words.split()):
        return True
    found = class_of(read_mention(words, language), language)
    apart = re.compile(rf"\A(?:\w+\s+)?(?:{_either(language, 'no_outlets')})\b", re.IGNORECASE)
    return found is not None and found.name in OUTLETS and apart.match(words) is None


@cache
def _heard(language: str) -> re.Pattern[str]:
    """ "It was claimed | on state television on Tuesday | that" up to the "that"."""
    verb = rf"(?P<verb>{_either(language, 'said')})"
    be, where, when = (_either(language, name) for name in ("be", "where", "when"))
    channel = rf"(?P<channel>[^\W\d_][^,;:.?!“”\"\n]{{1,{CHANNEL_CHARS}}}?)"
    day = rf"(?:\s+(?:{when})\b[^,;:.?!“”\"\n]{{0,30}}?)?"
    return re.compile(
        rf"\bit\s+(?:{be})\s+(?:\w+ly\s+)?{verb}\s+(?:{where})\s+{channel}{day},?\s+(?=that\s)",
        re.IGNORECASE,
    )
