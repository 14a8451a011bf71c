"""Who hands words on, named in their midst: "The minister said, | according to TNA, | that P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.cues.finding import read_cue
from sayso.read.mending.at_home import at_home
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.sources.kinds import class_of
from sayso.read.sources.mentions import read_mention
from sayso.read.tagging.decoding import trim, trim_content

P_BETWEEN = 0.8
MOST_SUBJECT_WORDS = 9
_either = partial(either, "told_between")


def with_told_between(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, with one around that of a sentence in whose midst it is told through whom it came.

    It stands behind the verb ("said, TNA reported, that P") or before it ("The minister, quoted by TNA,
    said that P"). Linear: a sentence looks at its own attributions.
    """
    kept, homes = at_home(sentences, found)
    for home in sorted(homes):
        kept += _in_sentence(text, sentences[home], homes[home], language)
    return kept


def _in_sentence(text: str, sentence: Span, mine: list[Attribution], language: str) -> list[Attribution]:
    for match in _aside(language).finditer(text, *sentence):
        aside = Span(*match.span())
        said = next((s for a in mine if (s := _said(text, sentence, a, aside, language)) is not None), None)
        if said is None:
            continue
        which = "by" if match["by"] else "verb"
        who = trim(text, Span(*match.span("of" if match["by"] else "who")))
        cue = Span(*match.span(which))
        relation = said.relation
        start = min(relation.source[0].start, relation.cue[0].start)
        around = (trim_content(text, Span(start, aside.start)),
                  trim_content(text, Span(aside.end, relation.content[-1].end)))  # fmt: skip
        outer = Relation(source=(who,), cue=(cue,), content=around, p_relation=P_BETWEEN)
        reading = replace(read_cue(text[slice(*cue)], language), act="assert", negates=False, voice="source")
        mine = [a for a in mine if not any(aside.overlaps(part) for part in a.relation.cue)]
        mine = [a for a in mine if a.relation.cue != relation.cue]
        mine += [said, Attribution(relation=outer, cue=reading)]
    return mine


def _said(text: str, sentence: Span, each: Attribution, aside: Span, language: str) -> Attribution | None:
    """The attribution in whose midst the aside stands, whole again; None where it does not."""
    relation = each.relation
    if relation.voice != "source" or len(relation.cue) != 1 or not relation.content:
        return None
    cue, opens = relation.cue[0], _opens(language)
    if cue.end == aside.start and opens.match(text, aside.end):
        start, source = aside.end, relation.source
        if not source or source[0].start >= cue.start:
            return None
    elif cue.start == aside.end and opens.match(text, cue.end + 1):
        start = cue.end + 1
        subject = trim(text, Span(sentence.start, aside.start))
        source = relation.source if _within(relation, subject) else (subject,)
        if source != relation.source and not _is_somebody(text[slice(*subject)], language):
            return None
    else:
        return None
    end = max(span.end for span in relation.content)
    content = (trim_content(text, Span(start, end)),) if end > start else ()
    return each if not content else replace(each, relation=replace(relation, source=source, content=content))


def _within(relation: Relation, subject: Span) -> bool:
    return bool(relation.source) and all(subject.contains(span) for span in relation.source)


def _is_somebody(words: str, language: str) -> bool:
    """Whether what stands before the aside is a phrase for somebody who may speak."""
    row = words.split()
    if not 0 < len(row) <= MOST_SUBJECT_WORDS or "," in words:
        return False
    return class_of(read_mention(words, language), language) is not None or all(w[:1].isupper() for w in row)


@cache
def _opens(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(language, 'opens')})\s", re.IGNORECASE)


@cache
def _aside(language: str) -> re.Pattern[str]:
    """ ", according to TNA, ", ", TNA reported, ", ", quoted by Radio Velm, "."""
    name = r"(?:(?:the|a|an|state|local|its|his|her|their)\s+)?[^\W\d_][^,;:.?!“”\"\n]{1,60}?"
    by = rf"(?P<by>{_either(language, 'by')})\s+(?P<of>{name})"
    told = rf"(?P<who>{name})\s+(?P<verb>{_either(language, 'told')})"
    return re.compile(rf",\s+(?:{by}|{told})\s*,\s+", re.IGNORECASE)
