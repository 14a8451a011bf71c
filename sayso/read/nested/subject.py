"""Who is to speak: the subject of an infinitive, without a parse ("asked X to announce", "X agreed to")."""

from __future__ import annotations

from sayso.read.nested.phrases import phrase_behind
from sayso.read.nested.words import NestedWords
from sayso.read.rules.source import Piece, subject_before
from sayso.read.rules.view import View

BACK, GROUP, JOINED = 14, 5, 25  # words


def subject_of_infinitive(view: View, to: int, words: NestedWords, low: int) -> Piece | None:
    """Whose doing "to" and a verb is: whoever is asked, or who agreed, is due or was told.

    None where that is unclear, and where somebody refuses: nothing is said then.
    """
    if view.among(to - 1, "additive"):  # "urged the council to meet and to announce"
        joined = (i for i in range(to - 2, max(low, to - JOINED), -1) if view.among(i, "to"))
        to = next(joined, to)
    before = to - 1
    if words.among(view, before, "refusing"):
        return None
    agent = _agent(view, before, low)
    before = agent if agent is not None else before
    if not view.ends(before, "past_endings") and not words.among(view, before, "controlled"):
        return _asked(view, to, words, low)
    first = before
    while first > max(low, before - GROUP) and (
        view.finite(first - 1) or view.among(first - 1, "be", "leads")
    ):
        first -= 1
    return subject_before(view, first, low)


def _agent(view: View, before: int, low: int) -> int | None:
    """The participle of "were told by the Council to report"; None where there is none."""
    for i in range(before, max(low, before - BACK), -1):
        if view.among(i, "agents"):
            return i - 1 if view.ends(i - 1, "past_endings") else None
        if view.finite(i) or view.at(i) in (",", ";"):
            return None
    return None


def _asked(view: View, to: int, words: NestedWords, low: int) -> Piece | None:
    """ "urged the council to announce": the phrase between the verb and "to"."""
    for i in range(to - 2, max(low - 1, to - BACK), -1):
        if words.among(view, i, "asking"):
            piece = (i + 1, to)
            return piece if piece == phrase_behind(view, i + 1, to, words) or to - i == 2 else None
        if view.at(i) in (",", ";") or view.among(i, "subordinators"):
            return None
    return None
