"""Reports and the verdict on them: "foreign reports | that the dam broke | are a fabrication"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Act, Span, touches
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.nested.words import nested_words
from sayso.read.relation import Relation
from sayso.read.rules.view import View, view_of
from sayso.read.sources.kinds import BODIES
from sayso.read.sources.words import source_words
from sayso.read.tagging.decoding import trim
from sayso.read.turns.told_false import with_told_false
from sayso.text import Cover, overlapping, row_of_spans, sentence_of

MOST_LEADS = 4  # words between the verb and "fabrication"
REACH = 60  # words from the noun to the verdict
THAT = "that"
MAKER = 9  # words from the noun to its "that"
P_VERDICT = 0.7
SHORTEST = 5  # words from a noun to its verdict over a clause of subject, verb and object
PROOFS = ("passed", "called", "rejected")
VERDICTS = ("rejecting", "rejecting_reports", "open", "upholding", "doubting", "crediting", "backing")


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    return {
        name: frozenset(words) for name, words in load(language, "verdicts").items() if name not in PROOFS
    }


@cache
def verdict_pattern(language: str) -> re.Pattern[str]:
    """A verdict with the verb before it: "are nothing but lies", "is not true", "has no basis in fact"."""
    words = _words(language)
    copulas, leads, verdicts, heaps, of_false, whole = (
        "|".join(sorted(map(re.escape, words[name]), key=len, reverse=True))
        for name in ("copulas", "leads", "verdicts", "heaps", "of_false", "whole_verdicts")
    )
    heap = rf"(?:{heaps})\sof\s(?:\w+\s)?(?:{of_false})"
    led = rf"(?:{copulas})(?:\s(?:{leads})){{0,{MOST_LEADS}}}\s(?:{verdicts}|{heap})"
    return re.compile(rf"\b(?:{led}|{whole})\b", re.IGNORECASE)


def with_verdicts_outside(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions; where the cue is a noun for words with its clause behind, the verdict is not told.

    "Foreign reports" that name no body are a source by themselves. A verdict that stands in nobody's words
    is the author's own statement: "Reports that the dam broke are a fabrication" denies that it broke. All
    else is unchanged. Linear in the length of a sentence for each cue in it.
    """
    mended = [replace(each, relation=_mended(text, sentences, each.relation, language)) for each in found]
    mended = _with_whole_verdicts(text, mended, language)
    said = Cover.of(s for a in mended if a.relation.voice == "source" for s in a.relation.content)
    cues = Cover.of(s for a in found for s in a.relation.cue)
    passed = [_of_denial(each, _passed(text, sentences, each.relation, language)) for each in mended]
    told = (_passed(text, sentences, each.relation, language, inside=True) for each in mended)
    told = (_of_denial(each, one) for each, one in zip(mended, told, strict=True))
    mended = with_told_false(text, mended, [one for one in told if one])
    own = [a for a in passed if a and not any(map(said.holds, a.relation.cue))
           and not any(map(cues.holds, a.relation.cue))]  # fmt: skip
    verdicts = Cover.of(s for a in own for s in a.relation.cue)
    inside = (a.relation.cue != () and all(map(verdicts.holds, a.relation.cue)) for a in mended)
    return [*(a for a, is_inside in zip(mended, inside, strict=True) if not is_inside), *own]


def _of_denial(each: Attribution, verdict: Attribution | None) -> Attribution | None:
    """A verdict on words that deny: "the denial that P was false" holds P to be so."""
    if verdict is None or verdict.cue is None or each.cue is None or not each.cue.negates:
        return verdict
    if verdict.cue.certainty == "U":
        return verdict
    act: Act = "assert" if verdict.cue.negates else "deny"
    act = verdict.cue.act if verdict.cue.certainty == "PR" else act
    return replace(verdict, cue=replace(verdict.cue, act=act, negates=not verdict.cue.negates))


def _with_whole_verdicts(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions with the verdict that a content breaks off in: "says | rumours that P are | lies"."""
    ends = (span.end for each in found for span in each.relation.content)
    matches = (verdict_pattern(language).match(text, _next_word(text, end)) for end in ends)
    cut = row_of_spans(Span(*match.span()) for match in matches if match)
    return [_with_verdict(each, cut) for each in found]


def _with_verdict(each: Attribution, verdicts: Sequence[Span]) -> Attribution:
    relation = each.relation
    last = max(relation.content, default=None)
    if last is None:
        return each
    near = overlapping(verdicts, Span(last.end - 1, last.end + 1))
    end = next((one.end for one in near if last.start < one.start < last.end < one.end), 0)
    if not end or touches((Span(last.start, end),), (*relation.cue, *relation.source)):
        return each
    content = (*sorted(relation.content)[:-1], Span(last.start, end))
    return replace(each, relation=replace(relation, content=content))


def _next_word(text: str, at: int) -> int:
    return at + (text[at : at + 1] == " ")


def _passed(
    text: str, sentences: Sequence[Span], relation: Relation, language: str, *, inside: bool = False
) -> Attribution | None:
    """The author's verdict on what a noun for words reports; None where no verdict closes the clause.

    `inside`: also behind a "that", where it is the verdict of who says so.
    """
    if len(relation.cue) != 1 or not relation.content or not sentences:
        return None
    view = view_of(text, sentences[sentence_of(sentences, relation.cue[0].start)], language)
    at = _noun_at(view, relation, language)
    words = _words(language)
    if at is None or not names_words(view.at(at), language):
        return None
    at = _behind_maker(view, at, language)
    if view.at(at + 1) not in words["told_behind"]:
        return None
    opened = any(
        view.among(i, "subordinators", "relatives") and not (inside and view.at(i) == THAT) for i in range(at)
    )
    end = _first_verdict(view, at, language) if view.at(at + 1) != THAT else _verdict_at(view, at, language)
    if end is None or opened or text[view.span.start : view.span.end].rstrip().endswith("?"):
        return None
    start = view.words.spans[end].start
    match = verdict_pattern(language).match(text, start)
    reading = verdict_reading(match.group(), language) if match else None
    if match is None or reading is None:
        return None
    content = trim(text, Span(view.words.spans[at + 1].start, start))
    verdict = Relation(cue=(Span(*match.span()),), content=(content,), voice="author", p_relation=P_VERDICT)
    return Attribution(relation=verdict, cue=reading)


def _noun_at(view: View, relation: Relation, language: str) -> int | None:
    """The last word of a cue, or the one before where that is a "by": "rumours by"."""
    at = next((i for i, span in enumerate(view.words.spans) if span.end == relation.cue[0].end), None)
    made = at is not None and view.at(at) in load(language, "completion")["noun_makers"]
    return at - 1 if at and made else at


def _behind_maker(view: View, at: int, language: str) -> int:
    """The last word before "that" behind a noun and its maker: "reports by hostile media | that"; or `at`."""
    if view.at(at + 1) not in load(language, "completion")["noun_makers"]:
        return at
    for i in range(at + 2, min(len(view), at + MAKER)):
        if view.at(i) == THAT:
            return i - 1
        if view.stops(i) or view.at(i) in (",", ";") or view.finite(i) or view.level(i) != view.level(at):
            return at
    return at


def _first_verdict(view: View, at: int, language: str) -> int | None:
    """The first finite verb behind a noun of words, where it is a verdict's."""
    for i in range(at + 1, min(len(view), at + REACH)):
        if view.stops(i) or view.at(i) in (",", ";", THAT) or view.level(i) != view.level(at):
            return None
        if view.finite(i):
            return i if verdict_pattern(language).match(view.text, view.words.spans[i].start) else None
    return None


def verdict_reading(printed: str, language: str) -> CueReading | None:
    """What a verdict does to the report; None for one that leaves open how much of it is so."""
    words, known = printed.lower().split(), _words(language)
    heap = known["of_false"] & {*words[-1:]} and known["heaps"] & {*words}
    if heap or " ".join(words) in known["whole_verdicts"]:
        return CueReading(lemma=words[-1], act="deny", voice="author", negates=True)
    last = next(
        (name for name in VERDICTS if any(printed.lower().endswith(word) for word in known[name])), ""
    )
    negated = not known["negations"].isdisjoint(words)
    if last == "backing" and not negated:
        return None
    if last in ("open", "backing"):
        return CueReading(lemma=words[-1], act="unconfirmed", voice="author", certainty="U")
    if last in ("doubting", "crediting"):
        doubts = (last == "doubting") != negated
        return CueReading(lemma=words[-1], act="believe", voice="author", certainty="PR", negates=doubts)
    rejects = last.startswith("rejecting")
    if (last == "upholding" and negated) or (rejects and not negated):
        return CueReading(lemma=words[-1], act="deny", voice="author", negates=True)
    return CueReading(lemma=words[-1], voice="author") if last == "upholding" else None


def does_reject(printed: str, language: str) -> bool:
    """Whether a verdict rejects what it is on: "is a lie", "was not true"."""
    reading = verdict_reading(printed, language)
    return reading is not None and reading.act == "deny"


def _mended(text: str, sentences: Sequence[Span], relation: Relation, language: str) -> Relation:
    if len(relation.cue) != 1 or not relation.content or not sentences:
        return relation
    view = view_of(text, sentences[sentence_of(sentences, relation.cue[0].start)], language)
    at = _noun_at(view, relation, language)
    if at is None or not names_words(view.at(at), language):
        return relation
    told = _with_reports(text, relation, language) if view.at(at + 1) == THAT else relation
    at = _behind_maker(view, at, language)
    end = _verdict_at(view, at, language)
    if end is None:
        return told
    start = view.words.spans[at + 1].start
    return replace(told, content=(trim(text, Span(start, view.words.spans[end].start)),))


def names_words(noun: str, language: str) -> bool:
    """Whether a noun, in lower case, names what somebody says: "report", "rumours"."""
    return noun in nested_words(language).nouns or noun in load(language, "completion")["say_so_nouns"]


def _verdict_at(view: View, at: int, language: str) -> int | None:
    """The verb of the verdict on the noun at a word; None for none, or where it is the clause's own."""
    words = _words(language)
    if view.at(at + 1) != THAT:
        return None
    verb = -1
    for i in range(at + 2, min(len(view), at + REACH)):
        if view.stops(i) or view.at(i) in (",", ";") or view.level(i) != view.level(at):
            return None
        if verb < 0 and verdict_pattern(language).match(view.text, view.words.spans[i].start):
            return i if _is_of_noun(view, at, i, language) else None
        if verb > 0 and verdict_pattern(language).match(view.text, view.words.spans[i].start):
            between = {view.at(j) for j in range(verb + 1, i)}
            between |= words["matters"] & {view.at(j) for j in range(at + 2, verb)}
            return i if between.isdisjoint(words["joins"] | words["subjects"] | words["matters"]) else None
        if view.finite(i):
            verb = i
    return None


def _is_of_noun(view: View, at: int, i: int, language: str) -> bool:
    """Whether a verdict's verb is the noun's own, though no verb before it can be told by its form.

    "Reports that the camp | exists were", "her claim that X supplies no | arms is": before it stands a
    present form, or what does not agree with it as the noun does.
    """
    words, before = _words(language), view.at(i - 1)
    if any(view.at(j) in words["present"] for j in range(at + 3, i)):
        return not view.among(i - 1, "determiners")
    many = before in words["people"] or (before.endswith("s") and not before.endswith(("ss", "us", "is")))
    plain = before.isalpha() and not view.among(i - 1, "nominative", "pronouns", "coordinators")
    both = any(view.among(j, "coordinators") for j in range(at + 2, i))
    noun = view.at(at).endswith("s")
    one = view.at(i) in words["singular"]
    if not plain or both or i - at < SHORTEST or one == noun:
        return False
    return many if one else not many and view.at(i) in words["plural"]


def _with_reports(text: str, relation: Relation, language: str) -> Relation:
    """ "Foreign" before "reports" is nobody: the reports are the source."""
    if len(relation.source) != 1 or relation.source[0].end + 1 != relation.cue[0].start:
        return relation
    lists = source_words(language).lists
    source = text[slice(*relation.source[0])].lower().split()
    if not source or not all(word in lists["adjectives"] | lists["articles"] for word in source):
        return relation
    if any(found.kind in BODIES for found in source_words(language).heads.get(source[-1], ())):
        return relation  # "press reports" are the press's
    return replace(relation, source=(Span(relation.source[0].start, relation.cue[0].end),))
