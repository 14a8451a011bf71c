"""What a tagger leaves undone: hearsay has no source, and cues that the lexicon is sure of are kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, Spans, touches, without, words_at
from sayso.read.cues.finding import CueMatch, CueReading, find_cues, read_cue
from sayso.read.mending.answering import of_who_answers
from sayso.read.mending.citing import with_citations
from sayso.read.mending.contrast import with_contrasts
from sayso.read.mending.hearers import (
    is_hearing,
    is_misheard,
    is_outlets,
    is_told_by,
    learns_from,
    with_teller,
    with_whom_it_is_from,
    without_hearer,
    without_subject,
)
from sayso.read.mending.inferring import as_spoken, is_matter, printed_source, speaks
from sayso.read.mending.inverted import with_inverted
from sayso.read.mending.no_words import says_nothing
from sayso.read.mending.openings import without_opening
from sayso.read.mending.say_so import apart
from sayso.read.mending.scope import within_scope
from sayso.read.mending.whole_cues import with_agent, with_messages, with_rest_of_cue, without_dates
from sayso.read.relation import Relation, Voice
from sayso.read.rules.finding import relation_by_rules
from sayso.read.rules.participles import only_dated
from sayso.read.tagging.decoding import trim
from sayso.text import Cover, overlapping, row_of_spans, sentence_of

CLAUSE_START = re.compile(r"[,;:—“”\"]|\b(?:but|and|although|though|while)\s")
NAMELESS_CHARS = 12  # "anybody " before "who"
MOST_CLOSING_WORDS = 6  # of a source between the comma and the cue that ends a sentence
OF_SOMEBODY = (" by", " from")
ALWAYS_KEPT_ACTS = {"decline", "unconfirmed", "deny"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A relation with the reading of its cue (None for the author's plain voice)."""

    relation: Relation
    cue: CueReading | None


def complete(
    text: str, sentences: Sequence[Span], relations: Sequence[Relation], language: str
) -> list[Attribution]:
    """Attributions in reading order: the tagger's, mended, and those that only the lexicon sees."""
    idle = (_is_idiom, only_owed, only_dated, says_nothing, is_misheard)
    seen = (with_inverted(text, relation, language) for relation in relations)
    said = (r for r in seen if r.cue and not any(empty(text, r, language) for empty in idle))
    spoken = [r for r in said if has_speaker(text, r, language)]
    cited = with_citations(text, sentences, with_messages(text, spoken, language), language)
    scoped = within_scope(text, sentences, _in_one_sentence(sentences, cited), language)
    scoped = with_contrasts(text, sentences, scoped, language)
    dated = (without_dates(text, relation, language) for relation in scoped)
    opened = (without_opening(text, relation, language) for relation in dated)
    clean = [part for relation in opened for part in apart(text, sentences, relation, language)]
    tagged = [part for relation in clean for part in _mended(text, relation, language)]
    taken = row_of_spans(span for attribution in tagged for span in attribution.relation.cue)
    missed = [found for sentence in sentences for found in _missed(text, sentence, taken, language)]
    return _ordered(_without_inner_inference([*tagged, *missed]))


def _in_one_sentence(sentences: Sequence[Span], relations: Sequence[Relation]) -> list[Relation]:
    """The relations without those whose cue runs over sentences: the lexicon then looks for itself."""
    return [
        relation for relation in relations
        if sentence_of(sentences, relation.cue[0].start) == sentence_of(sentences, relation.cue[-1].start)
    ]  # fmt: skip


def has_speaker(text: str, relation: Relation, language: str) -> bool:
    """Not so in "according to schedule", which says nothing, and "whoever says so", which is nobody yet."""
    words = [text[a:b].lower().split() for a, b in relation.source]
    if len(words) == 1 and " ".join(words[0]) in load(language, "completion")["whoever"]:
        return False
    if words == [["who"]] and _behind_whoever(text, relation.source[0].start, language):
        return False
    things = load(language, "completion")["according_to_none"]
    return not (len(words) == 1 and words[0] and words[0][-1] in things and len(words[0]) < 3)


def _behind_whoever(text: str, start: int, language: str) -> bool:
    """ "Anyone | who spoke of it": nobody has spoken yet."""
    before = text[max(0, start - NAMELESS_CHARS) : start].lower().split()
    return before[-1:] != [] and before[-1] in load(language, "completion")["whoever"]


def _is_idiom(text: str, relation: Relation, language: str) -> bool:
    """ "In the hopes of making copies": a purpose, and nothing that anybody says."""
    words = " ".join(text[a:b] for a, b in relation.cue).lower()
    return words in load(language, "completion")["idioms"]


def only_owed(text: str, relation: Relation, language: str) -> bool:
    """Whether nobody has said it yet ("The authorities must say where they are"); "I must say" is said.

    So too "they will respond to any attack", and "it would explain the delay", which is a reason.
    """
    words = load(language, "completion")["owed"]
    cue = text[slice(*relation.cue[0])].lower().split() if relation.cue else []
    who = text[slice(*relation.source[0])].lower() if relation.source else "i"
    if len(cue) < 2:
        return False
    owed = cue[0] in words["modals"] and who not in words["first_person"]
    answers = cue[0] in words["ahead"] and cue[-1] in words["answers"]
    if cue[0] in words["matters"]:  # a tagger may take "This would explain" for the cue
        cue, who = cue[1:], cue[0]
    reasons = cue[0] in words["ahead"] and cue[-1] in words["reasons"] and who in words["matters"]
    return owed or answers or reasons


def _mended(text: str, relation: Relation, language: str) -> list[Attribution]:
    """The relation with its cue read; where the cue is hearsay, without any source."""
    relation = with_rest_of_cue(text, relation, language)
    words = " ".join(text[a:b] for a, b in relation.cue)
    reading = read_cue(words, language)
    done = read_cue(with_agent(text, relation, words, language), language)
    reading = done if done.negates else reading  # "were dismissed | by | the mayor"; "told by" is heard
    if verb := told_by_reports(text, relation, language):
        bare = replace(relation, cue=(verb,), source=(), medium=(), voice="hearsay")
        told = replace(read_cue(text[verb.start : verb.end].split()[-1], language), voice="hearsay")
        return [Attribution(relation=bare, cue=replace(told, evidentiality="reportative"))]
    if reading.voice == "hearsay" and relation.source:
        relation = of_who_answers(text, relation, language)
        words = " ".join(text[a:b] for a, b in relation.cue)
        reading = read_cue(words, language)
    if _nobodys(text, relation, language):
        bare = replace(relation, source=(), medium=(), voice="hearsay")
        return [
            Attribution(relation=bare, cue=replace(reading, voice="hearsay", evidentiality="reportative"))
        ]
    hearsay = [
        m for span in relation.cue for m in find_cues(text, span, language) if m.reading.voice == "hearsay"
    ]
    if reading.voice == "hearsay" and is_hearing(reading, language):
        return _heard(text, relation, reading, language)
    if hearsay and hearsay[0].span not in relation.cue:
        return _split(text, relation, hearsay[0], language)
    if _unchecked(text, relation, reading, language):
        return [Attribution(relation=_as_what(text, relation, language), cue=reading)]
    if reading.voice == "source" and (relation.source or relation.voice != "hearsay"):
        relation = _told(text, relation, language) if is_told_by(reading, language) else relation
        relation = _learnt(text, relation, language) if learns_from(words, reading, language) else relation
        spoken = replace(relation, voice="source", content=_answer(text, relation, reading, language))
        return [Attribution(relation=spoken, cue=reading)]
    if reading.voice == "author" and relation.voice == "source" and speaks(text, relation, language):
        return [Attribution(relation=relation, cue=as_spoken(text, relation, reading, language))]
    if reading.voice == "author" and relation.source and is_matter(printed_source(text, relation), language):
        return [Attribution(relation=replace(relation, source=(), medium=(), voice="author"), cue=reading)]
    voice = relation.voice if reading.voice == "source" else reading.voice
    return [Attribution(relation=without_source(text, relation, voice), cue=reading)]


def _is_passive(words: str, language: str) -> bool:
    """Whether a cue is "was not verified" and the like: no "to" behind its last form of "be"."""
    be = set(load(language, "cues_grammar")["be"])
    lower = words.lower().replace("’", "'").split()
    last = max((place for place, word in enumerate(lower) if word in be), default=None)
    return last is not None and "to" not in lower[last:]


def _unchecked(text: str, relation: Relation, reading: CueReading, language: str) -> bool:
    """ "Her account could not be verified": the account is what, and the author is who, unless "by" tells."""
    if reading.act != "unconfirmed" or not relation.source or not relation.cue:
        return False
    words = text[relation.cue[0].start : relation.cue[-1].end]
    return (
        _is_passive(words, language)
        and not words.lower().endswith(OF_SOMEBODY)
        and not text.startswith(tuple(f"{word} " for word in OF_SOMEBODY), relation.cue[-1].end)
    )


def _as_what(text: str, relation: Relation, language: str) -> Relation:
    """The relation with its subject as what could not be verified, and the author as its source."""
    subject = " ".join(text[a:b] for a, b in relation.source).lower()
    empty = subject in load(language, "completion")["no_speakers"]
    return replace(
        relation, source=(), medium=(), voice="author", content=relation.content if empty else relation.source
    )


def _heard(text: str, relation: Relation, reading: CueReading, language: str) -> list[Attribution]:
    """ "Told by X that Z" is X's; "was told that Z" nobody's; whoever was told stands in no part of it."""
    told = with_teller(text, relation, language)
    if told is None:
        return [Attribution(relation=without_hearer(relation), cue=reading)]
    words = " ".join(text[a:b] for a, b in told.cue)
    return [Attribution(relation=told, cue=replace(read_cue(words, language), voice="source"))]


def _told(text: str, relation: Relation, language: str) -> Relation:
    """What was told by somebody, with him as its source where who was told was taken for it."""
    first = relation.source and relation.source[-1].end <= relation.cue[0].start
    teller = with_teller(text, _without_by(text, relation), language) if first else None
    return teller or without_subject(text, relation)


def _learnt(text: str, relation: Relation, language: str) -> Relation:
    """What an outlet has from somebody is his; what a person heard from somebody stays what she heard."""
    theirs = is_outlets(text, relation, language)
    return without_subject(text, with_whom_it_is_from(text, relation, language)) if theirs else relation


def _without_by(text: str, relation: Relation) -> Relation:
    """The relation whose cue ends before its last word, "by"."""
    last = relation.cue[-1]
    end = last.start + len(text[last.start : last.end].rsplit(None, 1)[0])
    return replace(relation, cue=(*relation.cue[:-1], Span(last.start, end)))


def _nobodys(text: str, relation: Relation, language: str) -> bool:
    """ "dismissed reports of a shortage": whose reports is not printed, whoever stands elsewhere."""
    words = load(language, "completion")
    first = text[slice(*relation.cue[0])].lower().split(" ")[0]
    if first not in words["say_so_nouns"]:
        return False
    beside = (*relation.cue, *relation.medium)
    for source in relation.source:
        before = any(0 <= span.start - source.end <= 3 for span in beside)
        between = text[relation.cue[-1].end : source.start].lower().split()
        if before or (between[:1] and between[0] in words["noun_makers"]):
            return False
    return True


def told_by_reports(text: str, relation: Relation, language: str) -> Span | None:
    """The words of "several unconfirmed reports say", which name nobody; None for any others."""
    parts = sorted((*relation.source, *relation.cue))
    if not relation.source or not relation.cue or not relation.content:
        return None
    words = load(language, "completion")
    printed = text[parts[0].start : parts[-1].end].lower().split()
    at = next((i for i, word in enumerate(printed) if word not in words["like_say_so"]), 0)
    verb = " ".join(printed[at + 1 :])
    told = printed[at] in words["telling_say_so"] and verb == words_at(text, relation.cue[-1:]).lower()
    says = told and verb and read_cue(verb, language).act == "assert"
    return Span(parts[0].start, parts[-1].end) if says else None


def _answer(text: str, relation: Relation, reading: CueReading, language: str) -> Spans:
    """The content; none where an answer was refused and only a request is named."""
    words = load(language, "completion")
    first = " ".join(text[a:b] for a, b in relation.content).lower()
    if first in words["asked_for"]:
        return ()
    if reading.act != "decline" or reading.lemma.split()[0] not in words["answering"]:
        return relation.content
    heads = (text[span.start : span.end].lower() for span in relation.content)
    kept = [head[:1] in '“"«' or head.split(" ")[0] in words["openers"] for head in heads]
    return tuple(span for span, keep in zip(relation.content, kept, strict=True) if keep)


def without_source(text: str, relation: Relation, voice: Voice) -> Relation:
    """Whom the sentence is about is never its source: the taken source goes back into the content."""
    taken = [piece for piece in relation.source if _near_by(text, piece, relation)]
    content = joined(text, [*taken, *relation.content], relation.cue)
    return replace(relation, source=(), medium=(), content=content, voice=voice)


def _near_by(text: str, piece: Span, relation: Relation) -> bool:
    """Whether a piece stands in the clause of cue or content, and not in one before a colon or semicolon."""
    parts = (*relation.cue, *relation.content)
    near = min(parts, key=lambda part: max(part.start - piece.end, piece.start - part.end), default=piece)
    between = text[min(piece.end, near.end) : max(piece.start, near.start)]
    return not any(mark in between for mark in ";:—")


def _split(text: str, relation: Relation, hearsay: CueMatch, language: str) -> list[Attribution]:
    """Hearsay among other cue words: "is reportedly receiving", or "reportedly told", which is two."""
    rest = [trim(text, part) for part in without(relation.cue, (hearsay.span,))]
    rest = [part for part in rest if part.start < part.end]
    outer = Relation(
        cue=(hearsay.span,), voice="hearsay", p_relation=relation.p_relation,
        content=joined(text, [*relation.source, *rest, *relation.content], (hearsay.span,)),
    )  # fmt: skip
    found = [Attribution(relation=outer, cue=hearsay.reading)]
    inner = read_cue(" ".join(text[a:b] for a, b in rest), language) if rest else None
    if (
        inner
        and inner.voice == "source"
        and inner.lemma in load(language, "completion")["speaking"]
        and relation.source
    ):
        told = replace(relation, cue=tuple(rest), voice="source")
        found.append(Attribution(relation=told, cue=inner))
    return found


def joined(text: str, spans: Sequence[Span], holes: Spans) -> Spans:
    """Spans in order, joined across gaps of punctuation or a few words that no hole stands in."""
    found: list[Span] = []
    for span in sorted(spans):
        gap = Span(found[-1].end, span.start) if found else None
        if (
            gap
            and gap.end - gap.start < 40
            and not touches([gap], holes)
            and "\n" not in text[gap.start : gap.end]
        ):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _missed(text: str, sentence: Span, taken: Sequence[Span], language: str) -> list[Attribution]:
    """Cues of the lexicon that no relation has and that need no tagger to be sure of."""
    matches = find_cues(text, sentence, language)
    return [
        Attribution(relation=_unheard(text, relation, match.reading, language), cue=match.reading)
        for match in matches
        if (_is_sure(match, language) or _closes(text, sentence, match, language))
        and not overlapping(taken, match.span)
        and (relation := _by_rules(text, sentence, match, matches, language)) is not None
    ]  # fmt: skip


def _by_rules(
    text: str, sentence: Span, match: CueMatch, matches: Sequence[CueMatch], language: str
) -> Relation | None:
    """What the rules find at a cue; of "Her account could not be verified" the account, and nobody's."""
    found = relation_by_rules(text, sentence, match, matches)
    passive = _is_passive(text[match.span.start : match.span.end], language)
    if found is not None or match.reading.act != "unconfirmed" or not passive:
        return found
    before = CLAUSE_START.split(text[sentence.start : match.span.start])[-1]
    subject = trim(text, Span(match.span.start - len(before), match.span.start))
    if subject.start >= subject.end:
        return None
    return Relation(cue=(match.span,), content=(subject,), voice="author")


def _unheard(text: str, relation: Relation, reading: CueReading, language: str) -> Relation:
    if _unchecked(text, relation, reading, language):
        return _as_what(text, relation, language)
    hearing = reading.voice == "hearsay" and is_hearing(reading, language)
    return without_hearer(relation) if hearing and relation.cue and relation.content else relation


@cache
def _hearer(language: str) -> re.Pattern[str]:
    """Matches an outlet that was told something: "us", "this paper", "Radio Tessel"."""
    whom = "|".join(load(language, "completion")["telling"]["whom"])
    return re.compile(rf"(?:(?i:{whom})|(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,3}})")


def _closes(text: str, sentence: Span, match: CueMatch, language: str) -> bool:
    """ ", the ministry said." and ", a nurse told us." at the end of a sentence need no tagger."""
    behind = text[match.span.end : sentence.end].strip(' .!?”"')
    told = match.reading.lemma in load(language, "completion")["telling"]["verbs"]
    if behind and not (told and _hearer(language).fullmatch(behind)):
        return False
    comma = text.rfind(",", sentence.start, match.span.start)
    between = text[comma + 1 : match.span.start].split() if comma > sentence.start else []
    return 0 < len(between) <= MOST_CLOSING_WORDS


def _is_sure(match: CueMatch, language: str) -> bool:
    known = match.reading.lemma in load(language, "completion")["sure"]
    return known or match.reading.voice != "source" or match.reading.act in ALWAYS_KEPT_ACTS


def _without_inner_inference(found: Sequence[Attribution]) -> list[Attribution]:
    """Inside somebody's statement an inference is theirs, not the author's: no statement of its own."""
    spoken = Cover.of(span for a in found if a.relation.voice == "source" for span in a.relation.content)
    return [a for a in found if a.relation.voice != "author" or not all(map(spoken.holds, a.relation.cue))]


def _ordered(found: Sequence[Attribution]) -> list[Attribution]:
    return sorted(found, key=lambda a: (a.relation.cue or a.relation.content or a.relation.source)[0])
