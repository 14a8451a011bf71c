"""What in a text is no part of the article, which paragraphs are captions, and where datelines end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lang import load
from sayso.model import Span, strip

AT_THE_END = 6  # paragraphs from the last on in which the author may be introduced
QUOTES = '“"«‘'


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What one class of furniture looks like, and how long it can be at most."""

    name: str
    longest_chars: int
    end_only: bool
    expressions: tuple[re.Pattern[str], ...]

    def search(self, words: str) -> re.Match[str] | None:
        """The first match in a paragraph that is not too long."""
        if len(words) > self.longest_chars:
            return None
        return next((m for expression in self.expressions if (m := expression.search(words))), None)


@cache
def patterns(part: str, language: str = "en") -> tuple[Pattern, ...]:
    """The patterns of a part (furniture, datelines, credits, captions) of a language's list."""
    return tuple(
        Pattern(
            name=entry["class"],
            longest_chars=entry["longest_chars"],
            end_only=entry.get("end_only", False),
            expressions=tuple(re.compile(p, 0 if entry.get("case") else re.I) for p in entry["patterns"]),
        )
        for entry in load(language, "furniture")[part]
    )


def class_of_paragraph(words: str, part: str = "furniture", language: str = "en") -> str | None:
    """The class of furniture, dateline, credit or caption that a paragraph shows; None for none."""
    return next((p.name for p in patterns(part, language) if p.search(words)), None)


def furniture(text: str, paragraphs: Sequence[Span], language: str = "en") -> tuple[Span, ...]:
    """The paragraphs that are page furniture, whole and in order; () for none.

    Bylines, translators, "Read in …", newsletter and comment boxes, authors' lives, copyright,
    share buttons, tags. Captions and datelines are no furniture.
    """
    last = len(paragraphs) - AT_THE_END
    return tuple(
        span
        for number, span in enumerate(paragraphs)
        if _is_furniture(text[span.start : span.end], number >= last, language)
    )


def _is_furniture(words: str, at_the_end: bool, language: str) -> bool:
    if words[:1] in QUOTES:
        return False
    known = patterns("furniture", language)
    return any(p.search(words) for p in known if at_the_end or not p.end_only)


def captions(text: str, paragraphs: Sequence[Span], language: str = "en") -> tuple[Span, ...]:
    """The captions among the paragraphs, each without its credit; () for none."""
    found: list[Span] = []
    for span in paragraphs:
        credit = _first(text, span, "credits", language)
        if credit:
            found.append(strip(text, Span(span.start, credit.start)))
        elif _first(text, span, "captions", language):
            found.append(span)
    return tuple(span for span in found if span.start < span.end)


def credit_tails(text: str, paragraphs: Sequence[Span], language: str = "en") -> tuple[Span, ...]:
    """The credits at the end of captions ("/ Image: Harrow Daily"), which nobody asserts."""
    return tuple(credit for span in paragraphs if (credit := _first(text, span, "credits", language)))


def datelines(text: str, paragraphs: Sequence[Span], language: str = "en") -> tuple[Span, ...]:
    """The datelines that open paragraphs, up to the first word of what is reported; () for none."""
    return tuple(line for span in paragraphs if (line := _first(text, span, "datelines", language)))


def _first(text: str, span: Span, part: str, language: str) -> Span | None:
    words = (
        text[span.start : min(span.end, span.start + 1000)]
        if part == "datelines"
        else text[span.start : span.end]
    )
    for pattern in patterns(part, language):
        match = pattern.search(words)
        if match:
            return Span(span.start + match.start(), span.start + match.end())
    return None
