"""Where the clause of a noun ends and the sentence goes on: "X's claim | that P | angered relatives"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, touches, without
from sayso.read.cues.group import is_adverb
from sayso.read.cues.lexicon import lexicon_of
from sayso.read.mending.completion import Attribution
from sayso.read.nested.phrases import is_modifier, owner
from sayso.read.relation import Relation
from sayso.read.rules.view import View, view_of
from sayso.read.tagging.decoding import trim, trim_content
from sayso.read.turns.beside import Beside
from sayso.read.turns.verdicts import names_words
from sayso.text import Cover, sentence_of

REACH = 40  # words from the noun's "that" to the verb of the sentence
P_OWN = 0.7
AUXILIARIES = ("be", "have", "do", "modals")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A noun's clause and the verb behind it, as words of a sentence."""

    view: View
    noun: int
    verb: int


def with_noun_clauses(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, where what a noun of words says ends before the verb that the noun is subject of.

    "X's promise that P has not been kept": X promised P; that it was not kept is the author's own, or of
    whoever says so. Where it cannot be told which verb that is, nothing is changed. Linear.
    """
    if not sentences:
        return list(found)
    cuts = [_cut(text, sentences, each, language) for each in found]
    mended = [_ended(text, each, cut) if cut else each for each, cut in zip(found, cuts, strict=True)]
    said = Cover.of(s for a in mended if a.relation.voice == "source" for s in a.relation.content)
    beside = Beside.of(mended)
    own = (_own(each, cut, beside, said) for each, cut in zip(mended, cuts, strict=True) if cut)
    return [*mended, *(one for one in own if one)]


def _cut(text: str, sentences: Sequence[Span], each: Attribution, language: str) -> _Cut | None:
    relation = each.relation
    if each.cue is None or relation.voice == "author" or len(relation.cue) != 1 or not relation.content:
        return None
    cue, first = relation.cue[0], min(relation.content)
    view = view_of(text, sentences[sentence_of(sentences, cue.start)], language)
    noun = _noun_in(view, each, language)
    opener = view.index(first.start)
    if noun is None or first.start < cue.end or not view.among(opener, "openers") or view.at(opener) == "to":
        return None
    verb = main_verb_behind(view, opener, language)
    return _Cut(view=view, noun=noun, verb=verb) if verb is not None else None


def _noun_in(view: View, each: Attribution, language: str) -> int | None:
    """The noun of a cue ("claim", "silence on") that names words and is no verb; None for none."""
    cue = each.relation.cue[0]
    if any(span.end + 1 == cue.start for span in each.relation.source):
        return None  # "the paper | reports that"
    for at in range(view.index(cue.start), view.index(cue.end - 1) + 1):
        if view.finite(at):
            return None
        if names_words(view.at(at), language) or (_is_nominal(view.at(at), language) and owner(view, at, 0)):
            return at
    return None


@cache
def _is_nominal(word: str, language: str) -> bool:
    """Whether the lexicon knows a word as a noun: "promise"."""
    return any(entry.pos == "noun" for entry in lexicon_of(language).by_word.get(word, ()))


@cache
def _auxiliaries(language: str) -> frozenset[str]:
    grammar = load(language, "cues_grammar")
    return frozenset(word for name in AUXILIARIES for word in grammar[name])


def main_verb_behind(view: View, opener: int, language: str) -> int | None:
    """The verb of the sentence behind a clause that hangs on a noun; None for none, or where it is unclear.

    Every word that opens another clause, and every second subject, has a verb of its own due before it.
    """
    due, met, last = 1, 0, -1
    if view.finite(opener + 1):
        return None  # "why would anybody"
    for i in range(opener + 1, min(len(view), opener + REACH)):
        if _leaves(view, i, opener) or (view.among(i, "coordinators") and met):
            return None
        due += _opens_clause(view, i, opener)
        if not _is_verb(view, i, bare=not met, language=language):
            continue
        if _goes_on(view, last, i, language):
            last = i
            continue
        due += met == due and last >= 0 and i - last > 1 and _speaks(view.at(last), language)
        if met == due:
            return i
        met, last = met + 1, i
    return None


def _leaves(view: View, i: int, opener: int) -> bool:
    return view.stops(i) or view.at(i) in (",", ";", ":", "—", "–") or view.level(i) != view.level(opener)


def _is_verb(view: View, i: int, bare: bool, language: str) -> bool:
    """Whether a word is a finite verb: not so in "to | have", "the | lives"; "wages | be raised" has one."""
    if view.among(i - 1, "to") or (bare and view.at(i) == "be"):
        return not view.among(i - 1, "to")
    owned = view.among(i - 1, "possessives") or view.at(i - 1) in load(language, "completion")["articles"]
    noun = owned and view.at(i) not in _auxiliaries(language)
    return view.finite(i) and not noun and not is_modifier(view, i)


def _opens_clause(view: View, i: int, opener: int) -> bool:
    """Whether another clause begins: "who", "when", or a subject right behind a noun, "the men | he saw"."""
    if view.among(i, "subordinators", "relatives"):
        return True
    if i == opener + 1 or view.among(i - 1, "subordinators", "relatives", "coordinators", "prepositions"):
        return False
    noun = view.at(i - 1).isalpha() and not view.among(i - 1, "determiners") and not view.finite(i - 1)
    name = view.capital(i) and not view.capital(i - 1)
    begins = view.among(i, "nominative", "determiners") or name
    return noun and begins and not view.ends(i - 1, "adverb_endings")


def _goes_on(view: View, last: int, i: int, language: str) -> bool:
    """Whether a verb belongs to the group of the one before: "would | have", "were badly | beaten"."""
    if last < 0 or view.at(last) not in _auxiliaries(language):
        return False
    lexicon = lexicon_of(language)
    between = (view.at(j) for j in range(last + 1, i))
    near = all(
        is_adverb(word, lexicon) or word in load(language, "completion")["inside_groups"] for word in between
    )
    return near and (view.at(i) == "have" or view.at(i) not in _auxiliaries(language))


@cache
def _speaks(word: str, language: str) -> bool:
    """Whether a verb may have a clause without "that" behind it: "said the men were dead"."""
    entries = lexicon_of(language).by_word.get(word, ())
    return any(entry.pos == "verb" and "that" in entry.reading.complement for entry in entries)


def _ended(text: str, each: Attribution, cut: _Cut) -> Attribution:
    end = cut.view.words.spans[cut.verb].start
    kept = (Span(span.start, min(span.end, end)) for span in each.relation.content if span.start < end)
    content = tuple(trim(text, span) for span in kept)
    relation = replace(each.relation, content=content)
    made = _made_by(cut.view.language).match(text, end, cut.view.span.end) if not relation.source else None
    if made:
        relation = replace(relation, source=(Span(*made.span("who")),), voice="source")
    return replace(each, relation=relation)


@cache
def _made_by(language: str) -> re.Pattern[str]:
    """ "Was first made by the blog Brinwatch": whose words the noun's are."""
    words = load(language, "verdicts")
    be, made, by = ("|".join(words[name]) for name in ("copulas", "made", "made_by"))
    return re.compile(
        rf"(?:{be})\s+(?:\w+\s+)?(?:{made})\s+(?:{by})\s+(?P<who>[^,.;:“”\"]{{2,60}}?)(?=\s*[,.;:]|\s*$)",
        re.IGNORECASE,
    )


def _own(each: Attribution, cut: _Cut, beside: Beside, said: Cover) -> Attribution | None:
    """The author's own statement about a noun's words; None where it is somebody else's, or no clause."""
    view, relation = cut.view, each.relation
    rest = Span(view.words.spans[cut.verb].start, view.span.end)
    others = beside.others(each, (rest,))
    taken = any(touches((rest,), (*o.source, *o.cue, *o.content)) for o in others)
    led = any(
        view.finite(i) or view.among(i, "subordinators") or view.at(i) in (",", ";") for i in range(cut.noun)
    )
    asked = view.text[view.span.start : view.span.end].rstrip().endswith("?")
    if taken or led or asked or said.holds(relation.cue[0]):
        return None
    parts = (trim_content(view.text, part) for part in without((view.span,), relation.content))
    content = tuple(part for part in parts if any(c.isalnum() for c in view.text[part.start : part.end]))
    return Attribution(relation=Relation(content=content, voice="author", p_relation=P_OWN), cue=None)
