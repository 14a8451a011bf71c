"""The origin graph of a claim: each origin as a root, under it all who had it from there, denials apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.model import Claim, Derivation, DocumentRow, Statement
from sayso.show.claim_words import tally
from sayso.show.pictures.ink import SMALL_PX, picture_svg, words
from sayso.show.pictures.lineage import lineage
from sayso.show.pictures.measure import fit, plain
from sayso.show.pictures.origin_drawing import PAD, OriginDrawing
from sayso.show.pictures.origin_words import COLUMNS, NOBODY, rows_of, summary_of
from sayso.show.pictures.picture import WIDE, Href, Picture, make_picture, no_page, within
from sayso.show.pictures.signs import heading

TITLE = "Who had it from whom"


def origin_graph(
    claim: Claim,
    documents: Mapping[str, DocumentRow],
    statements: Mapping[str, Statement],
    derivations: Sequence[Derivation],
    *,
    href: Href = no_page,
    width: int = WIDE,
) -> Picture:
    """The picture of who had a claim from whom, drawn for `width` px (320 to 1,600).

    `href` is asked for each document's page by its id. The table has a row for each origin and for each edge.
    A claim without documents gives a picture that says so, and no rows.
    """
    found = lineage(claim, documents, statements, derivations)
    drawing = OriginDrawing.of(found, within(width), href)
    head, top = heading(tally(claim), [claim.gist], PAD, within(width) - PAD)
    body, bottom = drawing.body(top + 6)
    parts = [*head, *body]
    if not found.nodes:
        parts.append(words(fit(NOBODY, within(width) - 2 * PAD, SMALL_PX), PAD, top + 18, size=SMALL_PX))
        bottom = top + 30
    summary = summary_of(claim, found)
    linked = any(href(node.document) for node in found.nodes if node.document)
    return make_picture(
        svg=picture_svg(
            parts, width=within(width), height=bottom + 6, title=f"{TITLE}: {plain(claim.gist)}",
            summary=summary, links=linked,
        ),
        title=TITLE, columns=COLUMNS, rows=rows_of(found), summary=summary,
    )  # fmt: skip
