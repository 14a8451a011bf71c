"""Propositions: the clauses of a content that have a polarity, certainty or time of their own."""

from bisect import bisect_right
from dataclasses import dataclass

from sayso.model import Span, Spans
from sayso.read.cue_group import is_adverb
from sayso.read.cue_lexicon import Lexicon, lexicon_of
from sayso.read.cue_words import QUOTES, Words
from sayso.read.factuality_rules import Rules, rules_of

CONJUNCTIONS = frozenset(("and", "but", "or", "yet", "nor"))
CLAUSE_WORDS = 9  # how far a clause's finite verb may stand from its first word
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

    def finite(self, index: int) -> bool:
        """Whether a finite auxiliary or modal stands here."""
        token = self.words.at(index)
        names = ("be", "have", "do", "contractions")
        return token in self.rules.modals or any(token in self.rules.words[name] for name in names)

    def past(self, index: int) -> bool:
        """Whether a form stands here that looks like a past."""
        token = self.words.at(index)
        return token in self.rules.words["pasts"] or (token.endswith("ed") and len(token) > 4)


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
    if len(kept) < 2:
        return (tuple(sorted(content)),)
    return tuple(_place(text, content, row, *part) for part in kept)


def _row(text: str, content: Spans, language: str) -> _Row:
    parts = [Words.of(text, span) for span in sorted(content)]
    words = Words(
        [token for part in parts for token in part.tokens],
        [word for part in parts for word in part.printed],
        [span for part in parts for span in part.spans],
    )
    return _Row(words, rules_of(language), lexicon_of(language))


def _parts(row: _Row) -> list[tuple[int, int]]:
    """Half-open ranges of words, without what joins them."""
    parts: list[tuple[int, int]] = []
    start = index = 0
    finite = row.words.at(0).endswith(
        ("ing", "ed")
    )  # "receiving briefings and has ...", its cue took the auxiliary
    while index < len(row.words.tokens):
        joint = _joint(row, index, finite) if index > start else 0
        if joint:
            parts.append((start, index + (row.words.at(index) in (".", "!", "?"))))
            start = index = index + joint
            finite = False
            continue
        finite = finite or row.finite(index) or row.past(index)
        index += 1
    parts.append((start, len(row.words.tokens)))
    return parts


def _joint(row: _Row, index: int, finite: bool) -> int:
    """How many words join two propositions here; 0 where nothing does."""
    token = row.words.at(index)
    if token == ";":
        return 1
    if token in (".", "!", "?"):
        return _sentence_end(row, index)
    if token == "," and row.words.at(index + 1) in CONJUNCTIONS:
        joint = _joint(row, index + 1, finite)
        return joint + 1 if joint else _clause_joint(row, index + 1, finite, strong=True)
    return _clause_joint(row, index, finite, strong=False) if token in CONJUNCTIONS else 0


def _sentence_end(row: _Row, index: int) -> int:
    """A full stop with a capital behind it and a word of some length before it."""
    after = index + 1
    while row.words.at(after) in QUOTES:
        after += 1
    long = len(row.words.at(index - 1)) > 3 or row.words.at(index - 1) in QUOTES
    spaced = after < len(row.words.tokens) and row.words.spans[after].start > row.words.spans[index].end
    return 1 if long and spaced and row.words.capital(after) else 0


def _clause_joint(row: _Row, index: int, finite: bool, strong: bool) -> int:
    after = index + 1
    while row.words.at(after) in QUOTES or is_adverb(row.words.at(after), row.lexicon):
        after += 1
    if row.words.at(after) == "that" and (row.words.at(index - 1) != "that"):
        return 1 if finite or row.words.at(0) == "that" else 0
    if not finite:
        return 0
    if row.finite(after) or (strong and _starts_clause(row, after, past=True)):
        return 1
    personal = row.words.at(after) in PRONOUNS or row.words.at(index) == "but"
    return 1 if _starts_clause(row, after, past=personal) else 0


def _starts_clause(row: _Row, index: int, past: bool) -> bool:
    """Whether a subject and, near behind it, a finite verb stand here."""
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
