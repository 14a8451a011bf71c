"""What a text itself calls false in telling it: "the minister falsely said P", "he lied when he said P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, touches
from sayso.read.cues.reading import CueReading
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.rules.view import View, view_of
from sayso.text import Cover, sentence_of

NOTICE_CHARS = 120  # from "Correction:" to the verb of what is taken back
BESIDE = 40  # code points before a source or a cue in which "lied when" stands
P_FALSE = 0.7
ACTS = ("assert", "believe", "infer", "forecast", "deny")
_either = partial(either, "falsely")


def with_falsehoods(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, and beside each that the text calls false the author's own statement that it is.

    Whoever said it says it as before. Nothing is added where the word stands in somebody's words, or only
    under "if", and none for "wrongly accused him of theft", which tells no clause. Linear.
    """
    if not sentences:
        return list(found)
    whole = [_without_lie(text, _with_version(text, each, language), language) for each in found]
    whole = [_misstated(text, each, language) or each for each in whole]
    said = Cover.of(s for a in whole if a.relation.voice == "source" for s in a.relation.content)
    own = (_own(text, sentences, each, said, language) for each in whole)
    return [*whole, *(one for one in own if one)]


def _with_version(text: str, each: Attribution, language: str) -> Attribution:
    """ "A previous | version of this story wrongly stated": who says it is no part of the cue."""
    relation = each.relation
    if len(relation.source) > 1 or relation.voice != "source" or not relation.cue:
        return each
    first = relation.cue[0]
    start = relation.source[0].start if relation.source else first.start
    near = _patterns(language)["version"].finditer(text, max(0, start - BESIDE), first.end)
    match = next((m for m in near if m.start() <= start <= first.start < m.end() < first.end), None)
    if match is None:
        return each
    cue = (Span(match.end(), first.end), *relation.cue[1:])
    return replace(each, relation=replace(relation, source=(Span(*match.span("version")),), cue=cue))


def _misstated(text: str, each: Attribution, language: str) -> Attribution | None:
    """ "Our report of 5 May | misstated | the number of dead": the outlet takes it back; None for others."""
    relation = each.relation
    if relation.voice != "source" or len(relation.source) != 1 or not relation.cue or not relation.content:
        return None
    match = _patterns(language)["misstated"].match(text, relation.source[0].start, relation.cue[-1].end)
    if match is None or match.end() != relation.cue[-1].end:
        return None
    reading = CueReading(lemma=match["word"].lower(), act="deny", voice="author", negates=True)
    cue = (Span(*match.span("word")),)
    return Attribution(
        relation=Relation(cue=cue, content=relation.content, voice="author", p_relation=P_FALSE), cue=reading
    )


def _without_lie(text: str, each: Attribution, language: str) -> Attribution:
    """ "Spread | the lie | that P": who spreads it says P, and whoever tells of it calls it a lie."""
    relation = each.relation
    if relation.voice != "source" or not relation.content or each.cue is None or each.cue.negates:
        return each
    first = relation.content[0]
    match = _patterns(language)["lie"].match(text, first.start, first.end)
    if match is None:
        return each
    content = (Span(match.start("that"), first.end), *relation.content[1:])
    return replace(each, relation=replace(relation, content=content))


def _own(
    text: str, sentences: Sequence[Span], each: Attribution, said: Cover, language: str
) -> Attribution | None:
    relation, cue = each.relation, each.cue
    if cue is None or cue.act not in ACTS or cue.certainty == "U" or relation.voice == "author":
        return None
    if not relation.cue or not relation.content:
        return None
    earlier = None
    if cue.act == "assert":
        ways = (_earlier, _corrected, _set_right)
        earlier = next((span for way in ways if (span := way(text, relation, language))), None)
    word = (
        _word(text, relation, language)
        or earlier
        or (None if cue.negates else _lie(text, relation, language))
    )
    if word is None or said.holds(word) or touches((word,), relation.content):
        return None
    if word != earlier and touches((word,), relation.source):
        return None
    view = view_of(text, sentences[sentence_of(sentences, relation.cue[0].start)], language)
    if _is_open(view, word, relation, language) or not _is_clause(view, relation):
        return None
    lemma = text[slice(*word)].lower()
    reading = CueReading(lemma=lemma, act="deny", voice="author", negates=True)
    if cue.negates:
        reading = replace(reading, act="assert", negates=False)
    denied = Relation(cue=(word,), content=relation.content, voice="author", p_relation=P_FALSE)
    return Attribution(relation=denied, cue=reading)


def _word(text: str, relation: Relation, language: str) -> Span | None:
    """The word by which the text calls it false: in the cue or right beside it, or before who says it."""
    first, last = relation.cue[0], relation.cue[-1]
    inside = _patterns(language)["inside"].search(text, first.start, last.end)
    if inside:
        return Span(*inside.span("word"))
    behind = _patterns(language)["behind"].match(text, last.end)
    if behind and behind.end() <= max(relation.content[0].start, last.end):
        return Span(*behind.span("word"))
    starts = {first.start, *(span.start for span in relation.source if span.end + 1 == first.start)}
    before = (_patterns(language)["before"].search(text, max(0, at - BESIDE), at) for at in starts)
    return next((Span(*match.span("word")) for match in before if match), None)


def _lie(text: str, relation: Relation, language: str) -> Span | None:
    """ "Spread | the lie | that P"."""
    start = relation.content[0].start
    match = _patterns(language)["told_lie"].search(text, max(0, start - BESIDE), start)
    return Span(*match.span("word")) if match else None


def _earlier(text: str, relation: Relation, language: str) -> Span | None:
    """Who takes it back by saying who said it: "An earlier version of this story | said"; None for others."""
    source = relation.source[0] if len(relation.source) == 1 else None
    match = source and _patterns(language)["version"].match(text, source.start, relation.cue[0].end)
    return Span(*match.span("version")) if match else None


def _corrected(text: str, relation: Relation, language: str) -> Span | None:
    """ "Correction: | an earlier report by The Lantern | said": who takes it back; None for others."""
    start = relation.cue[0].start
    match = _patterns(language)["corrected"].search(text, max(0, start - NOTICE_CHARS), start)
    return Span(*match.span("version")) if match else None


def _set_right(text: str, relation: Relation, language: str) -> Span | None:
    """ "| An article on 5 May | said that nine had died. The correct number is four": who takes it back; None
    for others.
    """
    source = relation.source[0] if len(relation.source) == 1 else None
    match = source and _patterns(language)["dated"].match(text, source.start, relation.cue[0].start)
    behind = match and _patterns(language)["set_right"].match(text, relation.content[-1].end)
    return Span(*match.span("version")) if match and behind else None


def _is_open(view: View, word: Span, relation: Relation, language: str) -> bool:
    """Whether it is only asked, left open, or what somebody is reproached with."""
    words, at = load(language, "falsely"), view.index(word.start)
    if view.text[view.span.start : view.span.end].rstrip().endswith("?"):
        return True
    first = min(at, view.index(relation.cue[0].start))
    leads = {view.at(first - 1), view.at(at - 1)} if view.at(at) in words["adverbs"] else set()
    reproached = not leads.isdisjoint(words["reproached"])
    group = {view.at(i) for i in range(first, view.index(relation.cue[-1].end - 1))}
    refused = view.at(at - 1) in words["not_before"] and view.at(at) not in words["adverbs"]
    led = any(view.at(i) in words["open"] for i in range(at))
    return reproached or refused or led or not group.isdisjoint(words["modals"])


def _is_clause(view: View, relation: Relation) -> bool:
    """Whether what is said has a verb of its own, or is that somebody spoke: "X as saying"."""
    first, end = view.index(relation.content[0].start), view.index(relation.content[-1].end - 1)
    every = range(first, end + 1)
    return any(
        view.finite(i) or (view.at(i) == "as" and view.ends(i + 1, "participle_endings")) for i in every
    )


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    adverbs, lying = _either(language, "adverbs"), _either(language, "lying")
    by, misquoted = _either(language, "lying_by"), _either(language, "misquoted")
    earlier, versions, own, works = (_either(language, n) for n in ("earlier", "versions", "of_own", "works"))
    articles, lies = _either(language, "articles"), _either(language, "lies")
    lie = rf"(?P<word>(?:{articles})\s+(?:[\w’'-]+\s+){{0,2}}(?:{lies}))"
    lied = rf"(?:{lying})\s+(?:{by})"
    printed, right, right_of = (_either(language, n) for n in ("printed", "right", "right_of"))
    near, days = _either(language, "on_day"), _either(language, "days")
    day = rf"(?:{near})\s+[^.;:!?,\n]{{0,20}}?(?:\d{{1,2}}|{days})\b"
    dated = (
        rf"(?P<version>(?:an?|the|our)\s+(?:(?:{earlier})\s+)?(?:{works})\s+(?:(?:{printed})\s+)?{day}"
        rf"(?:\s+(?:{days}|\d{{1,4}})){{0,2}})\s+"
    )
    return {
        "dated": re.compile(dated, re.IGNORECASE),
        "misstated": re.compile(
            rf"(?:{dated}|(?:an?|the|our)\s+(?:{earlier})\s+(?:{versions}|{works})\s+)"
            rf"(?P<word>{_either(language, 'misstating')})",
            re.IGNORECASE,
        ),
        "set_right": re.compile(
            rf"[.”\"’]{{1,3}}\s+(?:(?:{right})\s+(?:{right_of})|(?:{_either(language, 'in_fact')}))\b",
            re.IGNORECASE,
        ),
        "version": re.compile(
            rf"(?P<version>(?:(?:an?|the)\s+)?(?:{earlier})\s+(?:{versions})\s+of\s+(?:{own})\s+(?:{works}))\s+",
            re.IGNORECASE,
        ),
        "corrected": re.compile(
            rf"(?:{_either(language, 'corrections')})\s*[:.—–-]\s*"
            rf"(?P<version>(?:an?|the|our)\s+(?:{earlier})\s+(?:{versions}|{works})\b[^.;:!?]{{0,60}}?)\s+\Z",
            re.IGNORECASE,
        ),
        "lie": re.compile(rf"{lie}\s+(?P<that>{_either(language, 'that')})\b", re.IGNORECASE),
        "told_lie": re.compile(rf"\b{lie}\s+\Z", re.IGNORECASE),
        "inside": re.compile(rf"\b(?P<word>{adverbs}|{misquoted}|{lied})\b", re.IGNORECASE),
        "behind": re.compile(rf",?\s+(?P<word>{adverbs})\b,?\s*", re.IGNORECASE),
        "before": re.compile(rf"\b(?:(?P<word>{adverbs}|{lied}))\b,?\s+\Z", re.IGNORECASE),
    }
