"""What goes on behind who says it: "The mill burned, | the mayor said, | and was sold"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span, touches
from sayso.read.authors import is_clause
from sayso.read.mending.completion import Attribution
from sayso.read.mending.described_tellers import hearers
from sayso.read.rules.view import View, view_of
from sayso.read.tagging.decoding import trim_content
from sayso.text import Grid, row_of_spans, sentence_of

MARKS = "\"'”’»"
_either = partial(either, "gone_on")


def with_gone_on(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, each content with what goes on behind who says it, where that has no subject.

    "P, the police said, but not Q" is all the police's; in "P, the police said, but residents deny it" the
    residents speak, and nothing behind the comma is the police's. What the speaker only does ("and hung up")
    stays out. Near-linear.
    """
    if not sentences:
        return list(found)
    grid = Grid.of((*each.relation.cue, *each.relation.source) for each in found)
    mended, over = list(found), set()
    for number, each in enumerate(found):
        rest = _rest(text, each, sentences, language)
        if rest is None:
            continue
        others = [n for n in grid.near((rest,)) if n != number and _is_in(found[n], rest)]
        told = [n for n in others if _is_left_out(text, each, found[n], rest, language)]
        view = view_of(text, sentences[sentence_of(sentences, rest.start)], language)
        first = view.index(rest.start) + 1
        bare = view.at(first) in load(language, "gone_on")["be"]  # "and | been sold"
        own = not bare and is_clause(view, first, view.index(rest.end - 1) + 1)
        theirs = any(_begins(found[n], view.part(first, first + 1)) for n in others if n not in told)
        if theirs or (own and others):
            mended[number] = _without_pieces(each, rest, view.part(first, first + 1))
        elif not own and _is_speakers(view, first, language):
            mended[number] = _ending(each, rest.start)
        elif not own and len(told) == len(others):
            mended[number] = _with(each, rest)
            over.update(told)
    return [each for number, each in enumerate(mended) if number not in over]


def _rest(text: str, each: Attribution, sentences: Sequence[Span], language: str) -> Span | None:
    """From the conjunction behind who says it to the next comma; None where he stands at no such place."""
    relation = each.relation
    if relation.voice != "source" or len(relation.source) != 1 or not relation.cue:
        return None
    parts = sorted((*relation.source, *relation.cue))
    before = max((p.end for p in relation.content if p.end <= parts[0].start), default=None)
    if before is None or text[before : parts[0].start].strip() != "," or text[before - 1] in MARKS:
        return None
    home = sentences[sentence_of(sentences, parts[0].start)]
    behind = _behind(language).match(text, parts[-1].end, home.end)
    if behind is None or "," in text[parts[0].start : parts[-1].end] or before <= home.start:
        return None
    return trim_content(text, Span(*behind.span("rest")))


def _is_in(other: Attribution, rest: Span) -> bool:
    relation = other.relation
    return touches((rest,), relation.cue) or touches((rest,), relation.source)


def _begins(other: Attribution, word: Span) -> bool:
    """Whether who says something else, or the verb that says it, stands right behind the conjunction."""
    return any(part.contains(word) for part in (*other.relation.source, *other.relation.cue))


def _is_left_out(text: str, each: Attribution, other: Attribution, rest: Span, language: str) -> bool:
    """Whether another cue is a participle with "were" left out: "were not arrested, | but questioned"."""
    relation = other.relation
    if len(relation.cue) != 1 or relation.source != each.relation.source or other.cue is None:
        return False
    before = {word for a, b in each.relation.content for word in text[a:b].lower().split()}
    behind = text[relation.cue[0].end : rest.end].lower().split()
    bare = not behind or behind[0].strip(",.") in load(language, "gone_on")["phrases"]
    participle = text[slice(*relation.cue[0])].split()[-1:] != [other.cue.lemma]
    return bare and participle and not before.isdisjoint(load(language, "gone_on")["be"])


def _is_speakers(view: View, first: int, language: str) -> bool:
    """Whether what goes on is what the speaker does: "and | hung up", "but | did not give a number"."""
    words = load(language, "gone_on")
    while view.at(first) in words["undone"]:
        first += 1
    return view.at(first) in words["of_speaker"]


def _without_pieces(each: Attribution, rest: Span, word: Span) -> Attribution:
    """Without what a finder took of another one's clause; all of it stays ("and nobody could say why")."""
    whole = any(piece.overlaps(word) for piece in each.relation.content)
    return each if whole else _ending(each, rest.start)


def _ending(each: Attribution, end: int) -> Attribution:
    content = tuple(piece for piece in each.relation.content if piece.start < end)
    return replace(each, relation=replace(each.relation, content=content))


def _with(each: Attribution, rest: Span) -> Attribution:
    relation = each.relation
    if any(piece.contains(rest) for piece in relation.content):
        return each
    return replace(each, relation=replace(relation, content=tuple(row_of_spans((*relation.content, rest)))))


@cache
def _behind(language: str) -> re.Pattern[str]:
    """ " on Monday, but positive for typhoid" up to the next comma."""
    hearer = rf"(?:{hearers(language)})?"
    when = rf"{hearer}(?:\s+(?i:{_either(language, 'when')})\b[^,;:.!?“”\"\n]{{0,40}})?"
    rest = rf"(?P<rest>(?:{_either(language, 'joints')})\s(?:[^,;:!?“”\"\n]|,(?=\d{{3}}\b)){{2,300}})"
    return re.compile(rf"{when},\s+{rest}")
