"""Paragraphs and sentences with their places; abbreviations are given by the language."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from sayso.model import Span, strip
from sayso.text.notes import note_end

BREAK = re.compile(r"\n[^\S\n]*\n\s*|\n(?=\s*(?:[-*•–—]\s|\d{1,3}[.)]\s|#{1,6}\s|>\s|Q:|A:))")
SPACE = re.compile(r"\s")
LINE_BREAK = re.compile(r"\n")
STOP = re.compile(r"""(?:[.!?…]+|[。！？])["'”’»)\]]*""")
OPENERS = "\"'“‘«([—–-"
LONGEST_CHARS = 2_000  # what is longer is no sentence that anybody wrote: it is cut at white space
WRAPPED_CHARS = 60  # a line longer than this that ends in a letter goes on in the next one


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text`, in order, without white space around them; [] for blank text.

    Blank lines part paragraphs, and so do list items, headings and the turns of a transcript.
    A single line break parts them too where the line before it is short or ends a sentence;
    otherwise the text is taken to be wrapped.
    """
    found: list[Span] = []
    start = 0
    for match in [*BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        found += _lines(text, Span(start, end))
        start = match.end() if match else end
    return [span for span in (strip(text, part) for part in found) if span.start < span.end]


def _lines(text: str, block: Span) -> list[Span]:
    """The paragraphs of a block without blank lines."""
    found, start, line_start = [], block.start, block.start
    for match in LINE_BREAK.finditer(text, block.start, block.end):
        line = text[line_start : match.start()].rstrip()
        if len(line) < WRAPPED_CHARS or STOP.search(line[-3:]):
            found.append(Span(start, match.start()))
            start = match.end()
        line_start = match.end()
    found.append(Span(start, block.end))
    return found


def sentences(text: str, abbreviations: Collection[str] = (), within: Span | None = None) -> list[Span]:
    """The sentences of `text`, in order, without white space around them; [] for blank text.

    `abbreviations` are words without their last point, in lower case ("mr", "u.s", "jan"): a
    point behind one of them ends no sentence, unless a word follows that only starts one. The mark of
    a note straight behind its point belongs to a sentence ("in 2024.[31] Another"). With
    " #" behind it ("no #") one is meant that stands before a number only.
    Sentences never cross paragraphs. None is longer than 2,000 characters, so that what is done
    for each of them stays bounded, whatever is in the text.
    """
    found: list[Span] = []
    for paragraph in paragraphs(text) if within is None else [within]:
        start = paragraph.start
        for match in STOP.finditer(text, paragraph.start, paragraph.end):
            after = min(note_end(text, match.start(), match.end(), abbreviations), paragraph.end)
            if match.start() >= start and _ends(text, match, after, paragraph.end, abbreviations):
                found.append(Span(start, after))
                start = after
        found.append(Span(start, paragraph.end))
    bounded = (piece for part in found for piece in _bounded(text, strip(text, part)))
    return [span for span in bounded if span.start < span.end]


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, in pieces of at most LONGEST_CHARS that end at white space where there is any."""
    start, end = sentence
    while end - start > LONGEST_CHARS:
        spaces = [m.start() for m in SPACE.finditer(text, start + LONGEST_CHARS // 2, start + LONGEST_CHARS)]
        stop = spaces[-1] if spaces else start + LONGEST_CHARS
        yield strip(text, Span(start, stop))
        start = strip(text, Span(stop, end)).start
    yield Span(start, end)


def _ends(text: str, match: re.Match[str], after: int, limit: int, abbreviations: Collection[str]) -> bool:
    """Whether a sentence ends at a stop; `after`: behind it, and behind the mark of a note."""
    if after >= limit or match.group()[0] in "。！？":
        return True
    if not text[after].isspace():
        return False
    following = text[after : after + 80].lstrip()
    opening = following.lstrip(OPENERS).lstrip()
    if not opening or not (opening[0].isupper() or opening[0].isdigit() or not opening[0].isascii()):
        return False
    if match.group()[0] != ".":
        return len(match.group()) == 1 or opening == following or opening[0].isupper()
    return not _abbreviated(text, match, abbreviations)


def _abbreviated(text: str, match: re.Match[str], abbreviations: Collection[str]) -> bool:
    if len(match.group()) > 1:
        return False
    word = _word_before(text, match.start())
    if word.isdigit() and _begins_paragraph(text, match.start() - len(word)):
        return True  # the number of a paragraph or of a list item
    single_initial = len(word) == 1 and word.isalpha() and word.isupper() and word != "I"
    low = word.lower()
    counts = f"{low} #" in abbreviations and text[match.end() : match.end() + 4].lstrip()[:1].isdigit()
    return single_initial or counts or low in abbreviations


def _begins_paragraph(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and end - start < 24 and (text[start - 1].isalnum() or text[start - 1] in ".-"):
        start -= 1
    return text[start:end].lstrip("-.")


def sentence_of(sentence_spans: Sequence[Span], offset: int) -> int:
    """The index of the sentence at or before `offset`; 0 for an empty sequence."""
    return max(bisect_right(sentence_spans, offset, key=lambda span: span.start) - 1, 0)
