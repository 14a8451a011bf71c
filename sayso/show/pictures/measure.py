"""How wide text comes out, judged by its characters, so that labels can be cut, broken and kept apart."""

from __future__ import annotations

import unicodedata

from sayso.show.report_characters import shown

ELLIPSIS = "…"
NARROW_CHARS = frozenset("iljtfrI.,:;'’‘|!()[] ·-")
BROAD_CHARS = frozenset("mwMW@%—…⟨⟩→←")
NARROW_EM, BROAD_EM, UPPER_EM, OTHER_EM, FULL_EM = 0.36, 0.95, 0.72, 0.6, 1.04
BOLD = 1.14
MOST_CHARS = 2_000
UNHELD = {0xFFFE: "⟨U+FFFE⟩", 0xFFFF: "⟨U+FFFF⟩"}


def plain(text: str) -> str:
    """Text as a picture can hold it: on one line, each hidden character written out ("⟨U+202E⟩").

    What XML cannot hold is written out likewise; "" for "". Not longer than 2,000 characters, as no label is.

    >>> plain("a\\nb\\x00")
    'a b⟨U+0000⟩'
    """
    joined = " ".join(text[:MOST_CHARS].replace("\t", " ").replace("\n", " ").split(" "))
    return shown(joined).translate(UNHELD)


def width_px(text: str, size_px: float, bold: bool = False) -> float:
    """The width of a line of sans-serif text, rather too wide than too narrow; 0 for ""."""
    return sum(map(_em, text)) * size_px * (BOLD if bold else 1.0)


def _em(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if char in NARROW_CHARS:
        return NARROW_EM
    if unicodedata.east_asian_width(char) in "WF":
        return FULL_EM
    if char in BROAD_CHARS or ord(char) > 0x2E80:
        return BROAD_EM
    return UPPER_EM if char.isupper() else OTHER_EM


def fit(text: str, room_px: float, size_px: float, bold: bool = False) -> str:
    """The text where it fits, else as much of its beginning as does, with "…"; "…" where nothing fits."""
    clean = plain(text)
    if width_px(clean, size_px, bold) <= room_px:
        return clean
    left = room_px - width_px(ELLIPSIS, size_px, bold)
    end = 0
    for char in clean:
        left -= width_px(char, size_px, bold)
        if left < 0:
            break
        end += 1
    return clean[:end].rstrip() + ELLIPSIS


def wrap(text: str, room_px: float, size_px: float, lines: int, bold: bool = False) -> list[str]:
    """The text in at most so many lines, broken at spaces, the last one cut with "…"; [] for ""."""
    found: list[str] = []
    words = plain(text).split()
    while words and len(found) < lines - 1:
        line = words.pop(0)
        while words and width_px(f"{line} {words[0]}", size_px, bold) <= room_px:
            line = f"{line} {words.pop(0)}"
        if width_px(line, size_px, bold) > room_px:
            line, rest = _broken(line, room_px, size_px, bold)
            words.insert(0, rest)
        found.append(line)
    return [*found, fit(" ".join(words), room_px, size_px, bold)] if words else found


def _broken(word: str, room_px: float, size_px: float, bold: bool) -> tuple[str, str]:
    """A word too long for a line, broken where the line ends; at least one character stays."""
    end, used = 0, 0.0
    for char in word:
        used += width_px(char, size_px, bold)
        if used > room_px and end:
            break
        end += 1
    return word[:end], word[end:]
