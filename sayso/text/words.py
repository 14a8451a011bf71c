"""Words and punctuation marks with their places."""

import re

from sayso.model import Span

WORD = re.compile(r"\w+(?:[.,]\w+)*(?:['’]\w+)?|[^\w\s]")


def words(text: str, within: Span | None = None) -> list[Span]:
    """The words and single punctuation marks of `text` (or of a part of it), in order.

    Numbers keep their inner points and commas, words their apostrophe: "U.N.", "5,000", "don't".
    """
    span = within or Span(0, len(text))
    return [Span(*match.span()) for match in WORD.finditer(text, span.start, span.end)]
