"""Lines of printed pages into paragraphs: wrapped lines joined, running heads told from the text."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sayso.model import Span

PARTED = "\n\n"
EDGE_LINES = 2  # running heads and feet stand in the outermost lines
FEWEST_PAGES = 3
GAP = 1.35  # times the usual distance of lines: a paragraph ends
FULL_SHARE = 0.85  # of the width of its column: a shorter line may end a paragraph
HEADING_SHARE = 0.6
DIGITS = re.compile(r"\d+")
ENDS = re.compile(r"""[.!?…:;][\])"'”’»]*\Z""")
ITEM = re.compile(r"(?:[•▪●‣–—*-]|\d{1,2}[.)]|\([a-z0-9]{1,3}\))\s")
BROKEN_WORD = re.compile("(\\w+)[\ufffe\x02\u00ad]\\s*(\\w+)|[\ufffe\x02]")
WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line. Places are in points from the lower left; `top` and `low` are where its first
    and its last word stand (they differ where a broken word was put together); height 0: unknown.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    low: float = 0.0
    height: float = 0.0


def flowing(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[Span, ...]]:
    """The text of the pages, paragraphs parted by blank lines, and the spans that are page furniture.

    A running head (the same outermost line, but for its numbers, on three pages or more) is kept
    where it stands first, marked as furniture, and left out on the other pages; numbers of pages
    are left out. Words broken at a line's end are put together again.
    """
    heads = _running(pages)
    blocks: list[tuple[str, bool]] = []
    seen: set[str] = set()
    last: Line | None = None
    for page in pages:
        body, head = _without_heads(page, heads, seen)
        behind = len(blocks) - (last is not None)  # not into a paragraph that goes on over the page
        blocks[behind:behind] = [(line, True) for line in head]
        measures = _Measures.of(body)
        for number, line in enumerate(body):
            if last is None or (_parts(last, line, measures) if number else _flow_parts(last)):
                blocks.append((line.text, False))
            else:
                blocks[-1] = (_joined(blocks[-1][0], line.text), False)
            last = line
    return _text(blocks)


def _without_heads(page: Sequence[Line], heads: set[str], seen: set[str]) -> tuple[list[Line], list[str]]:
    """The lines of a page that are text, and its running heads that were on no page before."""
    body, head = [], []
    for number, line in enumerate(page):
        key = _key(line.text)
        if key not in heads or not _at_edge(number, len(page)):
            body.append(line)
        elif key not in seen:
            seen.add(key)
            head += [line.text] if any(map(str.isalpha, key)) else []
    return body, head


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


def _joined(block: str, line: str) -> str:
    """A paragraph and its next line. A hyphen at the end is marked, to be decided with all words known."""
    if block.endswith(("-", "\u2010", "\u00ad")) and block[-2:-1].isalpha() and line[:1].islower():
        return block[:-1] + "\ufffe" + line
    return f"{block}{line}" if block.endswith(("\ufffe", "\x02")) else f"{block} {line}"


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """The keys of running heads: an outer line on three pages, or one that counts the pages on two."""
    counts = Counter(
        key
        for page in pages
        for key in {_key(line.text) for n, line in enumerate(page) if _at_edge(n, len(page))}
    )
    repeated = {key for key, count in counts.items() if count >= FEWEST_PAGES}
    return repeated | _counting(pages)


def _counting(pages: Sequence[Sequence[Line]]) -> set[str]:
    """The keys of outermost lines whose number grows from page to page as the pages do."""
    shifts: set[tuple[str, int]] = set()
    found: set[str] = set()
    for number, page in enumerate(pages):
        for line in {page[0].text, page[-1].text} if page else ():
            for printed in {digits[:9] for digits in DIGITS.findall(line)[:20]}:
                shift = (_key(line), int(printed) - number)
                if shift in shifts:
                    found.add(shift[0])
                shifts.add(shift)
    return found


def _at_edge(number: int, length: int) -> bool:
    return number < EDGE_LINES or number >= length - EDGE_LINES


def _key(line: str) -> str:
    return DIGITS.sub("#", " ".join(line.split()).casefold())


def _text(blocks: Sequence[tuple[str, bool]]) -> tuple[str, tuple[Span, ...]]:
    words = {word.casefold() for block, _ in blocks for word in WORD.findall(block)}
    parts, spans, length = [], [], 0
    for block, furniture in blocks:
        shown = BROKEN_WORD.sub(lambda match: _mended(match, words), block)
        parts.append(shown)
        if furniture:
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
