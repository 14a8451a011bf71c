"""STIX 2.1 (OASIS 2021): reports on claims, notes on statements, opinions of people, identities of bodies.

Identifiers are UUIDs of version 5 over our own ids, so that the same ledger gives the same bundle. There is
no "confidence" on a note: whether a statement is right is not judged. A report has one only where its claim
was weighed and an origin is on record, on STIX's scale for Low, Med and High (appendix A).
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from sayso.model import Claim, Confidence, SourceKind, Statement, Verdict
from sayso.show.exports.allowed import web_address
from sayso.show.exports.material import Material, Page
from sayso.show.exports.naming import PERSONS, is_body, new_names
from sayso.show.exports.sentences import told_claim, told_place, told_statement
from sayso.show.exports.streams import array, encoded, whole

SPACE = UUID("3b0f6f1e-6d0c-5b8e-9a53-0a7c5e2d9f41")
SPEC = "2.1"
FIRST_DAY = "1970-01-01"
SCALE: dict[Confidence, int] = {"low": 15, "moderate": 50, "high": 85}
OPINIONS = {"holds": "agree", "fails": "disagree"}
PROGRAM, CHAINS = "program", "chains"
EXTENSION = (
    "Says on whose say-so a statement stands. On a note: `statement` and `document` (ids), `chain` (from the "
    "publisher to the statement's own source, as printed), `act`, `evidentiality`, `factuality` (of each "
    "proposition, according to the source), `anonymous`, `spans` (half-open, code points of the text with "
    "the hash `text_sha256`), `claims` (id, stance, scope, status). On a report: `claim`, `status`, "
    "`origins` and `origins_against` (count, low, high: independent origins)."
)
SECTORS: dict[SourceKind, str] = {
    "government": "government", "state_media": "government", "international_organization": "non-profit",
}  # fmt: skip


def write(material: Material) -> Iterator[bytes]:
    """One bundle."""
    return whole([
        ("type", [encoded("bundle")]),
        ("id", [encoded(_id("bundle", f"{material.head}|{material.scope}|{material.as_of}"))]),
        ("objects", array(_objects(material))),
    ])  # fmt: skip


def _objects(material: Material) -> Iterator[dict[str, Any]]:
    yield _program(material)
    yield _extension_definition()
    seen: set[str] = set()
    noted: set[str] = set()
    for page in material.pages():
        for id, name, kind in new_names(material, page, seen):
            if kind in PERSONS:
                seen.discard(id)  # a body of that name may come later
            else:
                yield _identity(id, name, kind)
        for statement in page.statements:
            noted.add(statement.id)
            yield _note(material, page, statement)
    for claim in material.claims():
        yield _report(claim, noted)
        for verdict in claim.verdicts:
            if verdict.what == "outcome" and verdict.state == "counts" and verdict.value in OPINIONS:
                yield _opinion(claim, verdict)


def _program(material: Material) -> dict[str, Any]:
    return {
        **_common("identity", PROGRAM, FIRST_DAY, by=False), "name": material.program,
        "identity_class": "system",
        "description": "Reads reports and keeps who says what, through whom, how sure.",
    }  # fmt: skip


def _extension_definition() -> dict[str, Any]:
    return {
        **_common("extension-definition", CHAINS, FIRST_DAY), "name": "sayso: on whose say-so",
        "schema": EXTENSION, "version": "1.0.0", "extension_types": ["property-extension"],
    }  # fmt: skip


def _identity(id: str, name: str, kind: SourceKind) -> dict[str, Any]:
    sectors = {"sectors": [SECTORS[kind]]} if kind in SECTORS else {}
    return {
        **_common("identity", id, FIRST_DAY), "name": name, "identity_class": "organization", **sectors,
    }  # fmt: skip


def _note(material: Material, page: Page, statement: Statement) -> dict[str, Any]:
    document = page.document
    places = material.places.get(statement.id, ())
    told = [told_statement(statement), *(told_place(place) for place in places)]
    about = [material.entity(document.publisher)] if document.publisher else []
    about += [material.entity(statement.source.name)] if is_body(statement) else []
    refs = [_id("identity", id) for id in dict.fromkeys(about)] or [_id("identity", PROGRAM)]
    quote = statement.content.text or "(no words given)"
    extension = {
        "extension_type": "property-extension", "statement": statement.id, "document": document.id,
        "chain": list(statement.chain), "act": statement.act, "evidentiality": statement.evidentiality,
        "factuality": [part.factuality for part in statement.propositions],
        "anonymous": statement.source.anonymous, "text_sha256": document.text_sha256,
        "spans": [list(span) for span in statement.content.spans],
        "claims": [
            {"id": place.claim, "stance": place.stance, "scope": place.scope, "status": place.status}
            for place in places
        ],
    }  # fmt: skip
    return {
        **_common("note", statement.id, document.published or page.captured), "abstract": ". ".join(told),
        "content": quote, "object_refs": refs, "extensions": _extended(extension),
        "external_references": [_reference(page)],
    }  # fmt: skip


def _reference(page: Page) -> dict[str, Any]:
    """The document: its outlet, title and day, and its address where it is on the web."""
    document = page.document
    address = web_address(document.url)
    about = ", ".join(part for part in (document.title, document.published, document.id) if part)
    link = {"url": address} if address else {}
    return {"source_name": document.publisher or "publisher unknown", "description": about, **link}


def _report(claim: Claim, noted: set[str]) -> dict[str, Any]:
    days = sorted(member.published for member in claim.statements if member.published)
    notes = dict.fromkeys(_id("note", m.id) for m in claim.statements if m.id in noted)
    extension: dict[str, Any] = {
        "extension_type": "property-extension", "claim": claim.id, "status": claim.status,
        "origins": _counts(claim.origins), "origins_against": _counts(claim.origins_against),
    }  # fmt: skip
    return {
        **_common("report", claim.id, days[0] if days else FIRST_DAY, days[-1] if days else None),
        "name": claim.gist or claim.id, "description": " ".join(told_claim(claim)),
        "published": _moment(days[0] if days else FIRST_DAY),
        "object_refs": list(notes) or [_id("identity", PROGRAM)],
        "labels": [claim.status], "extensions": _extended(extension), **_confidence(claim),
    }  # fmt: skip


def _counts(origins: Any) -> dict[str, int]:
    return {"count": origins.count, "low": origins.low, "high": origins.high}


def _confidence(claim: Claim) -> dict[str, int]:
    """How good the basis is; nothing where only hearsay is there, or nothing was weighed."""
    recorded = claim.origins.low + claim.origins_against.low > 0 and claim.status != "unconfirmed"
    known = claim.assessment if recorded else None
    return {"confidence": SCALE[known.confidence]} if known else {}


def _opinion(claim: Claim, verdict: Verdict) -> dict[str, Any]:
    return {
        **_common("opinion", verdict.judgement, verdict.at), "opinion": OPINIONS[verdict.value],
        "explanation": verdict.why, "authors": [verdict.by], "object_refs": [_id("report", claim.id)],
    }  # fmt: skip


def _extended(values: dict[str, Any]) -> dict[str, Any]:
    return {_id("extension-definition", CHAINS): values}


def _common(type: str, id: str, day: str, last: str | None = None, *, by: bool = True) -> dict[str, Any]:
    made = {"created_by_ref": _id("identity", PROGRAM)} if by else {}
    return {
        "type": type, "spec_version": SPEC, "id": _id(type, id), **made, "created": _moment(day),
        "modified": _moment(last or day),
    }  # fmt: skip


def _id(type: str, id: str) -> str:
    return f"{type}--{uuid5(SPACE, f'{type} {id}')}"


def _moment(at: str) -> str:
    """An ISO day or moment as STIX writes it, in UTC and milliseconds."""
    from datetime import UTC, datetime

    moment = datetime.fromisoformat(at)
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.isoformat(timespec="milliseconds").replace("+00:00", "Z")
