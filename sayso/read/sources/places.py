"""The mentions of a text as places: printed sources, and what stands clear of them."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model import Span
from sayso.read.relation import Relation
from sayso.read.sources.bodies import as_body
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.scan import Place, scan
from sayso.text import row_of_spans


def places_of(text: str, relations: Sequence[Relation], language: str) -> list[Place]:
    """The mentions of the text, with the printed sources in the place of what they overlap."""
    own = {place_of(text, r, language).span: place_of(text, r, language) for r in relations if r.source}
    taken = row_of_spans(list(own))
    others = [
        place for place in scan(text, language) if _keeps(place, taken) or _in_description(text, place, taken)
    ]
    return sorted([*own.values(), *others], key=lambda place: (place.span.start, -place.span.end))


def _keeps(place: Place, taken: Sequence[Span]) -> bool:
    """Whether a mention stands clear of the printed sources; a document made by one of them stays."""
    index = bisect_right(taken, place.span.end - 1, key=lambda span: span.start) - 1
    clear = index < 0 or not taken[index].overlaps(place.span)
    return clear or bool(
        place.mention.body and place.span.start < taken[index].start and not place.mention.name
    )


def _in_description(text: str, place: Place, taken: Sequence[Span]) -> bool:
    """A body by name inside what is told of a source: "Ilo Marsk, who heads the group Open Valleys"."""
    index = bisect_right(taken, place.span.start, key=lambda span: span.start) - 1
    if index < 0 or not taken[index].contains(place.span) or not (place.mention.name and place.mention.head):
        return False
    told = text[taken[index].start : place.span.start]
    return "," in told and place.mention.head in place.mention.core.lower() and not place.mention.body


def place_of(text: str, relation: Relation, language: str) -> Place:
    """A printed source; of one in several pieces the words between are left out."""
    words = " ".join(text[span.start : span.end] for span in relation.source)
    span = Span(relation.source[0].start, max(part.end for part in relation.source))
    cue = relation.cue[0] if relation.cue and span.end <= relation.cue[0].start else Span(0, 0)
    mention = as_body(read_mention(words, language), text[cue.start : cue.end], language)
    return Place(span=span, mention=mention)


def numbers_of(text: str, relations: Sequence[Relation], language: str) -> dict[Span, list[int]]:
    """For each printed source the numbers of its relations: "| She | pleaded not guilty and said that …"."""
    found: dict[Span, list[int]] = {}
    for number, relation in enumerate(relations):
        if relation.source:
            found.setdefault(place_of(text, relation, language).span, []).append(number)
    return found
