"""Cues that a finder takes for words of somebody and that are none: "if", "asked whether …, he said"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from sayso.lang import load
from sayso.read.cues.finding import find_cues
from sayso.read.cues.inflection import verb_forms
from sayso.read.mending.not_yet_said import is_only_wished
from sayso.read.relation import Relation

BEFORE_CHARS = 40  # in which what opens a clause is looked for


@cache
def _unnamed(language: str) -> re.Pattern[str]:
    """Matches from a cue on: "declined to be named", "did not want | to be identified".

    So "asked for anonymity".
    """
    words = load(language, "completion")["unnamed"]
    asking, named, giving, whose, what, kept = (
        "|".join(words[name]) for name in ("asking", "named", "giving", "whose", "what", "kept")
    )
    be_named = rf"(?:not\s+)?to\s+be\s+(?:{named})|not\s+be\s+(?:{named})\b"
    give_name = rf"(?:not\s+)?to\s+(?:{giving})\s+(?:{whose})\s+(?:{what})"
    return re.compile(
        rf"(?:\S+\s+){{0,3}}(?P<wish>(?:{asking})\s+(?:{be_named}|{give_name}|{kept})|would\s+not\s+be\s+(?:{named}))\b",
        re.IGNORECASE,
    )


@cache
def _asked(language: str) -> re.Pattern[str]:
    """Matches a whole cue such as "Asked", "When asked" or "Pressed on"."""
    words = load(language, "completion")["asked_first"]
    leads, participles, about = ("|".join(words[name]) for name in ("leads", "participles", "about"))
    return re.compile(rf"(?:(?:{leads}) )?(?:{participles})(?: (?:{about}))?", re.IGNORECASE)


def says_nothing(text: str, relation: Relation, language: str) -> bool:
    """Whether a cue is a conjunction, a wish to stay unnamed, a deed or its want, what is asked, or anyone's.

    "If the rain stops", "she declined to be named", "Asked whether it held, the mayor said": nobody says
    the first, the second only describes a source, and the third is not the mayor's. "Was refused entry" is
    done and not said. False without a cue.
    """
    if not relation.cue:
        return False
    words = " ".join(" ".join(text[a:b] for a, b in relation.cue).split())
    joints = set(load(language, "completion")["joints"])
    beginning = _undone(language).fullmatch(words) is not None or is_only_wished(words, language)
    if joints.issuperset(words.lower().split()) or beginning:
        return True
    if _only_leads_or_does(text, relation, words, language):
        return True
    if _is_compared(text, relation.cue[0].start, words, language) or _likens(language).fullmatch(words):
        return True
    if _is_circumstance(text, relation, language):
        return True
    if _is_placed(text, relation, words.lower(), language):
        return True
    if _has_nothing_to_do(text, relation, words, language) or _is_anyone(text, relation, language):
        return True
    withheld = _withheld(language).match(text, relation.cue[-1].end)
    if withheld and words.lower().split()[-1] in load(language, "completion")["withholding"]["verbs"]:
        return True
    unnamed = _unnamed(language).match(text, relation.cue[0].start)
    wishes = unnamed is not None and unnamed.start("wish") < relation.cue[-1].end <= unnamed.end()
    return wishes or _is_asked(text, relation, words, language)


def _only_leads_or_does(text: str, relation: Relation, words: str, language: str) -> bool:
    """Whether a cue only leads up to what is said, tells of a deed, or whom the words go against."""
    return (
        _presents(text, relation, language)
        or _is_deed(words.lower().split(), language)
        or _opposes_somebody(text, relation, words, language)
        or _is_done(relation, words, language)
        or _refuses_a_deed(text, relation, words, language)
        or _moves_somebody(text, relation, words, language)
    )


def _refuses_a_deed(text: str, relation: Relation, words: str, language: str) -> bool:
    """Whether it is something to be done, and no words, that is refused: "refused | to board the ship"."""
    deed, of_words = _refused(language)
    behind = text[relation.cue[-1].end : relation.cue[-1].end + BEFORE_CHARS]
    refused = deed.search(" ".join(f"{words} {behind}".split()))
    if refused is None or refused.start() >= len(words):
        return False  # another verb behind it refuses
    return of_words.match(refused.string, refused.end()) is None


@cache
def _refused(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Matches whoever refuses to do something, up to what; and words or assent, which are withheld."""
    known = load(language, "completion")["refusing"]
    verbs, words = ("|".join(known[name]) for name in ("verbs", "words"))
    deed = re.compile(rf"\b(?:{verbs})\s+to\s+(?:\w+ly\s+)?(?=[a-z])", re.IGNORECASE)
    return deed, re.compile(rf"(?:{words})\b", re.IGNORECASE)


def _moves_somebody(text: str, relation: Relation, words: str, language: str) -> bool:
    """Whether something is told of that stirs who is taken for the source: "has angered | traders"."""
    said, known = words.lower().split(), load(language, "completion")
    if not relation.source or said[-1:] == [] or said[-1] not in _moving(language):
        return False
    if not set(load(language, "cues_grammar")["be"]).isdisjoint(said[:-1]):
        return False  # "were angered that"
    behind = relation.source[0].start >= relation.cue[-1].end
    return behind or text[slice(*relation.source[0])].lower() in known["moving_it"]


@cache
def _moving(language: str) -> frozenset[str]:
    """The forms of the verbs that tell what something does to somebody's mind."""
    grammar = load(language, "cues_grammar")
    return frozenset(
        form for verb in load(language, "completion")["moving"] for form in verb_forms(verb, grammar)
    )


def _opposes_somebody(text: str, relation: Relation, words: str, language: str) -> bool:
    """Whether a participle tells whom the words beside it go against: "…, | contradicting | the bank"."""
    known = load(language, "completion")["opposing"]
    if words.lower() not in known["participles"]:
        return False
    behind = re.compile(r"[^,.;:!?“”\"\n]*").match(text, relation.cue[-1].end)
    said = behind.group().lower().split() if behind else []
    return {*known["told"], *load(language, "completion")["say_so_nouns"]}.isdisjoint(said)


def _is_done(relation: Relation, words: str, language: str) -> bool:
    """Whether something is only done to who stands before a passive with no content: "was seized"."""
    said = words.lower().split()
    be = set(load(language, "cues_grammar")["be"])
    if not set(load(language, "completion")["undecided"]["negations"]).isdisjoint(said):
        return False  # "could not be reached"
    if relation.content or relation.voice != "source" or len(relation.source) != 1 or len(said) < 2:
        return False
    passive = said[-2] in be and said[-1].endswith(("ed", "en")) and said[-1] not in be
    return passive and relation.source[0].end <= relation.cue[0].start


def _presents(text: str, relation: Relation, language: str) -> bool:
    """Whether a cue only leads up to what is said: "what we | can say | is that"."""
    words = load(language, "completion")["presenting"]
    before, who, behind = ("|".join(words[name]) for name in ("before", "who", "behind"))
    start, end = relation.cue[0].start, relation.cue[-1].end
    led = re.compile(rf"\b(?:{before})\s+(?:{who})\s+\Z", re.IGNORECASE)
    goes_on = re.compile(rf"\s+(?:{behind})\b", re.IGNORECASE)
    return (
        led.search(text, max(0, start - BEFORE_CHARS), start) is not None
        and goes_on.match(text, end) is not None
    )


def _is_deed(words: list[str], language: str) -> bool:
    """Whether nobody decides, is let or made to do something, or is punished: "took no decision"."""
    known = load(language, "completion")
    undecided = known["undecided"]
    if words[-1:] and words[-1] in undecided["nouns"] and not set(undecided["negations"]).isdisjoint(words):
        return True
    be = set(load(language, "cues_grammar")["be"])
    passive = any(w in be and v in known["made_to"] for w, v in pairwise(words))
    return passive or (words[-1:] != [] and words[-1] in known["punishing"])


@cache
def _undone(language: str) -> re.Pattern[str]:
    """Matches a cue that only says that something was not done: "had failed to"."""
    words = load(language, "completion")["undone"]
    return re.compile(rf"(?:[^\W\d_]+\s+){{0,2}}(?:{'|'.join(words)})\s+to", re.IGNORECASE)


def _is_anyone(text: str, relation: Relation, language: str) -> bool:
    """Whether "one" stands for anybody: "one can hardly blame them"."""
    if len(relation.source) != 1:
        return False
    known, (start, end) = load(language, "completion")["anyone"], relation.source[0]
    behind = f"{' '.join(text[end : end + BEFORE_CHARS].lower().split())} "
    can = any(behind.startswith(f"{word} ") for word in known["can"])
    return can and text[start:end].lower() in known["one"]


def _has_nothing_to_do(text: str, relation: Relation, words: str, language: str) -> bool:
    """Whether what follows "nothing" is no finding: "had nothing | to do with", "found nothing | to eat"."""
    known = load(language, "completion")["of_nothing"]
    if words.lower().split()[-1:] == [] or words.lower().split()[-1] not in known["nothing"]:
        return False
    behind = text[relation.cue[-1].end : relation.cue[-1].end + BEFORE_CHARS].lower().split()
    verbs = {behind[1], " ".join(behind[1:3])} if len(behind) > 1 and behind[0] == "to" else set(known["to"])
    return verbs.isdisjoint(known["to"])


@cache
def _likens(language: str) -> re.Pattern[str]:
    """Matches a cue that only says what goes with what: "is also consistent with"."""
    words = load(language, "completion")["likening"]
    be, alike = ("|".join(words[name]) for name in ("be", "alike"))
    return re.compile(rf"(?:(?:it|this|that) )?(?:{be})(?: \S+)? (?:{alike})", re.IGNORECASE)


def _is_circumstance(text: str, relation: Relation, language: str) -> bool:
    """Whether nobody is named and the words are none of saying: "at this resolution | the two are alike"."""
    if relation.voice == "author" or relation.source:
        return False
    opener = text[slice(*relation.cue[0])].lower().split()[:1]
    leads = load(language, "completion")["likening"]["leads"]
    return (
        opener[:1] != []
        and opener[0] in leads
        and not any(find_cues(text, c, language) for c in relation.cue)
    )


def _is_compared(text: str, start: int, words: str, language: str) -> bool:
    """Whether a cue is what something is only measured by: "more | than previously reported"."""
    compared = load(language, "completion")["compared"]
    before = text[max(0, start - BEFORE_CHARS) : start].split()[-2:]
    led = before[:1] if before and before[-1].lower() in compared["between"] else before[-1:]
    return any(word.lower() in compared["leads"] for word in (words.split()[0], *led))


def _is_placed(text: str, relation: Relation, words: str, language: str) -> bool:
    """Whether something is only done to somebody: "were held in a cell", "was questioned by two men".

    Not so in "is held to be guilty".
    """
    placed = load(language, "completion")["placed"]
    if " ".join(words.split()[-2:]) in placed["done_by"]:
        return True
    behind = text[relation.cue[-1].end : relation.cue[-1].end + BEFORE_CHARS].split(None, 1)[:1]
    passive = not set(load(language, "cues_grammar")["be"]).isdisjoint(words.split()[:-1])
    return (
        passive
        and words.split()[-1] in placed["verbs"]
        and behind[:1] != []
        and behind[0] not in placed["behind"]
    )


@cache
def _withheld(language: str) -> re.Pattern[str]:
    """Matches what is refused to somebody, behind the verb: " him bail", " entry", and not " entry was"."""
    words = load(language, "completion")["withholding"]
    clause = "|".join(words["not_before"])
    whom, what = ("|".join(words[name]) for name in ("whom", "what"))
    return re.compile(
        rf"\s+(?:(?:{whom})\s+)?(?:an?\s+|any\s+|further\s+)?(?:{what})\b(?!\s+(?:{clause})\b)", re.IGNORECASE
    )


def _is_asked(text: str, relation: Relation, words: str, language: str) -> bool:
    """Whether "asked" opens its sentence and no "by" tells who asked."""
    if not _asked(language).fullmatch(words):
        return False
    start, end = relation.cue[0].start, relation.cue[-1].end
    behind = relation.source[0].start if relation.source else -1
    if behind >= end and not text[end:behind].strip():
        return False  # "“Where is he?” asked | the judge"
    leads = "|".join(load(language, "completion")["asked_first"]["leads"])
    before = re.sub(
        rf"\b(?:{leads})\s*\Z", "", text[max(0, start - BEFORE_CHARS) : start], flags=re.IGNORECASE
    )
    led = before.rstrip() != text[max(0, start - BEFORE_CHARS) : start].rstrip()  # "he nodded | when asked"
    opens = led or not before.strip() or before.rstrip()[-1] in '.!?”"' or before.endswith("\n")
    agent = text[end:].split(None, 1)[:1]
    return opens and [word.lower() for word in agent] != ["by"]
