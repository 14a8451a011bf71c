"""Where a document as a whole stands to a claim: with what its lead refutes, or with what it says itself."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.link.mark import Mark
from sayso.link.polarity import refutes
from sayso.link.stance import stance_of
from sayso.model import Stance

LEAD_SENTENCES = 3
MUCH_SHARED = 0.5  # of the gist's content words
REFUTED = "Its beginning refutes what the claim says."
REFUTED_TOO = "Its beginning refutes what the claim says not to be so."
NOTHING = "It says nothing of the matter."
HANDED_ON = "It only hands on what others say."
NO_SIDE = "The claim itself only asks, or hands on what others say."


def stance_of_whole(gist: Mark, said: Sequence[Mark], sentences: Sequence[Mark]) -> tuple[Stance, str]:
    """Stance of a document towards a gist, and why, in one sentence.

    `said`: its propositions on the matter, the likeliest first; `sentences`: all of it, in order, as
    `mark_of_text` marks them. A text that refutes what it tells does so at its beginning (the inverted
    pyramid of news): it stands with the refutation, however often it repeats the report. Otherwise it stands
    where the likeliest of them does. Who hands on what others say or deny takes no side, nor does who says
    what the claim says, where that is only hearsay or a question.
    """
    if any(_refutes(sentence, gist) for sentence in sentences[:LEAD_SENTENCES]):
        return ("supports", REFUTED_TOO) if gist.negated else ("denies", REFUTED)
    if not said:
        return "comments", NOTHING
    stance, _, why = stance_of(said[0], gist)
    if stance != "comments" and (not said[0].author or said[0].hearsay):
        return "comments", HANDED_ON
    if stance in {"supports", "updates"} and (gist.hearsay or gist.question):
        return "comments", NO_SIDE
    return stance, why


def _refutes(sentence: Mark, gist: Mark) -> bool:
    """Whether a sentence refutes something with a word of the gist beside it, or denies half of its words."""
    shared = set(sentence.stems) & set(gist.stems)
    if not shared or refutes(sentence.text):
        return bool(shared)
    if len(shared) < MUCH_SHARED * len(set(gist.stems)):
        return False
    stance = stance_of(sentence, gist)[0]
    return (stance == "supports" and sentence.negated) if gist.negated else stance == "denies"
