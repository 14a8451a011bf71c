"""Who says that a report is false denies it: "“Reports that the dam broke are a lie,” the ministry said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Act, Span, touches, without
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.rules.view import View, view_of
from sayso.read.tagging.decoding import trim
from sayso.read.turns.called_false import verdict_joined
from sayso.read.turns.verdicts import names_words, verdict_pattern, verdict_reading
from sayso.text import overlapping, row_of_spans, sentence_of

MOST_BEFORE = 8  # words of a report before what it tells: "the claims in the foreign press"
FEWEST_IN_CLAUSE = 2
MARKS = '“”"«»‘’ \t\n'
ACTS: frozenset[Act] = frozenset({"deny", "unconfirmed"})
WORD = re.compile(r"[\w’'-]+|[,;:()]")
_either = partial(either, "verdicts")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rejected:
    """A sentence of a content, up to the verdict in it, the verdict, and what it does to the report."""

    report: Span
    verdict: Span
    reading: CueReading


def with_reports_rejected(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, where each sentence of a plain content that calls a report false is a denial.

    "“The story that he fled is untrue. He is at home,” she said" denies the one and says the other. The
    report is the subject of that sentence, with what it tells behind "that" or "of" or without it, and the
    verdict ends the sentence. What a report tells ends before the verdict, too. Near-linear.
    """
    if not sentences:
        return list(found)
    mended: list[Attribution] = []
    verdicts: list[Span] = []
    for each in found:
        rejected = list(_rejected_in(text, sentences, each, language)) if _is_plain(each) else []
        verdicts += [one.verdict for one in rejected]
        mended += _parted(text, each, rejected, language) if rejected else [each]
    if not verdicts:
        return mended
    row = row_of_spans(verdicts)
    return [_before(text, each, row) for each in mended]


def _is_plain(each: Attribution) -> bool:
    cue, relation = each.cue, each.relation
    if cue is None or relation.voice != "source" or not relation.cue or not relation.content:
        return False
    return cue.act == "assert" and cue.certainty == "CT" and not cue.negates


def _rejected_in(
    text: str, sentences: Sequence[Span], each: Attribution, language: str
) -> Iterator[_Rejected]:
    for content in each.relation.content:
        at = sentence_of(sentences, content.start)
        while at < len(sentences) and sentences[at].start < content.end:
            sentence = sentences[at]
            part = Span(max(sentence.start, content.start), min(sentence.end, content.end))
            at += 1
            one = _rejected(text, view_of(text, sentence, language), part, language)
            if one is not None and not touches((one.verdict,), each.relation.cue):
                yield one


def _rejected(text: str, view: View, part: Span, language: str) -> _Rejected | None:
    """The verdict that ends a sentence on the report that is its subject; None for none."""
    opening = _opening(language).match(text, part.start, part.end)
    if opening is None:
        return None
    start = opening.end()
    verdict = _last_verdict(text, Span(start, part.end), language)
    if verdict is None:
        return None
    reading = verdict_reading(verdict[0], language)
    if reading is None or reading.act not in ACTS:
        return None
    report = trim(text, Span(start, verdict.start()))
    if not _is_report(view, report, verdict[0].split()[0].lower(), language):
        return None
    report = trim(text, Span(opening.end("marks"), verdict.start()))
    return _Rejected(report=report, verdict=Span(*verdict.span()), reading=reading)


def _last_verdict(text: str, part: Span, language: str) -> re.Match[str] | None:
    """The verdict that nothing but a tail ("from beginning to end") or another "that" stands behind."""
    for match in verdict_pattern(language).finditer(text, part.start, part.end):
        ends = _tail(language).fullmatch(text, match.end(), part.end)
        if ends or _further(language).match(text, match.end(), part.end):
            return match
    return None


def _is_report(view: View, report: Span, copula: str, language: str) -> bool:
    """Whether a text is "reports", or "the Courier's report that P", and nothing else."""
    first, end = view.index(report.start), view.index(report.end - 1) + 1
    at = _noun(view, first, end, language)
    if at is None or not _agrees(view.at(at), copula, language):
        return False
    if at == end - 1:
        return first < at or view.at(at).endswith("s")
    told = load(language, "verdicts")["told_behind"]
    opener = next((i for i in range(at + 1, min(end, at + MOST_BEFORE)) if view.at(i) in told), None)
    if opener is None or end - opener - 1 < FEWEST_IN_CLAUSE - (view.at(opener) != "that"):
        return False
    if view.at(opener) != "that":
        return not any(view.finite(i) for i in range(opener, end))
    return any(_may_be_verb(view, i, language) for i in range(opener + 1, end))


def _noun(view: View, first: int, end: int, language: str) -> int | None:
    """The noun for words in a subject, before which stands no verb, no mark and no clause."""
    words = load(language, "verdicts")
    stops = {*words["breaks"], *words["joins"], *words["subjects"], ",", ";", ":"} - {"in", "of", "all"}
    for i in range(first, min(end, first + MOST_BEFORE)):
        if view.at(i) in stops or (view.finite(i) and not names_words(view.at(i), language)):
            return None
        if names_words(view.at(i), language):
            return i
    return None


def _agrees(noun: str, copula: str, language: str) -> bool:
    """Whether a verdict's verb may be the noun's: "reports … are", "the claim … has been"."""
    words = load(language, "verdicts")
    return copula not in words["plural" if not noun.endswith("s") else "singular"]


def _may_be_verb(view: View, i: int, language: str) -> bool:
    word = view.at(i)
    if view.among(i - 1, "determiners"):
        return False
    return view.finite(i) or word in load(language, "verdicts")["present"] or view.ends(i, "past_endings")


def _parted(text: str, each: Attribution, rejected: Sequence[_Rejected], language: str) -> list[Attribution]:
    """A denial for each report that is rejected, and what else is said, in that order."""
    relation = each.relation
    taken = [Span(one.report.start, _end_of(text, one, relation.content, language)) for one in rejected]
    left = (trim(text, part) for part in without(relation.content, taken))
    rest = tuple(part for part in left if any(c.isalnum() for c in text[part.start : part.end]))
    denials = [
        Attribution(
            relation=replace(
                relation, cue=verdict_joined(text, relation, one.verdict), content=(one.report,)
            ),
            cue=each.cue
            and replace(
                each.cue, act=one.reading.act, negates=one.reading.negates, certainty=one.reading.certainty
            ),
        )
        for one in rejected
    ]
    others = [replace(each, relation=replace(relation, content=rest))] if rest else []
    return [*denials, *others]


def _end_of(text: str, one: _Rejected, content: Sequence[Span], language: str) -> int:
    """Where the sentence, or the clause before "and that", that rejects ends inside the content."""
    around = next(part for part in content if part.start <= one.verdict.start < part.end)
    further = _further(language).match(text, one.verdict.end, around.end)
    if further:
        return further.end()
    stop = re.compile(r"[.;!?](?=[\s”\"’»]|$)").search(text, one.verdict.end, around.end)
    return stop.end() if stop else around.end


def _before(text: str, each: Attribution, verdicts: Sequence[Span]) -> Attribution:
    """What a report tells, without the verdict on it: "claims that P | are a lie"."""
    relation = each.relation
    if not relation.content or touches(relation.cue, verdicts):
        return each
    last = relation.content[-1]
    near = [one for one in overlapping(verdicts, last) if one.start > last.start]
    noun = each.cue is not None and bool(relation.cue) and not relation.source
    if not near or not noun or relation.cue[0].start > last.start:
        return each
    content = (*relation.content[:-1], trim(text, Span(last.start, near[0].start)))
    return replace(each, relation=replace(relation, content=content))


@cache
def _opening(language: str) -> re.Pattern[str]:
    leads = "|".join(map(re.escape, load(language, "verdicts")["led_by"]))
    return re.compile(rf"(?P<marks>[{MARKS}]*)(?:(?:{leads})\b,?\s+)?", re.IGNORECASE)


@cache
def _tail(language: str) -> re.Pattern[str]:
    """What may follow a verdict up to the end: "and malicious", "from beginning to end"."""
    verdicts, tails = _either(language, "verdicts"), _either(language, "tails")
    more = rf"\s+(?:and|or)\s+(?:an?\s+)?(?:\w+\s+)?(?:{verdicts})"
    return re.compile(rf"(?:{more}|,?\s+(?:{tails}))*[\s.,;!?”\"’»']*", re.IGNORECASE)


@cache
def _further(language: str) -> re.Pattern[str]:
    """ "And" before another "that"."""
    words = load(language, "completion")
    joints, that = "|".join(words["contrast"]["coordinating"]), "|".join(words["that"])
    return re.compile(rf",?\s+(?:{joints})\s+(?=(?:{that})\s)", re.IGNORECASE)
