"""Who says what a relative clause tells: "rejected the report, | which says that P": the report says so."""

from __future__ import annotations

from dataclasses import replace

from sayso.lang import load
from sayso.read.mending.completion import Attribution
from sayso.read.nested.phrases import is_modifier, is_source, source_span
from sayso.read.nested.words import NestedWords
from sayso.read.rules.place import words_of
from sayso.read.rules.source import Piece, subject_before
from sayso.read.rules.view import View
from sayso.read.sources.kinds import PERSONS
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
    if relation.voice != "source" or len(relation.source) > 1:
        return each
    if relation.source and not view.span.contains(relation.source[0]):
        return each
    cue = view.index(relation.cue[0].start)
    opener = _relative(view, cue)
    if opener is None:
        return each
    if view.at(opener - 1) in load(view.language, "completion")["anybody"] and not view.among(opener, "that"):
        return replace(each, relation=replace(relation, source=(view.part(opener - 1, opener),)))
    given = words_of(view, relation.source[0]) if relation.source else (0, 0)
    itself = given == (opener, opener + 1) and (view.at(opener - 1) == "," or view.among(opener, "that"))
    who = subject_before(view, cue, 0) if itself or _is_apart(view, given[1], opener, words) else None
    if who is None or who[1] > opener or not is_source(view, who):
        return each
    who = _of_body(view, who, opener)
    free = view.among(opener, "that") or _is_known(view, who) if itself else who[0] >= given[1]
    if not free:
        return each
    source = source_span(view, who)
    kept = tuple(part for part in relation.content if not part.overlaps(source))
    return replace(each, relation=replace(relation, source=(source,), content=kept))


def _of_body(view: View, who: Piece, opener: int) -> Piece:
    """The person before a "who" of whom a body is told to be: "the envoy | to the United Council |, who"."""
    if view.at(opener) not in load(view.language, "completion")["of_persons"]:
        return who
    at = who[0] - 1
    at -= view.among(at, "determiners")
    head = at - 1
    if head < 0 or not view.among(at, "prepositions", "of") or not view.at(head).isalpha():
        return who
    if not _is_person(view, head):
        return who
    first = head
    while first > 0 and not view.among(first, "determiners", "possessives"):
        owned = view.ends(first - 1, "possessive_endings")
        led = view.among(first - 1, "determiners", "possessives") or is_modifier(view, first - 1)
        if not owned and not led:
            break
        first -= 1
        if owned:
            break
    return first, who[1]


def _is_person(view: View, head: int) -> bool:
    heads = source_words(view.language).heads.get(view.at(head), ())
    return any({one.kind, one.kind_plural} & PERSONS for one in heads)


def _is_apart(view: View, end: int, opener: int, words: NestedWords) -> bool:
    """Whether a verb stands between a source and a relative, and none that gives words."""
    between = range(end, opener)
    gives = (
        i
        for i in between
        if words.among(view, i, "giving") and view.at(i + 1) not in load(view.language, "exchanges")["to"]
    )
    return any(map(view.finite, between)) and not any(gives)


def _is_known(view: View, piece: Piece) -> bool:
    """Whether the noun of a phrase is one for people, bodies or texts: "the report", and no bridge."""
    mention = read_mention(view.text[slice(*view.part(*piece))], view.language)
    return bool(mention.head) and mention.head in source_words(view.language).heads


def without_matrix(view: View, each: Attribution) -> Attribution:
    """The attribution without the verb of the sentence around it: "a clip that shows a fall | was shared".

    Only of what is shown: who says in such a clause may say that something was.
    """
    relation = each.relation
    if len(relation.source) != 1 or len(relation.content) != 1 or not relation.cue:
        return each
    if not all(view.span.contains(span) for span in (*relation.source, *relation.cue, *relation.content)):
        return each
    _, last = words_of(view, relation.cue[-1])
    _, behind = words_of(view, relation.source[0])
    first, end = words_of(view, relation.content[0])
    opener = _relative(view, words_of(view, relation.cue[0])[0])
    shows = view.at(last - 1) in load(view.language, "completion")["showing"]
    if opener is None or opener != behind or first != last or not shows or view.among(first, "that"):
        return each
    inner = next((i for i in range(first, end) if view.among(i, "relatives", "that")), end)
    verb = next((i for i in range(first + 1, inner) if _is_verb(view, i)), None)
    if verb is None:
        return each
    return replace(each, relation=replace(relation, content=(view.part(first, verb),)))


def _is_verb(view: View, i: int) -> bool:
    """Whether a finite verb stands there, and no noun that looks like one: "the | fall"."""
    noun = view.among(i - 1, "determiners", "possessives") or is_modifier(view, i)
    return view.finite(i) and not noun


def _relative(view: View, cue: int) -> int | None:
    """The relative that is the subject of the verb at `cue`; None where there is none."""
    for at in range(cue - 1, max(0, cue - 1 - BETWEEN), -1):
        if view.among(at, "relatives", "that"):
            return at
        if not (view.finite(at) or view.ends(at, "adverb_endings") or view.among(at, "leads")):
            return None
    return None
