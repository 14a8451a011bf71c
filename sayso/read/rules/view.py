"""A sentence as the rules see it: its words, which of them are quoted, and small tests of a word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lang.loading import load
from sayso.model import Span
from sayso.read.cues.lexicon import cue_classes
from sayso.read.cues.reading import CueReading
from sayso.read.cues.words import Words
from sayso.read.kept import kept
from sayso.read.layout.quotations import quotations

OUTSIDE = -1
SCARE_WORDS = 4  # a quotation of fewer tokens (marks counted) that no stop ends is a word in marks


@cache
def word_classes(language: str) -> Mapping[str, frozenset[str]]:
    """The closed classes of words of `rules.yaml`, by name, in lower case."""
    return {group["class"]: frozenset(group["words"]) for group in load(language, "rules")}


@cache
def endings(language: str, name: str) -> tuple[str, ...]:
    """The endings that a class lists, as `str.endswith` takes them."""
    return tuple(sorted(word_classes(language)[name]))


@cache
def _parts_of_speech(language: str) -> Mapping[tuple[str, tuple[str, ...]], str]:
    return {
        (lemma, tuple(group["complement"])): group["pos"]
        for group in reversed(cue_classes(language))
        for lemma in group["lemmas"]
    }


def part_of_speech(reading: CueReading, language: str) -> str:
    """What kind of word a cue of the lexicon is (verb, noun, preposition …); "verb" for others."""
    return _parts_of_speech(language).get((reading.lemma, reading.complement), "verb")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The words of one sentence; `quoted` has for each the number of its quotation, or -1."""

    text: str
    span: Span
    words: Words
    quoted: tuple[int, ...]
    quotations: tuple[Span, ...]
    classes: Mapping[str, frozenset[str]]
    language: str

    def __len__(self) -> int:
        return len(self.words.tokens)

    def at(self, index: int) -> str:
        """The word at an index in lower case, "" outside of the sentence."""
        tokens = self.words.tokens
        return tokens[index] if 0 <= index < len(tokens) else ""

    def among(self, index: int, *names: str) -> bool:
        """Whether the word at an index is of one of the named classes."""
        tokens, classes = self.words.tokens, self.classes
        token = tokens[index] if 0 <= index < len(tokens) else ""
        for name in names:  # noqa: SIM110 (this is the innermost loop, and twice as fast as any())
            if token in classes[name]:
                return True
        return False

    def ends(self, index: int, name: str) -> bool:
        """Whether the word at an index ends as the named class says ("ing")."""
        return self.words.at(index).endswith(endings(self.language, name))

    def capital(self, index: int) -> bool:
        """Whether the word at an index is printed with a capital."""
        return self.words.capital(index)

    def level(self, index: int) -> int:
        """The number of the quotation that holds the word at an index, or -1."""
        return self.quoted[index] if 0 <= index < len(self.quoted) else OUTSIDE

    def index(self, offset: int) -> int:
        """The index of the first word that ends behind `offset`."""
        return bisect_left(self.words.spans, offset + 1, key=lambda span: span.end)

    def part(self, first: int, end: int) -> Span:
        """The span of the words `[first, end)`; empty for none."""
        if first >= end or first >= len(self):
            return Span(self.span.end, self.span.end)
        return Span(self.words.spans[first].start, self.words.spans[min(end, len(self)) - 1].end)

    def opens(self, index: int) -> bool:
        """Whether a quotation begins with the word (its mark) at an index."""
        number = self.level(index)
        return number != OUTSIDE and self.words.spans[index].start == self.quotations[number].start

    def closes(self, index: int) -> bool:
        """Whether a quotation ends with the word (its mark) at an index."""
        number = self.level(index)
        return number != OUTSIDE and self.words.spans[index].end == self.quotations[number].end

    def stops(self, index: int) -> bool:
        """Whether the sentence ends here, but for closing marks."""
        if index >= len(self):
            return True
        return self.at(index) in ".!?" and index >= len(self) - 2

    def follows_subject(self, index: int) -> bool:
        """Whether the word comes right behind "he" or "they", and so is a verb or an adverb."""
        return self.among(index - 1, "nominative") and self.at(index).isalpha()

    def finite(self, index: int) -> bool:
        """Whether the word at an index looks like a finite verb (a participle with "by" does not)."""
        token = self.at(index)
        if token in self.classes["finite"] or self.ends(index, "contractions"):
            return not self.capital(index) or index == 0
        if len(token) < 5 or not self.ends(index, "past_endings") or self.capital(index):
            return False
        if self.among(index - 1, "determiners") or self.among(index + 1, "prepositions"):
            return False
        return not self.words.hyphenated(index)


@kept
def view_of(text: str, sentence: Span, language: str = "en") -> View:
    """The view of one sentence of `text`; kept, as every step of the reading asks for it."""
    words = Words.of(text, sentence)
    every = quotations(text)
    first = bisect_right(every, sentence.start, key=lambda q: q.end)
    end = bisect_left(every, sentence.end, key=lambda q: q.start)
    mine = every[first:end]
    return View(
        text=text, span=sentence, words=words, quoted=_levels(text, words, mine), quotations=mine,
        classes=word_classes(language), language=language,
    )  # fmt: skip


def _levels(text: str, words: Words, mine: tuple[Span, ...]) -> tuple[int, ...]:
    levels = [OUTSIDE] * len(words.spans)
    for number, quotation in enumerate(mine):
        first = bisect_left(words.spans, quotation.start + 1, key=lambda span: span.end)
        end = bisect_left(words.spans, quotation.end, key=lambda span: span.start)
        ended = text[quotation.start : quotation.end].rstrip("\"”»'’")[-1:] in ".,?!…"
        if end - first > SCARE_WORDS or ended:
            levels[first:end] = [number] * (end - first)
    return tuple(levels)
