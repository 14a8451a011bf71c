"""The author's own voice: what a text asserts, infers or foresees without attributing it."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.lang import load
from sayso.model import Span, without
from sayso.read.layout.quotations import quotations
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.rules.source import Piece, without_leads
from sayso.read.rules.view import View, view_of
from sayso.read.tagging.decoding import trim_content
from sayso.text import row_of_spans

LEAST_WORDS = 3
LEAST_BEFORE_ADJUNCT = 4  # words: "The visit comes amid reports that P" says nothing besides
P_OWN = 0.8
MOST_HEADING_WORDS = 3
NUMBERED = re.compile(r"(?:\A|\n)[^\S\n]*\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s\Z", re.IGNORECASE)
STOPS = (".", "!", "?", "…", "。")


def own_voice(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """An attribution to the author for each sentence, or clause of one, that nobody else says.

    `sentences`: those that are neither furniture nor empty. A sentence wholly free is one, unless
    it stands in a quotation whose speaker is not known, or is a word or two without a stop (a name
    in a list, an entry of a menu). Of others, a clause counts that is coordinated and has a subject
    and a finite verb of its own; an addressee, a date or "as he left" does not. What follows a semicolon is
    the author's, unless a finder gives it to the one who spoke before: the sentence does not tell whose it
    is. Linear but for sorting.
    """
    taken = row_of_spans(span for a in found for span in _everything(a.relation))
    ends = [span.end for span in taken]
    own: list[Attribution] = []
    for sentence in sentences:
        first = bisect_left(ends, sentence.start + 1)
        last = bisect_left(taken, Span(sentence.end, sentence.end))
        for clause in _free_clauses(text, sentence, taken[first:last], language):
            relation = Relation(content=(clause,), voice="author", p_relation=P_OWN)
            own.append(Attribution(relation=relation, cue=None))
    return own


def _everything(relation: Relation) -> tuple[Span, ...]:
    return (*relation.source, *relation.medium, *relation.cue, *relation.content)


def _free_clauses(text: str, sentence: Span, taken: Sequence[Span], language: str) -> list[Span]:
    if not taken:
        whole = trim_content(text, sentence)
        says = whole.start < whole.end and not _is_label(text, sentence) and not _is_quoted(text, sentence)
        return [whole] if says else []
    gaps = without((sentence,), taken) if len(taken) < 50 else ()
    wide = [gap for gap in gaps if gap.end - gap.start > 8 and " " in text[gap.start : gap.end].strip()]
    if not wide:
        return []
    view = view_of(text, sentence, language)
    pieces = [piece for gap in wide for piece in _pieces(view, gap)]
    return [trim_content(text, view.part(*piece)) for piece in pieces if is_clause(view, *piece)]


def _is_label(text: str, sentence: Span) -> bool:
    """Whether it is a name in a list, a menu's entry, a heading ("2. Arrests. | Nine men …"): a word or two
    without a stop, or a few behind the number of a paragraph.
    """
    words = text[sentence.start : sentence.end].split()
    if len(words) == 1 and words[0][-1:] == ".":
        return True  # "Summary. | Nine men …"
    if len(words) <= MOST_HEADING_WORDS and NUMBERED.search(text, max(0, sentence.start - 8), sentence.start):
        return True
    return len(words) < LEAST_WORDS and words[-1:] != [] and words[-1].rstrip("\"'”’»)")[-1:] not in STOPS


def _is_quoted(text: str, sentence: Span) -> bool:
    """Whether the sentence lies in a quotation that begins with it or goes beyond it."""
    every = quotations(text)
    at = bisect_left(every, sentence.start + 1, key=lambda quotation: quotation.end)
    return at < len(every) and every[at].start <= sentence.start and every[at].end >= sentence.end


def _pieces(view: View, gap: Span) -> list[Piece]:
    """The parts of a gap that coordinators, semicolons or dashes set off from what others say."""
    first = bisect_left(view.words.spans, gap.start, key=lambda word: word.start)
    end = bisect_left(view.words.spans, gap.end, key=lambda word: word.start)
    borders = [i for i in range(first, end) if _is_border(view, i)]
    ends = end >= len(view) or view.stops(end)
    edges = [first - 1 if first == 0 else -2, *borders, end if ends else _before_adjunct(view, first, end)]
    found = []
    for left, right in itertools.pairwise(edges):
        start = left + 1
        while start < right and (view.among(start, "clause_coordinators") or view.at(start) == ","):
            start += 1
        if left > -2 and right > start:
            found.append((start, right))
    return found


def _before_adjunct(view: View, first: int, end: int) -> int:
    """Where what leads to words of nobody begins: "It fell by a tenth | after | reports that P"; or -2."""
    rows = [lead.split() for lead in load(view.language, "completion")["adjunct_leads"]] if first == 0 else []
    behind = next((r for r in rows if [view.at(i) for i in range(end - len(r), end)] == r), None)
    at = end - len(behind) if behind else 0
    return at if at >= LEAST_BEFORE_ADJUNCT else -2


def _is_border(view: View, i: int) -> bool:
    if view.at(i) in (";", "—", "–"):
        return True
    if view.at(i) == ",":
        return view.among(i + 1, "clause_coordinators")
    return view.among(i, "coordinators") and view.at(i - 1) != ","


def is_clause(view: View, first: int, end: int) -> bool:
    """Whether a finite verb stands behind a subject: no bare predicate, phrase or subordinate clause."""
    while end > first and not view.at(end - 1).isalnum():
        end -= 1
    subject = without_leads(view, first, end)
    least = LEAST_WORDS - (view.at(first - 1) == ";")  # "said that nobody died; four did"
    if end - first < least or subject >= end or view.among(subject, "subordinators", "relatives", "openers"):
        return False
    if view.finite(subject) or view.ends(subject, "participle_endings"):
        return False
    if any(view.finite(i) or view.follows_subject(i) for i in range(subject + 1, end)):
        return True
    set_off = first > 1 and view.among(first - 1, "contrasts") and view.at(first - 2) == ","
    return set_off and view.among(subject, "determiners", "pronouns")
