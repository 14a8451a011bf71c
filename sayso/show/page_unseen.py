"""What the original hides, strikes or goes on with, drawn where it stands; none of it is a statement."""

from collections.abc import Iterable, Sequence

from sayso.model import Document, Span, Unseen
from sayso.show.page_markup import Child, Markup, element, join

SAID = {"struck": "Struck in the original: ", "hidden": "Hidden in the original: ", "cut": "Cut here: "}
DOUBTFUL = "May be hidden in the original: "
Insert = tuple[int, Markup]


def inserts(document: Document) -> list[Insert]:
    """What stands between the words, with its place in code points, in order; [] for nothing.

    `class="left-out"` (and `struck` or `hidden`), or `class="cut"` for the end of what was read.
    """
    found = [(one.span.start, drawn(one)) for one in document.unseen if one.span and one.kind != "doubtful"]
    labels = [
        (one.span.start, element("span", DOUBTFUL, class_="left-out says"))
        for one in document.unseen if one.span and one.kind == "doubtful"
    ]  # fmt: skip
    return sorted([*found, *labels], key=lambda insert: insert[0])


def drawn(one: Unseen) -> Markup:
    """One thing that the text does not show, with what it is before its words."""
    what = element("span", SAID.get(one.kind, DOUBTFUL), class_="says")
    if one.kind == "cut":
        return element("span", what, one.text, class_="cut")
    words = element("del", one.text) if one.kind == "struck" else one.text
    return element("span", what, words, class_=f"left-out {one.kind}", dir="auto")


def between(gap: str, start: int, found: Sequence[Insert]) -> list[Child]:
    """The white space between two paragraphs with what stood there, each a paragraph of its own."""
    parts: list[Child] = []
    place = start
    for at, markup in found:
        parts += [gap[place - start : at - start], element("p", markup)]
        place = at
    return [*parts, gap[place - start :]]


def doubtful(document: Document) -> tuple[Span, ...]:
    """The words of the text that a reader of the original may not see; () for none."""
    return tuple(one.span for one in document.unseen if one.span and one.kind == "doubtful")


def unplaced(found: Iterable[Unseen]) -> Markup:
    """What was left out of places that cannot be told, below the text; empty markup for nothing."""
    items = [element("li", drawn(one)) for one in found if one.span is None]
    if not items:
        return Markup("")
    said = "Left out as well; where it stood cannot be told:"
    return element("div", element("p", said), element("ul", *items), class_="unplaced")


def framed(words: Child, segment: Span, spans: Iterable[Span]) -> Child:
    """Words in a frame where a reader of the original may not see them."""
    inside = any(span.contains(segment) for span in spans)
    return element("span", join([words]), class_="doubtful") if inside else words
