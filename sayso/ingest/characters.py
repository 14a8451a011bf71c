"""Characters that a reader cannot see: counted and named, never removed from the text."""

import re

from sayso.errors import Problem

ZERO_WIDTH = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SURROGATE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def unseen_characters(text: str, where: str) -> tuple[Problem, ...]:
    """The problem that zero-width or bidirectional characters stand in `text`, or nothing."""
    kinds = (("zero-width", ZERO_WIDTH), ("bidirectional control", BIDI))
    counts = [(name, len(pattern.findall(text))) for name, pattern in kinds]
    named = [f"{count} {name} character{'s' if count > 1 else ''}" for name, count in counts if count]
    if not named:
        return ()
    hint = "they can hide words or turn their order; the text is kept as it is"
    return (Problem(where=where, what=" and ".join(named) + " in the text", hint=hint),)


def sound(text: str) -> str:
    """`text` with each lone surrogate, which no file can hold, replaced by U+FFFD; lengths stay."""
    return SURROGATE.sub(REPLACEMENT, text)
