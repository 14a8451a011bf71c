"""Who is described before the verb: "P, | a resident of Lisk, who was not named, | told Radio Tarn"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, touches
from sayso.read.cues.finding import CueMatch, find_cues
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.sources.kinds import BODIES, PERSONS
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.words import source_words
from sayso.read.tagging.decoding import trim, trim_content
from sayso.text import overlapping, row_of_spans

P_TOLD = 0.8
MARKS = " ,\"”’'»"
ADVERB = re.compile(r"[a-z]{2,20}ly\s+")
LEAST_WORDS = 3  # of what is told
MOST_BEGINS = 8  # of nouns before the verb that are looked at
REACH_CHARS = 300  # from who tells to the verb
_either = partial(either, "described_tellers")


def with_described_tellers(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, each verb that closes a sentence with who is described before it for its source.

    "P, a resident of Lisk, who …, told Radio Tarn": the resident tells P, and not the radio, nor is she part
    of P. What only tells that she is not named is no statement of its own. Near-linear.
    """
    frames = [frame for sentence in sentences for frame in _frames(text, sentence, language)]
    if not frames:
        return list(found)
    sources = row_of_spans(relation.source[0] for _, relation in frames)
    cues = {relation.cue[0].end: number for number, (_, relation) in enumerate(frames)}
    kept, known = [], set()
    for each in found:
        number = next((cues[part.end] for part in each.relation.cue if part.end in cues), None)
        if number is not None:
            known.add(number)
            kept.append(_told(text, each, frames[number][1]))
        elif not _is_description(text, each, sources, language):
            kept.append(each)
    missed = (frame for number, frame in enumerate(frames) if number not in known)
    return [*kept, *(Attribution(relation=relation, cue=match.reading) for match, relation in missed)]


def _frames(text: str, sentence: Span, language: str) -> Iterator[tuple[CueMatch, Relation]]:
    """The cue that closes a sentence, with who is described before it and what that one says."""
    verbs = load(language, "completion")["telling"]["verbs"]
    for match in find_cues(text, sentence, language):
        told = match.reading.lemma in verbs
        closing = _closing(language)["told" if told else "said"]
        if match.reading.voice != "source" or not closing.fullmatch(text, match.span.end, sentence.end):
            continue
        cue = Span(match.span.start + len(_adverb(text, match.span)), match.span.end)
        who = _described(text, sentence, cue.start, language)
        what = trim_content(text, Span(sentence.start, who.start)) if who else sentence
        if who and len(text[slice(*what)].split()) >= LEAST_WORDS:
            yield match, Relation(source=(who,), cue=(cue,), content=(what,), p_relation=P_TOLD)


def _adverb(text: str, cue: Span) -> str:
    """The adverb before a verb of telling, which ends the clause before it: "to speak | freely | told"."""
    found = ADVERB.match(text, cue.start, cue.end)
    return found.group() if found else ""


def _described(text: str, sentence: Span, cue: int, language: str) -> Span | None:
    """Who stands before the verb with what describes that one, between commas or in a "who" clause."""
    first = max(sentence.start, cue - REACH_CHARS)
    lead = _lead(language)
    begins = [match.end() for match in lead["begins"].finditer(text, first, cue)]
    for begin in reversed(begins[-MOST_BEGINS:]):
        for pattern in (lead["set_off"], lead["nameless"]):
            match = pattern.fullmatch(text, begin, cue)
            if match is not None and _is_somebody(match["who"], language):
                return trim(text, Span(begin, cue))
    return None


def _is_somebody(words: str, language: str) -> bool:
    heads = source_words(language).heads.get(read_mention(words, language).head, ())
    return any({one.kind, one.kind_plural} & (BODIES | PERSONS) for one in heads)


def _told(text: str, each: Attribution, frame: Relation) -> Attribution:
    """The attribution as the frame has it, with what the finder gives before who tells."""
    relation, who = each.relation, frame.source[0]
    theirs = relation.source and relation.source[0].start == who.start
    if theirs and not touches((who,), relation.content):
        return each
    what = frame.content[0]
    earlier = tuple(piece for piece in relation.content if piece.end <= what.start)
    before = [
        Span(p.start, min(p.end, who.start)) for p in relation.content if what.start <= p.start < who.start
    ]
    whole = before and not text[before[-1].end : who.start].strip(MARKS)
    content = (*earlier, *(trim_content(text, piece) for piece in before)) if whole else (*earlier, what)
    return replace(each, relation=replace(relation, source=(who,), content=content, voice="source"))


def _is_description(text: str, each: Attribution, sources: Sequence[Span], language: str) -> bool:
    """Whether it only tells that who speaks is not named: "who declined to be named"."""
    around = overlapping(sources, each.relation.cue[0]) if each.relation.cue else ()
    if not around:
        return False
    words = text[each.relation.cue[0].start : around[0].end].lower()
    return not _nameless(language).isdisjoint(re.findall(r"\w+", words))


@cache
def _nameless(language: str) -> frozenset[str]:
    return frozenset(load(language, "described_tellers")["nameless"])


@cache
def _lead(language: str) -> dict[str, re.Pattern[str]]:
    """Where who tells may begin, and that one with what describes it up to the verb."""
    articles, openers, nameless = (_either(language, name) for name in ("articles", "openers", "nameless"))
    with_verb = _either(language, "with_verb")
    who = rf"(?P<who>(?:{articles})\s+[^,;:.!?“”\"\n]{{2,80}}?)"
    rest = r"[^;:!?“”\"\n]"
    return {
        "begins": re.compile(rf"(?:,[”\"’]?|[”\"’])\s+(?=(?:{articles})\s)"),
        "set_off": re.compile(rf"{who},\s+(?:{openers})\b{rest}{{2,200}},\s+", re.IGNORECASE),
        "nameless": re.compile(
            rf"{who}\s+(?:{with_verb})\s+[^,;:!?“”\"\n]{{2,80}}?\b(?:{nameless})\b[^,;:!?“”\"\n]{{0,80}}\s",
            re.IGNORECASE,
        ),
    }


@cache
def _closing(language: str) -> dict[str, re.Pattern[str]]:
    """What may stand between a verb that closes its sentence and the end: "told | Radio Velm on Monday."."""
    placed = rf"(?:,?\s+(?:{_either(language, 'placed')})\b[^,;:!?“”\"\n]{{0,80}})?[.!]?[”\"]?\s*"
    return {"told": re.compile(hearers(language) + placed), "said": re.compile(placed)}


def hearers(language: str) -> str:
    """A pattern of an outlet that is told something: " Radio Tarn", " us", " the Dispatch"."""
    whom = "|".join(load(language, "completion")["telling"]["whom"])
    return rf"\s+(?:(?i:{whom})|(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){{0,4}})"
