"""Words of a PDF that a reader may not see: white, tiny, or off the page. They are named, and kept."""

import ctypes
from typing import Any

from sayso.errors import Problem

WHITE_FROM = 250  # of 255, in each colour
SMALLEST_POINTS = 1.5
Box = tuple[float, float, float, float]
LONGEST_SHOWN = 80


def is_doubtful(words: Any, index: int, box: Box, size: tuple[float, float]) -> bool:
    """Whether the character at `index` is white or clear, tiny, or outside of a page of `size`.

    White words on a dark ground are seen, and PDFium does not tell the ground: so nothing is left
    out for it. The unseen letters of a scan's recognised text are black, and not meant here.
    """
    left, low, right, high = box
    outside = right < 0 or high < 0 or left > size[0] or low > size[1]
    return outside or high - low < SMALLEST_POINTS or _is_white(words, index)


def _is_white(words: Any, index: int) -> bool:
    from pypdfium2 import raw

    channels = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFText_GetFillColor(words.raw, index, *map(ctypes.byref, channels)):
        return False
    red, green, blue, alpha = (channel.value for channel in channels)
    return alpha == 0 or min(red, green, blue) >= WHITE_FROM


def unseen_problem(lines: list[str], where: str) -> tuple[Problem, ...]:
    """The problem that names such lines; nothing for none."""
    if not lines:
        return ()
    shown = " … ".join(lines[:3])
    words = shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + "…"
    more = f" and {len(lines) - 3} more" if len(lines) > 3 else ""
    what = f'text that a reader may not see (white, tiny or off the page): "{words}"{more}'
    return (Problem(where=where, what=what, hint="it is kept; open the PDF to see what it shows"),)
