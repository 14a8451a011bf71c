"""Silence that no verb of the silent tells: "calls to the ministry went unanswered"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.lang import load
from sayso.model import Span
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.sources.kinds import BODIES
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.words import source_words
from sayso.text import overlapping, row_of_spans

P_SILENT = 0.7
SILENCE = CueReading(lemma="no answer", act="decline", certainty="U")
WHOM = r"(?P<whom>[\w’'-]+(?:\s+[\w’'-]+){0,6}?)"


def with_silences(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions and one more for everyone who was asked and did not answer.

    Only bodies, offices and persons by name are silent: "there was no word from her brother" is no
    refusal. It stands in the place of whatever cue was found in its words. Linear in the length of the text.
    """
    silent = [one for sentence in sentences for one in _silences(text, sentence, language)]
    cues = row_of_spans(span for one in silent for span in one.relation.cue)
    kept = (a for a in found if not any(overlapping(cues, span) for span in a.relation.cue))
    return [*kept, *silent] if silent else list(found)


def _silences(text: str, sentence: Span, language: str) -> list[Attribution]:
    printed = text[sentence.start : sentence.end].lower()
    if not any(word in printed for word in _tell_tales(language)):
        return []
    matches = (pattern.search(text, sentence.start, sentence.end) for pattern in _patterns(language))
    return [_silence(match) for match in matches if match and _may_speak(match["whom"], language)]


def _silence(match: re.Match[str]) -> Attribution:
    what = (Span(*match.span("what")),) if match["what"] else ()
    cue, whom = Span(*match.span("cue")), Span(*match.span("whom"))
    nobody = (Span(*match.span("nobody")),) if match.groupdict().get("nobody") else ()
    relation = Relation(source=(whom,), cue=(*nobody, cue), content=what, p_relation=P_SILENT)
    return Attribution(relation=relation, cue=SILENCE)


def _may_speak(whom: str, language: str) -> bool:
    """Whether a phrase names a body, an office or a person."""
    mention = read_mention(whom, language)
    kinds = {found.kind for found in source_words(language).heads.get(mention.head, ())}
    return (
        bool(mention.name)
        or bool(kinds & (BODIES | {"official", "media", "state_media"}))
        or _is_definite(whom)
    )


def _is_definite(whom: str) -> bool:
    """A thing with an article that calls are made to: "the mill"."""
    return whom.lower().startswith("the ")


@cache
def _tell_tales(language: str) -> tuple[str, ...]:
    words = load(language, "unanswered")
    return tuple(
        sorted(
            {
                *words["answered"],
                *words["unanswered"],
                *words["ringing"],
                *words["nobody"],
                *(f"no {word}" for word in (*words["degrees"], *words["replies"])),
            }
        )
    )


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    words = load(language, "unanswered")

    def either(name: str) -> str:
        listed = sorted(map(re.escape, words[name]), key=len, reverse=True)
        return rf"(?:{'|'.join(listed)})"

    degree = rf"(?:{either('degrees')}\s+)?"
    fate = (
        rf"{either('being')}\s+(?:{either('adverbs')}\s+)?{either('unanswered')}"
        rf"|{either('not_being')}\s+(?:{either('adverbs')}\s+)?{either('answered')}"
        rf"|{either('ringing')}"
        rf"|{either('bringing')}\s+{degree}{either('replies')}"
    )
    asked = rf"\b{either('asking')}(?:\s+{either('for_what')})?\s+{either('reaching')}\s+"
    beside = rf"(?:,[^,.;]{{1,60}},)?(?:\s+{either('for_what')})?\s+"
    unanswered = rf"{asked}{WHOM}{beside}(?P<cue>{fate})\b(?P<what>)"
    there = (
        rf"(?P<cue>{either('there')}\s+{degree}{either('replies')})\s+{either('from')}\s+{WHOM}"
        rf"(?:\s+(?P<what>{either('on_what')}\s+[^,.;]+))?(?=\s*[,.;]|\s*$)"
    )
    received = (
        rf"(?P<cue>\b{either('negative')}\s+{degree}{either('replies')}\s+{either('being_no')}\s+"
        rf"{either('coming')})\s+{either('from')}\s+{WHOM}(?P<what>)(?=\s*[,.;]|\s*$|\s+{either('from')}\s)"
    )
    doing = rf"(?:\s+{either('to_do')})?"
    nobody = (
        rf"\b(?P<nobody>{either('nobody')})\s+{either('belonging')}\s+{WHOM}\s+(?P<cue>{either('available')}{doing})\b"
        rf"(?=\s*[,.;]|\s*$|\s+{either('on_which')}\s)(?:\s+(?P<what>{either('on_which')}\s[^,.;]+))?"
    )
    return tuple(re.compile(each, re.IGNORECASE) for each in (unanswered, there, received, nobody))
