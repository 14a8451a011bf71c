"""Characters that hide, turn or command, made visible: no text drives a terminal or fools an eye."""

import unicodedata
from collections.abc import Iterator

# Cc controls, Cf format (bidi, zero width), Cs surrogates, Zl and Zp separators
HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u034f\u2800")  # letters and marks that print nothing
PLAIN = frozenset("\n\t")
JOINERS = frozenset("\u200c\u200d")
# Hebrew to Myanmar, Ethiopic to Mongolian and Vedic, pictographs: where joiners are spelling
JOINED = ((0x590, 0x1100), (0x1200, 0x2000), (0x2600, 0x27C0), (0xFE0F, 0xFE10), (0x1F000, 0x20000))


def is_hidden(char: str) -> bool:
    """Whether a character prints nothing, steers the terminal or turns the direction of writing."""
    if char in PLAIN:
        return False
    return char in FILLERS or unicodedata.category(char) in HIDDEN_CATEGORIES


def code_point(char: str) -> str:
    """Its name in the Unicode notation, as "U+202E"."""
    return f"U+{ord(char):04X}"


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut into runs of plain characters and single hidden ones, with whether hidden.

    The joiners of scripts that need them (Persian, Hindi, emoji) are plain after such a letter.
    Joined again, the pieces are the text; nothing comes for "".
    """
    if text.isascii() and text.isprintable():
        yield from [(text, False)] if text else []
        return
    start = 0
    for place, char in enumerate(text):
        if not is_hidden(char) or (char in JOINERS and place and _joins(text[place - 1])):
            continue
        if start < place:
            yield text[start:place], False
        yield char, True
        start = place + 1
    if start < len(text):
        yield text[start:], False


def _joins(before: str) -> bool:
    """Whether a joiner after this character can be a matter of spelling."""
    return any(low <= ord(before) < high for low, high in JOINED) and not is_hidden(before)


def shown(text: str) -> str:
    """The text with every hidden character written out, as "⟨U+202E⟩"; "" for "".

    >>> shown("a\\x1bb")
    'a⟨U+001B⟩b'
    """
    return "".join(f"⟨{code_point(part)}⟩" if hidden else part for part, hidden in pieces(text))
