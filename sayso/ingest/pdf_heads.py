"""Running heads and feet of printed pages: told from the text by where they stand and come again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

EDGE_LINES = 2  # running heads and feet stand in the outermost lines
FEWEST_PAGES = 3
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line. Places are in points from the lower left; `top` and `low` are where its first
    and its last word stand (they differ where a broken word was put together); height 0: unknown.
    `doubtful`: a reader may not see it.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    low: float = 0.0
    height: float = 0.0
    doubtful: bool = False


def running_heads(pages: Sequence[Sequence[Line]]) -> set[str]:
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


def without_heads(page: Sequence[Line], heads: set[str], seen: set[str]) -> tuple[list[Line], list[str]]:
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
