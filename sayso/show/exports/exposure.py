"""Whether an anonymous source is described beside a place and a date, which may give a person away."""

import re
from collections.abc import Collection
from functools import cache
from itertools import pairwise

from sayso.lang import LANGUAGES, load
from sayso.model import Document, Span, Statement
from sayso.text.sentences import sentences

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]+")
LEAST_WORDS = 2  # of a description that says more than "he" or "the source"


def is_exposed(document: Document, statement: Statement) -> bool:
    """Whether the source is anonymous and described in words of its own, its sentence has a place (a name,
    inside the description or behind a word like "in"), and a day is known: one printed with it, or
    the document's.
    """
    source = statement.source
    if not source.anonymous or not source.spans or len(_WORD.findall(source.name)) < LEAST_WORDS:
        return False
    dated = document.published or statement.said or any(part.times for part in statement.propositions)
    return bool(dated) and _placed(document, source.spans[0])


def _placed(document: Document, span: Span) -> bool:
    description = f" {document.text[span.start + 1 : span.end]}"
    if _NAME.search(description):
        return True
    block = Span(max(0, span.start - 300), min(len(document.text), span.end + 300))
    around = next((s for s in sentences(document.text, within=block) if s.overlaps(span)), span)
    return _behind(document.text[around.start : around.end], _place_words(document.language or "en"))


def _behind(sentence: str, words: Collection[str]) -> bool:
    """Whether a name stands behind a word of place."""
    parts = sentence.split()
    return any(before.lower() in words and behind[:1].isupper() for before, behind in pairwise(parts))


@cache
def _place_words(language: str) -> frozenset[str]:
    known = language if language in LANGUAGES else "en"
    return frozenset(load(known, "lineage")["place_words"])
