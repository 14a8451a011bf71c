"""Two texts beside each other: versions of one page with what changed, or a copy with what it shares."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from sayso.errors import UsageError
from sayso.link.copies import shared_places
from sayso.model import Change, Document, DocumentRow, Spans
from sayso.show.beside import marked_text
from sayso.show.claim_report import HAD_IT
from sayso.show.page_markup import Markup
from sayso.show.reading_diff import differences
from sayso.text.beside import changed_places, rest_of
from sayso.web.asked import Asked
from sayso.web.routing import page

CHANGES = {"added": "New", "changed": "Changed", "dropped": "Gone"}


def versions(asked: Asked) -> Response:
    """All captured texts of a page; two of them beside each other, the last two where none are chosen."""
    document = asked.ledger.document(asked.id(), as_of=asked.as_of)
    every = asked.ledger.versions(document.id) or (document.id,)
    listed = asked.ledger.listed(every, as_of=asked.as_of)
    rows = [listed[id] for id in every if id in listed]
    pair = _chosen(asked, rows, document.id)
    context = _side_by_side(asked, *pair, changes=True) if pair else {}
    return asked.show("versions.html", document=document, rows=rows, pair=pair, **{"sides": (), **context})


def beside(asked: Asked) -> Response:
    """A document and another one, with the passages that stand in both."""
    document, other = asked.id(), asked.id("other")
    context = _side_by_side(asked, document, other, changes=False)
    edges = [
        (edge.document == document, HAD_IT[edge.kind], edge.share)
        for edge in asked.ledger.derivations_of(document)
        if {edge.document, edge.of} == {document, other}
    ]
    return asked.show("beside.html", edges=edges, **context)


def _chosen(asked: Asked, rows: list[DocumentRow], here: str) -> tuple[str, str] | None:
    """The two versions that are asked for; without, the one of the page and that before it."""
    ids = [row.id for row in rows]
    before, after = asked.query.get("before"), asked.query.get("after")
    if before or after:
        if before not in ids or after not in ids:
            raise UsageError("before and after each take the id of one of these versions")
        return before, after
    if len(ids) < 2:
        return None
    at = max(1, ids.index(here) if here in ids else len(ids) - 1)
    return ids[at - 1], ids[at]


def _side_by_side(asked: Asked, one: str, other: str, *, changes: bool) -> dict[str, Any]:
    left = asked.ledger.document(one, as_of=asked.as_of)
    right = asked.ledger.document(other, as_of=asked.as_of)

    def make() -> tuple[Markup, Markup]:
        places, names = _places(left, right, changes=changes)
        return marked_text(left, places[0], names[0]), marked_text(right, places[1], names[1])

    texts = asked.kept(("beside", one, other, changes), make)
    return {
        "sides": tuple(zip((left, right), texts, strict=True)),
        "changes": _told(asked.ledger.diff(one, other).changes), "kinds": CHANGES,
    }  # fmt: skip


def _places(left: Document, right: Document, *, changes: bool) -> tuple[tuple[Spans, Spans], tuple[str, str]]:
    """What is marked in each text, and with what: what changed, or the passages that stand in both.

    Of very long texts what changed is what is in no passage of five words that the other has, too.
    """
    if changes and (found := changed_places(left.text, right.text)) is not None:
        return found, ("del", "ins")
    shared = shared_places(left.text, right.text), shared_places(right.text, left.text)
    if not changes:
        return shared, ("mark", "mark")
    rest = rest_of(len(left.text), shared[0]), rest_of(len(right.text), shared[1])
    return rest, ("del", "ins")


def _told(changes: tuple[Change, ...]) -> list[tuple[Change, str]]:
    """Each statement that changed, with what is different in it; of anonymous sources nothing is compared."""
    return [(one, "; ".join(_differences(one))) for one in changes]


def _differences(change: Change) -> tuple[str, ...]:
    before, after = change.before, change.after
    if before is None or after is None or before.source.anonymous or after.source.anonymous:
        return ()
    return tuple(differences(before, after))


ROUTES = [
    page("/documents/{id}/versions", versions), page("/documents/{id}/beside/{other}", beside),
]  # fmt: skip
