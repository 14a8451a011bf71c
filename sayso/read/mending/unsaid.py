"""Verbs of speech of which nothing was said: "Did he say that …?", "if he says that …", "was paid to say"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.cues.inflection import forms_in, verb_forms
from sayso.read.cues.lexicon import GAP
from sayso.read.mending.completion import Attribution
from sayso.read.mending.not_yet_said import is_not_yet_said
from sayso.text import sentence_of

BEFORE_CHARS = 48  # in which "on condition that" stands before who speaks
REACH_CHARS = 120  # from who speaks to his verb, with what is told of him between them
PAST = ("past", "part")
OPENED = r"(?:\A|[.:;,—–(“\"‘-]\s*)"
STOPS = re.compile(r"[.:;?!“”\"\n]")
_either, _forms = partial(either, "unsaid"), partial(forms_in, "unsaid")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a cue stands: what leads up to who speaks, or to the cue; from there to its end; what follows.

    `who` is "" where nobody speaks before the cue; `lead` is what stands right before the cue itself.
    """

    before: str
    group: str
    behind: str
    lead: str
    who: str = ""


def without_unsaid(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, without those of which the sentence does not tell that anybody said them.

    It only asks ("Did the army deny it?"), puts a condition ("if the army denies it"), tells of what somebody
    is to say ("was paid to deny it") or does instead ("rather than deny it"). The words stay with who says
    the sentence. Linear.
    """
    return [each for each in found if not is_unsaid(text, sentences, each, language)]


def is_unsaid(text: str, sentences: Sequence[Span], each: Attribution, language: str) -> bool:
    """Whether a cue tells of nothing that was said; False for what shows something, and for no cue."""
    relation, reading = each.relation, each.cue
    if not sentences or not relation.cue or reading is None or relation.voice == "author":
        return False
    if GAP in reading.lemma:
        return False  # "if ~ is to be believed": the condition is of the cue
    sentence = sentences[sentence_of(sentences, relation.cue[0].start)]
    place = _place(text, sentence, each, language)
    if reading.act in load(language, "unsaid")["idle_acts"]:
        return bool(place.who) and _perfect(language).match(place.group) is not None
    if (
        _is_unasked(place, reading.lemma, language)
        or _is_asked(place, language)
        or _is_instead(place, language)
        or _only_to_say(place, language)
        or is_not_yet_said(place.before, place.who, place.group, language)
    ):
        return True
    return _is_condition(place, reading.lemma, language) or _is_inverted(place, language)


def _place(text: str, sentence: Span, each: Attribution, language: str) -> _Place:
    relation = each.relation
    end = relation.cue[-1].end
    source = next((s for s in relation.source if _leads_to(text, s, relation.cue[-1])), None)
    head = source.start if source else relation.cue[0].start
    cue = relation.cue[-1].start if source else head
    apart = source is not None and _joint(language).search(text, source.end, cue) is not None
    bare = each.cue is not None and text[cue:end].lower() == each.cue.lemma  # "wanted to leave and | say"
    apart = apart and not bare
    return _Place(
        before=text[max(sentence.start, head - BEFORE_CHARS) : head].lstrip(),
        group=text[source.end if source and not apart else cue : end].strip(),
        behind=text[end : sentence.end],
        lead=text[max(sentence.start, cue - BEFORE_CHARS) : end],
        who=text[source.start : source.end].lower() if source else "",
    )


def _leads_to(text: str, source: Span, cue: Span) -> bool:
    """Whether a source is the subject of a cue behind it: nothing but an aside stands between them."""
    if not source.end <= cue.start <= source.end + REACH_CHARS:
        return False
    between = text[source.end : cue.start]
    return not STOPS.search(between) and between.count(",") in (0, 2)


def _is_unasked(place: _Place, lemma: str, language: str) -> bool:
    """ "Nobody asked where it came from": there is no question."""
    words = load(language, "unsaid")
    return place.who in words["no_one"] and lemma in words["questions"]


def _is_asked(place: _Place, language: str) -> bool:
    """ "Did | the army deny it?", "When will | the army admit it?"; not "Why did | the army deny it?"."""
    if "?" not in place.behind:
        return False
    if place.who:
        return _asking(language).search(place.before) is not None
    opened = re.search(rf"{OPENED}\Z", place.before) is not None
    return opened and _asking_cue(language).match(place.group) is not None


@cache
def _asking(language: str) -> re.Pattern[str]:
    joined = rf"(?:(?:{_either(language, 'joined')})\s+)?"
    plain = rf"{OPENED}{joined}(?:{_either(language, 'auxiliaries')})"
    when = rf"\b(?:{_either(language, 'when')})\s+(?:{_either(language, 'to_come')})"
    return re.compile(rf"(?:{plain}|{when})\s+\Z", re.IGNORECASE)


@cache
def _asking_cue(language: str) -> re.Pattern[str]:
    """ "Might it be": a cue that is a question of nobody."""
    return re.compile(
        rf"(?:{_either(language, 'auxiliaries')})\s+(?:{_either(language, 'nobody')})\b", re.IGNORECASE
    )


def _is_condition(place: _Place, lemma: str, language: str) -> bool:
    """ "If | the army denies it", and "until | the army denies it", where it has not yet."""
    if not place.who:
        return False
    match = _condition(language).search(place.before)
    if match is None or match["until"] is None or not lemma:
        return match is not None
    forms = verb_forms(lemma.split(" ")[0], load(language, "cues_grammar"))
    return not any(forms.get(word) in PAST for word in place.group.lower().split())


@cache
def _condition(language: str) -> re.Pattern[str]:
    plain, until = _either(language, "conditions"), _either(language, "until")
    return re.compile(rf"\b(?:(?:{plain})|(?P<until>{until}))\s+{_adverbs(language)}\Z", re.IGNORECASE)


def _is_inverted(place: _Place, language: str) -> bool:
    """ "Had | the minister admitted it, nobody would have died"."""
    led = bool(place.who) and _inverted(language).search(place.before) is not None
    return led and "," in place.behind


@cache
def _inverted(language: str) -> re.Pattern[str]:
    joined = rf"(?:(?:{_either(language, 'joined', 'that')})\s+)?"
    return re.compile(rf"{OPENED}{joined}(?:{_either(language, 'inverted')})\s+\Z", re.IGNORECASE)


def _only_to_say(place: _Place, language: str) -> bool:
    """Whether the verb group tells what somebody may say, would have said or is made to say.

    "Was paid | to deny it"; "wants the minister | to admit it" has who speaks before "to".
    """
    if place.who in load(language, "unsaid")["first"]:
        return False
    if place.who and _object_to(language).search(f"{place.before}{{}} {place.group}"):
        return True
    if _bidden_to(language).search(place.lead):
        return True
    return any(pattern(language).match(place.group) for pattern in (_to_say, _perfect))


@cache
def _to_say(language: str) -> re.Pattern[str]:
    """A verb group, or its beginning, behind which nothing was said."""
    modals = rf"(?-i:{_either(language, 'modals')})\s+(?!(?:{_either(language, 'as_well')})\b)"
    led = rf"(?:(?:{_either(language, 'before_be')})\s+){{0,2}}"
    bidden = rf"{led}{_bidden(language)}"
    tried = f"{_forms(language, 'trying')}|{_forms(language, 'wishing', PAST)}"
    asking = rf"(?!(?:{_either(language, 'asking')})\b)"
    trying = rf"{led}{_adverbs(language)}(?:{tried})\s+(?:not\s+)?to\s+{asking}\w+"
    return re.compile(rf"(?:{modals}|{bidden}|{trying})", re.IGNORECASE)


@cache
def _perfect(language: str) -> re.Pattern[str]:
    """ "would have told", "might have said"."""
    modals, have = _either(language, "perfect_modals"), _either(language, "have")
    return re.compile(
        rf"(?:{modals})\s+{_adverbs(language)}(?:{have})\s+{_adverbs(language)}\w+", re.IGNORECASE
    )


@cache
def _bidden_to(language: str) -> re.Pattern[str]:
    """ "was told | to deny", where the cue begins with "to" and whoever was told stands anywhere."""
    return re.compile(rf"\b{_bidden(language)}\Z", re.IGNORECASE)


def _bidden(language: str) -> str:
    forms = "|".join((_forms(language, "bidding", PAST), _either(language, "outlook")))
    return rf"(?:{_either(language, 'be')})\s+{_adverbs(language)}(?:{forms})\s+(?:not\s+)?to\s+\w+"


@cache
def _object_to(language: str) -> re.Pattern[str]:
    """ "wants {} to admit": {} stands for who is to say it."""
    upon = rf"(?:\s+(?:{_either(language, 'upon')}))?"
    verbs = _forms(language, "bidding")
    return re.compile(rf"\b(?:{verbs}){upon}\s+{{}}\s+(?:not\s+)?to\s", re.IGNORECASE)


@cache
def _joint(language: str) -> re.Pattern[str]:
    """Between two verbs of one subject: "may deny it | but | says"."""
    return re.compile(rf"\b(?:{_either(language, 'joints')})\b", re.IGNORECASE)


def _adverbs(language: str) -> str:
    return rf"(?:(?:\w+ly|{_either(language, 'adverbs')})\s+){{0,2}}"


def _is_instead(place: _Place, language: str) -> bool:
    """ "Rather than | admit it", "instead of denying it", with the cue behind that or at its end."""
    match = _instead(language).search(place.lead)
    return match is not None and match.end() >= len(place.lead)


@cache
def _instead(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_either(language, 'instead')})\s+{_adverbs(language)}[\w’'-]+\Z", re.IGNORECASE
    )
