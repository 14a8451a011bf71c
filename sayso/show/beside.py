"""One of two texts that stand beside each other: all of it, with some places marked."""

from sayso.model import Document, Spans
from sayso.show.page_markup import Child, Markup, element


def marked_text(document: Document, places: Spans, name: str) -> Markup:
    """`<div class="text">` whose text content is the document's text, each place in an element `name`.

    `places` are sorted and apart; `name` is "mark", "ins" or "del".
    """
    parts: list[Child] = []
    last = 0
    for span in places:
        parts.append(document.text[last : span.start])
        parts.append(element(name, document.text[span.start : span.end]))
        last = span.end
    parts.append(document.text[last:])
    return element("div", *parts, class_="text", lang=document.language, dir="auto")
