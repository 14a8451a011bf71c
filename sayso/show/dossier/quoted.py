"""Quotations as parts of an outline: cut where words are marked, each piece as it stands in the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sayso.model import GAP, Quote, Spans
from sayso.show.dossier.parts import PieceMark, Printed
from sayso.show.dossier.words import reference, say


def printed(
    quote: Quote, numbers: Mapping[str, int], *, label: str = "", side: str = "", new: Spans = (),
    struck: Sequence[str] = (),
) -> Printed:  # fmt: skip
    """A quotation with its reference; `new` are spans of its document that are marked, `struck` printed words
    of the wording before. Left-out sentences between its pieces are marked as such.
    """
    return Printed(
        pieces=tuple(_pieces(quote, new)), where=reference(quote), number=numbers.get(quote.document, 0),
        label=label, side=side, struck=tuple(struck), document=quote.document,
        statement=quote.statement,
    )  # fmt: skip


def _pieces(quote: Quote, new: Spans) -> list[tuple[str, PieceMark]]:
    marked = quote.within(new)
    found: list[tuple[str, PieceMark]] = []
    at = 0
    for span in quote.spans:
        if at:
            found.append((GAP, "gap"))
            at += len(GAP)
        end = at + span.end - span.start
        edges = {at, end, *(e for s in marked for e in s if at <= e <= end)}
        cuts = sorted(edges)
        for a, b in pairwise(cuts):
            inside = any(s.start <= a and b <= s.end for s in marked)
            found.append((quote.text[a:b], "new" if inside else ""))
        at = end
    return found


def more(total: int, shown: Sequence[object]) -> str:
    """How many are left out; "" for none."""
    left = total - len(shown)
    return say("more", n=left) if left > 0 else ""
