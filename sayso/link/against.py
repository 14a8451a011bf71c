"""Whether a proposition speaks against another: by a "not", by opposite words, or by making light of it."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from sayso.lang.loading import load
from sayso.link.instead import another_instead
from sayso.link.mark import Mark
from sayso.link.opposites import beside, opposed, tells_of_lack
from sayso.link.phrases import begins_with, phrases_in
from sayso.link.polarity import is_negated, negated_stems, refutes
from sayso.link.short_of import kept_from
from sayso.link.words import listed, low_words, stems_of

LEAST_MAIN_WORDS, MUCH_GRANTED = 3, 2  # words before such a clause; content words in it
FORESTALLED_WORDS = 3  # behind "before": "it reached"
NEGATED_WORDS = 2  # behind the "without": "without a word of warning"
CLAUSES = re.compile(r"[.…;!?:,]\s")
SHARED = 0.3  # of the fewer content words: with less in common a negative is of something else


class Against(msgspec.Struct, frozen=True, kw_only=True):
    """How one text speaks against another; `state`: by a state of things that it tells, which may change.

    `part`: of the doer or another part alone; `words`: the opposite words of the first and of the second.
    """

    why: str
    words: tuple[str, str] = ("", "")
    state: bool = False
    part: bool = False


def against(mark: Mark, gist: Mark) -> Against | None:
    """How a proposition speaks against a gist; None where it does not.

    The surest sign decides: making light of it ("tales of"), opposite words ("sealed", "open"), a "not", and
    last that all is well ("in flawless condition") where the other says nothing of the kind. Two of them undo
    each other: "not open" says what "shut" says. What only points at other words is judged by its "not".
    """
    differ = mark.negated != gist.negated
    if mark.target is not None or gist.target is not None:
        return _negated(gist) if differ else None
    lightly, slighted = phrases_in(mark.text, "belittlings"), phrases_in(gist.text, "belittlings")
    if lightly and not slighted:
        return Against(why=f"It makes light of it: “{lightly[0]}”.")
    if slighted and not lightly:
        return None if differ else Against(why=f"The other makes light of it: “{slighted[0]}”.")
    if other := another_instead(mark, gist) or another_instead(gist, mark):
        return Against(why=f"It names another instead: “{other}”.", part=True)
    if pair := opposed(mark.text, gist.text):
        apart = _is_outside(mark, pair[0]) != _is_outside(gist, pair[1])
        undone = apart and _is_undone(mark, gist, pair)
        why = f"It says “{pair[0]}”, the other “{pair[1]}”."
        return None if undone else Against(why=why, words=pair, state=True)
    if words := kept_from(mark, gist) or kept_from(gist, mark):
        return None if differ else Against(why=f"It did not come to that: “{words}”.")
    if _is_put_otherwise(mark, gist):
        differ = not differ
    if differ:
        same = _is_plain_after_all(mark, gist) or says_otherwise(mark, gist)
        return None if same else _negated(gist, part=_is_of_doer(mark, gist))
    return _reassures(mark, gist)


def _is_put_otherwise(mark: Mark, gist: Mark) -> bool:
    """Whether words for one thing differ in their own "not": "not been paid" and "owed"."""
    pairs = beside(mark.text, gist.text)
    return any(
        (mark.negated and _has_not(ours)) != (gist.negated and _has_not(theirs)) for ours, theirs in pairs
    )


def _has_not(words: str) -> bool:
    """Whether words for one thing have a "not": "not paid", but not "dismissed", which refutes elsewhere."""
    return is_negated(words) and not refutes(words)


def _is_undone(mark: Mark, gist: Mark, pair: tuple[str, str]) -> bool:
    """Whether the "not" of the one that has it may be of its opposite word: "not open" and "shut".

    In "is alive, they have not beheaded him" it stands elsewhere, and says the same once more.
    """
    text, word = (mark.text, pair[0]) if _is_outside(mark, pair[0]) else (gist.text, pair[1])
    if not is_negated(text):
        return True
    return any(word in clause and is_negated(clause) for clause in CLAUSES.split(text))


def _is_outside(mark: Mark, word: str) -> bool:
    """Whether it is put in the negative by more than its opposite word, which may have a "not": "no pay"."""
    return mark.negated and not _has_not(word)


def _is_plain_after_all(mark: Mark, gist: Mark) -> bool:
    """Whether the "not" of the one that has it says what the other says, too.

    An idiom does ("not to be found" is missing), a bound ("not before May" is from May on), a "not" of what
    the other is without ("no warning", "without a word of warning"), and who denies a complaint where the
    other says that all is well.
    """
    negative, plain = (mark, gist) if mark.negated else (gist, mark)
    if mark.target is not None or gist.target is not None or plain.negated or plain.act == "deny":
        return False
    if negative.act == "deny":
        well = phrases_in(plain.text, "reassurances")
        return bool(well) and not phrases_in(negative.text, "reassurances")
    if phrases_in(negative.text, "plain_negatives"):
        return True
    if _is_bound(negative):
        return True
    if refutes(negative.text):
        return False
    wanting = negated_stems(plain.text, NEGATED_WORDS)
    if wanting & set(negative.stems) and is_negated(negative.text):
        return True
    return _is_forestalled(negative, plain)


def _is_forestalled(negative: Mark, plain: Mark) -> bool:
    """Whether one "never reached the site" and the other "was sold before it reached the builders"."""
    words = low_words(plain.text)
    at = next(
        (i for i, word in enumerate(words) if i >= LEAST_MAIN_WORDS and word in _listed("forestalling")), None
    )
    if at is None:
        return False
    behind = set(stems_of(" ".join(words[at + 1 : at + 1 + FORESTALLED_WORDS])))
    return bool(behind & negated_stems(negative.text, NEGATED_WORDS))


def _is_bound(negative: Mark) -> bool:
    """Whether it says until or from when: "will not open before May", "will not last beyond April"."""
    if negative.days[1] and not negative.days[0] and phrases_in(negative.text, "not_before"):
        return True
    return any(negative.days) and bool(phrases_in(negative.text, "not_beyond"))


def says_otherwise(mark: Mark, gist: Mark) -> bool:
    """Whether a "not" or "without" is of other words than the other side has: no denial of what that says.

    "Without pay for weeks" and "owed six weeks of wages" are one thing said twice. Who denies, refutes or
    only points is always taken at his word, and so is who begins with "nobody" or "there was no", unless the
    other side tells of a want ("no bread" and "the shops are empty"). Any other "not" says the same as a want
    ("has not sailed" and "is at a standstill"), unless it is of that want ("has not stopped").
    """
    if "deny" in (mark.act, gist.act) or mark.target is not None or gist.target is not None:
        return False
    if any(refutes(text) for text in (mark.text, gist.text)):
        return False
    negative, plain = (mark, gist) if mark.negated else (gist, mark)
    if phrases_in(negative.text, "disclaimings") or phrases_in(negative.text, "no_proofs"):
        return False
    if _is_granted(negative, plain) or _is_but_for(negative, plain):
        return True
    total, want = begins_with(negative.text, "total_negatives"), tells_of_lack(plain.text)
    if want and not tells_of_lack(negative.text):
        return True
    if total and not want:
        return False
    one, other = set(mark.stems), set(gist.stems)
    return len(one & other) < SHARED * min(len(one), len(other))


def _is_but_for(negative: Mark, plain: Mark) -> bool:
    """Whether it leaves standing just what the other says: "no money changed hands, only timber"."""
    match = _but_for().search(negative.text)
    if match is None:
        return False
    others = set(plain.stems)
    said, but_for = negative.text[: match.start()], negative.text[match.end() :]
    return bool(others & set(stems_of(but_for))) and others.isdisjoint(stems_of(said))


@cache
def _but_for() -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{'|'.join(sorted(_listed('but_for')))})\s", re.IGNORECASE)


@cache
def _listed(group: str, name: str = "words") -> frozenset[str]:
    return frozenset(load("en", "stance")[group][name])


def _is_granted(negative: Mark, plain: Mark) -> bool:
    """Whether what the other says stands in a clause behind the "not", which takes it for granted.

    "Air defences failed to stop a drone | that struck a school" does not deny that it struck, nor "the boats
    could not be lowered | because they were chained" that they were. In "a year | after the flood, the bridge
    is not open" the "not" itself is behind.
    """
    words = low_words(negative.text)
    openers = _listed("granting")
    at = next((i for i, word in enumerate(words) if i >= LEAST_MAIN_WORDS and word in openers), None)
    if at is None:
        return False
    if listed("en", "negations").isdisjoint(words[:at]) and not listed("en", "negations").isdisjoint(
        words[at:]
    ):
        return False
    others = set(plain.stems)
    main, behind = (set(stems_of(" ".join(part))) & others for part in (words[:at], words[at:]))
    taken_up = words[at + 1 : at + 2] and words[at + 1] in _listed(
        "granting", "standing_for"
    )  # "because they were chained"
    granted = len(behind - main)
    return granted > 0 and granted + bool(taken_up) >= MUCH_GRANTED and len(main) <= granted


def _is_of_doer(mark: Mark, gist: Mark) -> bool:
    """Whether the one that is put in the negative denies the doer alone: "had nothing to do with it"."""
    return bool(phrases_in((mark if mark.negated else gist).text, "disclaimings"))


def _negated(gist: Mark, *, part: bool = False) -> Against:
    return Against(part=part, why="It says that it is so." if gist.negated else "It says that it is not so.")


def _reassures(mark: Mark, gist: Mark) -> Against | None:
    """That all is well, against what does not say so."""
    well = phrases_in(mark.text, "reassurances")
    if well and not (phrases_in(gist.text, "reassurances") or phrases_in(gist.text, "also_well")):
        return Against(why=f"It says that all is well: “{well[0]}”.", state=True)
    return None
