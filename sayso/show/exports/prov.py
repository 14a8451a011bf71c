"""PROV-JSON (W3C member submission 2013): documents, statements and claims, who said them, and from what."""

from collections.abc import Iterator
from typing import Any

from sayso.model import Derivation, digest, place
from sayso.show.exports.allowed import web_address
from sayso.show.exports.material import Material
from sayso.show.exports.naming import PERSONS, named, new_names
from sayso.show.exports.sentences import standing, told_claim, told_statement
from sayso.show.exports.streams import encoded, mapping, whole

PREFIX = {"sayso": "urn:sayso:", "prov": "http://www.w3.org/ns/prov#"}
PROGRAM = "sayso:program"
EDGES = {"cites": "prov:PrimarySource", "corrects": "prov:Revision"}
Row = tuple[str, dict[str, Any]]


def write(material: Material) -> Iterator[bytes]:
    """One PROV-JSON document. Every section goes through the ledger anew, so that none is held whole.

    Several values of one attribute are a set in PROV: what has an order is one string here.
    """
    return whole([
        ("prefix", [encoded(PREFIX)]),
        ("entity", mapping(_entities(material))),
        ("agent", mapping(_agents(material))),
        ("activity", mapping(_activities(material))),
        ("wasGeneratedBy", mapping(_generated(material))),
        ("wasAttributedTo", mapping(_attributed(material))),
        ("wasAssociatedWith", mapping(_associated(material))),
        ("wasDerivedFrom", mapping(_derived(material))),
        ("wasInfluencedBy", mapping(_influenced(material))),
    ])  # fmt: skip


def _entities(material: Material) -> Iterator[Row]:
    for page in material.pages():
        document = page.document
        yield _id(document.id), _known({
            "prov:type": _type("Document"), "prov:label": document.title,
            "sayso:publisher": document.publisher,
            "sayso:published": document.published, "sayso:url": web_address(document.url),
            "sayso:text_sha256": document.text_sha256, "sayso:original_sha256": page.original_sha256,
        })  # fmt: skip
        for one in page.statements:
            yield _id(one.id), _known({
                "prov:type": _type("Statement"), "prov:value": one.content.text,
                "prov:label": told_statement(one), "sayso:act": one.act,
                "sayso:evidentiality": one.evidentiality, "sayso:quotation": one.quotation,
                "sayso:factuality": " ".join(part.factuality for part in one.propositions),
                "sayso:spans": place(one.content.spans),
                "sayso:anonymous": one.source.anonymous,
            })  # fmt: skip
    for claim in material.claims():
        yield _id(claim.id), _known({
            "prov:type": _type("Claim"), "prov:value": claim.gist, "prov:label": standing(claim),
            "sayso:status": claim.status, "sayso:as_of": claim.as_of,
            "sayso:told": " ".join(told_claim(claim)),
            "sayso:origins": claim.origins.count, "sayso:origins_low": claim.origins.low,
            "sayso:origins_high": claim.origins.high, "sayso:origins_against": claim.origins_against.count,
        })  # fmt: skip
    outlets = {_outlet(material, edge): edge.outlet for edge in material.edges() if edge.of is None}
    for id, outlet in outlets.items():
        label = f"a text of {outlet}, not read here"
        yield id, {"prov:type": _type("ReportedText"), "prov:label": label}


def _agents(material: Material) -> Iterator[Row]:
    yield PROGRAM, {"prov:type": _prov("SoftwareAgent"), "prov:label": material.program}
    seen: set[str] = set()
    for page in material.pages():
        for id, name, kind in new_names(material, page, seen):
            type = _prov("Person" if kind in PERSONS else "Organization")
            yield _id(id), {"prov:type": type, "prov:label": name, "sayso:kind": kind}
    for by in dict.fromkeys(row.judgement.by for row in material.judgements):
        yield _editor(by), {"prov:type": _prov("Person"), "prov:label": by, "sayso:kind": "editor"}


def _activities(material: Material) -> Iterator[Row]:
    readings = {one.reading for page in material.pages() for one in page.statements}
    for reading in sorted(readings):
        yield f"sayso:reading:{reading}", {"prov:type": _type("Reading"), "prov:label": reading}
    for row in material.judgements:
        made = row.judgement
        yield _id(made.id), {
            "prov:startTime": made.at, "prov:endTime": made.at, "prov:type": _type("Judgement"),
            "prov:label": made.what, "sayso:value": encoded(made.value).decode(), "sayso:why": made.why,
            "sayso:standing": row.standing,
        }  # fmt: skip


def _generated(material: Material) -> Iterator[Row]:
    for page in material.pages():
        for one in page.statements:
            link = {"prov:entity": _id(one.id), "prov:activity": f"sayso:reading:{one.reading}"}
            yield f"_:g-{_bare(one.id)}", link


def _attributed(material: Material) -> Iterator[Row]:
    """Statements to named sources, documents to outlets; who is anonymous is nobody's agent."""
    for page in material.pages():
        if page.document.publisher:
            agent = _id(material.entity(page.document.publisher))
            ends = {"prov:entity": _id(page.document.id), "prov:agent": agent}
            yield f"_:a-{_bare(page.document.id)}", ends
        for one in page.statements:
            if named(one):
                ends = {"prov:entity": _id(one.id), "prov:agent": _id(material.entity(one.source.name))}
                yield f"_:a-{_bare(one.id)}", ends


def _associated(material: Material) -> Iterator[Row]:
    for row in material.judgements:
        ends = {"prov:activity": _id(row.judgement.id), "prov:agent": _editor(row.judgement.by)}
        yield f"_:w-{_bare(row.judgement.id)}", ends


def _derived(material: Material) -> Iterator[Row]:
    for page in material.pages():
        for one in page.statements:
            ends = {"prov:generatedEntity": _id(one.id), "prov:usedEntity": _id(one.document)}
            yield f"_:q-{_bare(one.id)}", {**ends, "prov:type": _prov("Quotation")}
    for edge in material.edges():
        yield f"_:d-{_bare(edge.id)}", _edge(material, edge)


def _edge(material: Material, edge: Derivation) -> dict[str, Any]:
    of = _id(edge.of) if edge.of else _outlet(material, edge)
    type = {"prov:type": _prov(EDGES[edge.kind].removeprefix("prov:"))} if edge.kind in EDGES else {}
    return {
        "prov:generatedEntity": _id(edge.document), "prov:usedEntity": of, **type, "sayso:kind": edge.kind,
        "sayso:p": edge.p, "sayso:evidence": " ".join(edge.evidence),
        **_known({"sayso:share": edge.share, "sayso:statement": edge.statement}),
    }  # fmt: skip


def _influenced(material: Material) -> Iterator[Row]:
    made = {row.judgement.id for row in material.judgements}
    for claim in material.claims():
        for member in claim.statements:
            link = {"prov:influencee": _id(claim.id), "prov:influencer": _id(member.id)}
            more = {"sayso:stance": member.stance, "sayso:scope": member.scope, "sayso:p": member.p}
            yield f"_:m-{_bare(claim.id)}-{_bare(member.proposition)}", {**link, **more}
        for id in (id for id in claim.judgements if id in made):
            link = {"prov:influencee": _id(claim.id), "prov:influencer": _id(id)}
            yield f"_:j-{_bare(claim.id)}-{_bare(id)}", link


def _id(id: str) -> str:
    return f"sayso:{id}"


def _bare(id: str) -> str:
    return id.replace(":", "")


def _outlet(material: Material, edge: Derivation) -> str:
    """A text of an outlet that nobody has read here: one for each outlet."""
    return f"sayso:reported:{material.entity(edge.outlet)}"


def _editor(name: str) -> str:
    return f"sayso:{digest('editor', (name,))}"


def _type(name: str) -> dict[str, str]:
    return {"$": f"sayso:{name}", "type": "prov:QUALIFIED_NAME"}


def _prov(name: str) -> dict[str, str]:
    return {"$": f"prov:{name}", "type": "prov:QUALIFIED_NAME"}


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [])}
