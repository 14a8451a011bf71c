"""What an outlet printed before, and takes back now: that it once stood there is no word for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.link.words import listed, low_words
from sayso.model import Source

if TYPE_CHECKING:
    from sayso.link.claimable import Claimable

_NAME = re.compile(r"\b[A-Z][\w’'-]*")


def without_own_works(found: list[Claimable], language: str = "en") -> list[Claimable]:
    """Without what only an earlier article of the outlet says, where the outlet denies those very words.

    "Correction: an earlier report said P" says one thing, against. Not where the article is another's ("an
    earlier report by The Lamp").
    """
    denied = {
        one.proposition.spans
        for one in found
        if one.statement.source.kind == "author" and one.statement.act == "deny"
    }
    return [
        one
        for one in found
        if one.proposition.spans not in denied or not is_own_work(one.statement.source, language)
    ]


def is_own_work(source: Source, language: str = "en") -> bool:
    """Whether a source is an article that the outlet printed before: "an earlier report", "a report of 5
    May", "our story".
    """
    words = set(low_words(source.text))
    days = listed(language, "day_names")
    dated = any(map(str.isdigit, source.text)) or not words.isdisjoint(days)
    earlier = dated or not words.isdisjoint(listed(language, "earlier_works"))
    named = {name.lower() for name in _NAME.findall(source.text[1:])} - days
    return (
        source.kind != "author" and earlier and not named and not words.isdisjoint(listed(language, "works"))
    )
