"""Who says what a relative clause tells: "rejected the report, | which says that P": the report says so."""

from __future__ import annotations

from dataclasses import replace

from sayso.read.mending.completion import Attribution
from sayso.read.nested.phrases import is_source, source_span
from sayso.read.nested.words import NestedWords
from sayso.read.rules.place import words_of
from sayso.read.rules.source import Piece, subject_before
from sayso.read.rules.view import View
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.words import source_words

BETWEEN = 3  # words between a relative and its verb: "which has since"


def with_antecedent(view: View, each: Attribution, words: NestedWords) -> Attribution:
    """The attribution with the noun before a relative for its source, where that was given to somebody else.

    So it is where the relative stands right before the cue and the source ends before another verb; a "which"
    gives way to a noun for people, bodies or texts before its comma. A source that the relative follows ("The
    ministry, which says …") stays, and so does whoever gives the words ("published a statement, which says").
    """
    relation = each.relation
    if relation.voice != "source" or len(relation.source) != 1 or not view.span.contains(relation.source[0]):
        return each
    cue = view.index(relation.cue[0].start)
    opener = _relative(view, cue)
    _, end = words_of(view, relation.source[0])
    if opener is None:
        return each
    first, _ = words_of(view, relation.source[0])
    itself = (first, end) == (opener, opener + 1) and view.at(opener - 1) == ","
    between = range(end, opener)
    apart = any(map(view.finite, between)) and not any(words.among(view, i, "giving") for i in between)
    if not (itself or apart):
        return each
    who = subject_before(view, cue, 0)
    fits = who is not None and who[1] <= opener and is_source(view, who)
    if who is None or not fits or (apart and who[0] < end) or (itself and not _is_known(view, who)):
        return each
    return replace(each, relation=replace(relation, source=(source_span(view, who),)))


def _is_known(view: View, piece: Piece) -> bool:
    """Whether the noun of a phrase is one for people, bodies or texts: "the report", and no bridge."""
    mention = read_mention(view.text[slice(*view.part(*piece))], view.language)
    return bool(mention.head) and mention.head in source_words(view.language).heads


def _relative(view: View, cue: int) -> int | None:
    """The relative that is the subject of the verb at `cue`; None where there is none."""
    for at in range(cue - 1, max(0, cue - 1 - BETWEEN), -1):
        if view.among(at, "relatives", "that"):
            return at
        if not (view.finite(at) or view.ends(at, "adverb_endings") or view.among(at, "leads")):
            return None
    return None
