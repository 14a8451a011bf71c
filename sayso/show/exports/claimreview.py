"""schema.org: a Claim for every claim, in printed words; a ClaimReview only where a person judged it."""

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.model import Claim, Statement, Verdict, place
from sayso.show.exports.allowed import web_address
from sayso.show.exports.material import Material, Page
from sayso.show.exports.naming import is_body, is_person, urn
from sayso.show.exports.sentences import standing, told_claim, told_statement
from sayso.show.exports.streams import array, encoded, whole

CONTEXT = ["https://schema.org", {"sayso": "urn:sayso:terms:"}]
JUDGED = {"holds": "holds", "fails": "does not hold"}


def write(material: Material) -> Iterator[bytes]:
    """JSON-LD with one graph: articles, quotations, claims, and the reviews that people wrote."""
    return whole([("@context", [encoded(CONTEXT)]), ("@graph", array(_graph(material)))])


def _graph(material: Material) -> Iterator[dict[str, Any]]:
    for page in material.pages():
        yield _article(page)
        for statement in page.statements:
            yield _quotation(statement)
    documents = {page.document.id: page for page in material.documents}
    for claim in material.claims():
        yield _claim(claim, documents)
        for verdict in claim.verdicts:
            if verdict.what == "outcome" and verdict.state == "counts" and verdict.value in JUDGED:
                yield _review(claim, verdict)


def _article(page: Page) -> dict[str, Any]:
    document = page.document
    publisher = {"@type": "Organization", "name": document.publisher} if document.publisher else None
    return _known({
        "@type": "Article", "@id": urn(document.id), "headline": document.title, "publisher": publisher,
        "datePublished": document.published, "inLanguage": document.language,
        "url": web_address(document.url), "sayso:textSha256": document.text_sha256,
        "sayso:status": document.status,
    })  # fmt: skip


def _quotation(statement: Statement) -> dict[str, Any]:
    kind = "Organization" if is_body(statement) else "Person" if is_person(statement) else None
    speaker = {"@type": kind, "name": statement.source.name} if kind else None
    return _known({
        "@type": "Quotation", "@id": urn(statement.id), "text": statement.content.text,
        "isPartOf": {"@id": urn(statement.document)}, "spokenByCharacter": speaker,
        "description": told_statement(statement), "sayso:chain": {"@list": list(statement.chain)},
        "sayso:spans": place(statement.content.spans), "sayso:act": statement.act,
        "sayso:evidentiality": statement.evidentiality,
        "sayso:factuality": {"@list": [part.factuality for part in statement.propositions]},
        "sayso:within": statement.within,
    })  # fmt: skip


def _claim(claim: Claim, documents: Mapping[str, Page]) -> dict[str, Any]:
    carriers = list(dict.fromkeys(member.document for member in claim.statements))
    return _known({
        "@type": "Claim", "@id": urn(claim.id), "text": claim.gist,
        "description": " ".join(told_claim(claim)),
        "creativeWorkStatus": standing(claim),
        "appearance": [{"@id": urn(id)} for id in carriers if id in documents],
        "sayso:statements": [
            {
                "@id": urn(member.id), "sayso:stance": member.stance, "sayso:scope": member.scope,
                "sayso:publisher": member.publisher, "sayso:published": member.published,
            }
            for member in claim.statements
        ],
        "sayso:origins": claim.origins.count, "sayso:originsLow": claim.origins.low,
        "sayso:originsHigh": claim.origins.high, "sayso:originsAgainst": claim.origins_against.count,
        "sayso:asOf": claim.as_of,
    })  # fmt: skip


def _review(claim: Claim, verdict: Verdict) -> dict[str, Any]:
    return {
        "@type": "ClaimReview", "@id": urn(verdict.judgement), "itemReviewed": {"@id": urn(claim.id)},
        "claimReviewed": claim.gist, "author": {"@type": "Person", "name": verdict.by},
        "datePublished": verdict.at, "reviewBody": verdict.why,
        "reviewRating": {"@type": "Rating", "alternateName": JUDGED[verdict.value]},
    }  # fmt: skip


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known."""
    return {key: value for key, value in values.items() if value is not None}
