"""Takes of an answer what is printed, letter by letter: anything else does not exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice, product
from typing import Any

from sayso.model import Span, touches, words_at
from sayso.read.cues.finding import read_cue
from sayso.read.relation import Relation

MOST_PLACES = 12  # of one part in a paragraph; prose repeats no sentence more often
MOST_PIECES = 6


def relation_of(answer: dict[str, Any], text: str, paragraphs: Sequence[Span], taken: Collection[Span]) -> (
    Relation | None
):  # fmt: skip
    """The attribution that an object names, in the first paragraph that holds all its words; None for none.

    Of several places the ones that stand closest together count, and no cue twice (`taken`).
    """
    cue, source = answer.get("cue"), answer.get("source") or ""
    pieces = _pieces(answer.get("content"))
    if not isinstance(cue, str) or not cue.strip() or not isinstance(source, str) or pieces is None:
        return None
    for paragraph in paragraphs:
        found = _closest(text, paragraph, cue.strip(), source.strip(), pieces, taken)
        if found is not None:
            return found
    return None


def _pieces(content: object) -> list[str] | None:
    """The pieces of a content; [] for none, None for what is neither words nor a list of words."""
    if content is None or content == "":
        return []
    pieces = [content] if isinstance(content, str) else content
    if not isinstance(pieces, list) or len(pieces) > MOST_PIECES:
        return None
    return (
        [one.strip() for one in pieces]
        if all(isinstance(one, str) and one.strip() for one in pieces)
        else None
    )


def _closest(
    text: str, paragraph: Span, cue: str, source: str, pieces: list[str], taken: Collection[Span]
) -> Relation | None:
    contents = _in_a_row(text, paragraph, pieces)
    sources: list[tuple[Span, ...]] = [(one,) for one in places(text, paragraph, source)] if source else [()]
    cues = [one for one in places(text, paragraph, cue) if one not in taken]
    fitting = [
        Relation(source=said_by, cue=(by,), content=content, voice=_voice(text, by, said_by))
        for by, said_by, content in product(cues, sources, contents)
        if not (touches((by,), content) or touches((by,), said_by) or touches(said_by, content))
    ]
    return min(fitting, key=_width, default=None)


def _width(relation: Relation) -> int:
    spans = (*relation.source, *relation.cue, *relation.content)
    return max(span.end for span in spans) - min(span.start for span in spans)


def _voice(text: str, cue: Span, source: tuple[Span, ...]) -> Any:
    return "source" if source else read_cue(words_at(text, (cue,))).voice


def _in_a_row(text: str, paragraph: Span, pieces: list[str]) -> list[tuple[Span, ...]]:
    """The places of a content: its pieces one behind the other. [()] for a content without words."""
    if not pieces:
        return [()]
    found: list[tuple[Span, ...]] = []
    for first in places(text, paragraph, pieces[0]):
        row = [first]
        for piece in pieces[1:]:
            row += islice(places(text, Span(row[-1].end, paragraph.end), piece), 1)
        if len(row) == len(pieces):
            found.append(tuple(row))
    return found


def places(text: str, within: Span, words: str) -> Iterator[Span]:
    """Where words are printed as they are, not inside longer words."""
    at, count = text.find(words, within.start, within.end), 0
    while at >= 0 and count < MOST_PLACES:
        end = at + len(words)
        count += 1
        if not (_joins(text, at) or _joins(text, end)):
            yield Span(at, end)
        at = text.find(words, at + 1, within.end)


def _joins(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
