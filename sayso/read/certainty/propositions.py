"""Propositions: the clauses of a content that have a polarity, certainty or time of their own."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from sayso.lang import abbreviations
from sayso.model import Span, Spans
from sayso.read.certainty.factuality import value_of
from sayso.read.certainty.rules import Rules, rules_of
from sayso.read.cues.group import is_adverb
from sayso.read.cues.lexicon import Lexicon, lexicon_of
from sayso.read.cues.words import QUOTES, Words
from sayso.read.times.finding import find_times

CONJUNCTIONS = frozenset(("and", "but", "or", "yet", "nor"))
EXCEPTED = frozenset(("nothing", "anything", "everything", "all", "none", "nobody", "everybody", "everyone"))
NEGATIVE = "nor"  # stays with its clause: "nor will it open"
RELATIVE_WORDS = 20  # how far back the pronoun of a relative clause is looked for
CLAUSE_WORDS = 9  # how far a clause's finite verb may stand from its first word
SENTENCE_GAP = re.compile(r"[.!?][”\"'’]?\s+[“\"'‘]?\Z")  # “…,” he said. “…”
TRIM = " \t\r\n\f\v\u00a0,;"
PRONOUNS = frozenset(
    ("he", "she", "it", "they", "we", "i", "you", "there", "this", "nobody", "no", "none", "nothing")
)


@dataclass(slots=True)
class _Row:
    """The words of a content, all spans in one row, with what the language knows of words."""

    words: Words
    rules: Rules
    lexicon: Lexicon
    borders: frozenset[int]  # words before which a sentence ended in what the content leaves out
    abbreviations: frozenset[str]

    def finite(self, index: int) -> bool:
        """Whether a finite auxiliary or modal stands here."""
        token = self.words.at(index)
        if token == "may" and index and self.words.capital(index):
            return False  # the month
        names = ("be", "have", "do", "contractions")
        return token in self.rules.modals or any(token in self.rules.words[name] for name in names)

    def past(self, index: int) -> bool:
        """Whether a form stands here that looks like a past."""
        token = self.words.at(index)
        return token in self.rules.words["pasts"] or (token.endswith("ed") and len(token) > 4)

    def reduced(self, index: int) -> bool:
        """Whether a participle stands here that describes the noun before it ("labs based at ...")."""
        behind = self.words.at(index + 1) in self.rules.words["prepositions"]
        return behind and self.words.at(index) in self.rules.words["reduced"]


def split_propositions(text: str, content: Spans, language: str = "en") -> tuple[Spans, ...]:
    """The propositions of a content, in order; () only for an empty or blank content.

    Splits at ";", between sentences, before a further "that", and at "and", "but", "or" where a
    clause with a subject, or a verb phrase with an auxiliary of its own, follows another finite
    clause. Never inside noun phrases. What joins them ("and", ",") belongs to none. Each result
    lies inside the content; a content in several spans can give propositions in several spans.
    """
    row = _row(text, content, language)
    if not row.words.tokens:
        return ()
    kept = [part for part in _parts(row) if any(row.words.is_word(index) for index in range(*part))]
    kept = _without_likes(text, row, kept, language)
    if len(kept) < 2:
        return (tuple(sorted(content)),)
    return tuple(_place(text, content, row, *part) for part in kept)


def _row(text: str, content: Spans, language: str) -> _Row:
    ordered = sorted(content)
    parts = [Words.of(text, span) for span in ordered]
    borders, count = set(), 0
    for before, after, part in zip(ordered, ordered[1:], parts, strict=False):
        count += len(part.tokens)
        if SENTENCE_GAP.search(text[max(before.start, before.end - 3) : after.start]):
            borders.add(count)
    words = Words(
        [token for part in parts for token in part.tokens],
        [word for part in parts for word in part.printed],
        [span for part in parts for span in part.spans],
    )
    return _Row(words, rules_of(language), lexicon_of(language), frozenset(borders), abbreviations(language))


def _parts(row: _Row) -> list[tuple[int, int]]:
    """Half-open ranges of words, without what joins them."""
    parts: list[tuple[int, int]] = []
    start = index = 0
    finite = row.words.at(0).endswith(
        ("ing", "ed")
    )  # "receiving briefings and has ...", its cue took the auxiliary
    while index < len(row.words.tokens):
        if index in row.borders and index > start:
            parts.append((start, index))
            start, finite = index, False
        joint = _joint(row, index, finite) if index > start else 0
        if joint:
            parts.append((start, index + (row.words.at(index) in (".", "!", "?"))))
            index += joint
            start = index - (row.words.at(index - 1) == NEGATIVE)
            finite = False
            continue
        verb = row.finite(index) or (row.past(index) and not row.reduced(index))
        finite = finite or (verb and not _of_relative(row, start, index))
        index += 1
    parts.append((start, len(row.words.tokens)))
    return parts


def _without_likes(
    text: str, row: _Row, parts: list[tuple[int, int]], language: str
) -> list[tuple[int, int]]:
    """The parts, joined again where a coordinated predicate is as certain as the one before, and untimed."""
    like = [_continues(row, *pair) and _alike(row, *pair) for pair in pairwise(parts)]
    if not any(like):
        return parts
    whole = Span(row.words.spans[0].start, row.words.spans[-1].end)
    times = [time.span.start for time in find_times(text, None, language, whole)]
    joined = parts[:1]
    for same, before, part in zip(like, parts, parts[1:], strict=False):
        first, last = row.words.spans[before[0]].start, row.words.spans[part[1] - 1].end
        if same and bisect_right(times, first) == bisect_right(times, last):
            joined[-1] = (joined[-1][0], part[1])
        else:
            joined.append(part)
    return joined


def _continues(row: _Row, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether `right` is a predicate without a subject in the sentence of `left`."""
    first = right[0]
    while row.words.at(first) in QUOTES or is_adverb(row.words.at(first), row.lexicon):
        first += 1
    between = row.words.tokens[left[1] : right[0]]
    coordinated = any(token in CONJUNCTIONS for token in between)
    return coordinated and "that" not in between and row.finite(first)


def _alike(row: _Row, left: tuple[int, int], right: tuple[int, int]) -> bool:
    values = [value_of(row.words.part(*part), row.rules) for part in (left, right)]
    return values[0] == values[1] and _tense(row, left) == _tense(row, right)


def _tense(row: _Row, part: tuple[int, int]) -> str:
    """Where the first finite verb of a part is placed: ahead, past, present; "" where none is seen."""
    for index in range(*part):
        if row.words.at(index) in row.rules.modals and row.finite(index):
            return "ahead"
        if row.words.at(index) in row.rules.words["past_auxiliaries"] or row.past(index):
            return "past"
        if row.finite(index):
            return "present"
    return ""


def _joint(row: _Row, index: int, finite: bool) -> int:
    """How many words join two propositions here; 0 where nothing does."""
    token = row.words.at(index)
    if token == ";":
        return 1
    if token == "but" and row.words.at(index - 1) in EXCEPTED:
        return 0
    if token in (".", "!", "?"):
        return _sentence_end(row, index)
    if token == "," and row.words.at(index + 1) == "that" == row.words.at(0):
        return 1
    if token == "," and row.words.at(index + 1) in CONJUNCTIONS:
        joint = _joint(row, index + 1, finite)
        return joint + 1 if joint else _clause_joint(row, index + 1, finite, strong=True)
    return _clause_joint(row, index, finite, strong=False) if token in CONJUNCTIONS else 0


def _sentence_end(row: _Row, index: int) -> int:
    """A full stop with a capital behind it and a word of some length before it."""
    after = index + 1
    while row.words.at(after) in QUOTES:
        after += 1
    before = row.words.at(index - 1)
    ends = ((len(before) > 1 or before == "i") and before not in row.abbreviations) or before in QUOTES
    spaced = after < len(row.words.tokens) and row.words.spans[after].start > row.words.spans[index].end
    return 1 if ends and spaced and row.words.capital(after) else 0


def _clause_joint(row: _Row, index: int, finite: bool, strong: bool) -> int:
    after = index + 1
    while row.words.at(after) in QUOTES or is_adverb(row.words.at(after), row.lexicon):
        after += 1
    if row.words.at(after) == "that" and (row.words.at(index - 1) != "that"):
        return 1 if finite or row.words.at(0) == "that" else 0
    if not finite:
        return 0
    if row.finite(after):
        return 0 if _in_relative(row, index) else 1
    if strong and _starts_clause(row, after, past=True):
        return 1
    personal = row.words.at(after) in PRONOUNS or row.words.at(index) == "but"
    return 1 if _starts_clause(row, after, past=personal) else 0


def _in_relative(row: _Row, index: int) -> bool:
    """ "men who went down and have not come home": inside a relative clause that no comma has closed."""
    for place in range(index - 1, max(-1, index - RELATIVE_WORDS), -1):
        token = row.words.at(place)
        if token in (",", ";", ".", "—", "–"):
            return False
        if token in ("who", "which", "whom", "whose"):
            return place > 0
    return False


def _of_relative(row: _Row, start: int, index: int) -> bool:
    """Whether the verb group here is the first behind "who" or "which": not that of the clause."""
    least = max(start, index - RELATIVE_WORDS)
    place = index - 1
    while place > least and row.finite(place):
        place -= 1
    while place > least:
        if row.words.at(place) in ("who", "which", "whose"):
            return True
        if row.finite(place) or row.past(place) or row.words.at(place) in (",", ";"):
            return False
        place -= 1
    return False


def _starts_clause(row: _Row, index: int, past: bool) -> bool:
    """Whether a subject and, near behind it, a finite verb stand here: "the mill", "about 40 men"."""
    index = _behind_measure(row, index)
    if not row.words.is_word(index) or row.words.at(index) in row.rules.words["prepositions"]:
        return False
    for place in range(index + 1, index + CLAUSE_WORDS):
        token = row.words.at(place)
        if row.finite(place) or (
            past and row.past(place) and row.words.at(place - 1) not in row.rules.words["determiners"]
        ):
            return True
        if not token or token in (",", *CONJUNCTIONS, "to") or any(
            token in row.rules.words[name] for name in ("stops", "relatives", "subordinators", "conditions")
        ):  # fmt: skip
            return False
    return False


def _behind_measure(row: _Row, index: int) -> int:
    """The place of a number behind what measures it, "at least | 40"; else `index`."""
    for phrase in row.rules.words["measures"]:
        words = phrase.split()
        place = index + len(words)
        number = row.words.at(place)[:1].isdigit() or row.words.at(place) in row.rules.words["counts"]
        if number and row.words.tokens[index:place] == words:
            return place
    return index


def _place(text: str, content: Spans, row: _Row, first: int, last: int) -> Spans:
    """The spans of a range of words: cut where the content is cut."""
    spans = row.words.spans
    ordered = sorted(content)
    begins = [span.start for span in ordered]
    found: list[Span] = []
    for span in spans[first:last]:
        outer = ordered[max(bisect_right(begins, span.start) - 1, 0)]
        if found and found[-1].start >= outer.start:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(_trimmed(text, span) for span in found)


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(TRIM))
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip(TRIM)))))
