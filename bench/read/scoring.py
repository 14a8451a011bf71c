"""Scores attribution relations (PolNeAR) and chains of sources (MPQA) against gold.

A role span is the set of its word tokens in one relation, pieces joined, punctuation at its edges
dropped. Exact: the same set. Relation: source, cue and content each overlap with Jaccard >= .5; an
empty source matches an empty one only; one prediction matches one gold relation. PolNeAR marks no
nesting: a nested prediction counts when it matches and is ignored when it does not.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Span, Spans, covers

WORD = re.compile(r"\w+(?:[.,]\w+)*(?:['’]\w+)?|[^\w\s]")
OPENS = re.compile(r'[\s,]*["“]')
ROLES = ("source", "cue", "content")
KINDS = ("direct", "mixed", "indirect")
NEAR = 0.5

Tokens = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """One attribution: places of source, cue and content; `nested`: inside another one's content."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    nested: bool = False

    def role(self, name: str) -> Spans:
        """The spans of "source", "cue" or "content"."""
        found: Spans = getattr(self, name)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many were right, how many were predicted, how many there are."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(right=self.right + other.right, predicted=self.predicted + other.predicted,
                     gold=self.gold + other.gold)  # fmt: skip

    @property
    def precision(self) -> float:
        """In [0, 1]; 0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """In [0, 1]; 0 where there is nothing."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in [0, 1]."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0


class Tokenized:
    """A text's word tokens, to turn spans into sets of token numbers."""

    def __init__(self, text: str) -> None:
        found = list(WORD.finditer(text))
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.words = [match[0].isalnum() or len(match[0]) > 1 or match[0] == "_" for match in found]

    def tokens(self, spans: Iterable[Span]) -> Tokens:
        """Numbers of the tokens that touch `spans`, without punctuation at either edge unless that is all."""
        found: set[int] = set()
        for start, end in spans:
            at = max(bisect_right(self.starts, start) - 1, 0)
            while at < len(self.starts) and self.starts[at] < end:
                if self.ends[at] > start:
                    found.add(at)
                at += 1
        words = [token for token in found if self.words[token]]
        if not words:
            return frozenset(found)
        first, last = min(words), max(words)
        return frozenset(token for token in found if first <= token <= last)


def jaccard(left: Tokens, right: Tokens) -> float:
    """Shared over all, in [0, 1]; two empty sets are alike (1), an empty and a full one are not (0)."""
    return len(left & right) / len(left | right) if left or right else 1.0


def pairs(gold: int, predicted: int, score: Callable[[int, int], float]) -> dict[int, int]:
    """The best pairs first, gold number to predicted number, each used once; below .5 none is made."""
    rated = ((score(g, p), g, p) for g in range(gold) for p in range(predicted))
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, g, p in sorted((rate for rate in rated if rate[0] >= NEAR), reverse=True):
        if g not in found and p not in used:
            found[g] = p
            used.add(p)
    return found


def quotation_kind(text: str, content: Spans) -> str:
    """direct: every piece of the content opens with a quotation mark; mixed: one stands somewhere."""
    if not any(mark in text[start:end] for start, end in content for mark in '"“”'):
        return "indirect"
    return "direct" if all(OPENS.match(text[max(0, s - 1) : e]) for s, e in content) else "mixed"


@dataclass(slots=True)
class AttributionScores:
    """Sums over documents; `exact` by role, `kinds` as gold relations found by kind of quotation."""

    relation: Score
    exact: dict[str, Score]
    kinds: dict[str, Score]

    @classmethod
    def empty(cls) -> "AttributionScores":
        """Before the first document."""
        return cls(Score(), {role: Score() for role in ROLES}, {kind: Score() for kind in KINDS})

    def add(self, text: str, gold: Sequence[Attributed], predicted: Sequence[Attributed]) -> None:
        """Counts one document."""
        tokenized = Tokenized(text)
        wanted, found = _token_roles(tokenized, gold), _token_roles(tokenized, predicted)
        least = lambda g, p: min(jaccard(a, b) for a, b in zip(wanted[g], found[p], strict=True))  # noqa: E731
        matched = pairs(len(wanted), len(found), least)
        used = set(matched.values())
        kept = [roles for n, roles in enumerate(found) if n in used or not predicted[n].nested]
        self.relation += Score(right=len(matched), predicted=len(kept), gold=len(gold))
        for number, role in enumerate(ROLES):
            self.exact[role] += _exact([r[number] for r in wanted], [r[number] for r in kept])
        for n, one in enumerate(gold):
            self.kinds[quotation_kind(text, one.content)] += Score(right=n in matched, gold=1)


def _token_roles(tokenized: Tokenized, relations: Sequence[Attributed]) -> list[tuple[Tokens, ...]]:
    return [tuple(tokenized.tokens(relation.role(role)) for role in ROLES) for relation in relations]


def _exact(gold: Iterable[Tokens], predicted: Iterable[Tokens]) -> Score:
    wanted, found = {one for one in gold if one}, {one for one in predicted if one}
    return Score(right=len(wanted & found), predicted=len(found), gold=len(wanted))


def with_nesting(relations: Sequence[Attributed]) -> list[Attributed]:
    """Relations whose cue stands inside another one's content, marked as nested."""
    return [
        Attributed(
            source=one.source, cue=one.cue, content=one.content,
            nested=any(o is not one and o.content and covers(o.content, one.cue) for o in relations),
        )
        for one in relations
    ]  # fmt: skip


def gold_relations(row: Mapping[str, Sequence[Mapping[str, Sequence[Sequence[int]]]]]) -> list[Attributed]:
    """The relations of a row of PolNeAR: {"relations": [{"source": [[start, end], …], …}]}."""
    return [
        Attributed(source=_spans(one, "source"), cue=_spans(one, "cue"), content=_spans(one, "content"))
        for one in row["relations"]
    ]


def _spans(relation: Mapping[str, Sequence[Sequence[int]]], role: str) -> Spans:
    return tuple(Span(start, end) for start, end in relation.get(role) or ())


def counted(scores: Counter[str], name: str, of: str) -> float:
    """The share `name` of `of`, four digits; 0 where there is nothing."""
    return round(scores[name] / scores[of], 4) if scores[of] else 0.0
