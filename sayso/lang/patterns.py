"""Lists of words as patterns."""

from __future__ import annotations

import re

from sayso.lang.loading import load


def either(file: str, language: str, *names: str) -> str:
    """A pattern of all words in the named lists of a file of words ("contrary"), the longest first.

    "" for none; UsageError for a language without that file.
    """
    words = (word for name in names for word in load(language, file)[name])
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
