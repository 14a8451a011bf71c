"""FollowTheMoney (OpenSanctions, OCCRP): entities as JSON Lines; who is anonymous has none."""

from collections.abc import Iterator, Sequence
from typing import Any

from sayso.model import Claim, Derivation, SourceKind, Statement, Verdict, place
from sayso.show.exports.allowed import web_address
from sayso.show.exports.material import Material, Page
from sayso.show.exports.naming import PERSONS, named, new_names
from sayso.show.exports.sentences import standing, told_claim, told_place, told_statement
from sayso.show.exports.streams import lines

SCHEMATA: dict[SourceKind, str] = {"government": "PublicBody"}
LANGUAGES = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "it": "ita", "ja": "jpn",
    "ko": "kor", "my": "mya", "nl": "nld", "pl": "pol", "ps": "pus", "pt": "por", "ru": "rus", "ti": "tir",
    "tr": "tur", "ug": "uig", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie", "zh": "zho",
}  # fmt: skip
Properties = dict[str, Sequence[str | None]]


def write(material: Material) -> Iterator[bytes]:
    """An entity a line: Article, Organization, PublicBody, Person, Note (statements, claims, verdicts), and
    UnknownLink between them, whose role is the stance or the kind of derivation.
    """
    return lines(_entities(material))


def _entities(material: Material) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for page in material.pages():
        yield _article(page)
        for id, name, kind in new_names(material, page, seen):
            schema = "Person" if kind in PERSONS else SCHEMATA.get(kind, "Organization")
            yield _entity(id, schema, {"name": [name]})
        for statement in page.statements:
            yield _statement(material, page, statement)
    for claim in material.claims():
        yield _claim(claim)
        yield from _members(claim)
        yield from (_verdict(claim, one) for one in claim.verdicts if one.state == "counts")
    yield from (_link(edge) for edge in material.edges() if edge.of is not None)


def _article(page: Page) -> dict[str, Any]:
    document = page.document
    return _entity(document.id, "Article", {
        "title": [document.title], "publisher": [document.publisher], "publishedAt": [document.published],
        "language": [LANGUAGES.get(document.language or "")], "sourceUrl": [web_address(document.url)],
        "notes": [f"SHA-256 of the text: {document.text_sha256}"],
    })  # fmt: skip


def _statement(material: Material, page: Page, statement: Statement) -> dict[str, Any]:
    places = material.places.get(statement.id, ())
    who = [_key(material.entity(statement.source.name))] if named(statement) else []
    marks = [f"act: {statement.act}", f"evidentiality: {statement.evidentiality}"]
    marks += [f"factuality: {part.factuality}" for part in statement.propositions]
    marks += [f"stance: {one.stance} {one.claim}" for one in places]
    marks.append(f"spans: {place(statement.content.spans)}")
    return _entity(statement.id, "Note", {
        "entity": who, "proof": [_key(statement.document)], "description": [statement.content.text or None],
        "summary": [told_statement(statement), *(told_place(one) for one in places)],
        "keywords": marks, "publisher": [page.document.publisher],
        "sourceUrl": [web_address(page.document.url)],
    })  # fmt: skip


def _claim(claim: Claim) -> dict[str, Any]:
    return _entity(claim.id, "Note", {
        "description": [claim.gist], "summary": list(told_claim(claim)),
        "keywords": [f"status: {claim.status}", f"origins: {claim.origins.count}"],
        "proof": [_key(id) for id in dict.fromkeys(member.document for member in claim.statements)],
    })  # fmt: skip


def _members(claim: Claim) -> Iterator[dict[str, Any]]:
    for member in claim.statements:
        part = [f"in part ({standing(claim)})" if member.scope == "part" else standing(claim)]
        yield _entity(f"m:{claim.id}:{member.proposition}", "UnknownLink", {
            "subject": [_key(member.id)], "object": [_key(claim.id)], "role": [member.stance],
            "summary": part, "date": [member.published], "publisher": [member.publisher],
        })  # fmt: skip


def _verdict(claim: Claim, verdict: Verdict) -> dict[str, Any]:
    return _entity(verdict.judgement, "Note", {
        "entity": [_key(claim.id)], "description": [f"{verdict.what}: {verdict.value}"],
        "summary": [verdict.why], "publisher": [verdict.by], "keywords": ["judgement of a person"],
        "createdAt": [verdict.at[:10]],
    })  # fmt: skip


def _link(edge: Derivation) -> dict[str, Any]:
    return _entity(edge.id, "UnknownLink", {
        "subject": [_key(edge.document)], "object": [_key(edge.of or "")], "role": [edge.kind],
        "summary": list(edge.evidence),
    })  # fmt: skip


def _entity(id: str, schema: str, properties: Properties) -> dict[str, Any]:
    known = {name: [value for value in values if value] for name, values in properties.items()}
    return {
        "id": _key(id), "schema": schema,
        "properties": {name: values for name, values in known.items() if values},
    }  # fmt: skip


def _key(id: str) -> str:
    """An id as FollowTheMoney takes it: "sayso-s-41d0…"."""
    return f"sayso-{id.replace(':', '-')}"
