"""By whom somebody says it: "denied, through a spokesman, that P" is one statement, and no one says P."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.lang import load
from sayso.model import Spans
from sayso.read.mending.completion import Attribution


def without_means(text: str, found: Sequence[Attribution], language: str = "en") -> list[Attribution]:
    """The attributions without those whose cue is a means ("through") of another one's words. Linear."""
    means = set(load(language, "completion")["means"])
    said: dict[Spans, int] = {}
    for each in found:
        said[each.relation.content] = said.get(each.relation.content, 0) + 1
    return [a for a in found if not (_words(text, a) in means and said[a.relation.content] > 1)]


def _words(text: str, each: Attribution) -> str:
    return " ".join(text[a:b] for a, b in each.relation.cue).lower()
