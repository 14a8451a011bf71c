"""The words of one sentence, lower case, with their places and their neighbours."""

from dataclasses import dataclass

from sayso.model import Span
from sayso.read.kept import kept
from sayso.text import words

QUOTES = frozenset("\"“”„«»‘'")
END = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Lower-case `tokens` with straight apostrophes, the `printed` ones, and their `spans`."""

    tokens: list[str]
    printed: list[str]
    spans: list[Span]

    @staticmethod
    def of(text: str, within: Span) -> "Words":
        """The words of a part of a text, kept and not to be changed; empty for an empty part."""
        return _words(text, within)

    def part(self, first: int, last: int | None = None) -> "Words":
        """The words from `first` to before `last`, or to the end."""
        return Words(self.tokens[first:last], self.printed[first:last], self.spans[first:last])

    def at(self, index: int) -> str:
        """The word at an index, "" outside the sentence (also for negative ones)."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else END

    def is_word(self, index: int) -> bool:
        """Whether a word, no mark and not the sentence's end, stands at the index."""
        return self.at(index)[:1].isalnum()

    def capital(self, index: int) -> bool:
        """Whether the word at the index is printed with a capital."""
        return 0 <= index < len(self.printed) and self.printed[index][:1].isupper()

    def hyphenated(self, index: int) -> bool:
        """Whether a hyphen joins the word to its left or right neighbour."""
        left = self.at(index - 1) in ("-", "‑") and self.spans[index - 1].end == self.spans[index].start
        right = self.at(index + 1) in ("-", "‑") and self.spans[index].end == self.spans[index + 1].start
        return left or right


@kept
def _words(text: str, within: Span) -> Words:
    spans = words(text, within)
    printed = [text[span.start : span.end] for span in spans]
    return Words([word.lower().replace("’", "'") for word in printed], printed, spans)
