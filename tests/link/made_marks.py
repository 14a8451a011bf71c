"""Marks made by hand, without vectors, for tests of what is one claim."""

from collections.abc import Sequence
from typing import Any

import msgspec

from sayso.link.claims import Cluster, cluster
from sayso.link.compare import compare
from sayso.link.mark import Link, Mark
from sayso.link.marks import mark_of_text
from sayso.reference.gazetteer import load_gazetteer


def mark(name: str, text: str, published: str | None = "2031-03-04", **fields: Any) -> Mark:
    """The mark of a text, with ids that are told by `name`; `fields` as wanted."""
    made = mark_of_text(text, load_gazetteer(), publisher=f"Outlet {name}", published=published)
    ids = {"proposition": f"p:{name}", "statement": f"s:{name}", "document": f"d:{name}"}
    return msgspec.structs.replace(made, **{**ids, **fields})


def links_of(marks: Sequence[Mark]) -> list[Link]:
    """The links of all pairs, with their reasons."""
    pairs = ((a, b) for a in marks for b in marks if a.proposition < b.proposition)
    return [link for a, b in pairs if (link := compare(a, b)) is not None]


def claims(*marks: Mark) -> tuple[Cluster, ...]:
    """The claims of these marks."""
    return cluster(marks, links_of(marks))


def claim(*marks: Mark) -> Cluster:
    """The one claim of these marks."""
    (found,) = claims(*marks)
    return found
