"""Lines of printed pages into paragraphs: wrapped lines joined, broken words put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sayso.ingest.pdf_heads import Line, running_heads, without_heads
from sayso.model import Span

PARTED = "\n\n"
GAP = 1.35  # times the usual distance of lines: a paragraph ends
FULL_SHARE = 0.85  # of the width of its column: a shorter line may end a paragraph
HEADING_SHARE = 0.6
ENDS = re.compile(r"""[.!?…:;][\])"'”’»]*\Z""")
ITEM = re.compile(r"(?:[•▪●‣–—*-]|\d{1,2}[.)]|\([a-z0-9]{1,3}\))\s")
BROKEN_WORD = re.compile("(\\w{1,40})[\ufffe\x02\u00ad]\\s{0,9}(\\w{1,40})|[\ufffe\x02]")
WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(slots=True, kw_only=True)
class _Block:
    """The lines of one paragraph, or a running head."""

    lines: list[str]
    furniture: bool = False


def flowing(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[Span, ...]]:
    """The text of the pages, paragraphs parted by blank lines, and the spans that are page furniture.

    A running head (the same outermost line, but for its numbers, on three pages or more) is kept
    where it stands first, marked as furniture, and left out on the other pages; numbers of pages
    are left out. Words broken at a line's end are put together again.
    """
    heads = running_heads(pages)
    blocks: list[_Block] = []
    seen: set[str] = set()
    last: Line | None = None
    for page in pages:
        body, head = without_heads(page, heads, seen)
        behind = len(blocks) - (last is not None)  # not into a paragraph that goes on over the page
        blocks[behind:behind] = [_Block(lines=[line], furniture=True) for line in head]
        measures = _Measures.of(body)
        for number, line in enumerate(body):
            if last is None or (_parts(last, line, measures) if number else _flow_parts(last)):
                blocks.append(_Block(lines=[]))
            blocks[-1].lines.append(line.text)
            last = line
    return _text(blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measures:
    """What is usual on a page: the distance of lines, and how far each column reaches to the right."""

    leading: float
    rights: dict[int, float]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Measures":
        gaps = [
            before.low - line.top
            for before, line in pairwise(lines)
            if 0 < before.low - line.top < 3 * max(line.height, 1)
        ]
        rights: dict[int, float] = {}
        for line in lines:
            column = _column(line)
            rights[column] = max(rights.get(column, 0.0), line.right)
        return cls(leading=median(gaps) if gaps else 0.0, rights=rights)

    def share(self, line: Line) -> float:
        """How much of its column's width a line fills, 0 to 1; 1 where nothing is known of it."""
        width = max(self.rights.get(_column(line) + step, 0.0) for step in (-1, 0, 1)) - line.left
        return (line.right - line.left) / width if width > 0 else 1.0


def _column(line: Line) -> int:
    return round(line.left / 40)


def _parts(before: Line, line: Line, measures: _Measures) -> bool:
    """Whether a paragraph ends between two lines of one page."""
    if not line.height or not before.height:
        return bool(ENDS.search(before.text)) and len(before.text) < 60
    if ITEM.match(line.text):
        return True
    distance = before.low - line.top
    if distance < -line.height:  # the next column
        return _flow_parts(before)
    if measures.leading and distance > GAP * measures.leading:
        return True
    if abs(before.height - line.height) > 0.2 * max(before.height, line.height):
        return distance > 0.5 * line.height and not line.text[:1].islower()
    return _looks_ended(before, line, measures)


def _looks_ended(before: Line, line: Line, measures: _Measures) -> bool:
    share = measures.share(before)
    if ENDS.search(before.text):
        indented = line.left - before.left > 0.8 * line.height
        return indented or share < FULL_SHARE
    return share < HEADING_SHARE and not line.text[:1].islower()


def _flow_parts(before: Line) -> bool:
    """Whether a paragraph ends with the last line of a page or column."""
    return bool(ENDS.search(before.text))


def _joined(lines: Sequence[str]) -> str:
    """A paragraph of its lines. A hyphen at an end is marked, to be decided with all words known."""
    parts: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        hyphen = line.endswith(("-", "\u2010", "\u00ad")) and line[-2:-1].isalpha() and after[:1].islower()
        whole = line.endswith(("\ufffe", "\x02"))
        parts.append(f"{line[:-1]}\ufffe" if hyphen else line if whole else f"{line} ")
    return "".join(parts).rstrip()


def _text(blocks: Sequence[_Block]) -> tuple[str, tuple[Span, ...]]:
    joined = [_joined(block.lines) for block in blocks]
    words = {word.casefold() for block in joined for word in WORD.findall(block)}
    parts, spans, length = [], [], 0
    for block, words_joined in zip(blocks, joined, strict=True):
        shown = BROKEN_WORD.sub(lambda match: _mended(match, words), words_joined)
        parts.append(shown)
        if block.furniture:
            spans.append(Span(length, length + len(shown)))
        length += len(shown) + len(PARTED)
    return PARTED.join(parts), tuple(spans)


def _mended(match: "re.Match[str]", words: set[str]) -> str:
    """A broken word as it is written elsewhere in the document; without its hyphen where it is not."""
    if match[1] is None:
        return ""
    left, right = match[1], match[2]
    hyphened = f"{left}-{right}"
    if hyphened.casefold() in words and (left + right).casefold() not in words:
        return hyphened
    return left + right if right[0].islower() else hyphened
