"""The rule-based finder of attributions: cue lexicon and quotation marks; baseline and fall-back.

No parse: a source is the noun phrase beside the cue, content the clause that the cue's pattern
names. What it cannot tell it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Span, Spans, strip
from sayso.read.cues import CueMatch, find_cues
from sayso.read.decoding import trim, trim_content
from sayso.read.relation import Relation

QUOTED = re.compile(r'“[^”\n]{2,}(?:”|$)|"[^"\n]{2,}(?:"|$)|«[^»\n]{2,}(?:»|$)')
CLAUSE = re.compile(r"[,;:—–]\s|\b(?:but|and|while|although|though|because|after|before|when|whereas)\s")
ADDRESSEE = re.compile(r"\s+(?:[A-Z][\w.’'-]*|the|a|an|its|his|her|their|our|local|state|foreign)(?:\s(?!that\b)[\w.’'-]+){0,5}?(?=\s(?:that|on|in|how|whether|about)\b|,|\s[“\"])")
PHRASE_END = re.compile(r",|;|\.\s|\.$|\s(?:that|which|who|said|says|has|have|had|is|are|was|were)\b|[“\"]")
PRONOUN = re.compile(r"(?:he|she|they|it|we|i|who|which)$", re.I)


def find_by_rules(text: str, sentences: Sequence[Span], language: str = "en") -> list[Relation]:
    """Relations of each sentence by its lexicon cues, in reading order; [] where there are none."""
    found: list[Relation] = []
    for sentence in sentences:
        cues = find_cues(text, sentence, language)
        relations = (relation_by_rules(text, sentence, match, cues) for match in cues)
        found += [relation for relation in relations if relation is not None]
    return found


def relation_by_rules(
    text: str, sentence: Span, match: CueMatch, cues: Sequence[CueMatch]
) -> Relation | None:
    """The relation of one lexicon cue among the `cues` of its sentence; None where it cannot be told."""
    others = [other.span for other in cues if other.span != match.span]
    if match.reading.voice != "source":
        return _without_source(text, sentence, match)
    if text[match.span.start : match.span.end].lower().startswith(("according", "in the words", "citing", "per ")):
        return _by_preposition(text, sentence, match)
    return _by_verb(text, sentence, match, others)


def _without_source(text: str, sentence: Span, match: CueMatch) -> Relation | None:
    clause = clause_around(text, sentence, match.span)
    pieces = [Span(clause.start, match.span.start), Span(match.span.end, clause.end)]
    content = tuple(s for s in (trim_content(text, piece) for piece in pieces) if s.start < s.end)
    if not content:
        return None
    return Relation(cue=(match.span,), content=content, voice=match.reading.voice, p_relation=0.6)


def clause_around(text: str, sentence: Span, cue: Span) -> Span:
    """The clause of `sentence` that holds `cue`: between sentence-level marks that open a finite clause."""
    start, end = sentence
    for mark in re.finditer(r"[;—]\s|,\s(?:but|and|while|although|though|whereas)\s", text[start:end]):
        at = start + mark.end()
        if at <= cue.start:
            sentence = Span(at, sentence.end)
        elif start + mark.start() >= cue.end:
            return Span(sentence.start, start + mark.start())
    return sentence


def _by_preposition(text: str, sentence: Span, match: CueMatch) -> Relation | None:
    after = PHRASE_END.search(text, match.span.end + 1, sentence.end)
    end = after.start() if after else sentence.end
    source = trim(text, Span(match.span.end, end))
    source = Span(source.start, source.end - (text[source.end - 1 : source.end] == "."))
    at_front = match.span.start - sentence.start < 4
    rest = Span(end, sentence.end) if at_front else Span(sentence.start, match.span.start)
    content = trim_content(text, rest)
    if source.start >= source.end or content.start >= content.end:
        return None
    return Relation(source=(source,), cue=(match.span,), content=(content,), p_relation=0.6)


def _by_verb(text: str, sentence: Span, match: CueMatch, others: Sequence[Span]) -> Relation | None:
    quoted = [Span(*q.span()) for q in QUOTED.finditer(text, sentence.start, sentence.end)]
    before = [q for q in quoted if q.end <= match.span.start]
    after = _after_cue(text, sentence, match)
    follows = trim_content(text, after)
    source = _subject(text, sentence, match.span, others)
    if before and (follows.end - follows.start < 3 or not _clausal(text, after)):
        later = [q for q in quoted if q.start >= match.span.end]
        source = source if source and source.start >= before[-1].end else _inverted(text, sentence, match.span)
        content: Spans = tuple(trim_content(text, q) for q in [*before[-1:], *later])
    else:
        content = (follows,) if follows.start < follows.end else ()
    if source is None:
        return None
    return Relation(source=(source,), cue=(match.span,), content=content, p_relation=0.6)


def _after_cue(text: str, sentence: Span, match: CueMatch) -> Span:
    start = match.span.end
    addressed = ADDRESSEE.match(text, start, sentence.end) if match.reading.lemma in {"tell", "inform", "warn", "assure", "remind"} else None
    return Span(addressed.end() if addressed else start, sentence.end)


def _clausal(text: str, span: Span) -> bool:
    return bool(re.match(r"\s*,?\s*(?:that|whether|how|why|what|to|it|he|she|they|the|there|[“\"])\b?", text[span.start : span.end]))


def _subject(text: str, sentence: Span, cue: Span, others: Sequence[Span]) -> Span | None:
    """The noun phrase right before the cue, back to the last mark or other cue."""
    start = max([sentence.start, *(o.end for o in others if o.end <= cue.start)])
    marks = [m.end() for m in CLAUSE.finditer(text, start, cue.start)]
    quote_ends = [m.end() for m in re.finditer(r"[”\"]\s", text[start : cue.start])]
    begin = max([start, *marks, *(start + q for q in quote_ends)])
    span = strip(text, trim(text, Span(begin, cue.start)))
    span = _without_leads(text, span)
    return span if 0 < span.end - span.start < 160 else None


def _without_leads(text: str, span: Span) -> Span:
    lead = re.match(r"(?:that|however|meanwhile|moreover|but|and|also|in \w+)\s*,?\s+", text[span.start : span.end], re.I)
    return Span(span.start + lead.end(), span.end) if lead else span


def _inverted(text: str, sentence: Span, cue: Span) -> Span | None:
    """The noun phrase behind the cue, as in “…”, said the minister."""
    end = PHRASE_END.search(text, cue.end + 1, sentence.end)
    span = trim(text, Span(cue.end, end.start() if end else sentence.end))
    return span if 0 < span.end - span.start < 120 else None
