"""Whether a clause looks back or ahead, by the verbs around a time."""

import re
from functools import cache
from typing import Literal

from sayso.lang.loading import load
from sayso.model.span import Span
from sayso.read.perfect import opens_perfect

Lean = Literal["past", "future", "near", "bidden", "unsaid"]
WORD = re.compile(r"[^\W\d_]+|['’]ll\b|[;.!?]|\n(?=\s*\n)")
REACH_CHARS = 200
PARTICIPLE_CHARS = 5
MOST_OPENERS = 3  # words between "said" and a time that opens what is said
PLACING = frozenset(("in", "on", "by"))
SINCE_THEN = frozenset(("in", "on"))  # not "by", which looks ahead
REFERRING = frozenset(("this", "that"))  # "the rice that arrived": what follows is its verb
SUBJECT_WORDS = 8  # between "that" and a time in the subject of its clause
STOPS = frozenset((";", "!", "?", ".", "\n"))
WAS = frozenset(("was", "were"))
WAS_TO_WORDS = 8  # from "was to" to its time
PUT_OFF_WORDS = 10  # from "postponed" to the new day
BIDDEN_WORDS = 6  # from a verb of ordering to its infinitive
LIMIT_WORDS = 6  # between a deadline and its passing
KEPT_WORDS = 4  # "keep its northern borders closed"
LED_WORDS = 3  # "until at least October"
NAME_BEHIND = re.compile(r"\s[A-Z]")
NOUN_BEHIND = re.compile(r"\s[a-z]")


@cache
def _cues(language: str) -> dict[str, frozenset[str]]:
    cues = {name: frozenset(words) for name, words in load(language, "time")["lean"].items()}
    return {**cues, "before_adjective": cues["be"] | cues["article"] - REFERRING}


def lean_of(
    text: str, span: Span, language: str = "en", *, within: Span | None = None, promised: bool = False
) -> Lean:
    """How the clause around a time leans, by the nearest telling word to the left, else to the right.

    `future` ("will", "plans to"), `near` (a plan of the past: "was scheduled to"), `bidden` (what somebody
    was to do: "agreed to meet", ahead unless that is far), `past`, or `unsaid` where no verb tells. "By",
    "until", "before" look ahead unless the clause is past: "is signed by May", "stays until May, he said".
    A time beside a verb of promising ("promised in January to stop") is when it was said.
    `within` bounds the clause; in a promise (`promised`) "is" and "has" tell nothing.
    """
    inside = within or Span(0, len(text))
    left = _words(text[max(inside.start, span.start - REACH_CHARS) : span.start])
    right = _words(text[span.end : min(inside.end, span.end + REACH_CHARS)])
    cues = _cues(language)
    cut = max((index for index, word in enumerate(left) if word in cues["stop"] or word == "\n"), default=-1)
    stops = (index for index, word in enumerate(right) if word in cues["stop"] or word == "\n")
    end = next(stops, len(right))
    left, right = left[cut + 1 :], right[:end]
    own = _words(text[span.start : span.end])
    fixed = _moved_lean(text, span, own, cues) or _fixed_lean(left, own, cues)
    if fixed:
        return fixed
    if not cues["since"].isdisjoint([*left[-1:], *own[:1]]):
        return "past"
    if _was_to(left):
        return "near"
    if _is_behind(left, right, cues):
        return "past"
    if _is_of_name(text, span, left, own, cues):
        return _leaning(right, range(len(right)), language, promised=False) or "past"
    if _is_of_noun(text, span, left, own, cues):
        right = [word for word in right if word not in cues["plan_nouns"]]
    nearest = next((word for word in reversed(left[-LED_WORDS:]) if word not in cues["led_beyond"]), "")
    led = not cues["led_by"].isdisjoint([nearest, *own[:1]])
    if led:
        promised, right = True, [word for word in right if word not in cues["reporting"]]
        left = _without_present_passive(left, cues)
    left = _without_who_said(left, cues) if right else left
    own_verb = _of_that_clause(left, right, language, promised)
    if own_verb:
        return own_verb
    if led and not cues["conditions"].isdisjoint(left):
        return "future"
    found = _leaning(left, range(len(left) - 1, -1, -1), language, promised)
    found = found or _leaning(right, range(len(right)), language, promised)
    return found or ("future" if led else "unsaid")


def _is_behind(left: list[str], right: list[str], cues: dict[str, frozenset[str]]) -> bool:
    """Whether the words right around a time put it behind: a vow, a dated paper, a deadline that passed."""
    if cues["vows"].intersection(left[-2:]) and cues["what_is_vowed"].intersection(right[:1]):
        return True
    if _vowed_then(right, cues) or (not right and _vowed_before(left, cues)):
        return True
    dated = cues["papers"].intersection(left[-2:-1]) and cues["dated"].intersection(left[-1:])
    return bool(dated) or _has_lapsed(left[-LIMIT_WORDS:], right[:LIMIT_WORDS], cues)


def _has_lapsed(left: list[str], right: list[str], cues: dict[str, frozenset[str]]) -> bool:
    """Whether a time is that of a deadline which passed or was missed: "missed its deadline of | 1 May"."""
    if cues["limits"].isdisjoint([*left, *right[:2]]):
        return False
    at = next((i for i, word in enumerate(right) if word in cues["lapsed"]), None)
    between = cues["elsewhere"] | (cues["ahead"] - cues["limits"])
    if at is not None and between.isdisjoint(right[:at]):
        return True
    at = next((i for i, word in enumerate(left) if word in cues["missed"]), None)
    return at is not None and cues["ahead"].isdisjoint(left[:at])


def _is_of_name(
    text: str, span: Span, left: list[str], own: list[str], cues: dict[str, frozenset[str]]
) -> bool:
    """Whether a date is a part of a name: "the 1998 Understanding", "the 4 July Accord"."""
    printed = text[span.start : span.end]
    led = cues["article"].intersection([*left[-1:]] if printed[0].isdigit() else own[:1])
    return bool(led) and any(map(str.isdigit, printed)) and NAME_BEHIND.match(text, span.end) is not None


def _is_of_noun(
    text: str, span: Span, left: list[str], own: list[str], cues: dict[str, frozenset[str]]
) -> bool:
    """Whether a year tells which of its kind something is: "the 2025 grain plan"."""
    led = not own and cues["article"].intersection(left[-1:])
    return bool(led) and NOUN_BEHIND.match(text, span.end) is not None


def _moved_lean(text: str, span: Span, own: list[str], cues: dict[str, frozenset[str]]) -> Lean | None:
    """How a time leans from or to which something is moved: "postponed | from May | to October"; or None."""
    left = _since_stop(_words(text[max(0, span.start - REACH_CHARS) : span.start]))
    led = {*left[-1:], *own[:1]}
    if not cues["put_off_to"].isdisjoint(led) and not cues["put_off"].isdisjoint(left[-PUT_OFF_WORDS:]):
        return "future"
    return "near" if "from" in led and not cues["moved"].isdisjoint(left[-PUT_OFF_WORDS:]) else None


def _fixed_lean(left: list[str], own: list[str], cues: dict[str, frozenset[str]]) -> Lean | None:
    """How a time leans for which something is fixed, or that it is: "the vote set for |", "the vote is on |";
    None where neither stands right before it.

    Of what is on a day the present does not tell whether it lies ahead: "the vote is on 20 March".
    """
    if not (cues["since"] | cues["led_by"]).isdisjoint(own[:1]):
        return None
    if left[-1:] == ["for"] and not cues["set_for"].isdisjoint(left[-2:-1]):
        return "near" if cues["present_be"].isdisjoint(left[-4:-2]) else "future"
    placed = left[:-1] if left and left[-1] in SINCE_THEN else left
    return None if cues["present_be"].isdisjoint(placed[-1:]) else "unsaid"


def _was_to(left: list[str]) -> bool:
    """Whether a plan of the past governs a time: "was to have been published in | January"."""
    near = left[-WAS_TO_WORDS:]
    return any(near[i] in WAS and near[i + 1] == "to" for i in range(len(near) - 1))


def _since_stop(words: list[str]) -> list[str]:
    return words[max((index for index, word in enumerate(words) if word in STOPS), default=-1) + 1 :]


def is_moved(before: str, language: str = "en") -> bool:
    """Whether what stands before two times moves something from one to the other: "postponed the vote "."""
    return not _cues(language)["moved"].isdisjoint(_since_stop(_words(before)))


def _vowed_then(words: list[str], cues: dict[str, frozenset[str]]) -> bool:
    """Whether a time opens a clause of a vow: "in March | it promised", "in May | the firm vowed"."""
    behind = 1 + (words[0] in cues["article"]) if words else 0
    return bool(words) and bool(cues["vowed"].intersection(words[behind : behind + 1]))


def _vowed_before(words: list[str], cues: dict[str, frozenset[str]]) -> bool:
    """Whether a time closes a clause right behind its vow: "later than it had pledged in | March"."""
    return bool(words) and words[-1] in SINCE_THEN and not cues["vows"].isdisjoint(words[-2:-1])


def _without_who_said(words: list[str], cues: dict[str, frozenset[str]]) -> list[str]:
    """No words where the time opens what is said: "said that in May | it would open"."""
    last = max((i for i, word in enumerate(words) if word in cues["reporting"]), default=-1)
    between = words[last + 1 :]
    opens = last >= 0 and 0 < len(between) <= MOST_OPENERS and not cues["opens_clause"].isdisjoint(between)
    return [] if opens and all(word in cues["opens_clause"] or word in PLACING for word in between) else words


def _of_that_clause(left: list[str], right: list[str], language: str, promised: bool) -> Lean | None:
    """The lean of the verb behind a time in the subject of a "that" clause: "said that pay for | May will".

    None where a verb stands between "that" and the time, or none behind it.
    """
    last = max((i for i, word in enumerate(left) if word == "that"), default=-1)
    between = left[last + 1 :]
    if last < 0 or not 0 < len(between) <= SUBJECT_WORDS:
        return None
    if _leaning(between, range(len(between) - 1, -1, -1), language, promised):
        return None
    return _leaning(right, range(len(right)), language, promised)


def _without_present_passive(words: list[str], cues: dict[str, frozenset[str]]) -> list[str]:
    """The words but for participles in "is signed", "keep it closed": with "by May" those lie ahead."""
    return [
        word
        for index, word in enumerate(words)
        if not (
            (word.endswith("ed") or word in cues["back"])
            and (
                cues["present_be"].intersection(words[max(0, index - 2) : index])
                or cues["keeping"].intersection(words[max(0, index - KEPT_WORDS) : index])
            )
        )
    ]


def _words(text: str) -> list[str]:
    """The words in lower case; the month May keeps its capital, it is no verb."""
    return [word if word == "May" else word.lower() for word in WORD.findall(text)]


def _bidden(words: list[str], to: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether "to" opens what somebody is to do: "ordered the army to build it before October"."""
    verb = words[to + 1 : to + 2]
    plain = bool(verb) and not verb[0].endswith(("ing", "ed")) and verb[0] not in cues["article"]
    return plain and not cues["bids"].isdisjoint(words[max(0, to - BIDDEN_WORDS) : to])


def _had_said(words: list[str], cues: dict[str, frozenset[str]]) -> bool:
    """Whether what would be had been said before: "had promised that it would open in | February"."""
    said = cues["reporting"] | cues["vows"]
    return any(
        word == "had" and not said.isdisjoint(words[index + 1 : index + 4])
        for index, word in enumerate(words)
    )


def _on_timetable(words: list[str], index: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether the present tells what is fixed for a day: "opens on 1 May", "the ban takes effect"."""
    if words[index] in cues["timetable"]:
        return not cues["article"].intersection(words[max(0, index - 1) : index])
    force = words[index] in cues["enters"] and not cues["force"].isdisjoint(words[index + 1 : index + 3])
    return force and cues["back"].isdisjoint(words[max(0, index - 2) : index])


def _is_foreseen(words: list[str], cues: dict[str, frozenset[str]]) -> bool:
    """Whether what follows is held to be possible, as a thing: "hinted at a truce in | May"; not in |"."""
    return " ".join(words[:2]) in cues["foreseen"] and len(words) > MOST_OPENERS


def _leaning(words: list[str], order: range, language: str, promised: bool) -> Lean | None:
    """The lean of the first telling word in the order given.

    "is to", "set to", "to be" look ahead, "would have gone" back; a participle after "be" tells nothing, nor
    does one behind an article ("the injured").
    """
    cues = _cues(language)
    for index in order:
        if words[index] in cues["to"] and order.step < 0 and _bidden(words, index, cues):
            return "near" if "had" in words[:index] else "bidden"
        word, before, after = words[index], words[max(0, index - 2) : index], words[index + 1 : index + 3]
        if _on_timetable(words, index, cues) or (order.step < 0 and _is_foreseen(words[index:], cues)):
            return "future"
        if word in cues["before_to"] and cues["to"].intersection(after[:1]):
            return "future"
        if word in cues["ahead"]:
            was = cues["past_be"] | cues["once"]
            planned = word in cues["planned"] and bool(was.intersection(before))
            missed = word in cues["counterfactual"] and opens_perfect(words[index + 1 : index + 6], language)
            before_that = word in cues["counterfactual"] and _had_said(words[:index], cues)
            return "past" if missed else "near" if planned or before_that else "future"
        if (
            word in cues["back"]
            or word in cues["strong_pasts"]
            or (word.endswith("ed") and len(word) >= PARTICIPLE_CHARS)
        ):
            told = cues["before_adjective"].isdisjoint(before[-1:])
            if told and not cues["sure"].intersection(before):
                return "past"
        elif word in cues["present"] and not promised and not cues["to"].intersection(before[-1:]):
            return "past"
    return None
