"""Verdicts that belong to the cue: "called | the report | a lie", "said it was not true | that he fled"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, covers, touches, without
from sayso.read.cues.finding import read_cue
from sayso.read.cues.inflection import verb_forms
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.nested.words import nested_words
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim
from sayso.read.turns.beside import Beside
from sayso.read.turns.verdicts import does_reject, names_words

MOST_LEADS = 4  # words between "was" and "true"
MOST_OBJECT_WORDS = 6  # from the first word of an object to the noun that names somebody's words
CLOSING = ' ,”"»'
OPENING = '“"«'
BREAKS_OFF = 48  # code points around the end of a content in which a verdict may stand
AT_THE_END = r"[.,;!?”\"’']*$"
BEFORE_A_STOP = r"(?=[.,;!?”\"’']|\s*$|\s(?:and|but)\s)"
MOST_CLAUSE_CHARS = 400
CLAUSE = re.compile(r"[^.;!?\n]*?(?=,\s(?:while|whereas|but|although|though|as|and)\s|[.;!?\n]|\Z)")
WORD = re.compile(r"[\w’'-]+")
_PLAIN_MARKS = re.compile(r"[,;:“”\"]")
_either = partial(either, "verdicts")


def with_verdicts_in_cues(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions, where those that call false what others say deny it; all else as it was.

    "Called the report a lie", "said it was not true that", "said there was no truth in": what calls it
    false becomes part of the cue, and the content is what is denied. Behind a denial "as slander" is no
    part of what is denied either. Linear in the length of the contents.
    """
    mended = [_mended(text, each, language) for each in found]
    denials = Beside.of([new for new, old in zip(mended, found, strict=True) if new is not old])
    apart = [each for each in mended if not _is_in_cue(each, denials)]
    return [_nobodys(text, each, denials, language) for each in apart]


def _is_in_cue(each: Attribution, denials: Beside) -> bool:
    """Whether a cue is only the verdict that another one's cue has taken in: "said it | is a myth"."""
    cue = each.relation.cue
    return any(touches(cue, denial.cue) for denial in denials.others(each, cue))


def _nobodys(text: str, each: Attribution, denials: Beside, language: str) -> Attribution:
    """ "Called the claim that P a lie": the claim is nobody's in print, least of all of whoever denies it."""
    relation, cue = each.relation, each.cue
    if cue is None or not relation.cue:
        return each
    around = denials.others(each, relation.cue)
    said = next(
        (
            d
            for d in around
            if (relation.source in (d.source, ()) or touches(relation.source, d.cue))
            and covers(d.content, relation.cue)
        ),
        None,
    )
    if said is None or not names_words(text[slice(*relation.cue[-1])].lower(), language):
        return each
    last = said.content[-1].end
    cut = (
        trim(text, Span(p.start, min(p.end, last)))
        for p in without(relation.content, said.cue)
        if p.start < last
    )
    content = tuple(part for part in cut if part.start < part.end)
    bare = replace(relation, source=(), medium=(), content=content or relation.content, voice="hearsay")
    return Attribution(relation=bare, cue=replace(cue, voice="hearsay", evidentiality="reportative"))


def _mended(text: str, attribution: Attribution, language: str) -> Attribution:
    relation, cue = attribution.relation, attribution.cue
    if cue is None or not relation.cue or relation.voice != "source":
        return attribution
    if shifted := _shifted(text, attribution, cue, language):
        return shifted
    if not relation.content:
        return attribution
    if _disputes(text, relation, cue, language):
        return replace(attribution, cue=replace(_denial(cue), certainty="CT"))
    if cue.certainty != "CT":
        return attribution
    if cue.act == "deny":
        return _without_reason(text, attribution, language)
    if cue.act != "assert" or cue.negates:
        return attribution
    return (
        _called(text, attribution, cue, language) or _opened(text, attribution, cue, language) or attribution
    )


def _shifted(text: str, attribution: Attribution, cue: CueReading, language: str) -> Attribution | None:
    """ "Rejected as malicious speculation | the claim that P": the verdict stands before what it is on."""
    relation = attribution.relation
    start, behind = relation.cue[0].start, relation.cue[-1].end
    reach = CLAUSE.match(text, behind, behind + MOST_CLAUSE_CHARS)
    end = relation.content[-1].end if relation.content else behind
    match = _as_verdict(language).search(text, start, max(end, reach.end() if reach else end))
    that = load(language, "verdicts")["that"]
    if match is not None and (end <= match.end() or text[match.end() : end].split()[-1:] == that):
        end = reach.end() if reach else end  # the finder took no more than the verdict, or "reports that"
    if (
        match is None
        or match.start() > relation.cue[-1].end
        or _PLAIN_MARKS.search(text, start, match.start())
    ):
        return None
    if not _is_of_words(text[match.end() : end], language) or relation.source[-1:] > relation.cue[:1]:
        return None
    whole = replace(relation, cue=(Span(start, match.end("verdict")),), content=(Span(match.end(), end),))
    lemma = cue.lemma if cue.act == "deny" else "call false"
    return Attribution(relation=whole, cue=replace(_denial(cue), certainty="CT", lemma=lemma))


def _disputes(text: str, relation: Relation, cue: CueReading, language: str) -> bool:
    """ "Disputed | that the camp was closed": a figure is doubted, but that something is so is denied."""
    clause = text[slice(*relation.content[0])].split(maxsplit=1)[:1] == load(language, "verdicts")["that"]
    return clause and cue.negates and cue.lemma in load(language, "verdicts")["disputing"]


def _called(text: str, attribution: Attribution, cue: CueReading, language: str) -> Attribution | None:
    """ "Branded | the claim | baseless": the verdict at the end of the object, or right behind it."""
    attribution = _with_object(text, attribution, language)
    relation = attribution.relation
    if (
        read_cue(text[slice(*relation.cue[0])], language).lemma.split(" ")[0]
        not in load(language, "verdicts")["callings"]
    ):
        return None
    content = relation.content[-1]
    inside = _false(language, AT_THE_END).search(text, content.start, content.end)
    match = inside or _across(text, content, language)
    on = None if match else _false(language, _goes_on(language)).search(text, content.start, content.end)
    if on and _is_of_words(text[relation.content[0].start : on.start()], language):
        verdict = Span(on.start("verdict"), content.end)
        return _moved(text, attribution, verdict, replace(cue, lemma="call false"))
    if match is None or not _is_of_words(text[relation.content[0].start : match.start()], language):
        return None
    return _moved(text, attribution, Span(*match.span("verdict")), replace(cue, lemma="call false"))


def _with_object(text: str, attribution: Attribution, language: str) -> Attribution:
    """ "Called | the report | that P a lie": the noun that a finder took into the cue, or into no part."""
    relation = attribution.relation
    first, last = relation.content[0], relation.cue[-1]
    verb = _calling(language).match(text, relation.cue[0].start, first.start)
    if verb is None or len(relation.cue) != 1 or not last.start < verb.end("verb") <= last.end <= first.start:
        return attribution
    cue, content = (
        (Span(last.start, verb.end("verb")),),
        (Span(verb.start("noun"), first.end), *relation.content[1:]),
    )
    return replace(attribution, relation=replace(relation, cue=cue, content=content))


@cache
def _calling(language: str) -> re.Pattern[str]:
    """ "Called the report ", up to what it says: a verb, with what governs it, and a noun of words."""
    callings = load(language, "verdicts")["callings"]
    forms = {form for verb in callings for form in verb_forms(verb, load(language, "cues_grammar"))}
    nouns = "|".join(
        map(re.escape, [*nested_words(language).nouns, *load(language, "completion")["say_so_nouns"]])
    )
    verbs = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    noun = rf"(?:[\w’'-]+\s+){{0,4}}?(?:{nouns})"
    return re.compile(rf"(?P<verb>(?:[\w’'-]+\s+){{0,3}}?(?:{verbs}))\s+(?P<noun>{noun})\s+\Z", re.IGNORECASE)


def _goes_on(language: str) -> str:
    """What may stand behind a verdict: "a fairy tale | told by people who have never been there"."""
    return rf"(?=\s+(?:{_either(language, 'goes_on')})\b)"


def _across(text: str, content: Span, language: str) -> re.Match[str] | None:
    """A verdict right behind a content, or one that a finder's content breaks off in: "a heap | of lies"."""
    pattern, near = _false(language, BEFORE_A_STOP), content.end - BREAKS_OFF
    found = pattern.search(text, max(content.start, near), content.end + BREAKS_OFF)
    across = found is not None and found.start("verdict") <= content.end + 1 <= found.end()
    return found if across else pattern.match(text, content.end)


def _without_reason(text: str, attribution: Attribution, language: str) -> Attribution:
    """ "Dismissed the claims | as propaganda": as what it is dismissed is no part of it."""
    content = attribution.relation.content[-1]
    match = _reason(language).search(text, content.start, content.end)
    if match is None or attribution.cue is None or match.start() == attribution.relation.content[0].start:
        return attribution
    return _moved(text, attribution, Span(*match.span("verdict")), attribution.cue)


def _opened(text: str, attribution: Attribution, cue: CueReading, language: str) -> Attribution | None:
    """ "Said | it was not true | that": at the end of the cue, or where the content begins."""
    relation = attribution.relation
    end = relation.cue[-1].end
    printed = text[relation.cue[0].start : end]
    inside = _untrue(language).search(printed)
    if inside and inside.end() == len(printed) and does_reject(inside.group(), language):
        return replace(attribution, cue=_denial(cue))
    first, rest = relation.content[0], (*relation.content[1:], Span(end, end))[0]
    start = first.start + (text[first.start] in OPENING)
    for pattern in (_untrue(language), _no_truth(language)):
        match = pattern.match(text, start, first.end)
        if match is None or not _leads_on(text, match, first, rest, language):
            continue
        return _moved(text, attribution, Span(*match.span()), cue)
    return None


def _leads_on(text: str, match: re.Match[str], content: Span, rest: Span, language: str) -> bool:
    """Whether what is denied stands behind, there or in the `rest`: "that …", or words of somebody."""
    near, far = text[match.end() : content.end].strip(CLOSING), text[slice(*rest)].lstrip(OPENING)
    behind = (near or far).split(maxsplit=1)
    if match.re is _no_truth(language):
        return _is_of_words(text[match.end() : content.end], language)
    return does_reject(match.group(), language) and behind[:1] == ["that"]


def _moved(text: str, attribution: Attribution, verdict: Span, cue: CueReading) -> Attribution:
    """The verdict as part of the cue and no more of the content."""
    relation = attribution.relation
    hole = Span(verdict.start - (text[verdict.start - 1] in OPENING), verdict.end)
    cut = (part for span in relation.content for part in _without(span, hole))
    content = tuple(part for part in (trim(text, span) for span in cut) if _has_words(text, part))
    joined = replace(relation, cue=verdict_joined(text, relation, verdict), content=content)
    return replace(attribution, relation=joined, cue=_denial(cue)) if content else attribution


def _has_words(text: str, part: Span) -> bool:
    return any(char.isalnum() for char in text[part.start : part.end])


def _without(span: Span, verdict: Span) -> list[Span]:
    if not span.overlaps(verdict):
        return [span]
    parts = (Span(span.start, max(span.start, verdict.start)), Span(min(span.end, verdict.end), span.end))
    return [part for part in parts if part.start < part.end]


def verdict_joined(text: str, relation: Relation, verdict: Span) -> tuple[Span, ...]:
    """The spans of the cue with the verdict; one where only blanks stand between them."""
    spans: list[Span] = []
    for span in sorted((*relation.cue, verdict)):
        if spans and not text[spans[-1].end : span.start].strip():
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return tuple(spans)


def _denial(cue: CueReading) -> CueReading:
    return replace(cue, act="deny", negates=True)


def _is_of_words(printed: str, language: str) -> bool:
    """Whether a text begins with what somebody says: "the Courier's report of", "it"."""
    words = [word.lower() for word in WORD.findall(printed)][:MOST_OBJECT_WORDS]
    alone = load(language, "verdicts")["pointing"]
    return " ".join(words) in alone or any(names_words(word, language) for word in words)


@cache
def _false(language: str, ending: str) -> re.Pattern[str]:
    """A verdict: "a vicious lie", "as enemy propaganda", "to be false", with what must stand behind it."""
    leads, false = (
        _either(language, "leads"),
        _either(language, "rejecting", "rejecting_reports", "insulting"),
    )
    led = rf"(?:(?:{leads})\s+){{0,{MOST_LEADS}}}"
    as_, an = _either(language, "as_false"), _either(language, "an")
    coloured = rf"(?:{as_}|{an})\s+{led}{_free(language, 2)}"
    plain = rf"(?:(?:(?:{as_})\s+)?{led}|{coloured})(?:{false})"
    return re.compile(rf"\s[{OPENING}]?(?P<verdict>{_heap(language)}|{plain}){ending}", re.IGNORECASE)


def _heap(language: str) -> str:
    """ "A pack of lies", "as a tissue of vicious lies"."""
    heaps, lies = _either(language, "heaps"), _either(language, "of_false")
    as_, an, of = (_either(language, name) for name in ("as_false", "an", "of"))
    heap = rf"(?:(?:{as_})\s+)?(?:{an})\s+{_free(language, 1)}(?:{heaps})"
    return rf"{heap}\s+(?:{of})\s+{_free(language, 2)}(?:{lies})"


def _free(language: str, most: int) -> str:
    """Words of any kind, but for those that begin another phrase or clause."""
    return rf"(?:(?!(?:{_either(language, 'breaks')})\b)[\w-]+\s+){{0,{most}}}"


@cache
def _reason(language: str) -> re.Pattern[str]:
    words = _either(language, "rejecting", "making_light")
    plain = rf"(?:{_either(language, 'as_false')})\s+{_free(language, 3)}(?:{words})"
    return re.compile(rf"\s(?P<verdict>{_heap(language)}|{plain}){AT_THE_END}", re.IGNORECASE)


@cache
def _as_verdict(language: str) -> re.Pattern[str]:
    """ " as malicious speculation " behind the verb, and before what is rejected."""
    words, as_ = _either(language, "rejecting", "making_light"), _either(language, "as_false")
    free = _free(language, 3)
    marked = rf"[{OPENING}]{free}(?:{words})\b[^{OPENING}{CLOSING.strip()}.;]{{0,60}}[{CLOSING.strip()}]"
    verdict = rf"(?:{as_})\s+(?:{marked}|[{OPENING}]?{free}(?:{words})[{CLOSING.strip()}]?)"
    return re.compile(rf"\s+(?P<verdict>{verdict})\s+", re.IGNORECASE)


@cache
def _untrue(language: str) -> re.Pattern[str]:
    copulas, leads = _either(language, "copulas"), _either(language, "leads")
    verdicts = _either(language, "rejecting", "upholding")
    that, it = _either(language, "that"), _either(language, "it")
    led = rf"(?:{copulas})(?:\s+(?:{leads})){{0,{MOST_LEADS}}}"
    return re.compile(rf"(?:(?:{that})\s+)?\b(?:{it})\s+{led}\s+(?:{verdicts})\b", re.IGNORECASE)


@cache
def _no_truth(language: str) -> re.Pattern[str]:
    that, none, truths, at_all, inside = (
        _either(language, name) for name in ("that", "no_truth", "truths", "at_all", "truth_in")
    )
    there = rf"(?:(?:{that})\s+)?(?:{none})\s+(?:{truths})"
    return re.compile(rf"{there}(?:\s+(?:{at_all}))?\s+(?:{inside})\b", re.IGNORECASE)
