"""The printed words around what a search found, with the words that match marked."""

from __future__ import annotations

from sayso.model import Hit
from sayso.show.page_markup import Child, Markup, element, join


def marked_excerpt(hit: Hit) -> Markup:
    """The excerpt as HTML, its matches in `<mark>`; all text escaped, and nothing of it left out."""
    parts: list[Child] = []
    at = 0
    for mark in sorted(hit.marks):
        if mark.start >= at:
            parts += [hit.excerpt[at : mark.start], element("mark", hit.excerpt[mark.start : mark.end])]
            at = mark.end
    return join([*parts, hit.excerpt[at:]])
