"""A denial in the act beside a "not" in the words: "denies that wages are owed", "have not been paid"."""

from __future__ import annotations

from sayso.link.mark import Mark
from sayso.link.opposites import lacks_in
from sayso.link.polarity import is_negated, negated_stems
from sayso.link.words import stem
from sayso.model.claim import Stance

NEGATED_WORDS = 2  # behind the "not": "no grain has arrived"
DENIES_A_WANT = "It denies the want of which the other tells."
OPEN = "It denies, and the other has a “not”, of other words: for or against is not told by them."


def crossed(mark: Mark, gist: Mark) -> tuple[Stance, str] | None:
    """The stance of who denies what is put plainly towards a gist with a "not"; None for all others.

    Both are in the negative, which says nothing as long as it is not of the same words. Who denies a want
    ("that wages are owed") denies whoever tells of it ("have not been paid", "no bread"), but says what
    "has not stopped" says of a stop. Who denies the very words of the "not" says the same ("that they were
    paid"). Of others it is left open: a denial that counts as support would be an origin that is none.
    """
    if not _is_crossed(mark, gist):
        return None
    if lacks_in(mark.text):
        undone = any(not is_negated(words) for words in lacks_in(gist.text))
        return None if undone else ("denies", DENIES_A_WANT)
    names = {stem(name) for name in gist.names}
    if (negated_stems(gist.text, NEGATED_WORDS) - names) & set(mark.stems):
        return None
    return "comments", OPEN


def _is_crossed(denial: Mark, negative: Mark) -> bool:
    plain = denial.act == "deny" and denial.target is None and denial.negated and not is_negated(denial.text)
    said = negative.act != "deny" and negative.target is None and negative.negated
    return plain and said and is_negated(negative.text)
