"""The author's own voice: what a text asserts, infers or foresees without attributing it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Span, Spans
from sayso.read.completion import Attribution
from sayso.read.decoding import trim_content
from sayso.read.relation import Relation

LEAST_WORDS = 4
BREAKS = re.compile(r",\s+(?:but|and|while|although|though|whereas|yet|so)\s+|[;—]\s+")
WORD = re.compile(r"\w+")
P_OWN = 0.8


def own_voice(text: str, sentences: Sequence[Span], found: Sequence[Attribution]) -> list[Attribution]:
    """An attribution to the author for each sentence, or clause of one, that nobody else says.

    `sentences`: those that are neither furniture nor empty. A clause counts where it is set off
    by a coordinator or a semicolon and holds at least four words.
    """
    taken = sorted(span for a in found for span in _everything(a.relation))
    own: list[Attribution] = []
    for sentence in sentences:
        inside = [span for span in taken if span.overlaps(sentence)]
        own += [
            Attribution(relation=Relation(content=(clause,), voice="author", p_relation=P_OWN), cue=None)
            for clause in _free_clauses(text, sentence, inside)
        ]
    return own


def _everything(relation: Relation) -> Spans:
    return (*relation.source, *relation.medium, *relation.cue, *relation.content)


def _free_clauses(text: str, sentence: Span, taken: Sequence[Span]) -> list[Span]:
    clauses = [sentence] if not taken else _clauses(text, sentence)
    free = [trim_content(text, clause) for clause in clauses if not any(clause.overlaps(t) for t in taken)]
    least = 1 if not taken else LEAST_WORDS
    return [clause for clause in free if len(WORD.findall(text, clause.start, clause.end)) >= least]


def _clauses(text: str, sentence: Span) -> list[Span]:
    found, start = [], sentence.start
    for match in BREAKS.finditer(text, sentence.start, sentence.end):
        found.append(Span(start, match.start()))
        start = match.end()
    return [*found, Span(start, sentence.end)]
