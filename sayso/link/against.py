"""Whether a proposition speaks against another: by a "not", by opposite words, or by making light of it."""

from __future__ import annotations

import msgspec

from sayso.link.mark import Mark
from sayso.link.opposites import opposed, tells_of_lack
from sayso.link.phrases import begins_with, phrases_in
from sayso.link.polarity import count

SHARED = 0.3  # of the fewer content words: with less in common a negative is of something else


class Against(msgspec.Struct, frozen=True, kw_only=True):
    """How one text speaks against another; `state`: by a state of things that it tells, which may change."""

    why: str
    state: bool = False


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
    if pair := opposed(mark.text, gist.text):
        return None if differ else Against(why=f"It says “{pair[0]}”, the other “{pair[1]}”.", state=True)
    if differ:
        return None if says_otherwise(mark, gist) else _negated(gist)
    return _reassures(mark, gist)


def says_otherwise(mark: Mark, gist: Mark) -> bool:
    """Whether a "not" or "without" is of other words than the other side has: no denial of what that says.

    "Without pay for weeks" and "owed six weeks of wages" are one thing said twice. Who denies, refutes or
    only points is always taken at his word, and so is who begins with "nobody" or "there was no", unless the
    other side tells of a want ("no bread" and "the shops are empty"). Any other "not" says the same as a want
    ("has not sailed" and "is at a standstill"), unless it is of that want ("has not stopped").
    """
    if "deny" in (mark.act, gist.act) or mark.target is not None or gist.target is not None:
        return False
    if any(count(text, "refutations") for text in (mark.text, gist.text)):
        return False
    negative, plain = (mark, gist) if mark.negated else (gist, mark)
    total, want = begins_with(negative.text, "total_negatives"), tells_of_lack(plain.text)
    if want and not tells_of_lack(negative.text):
        return True
    if total and not want:
        return False
    one, other = set(mark.stems), set(gist.stems)
    return len(one & other) < SHARED * min(len(one), len(other))


def _negated(gist: Mark) -> Against:
    return Against(why="It says that it is so." if gist.negated else "It says that it is not so.")


def _reassures(mark: Mark, gist: Mark) -> Against | None:
    """That all is well, against what does not say so."""
    well = phrases_in(mark.text, "reassurances")
    if well and not phrases_in(gist.text, "reassurances"):
        return Against(why=f"It says that all is well: “{well[0]}”.", state=True)
    return None
