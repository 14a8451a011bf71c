"""A document with its statements marked: source, chain and reading beside the text, each with its claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.responses import Response

from sayso.model import Claim, Document, DocumentRow, Statement
from sayso.show.claim_report import HAD_IT
from sayso.show.grouping import knowing, sentence, summary
from sayso.show.page import filters, legend
from sayso.show.page_article import article
from sayso.show.page_cards import panel
from sayso.show.page_markup import Child, Markup, element
from sayso.show.page_spans import entries
from sayso.show.report_words import imprint
from sayso.web.asked import Asked
from sayso.web.routing import page
from sayso.web.words import SIGNS


def reader(asked: Asked) -> Response:
    """The page of one document."""
    document = asked.ledger.document(asked.id(), as_of=asked.as_of)
    statements = asked.ledger.statements(document.id)
    found = entries(statements, 1, set())
    counts = summary(statements)
    line = sentence(counts)
    return asked.show(
        "reader.html", document=document, imprint=" · ".join(imprint(document)),
        summary=f"{line[0].upper()}{line[1:]}", knowing=knowing(counts), article=article(document, found),
        panel=panel(found, _more(asked, document, statements)), legend=legend() if found else "",
        filters=filters(found) if found else "", versions=asked.ledger.versions(document.id),
        relatives=_relatives(asked, document),
    )  # fmt: skip


def _more(asked: Asked, document: Document, statements: Sequence[Statement]) -> Mapping[str, Markup]:
    """Below each card: the claims that the statement is in, and the way to correct its reading."""
    claims = asked.ledger.claims_of_statements(statements)
    return {one.id: _below(asked, document, one, claims.get(one.id, ())) for one in statements}


def _below(asked: Asked, document: Document, statement: Statement, claims: Sequence[Claim]) -> Markup:
    lines: list[Child] = [_claim(asked, claim) for claim in claims]
    correct = asked.link(f"/documents/{document.id}/correct", statement=statement.id)
    lines.append(element("a", "Correct this reading", href=correct, class_="correct"))
    return element("div", *lines, class_="more")


def _claim(asked: Asked, claim: Claim) -> Markup:
    sign = element("span", SIGNS[claim.status], aria_hidden="true")
    words = element("span", sign, f" {claim.status}", class_=f"status s-{claim.status}")
    link = element("a", claim.gist, href=asked.link(f"/claims/{claim.id}"), dir="auto")
    return element("p", "Claim: ", link, " ", words)


def _relatives(asked: Asked, document: Document) -> list[tuple[str, DocumentRow]]:
    """The documents that it has its words from, with how."""
    edges = [d for d in asked.ledger.derivations_of(document.id) if d.of and d.document == document.id]
    rows = asked.ledger.listed([edge.of for edge in edges if edge.of], as_of=asked.as_of)
    kinds = {(edge.of, HAD_IT[edge.kind]): None for edge in edges}
    return [(had, rows[of]) for of, had in kinds if of in rows]


def original(asked: Asked) -> Response:
    """The bytes as they came, to be kept and never to be shown here."""
    document = asked.ledger.document(asked.id(), as_of=asked.as_of)
    content = asked.ledger.original(document.id)
    name = document.id.replace(":", "-")
    return Response(
        content, media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="{name}.original"'},
    )  # fmt: skip


ROUTES = [page("/documents/{id}", reader), page("/documents/{id}/original", original, keeps=False)]
