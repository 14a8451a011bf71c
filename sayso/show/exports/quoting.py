"""Where a quotation stands, as W3C Web Annotation selects it: its words with those around, and its place."""

from typing import Any

from sayso.model import Span

AROUND_CHARS = 32


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """A TextQuoteSelector and a TextPositionSelector (code points, half-open) for one span of a text.

    `exact` is the text there, character for character; `prefix` and `suffix` are up to 32 characters before
    and after it, shorter at the ends of the text.
    """
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - AROUND_CHARS) : span.start],
            "suffix": text[span.end : span.end + AROUND_CHARS],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
