"""The words of a turn of phrase as one pattern."""

from __future__ import annotations

import re

from sayso.lang import load


def either(turn: str, language: str, *names: str) -> str:
    """A pattern of all words in the named lists of a turn's file ("contrary"), the longest first.

    "" for none; UsageError for a language without that file.
    """
    words = (word for name in names for word in load(language, turn)[name])
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
