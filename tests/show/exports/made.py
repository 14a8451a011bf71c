"""A small ledger's worth of material for exports, made by hand: hearsay, a denial, somebody anonymous."""

from collections.abc import Sequence
from typing import Any

from sayso.model import (
    Assessment,
    Claim,
    ClaimStatus,
    Derivation,
    Document,
    EvidenceLine,
    Judged,
    Judgement,
    Member,
    OriginGroup,
    Origins,
    Stance,
    Statement,
    Verdict,
    claim_id,
    derivation_id,
    subject_id,
)
from sayso.show.claim_words import standing
from sayso.show.exports.material import Material, Page, Place
from tests.show.factory import document, sample, statement

HEAD = "ab" * 32
WHO, WHY, WHEN = "Editor Mar", "the port log shows it", "2031-06-01T10:00:00+00:00"
FORMULAS = "=cmd|' /C calc'!A0 was sent. The Harbour Office said +1 day, it wrote."
ORIGINAL = b"<html>as it came</html>"


def member(one: Statement, stance: Stance = "supports", place: int = 0) -> Member:
    return Member(
        id=one.id, proposition=one.propositions[place].id, document=one.document, publisher="The Lantern",
        published="2031-05-17", stance=stance,
    )  # fmt: skip


def assessment() -> Assessment:
    return Assessment(
        probability=0.7, band=(0.5, 0.8), confidence="moderate", likelihood="likely", admiralty="C3",
        lines=(EvidenceLine(text="The Harbour Office says it.", decibans=3.7),),
        said=("It is likely to be so.", "Confidence is moderate: one origin."),
    )  # fmt: skip


def claim(gist: str, status: ClaimStatus, members: Sequence[Member], **changes: Any) -> Claim:
    count = Origins(
        count=1, low=1, high=2, groups=(OriginGroup(origin="x", documents=(), why="One has it."),)
    )
    given: dict[str, Any] = {
        "id": claim_id(members[0].proposition), "gist": gist, "status": status, "as_of": "2031-06-30",
        "statements": tuple(members), "origins": count,
    }  # fmt: skip
    return Claim(**{**given, **changes})


def page(home: Document, statements: Sequence[Statement]) -> Page:
    return Page(
        document=home, captured="2031-05-18", media_type="text/html", original_sha256="cd" * 32,
        statements=tuple(statements),
    )  # fmt: skip


def claims() -> tuple[Claim, ...]:
    """Contested with a person's verdict; only hearsay, without a verdict."""
    _, found = sample()
    by_cue = {one.cue.text: one for one in found if one.cue}
    verdict = Verdict(
        judgement="j:11", what="outcome", value="holds", proposition="p:1", by=WHO, at=WHEN, why=WHY
    )
    denied = member(by_cue["denied"], "denies")
    return (
        claim(
            "The fever is over", "contested", [member(by_cue["said"]), denied], assessment=assessment(),
            verdicts=(verdict,), judgements=("j:11",),
        ),
        claim("The dam has", "unconfirmed", [member(by_cue["reportedly"])], assessment=assessment()),
    )  # fmt: skip


def judged() -> Judged:
    made = Judgement(
        id="j:11", what="outcome", targets=("p:1",), value={"outcome": "holds"}, by=WHO, why=WHY, at=WHEN
    )
    return Judged(judgement=made, standing="stands", claims=(claims()[0].id,))


def edge(home: Document) -> Derivation:
    id = derivation_id("cites", home.id, None, "Norland Wire", None)
    return Derivation(
        id=id,
        kind="cites",
        document=home.id,
        of=None,
        outlet="Norland Wire",
        p=0.9,
        evidence=("It says so.",),
    )


def hostile() -> tuple[Document, tuple[Statement, ...]]:
    """A document whose every field is hostile to a spreadsheet, a page or a path."""
    home = document(
        FORMULAS, title="=1+1", publisher="../../etc/passwd\x00", url="javascript:alert(1)",
        input="/home/reporter/secret source/mail.eml",
    )  # fmt: skip
    first = statement("=cmd|' /C calc'!A0 was sent", text=FORMULAS, of=home, kind="author", name="@Lantern")
    second = statement(
        "+1 day", source="The Harbour Office", cue="said", text=FORMULAS, of=home, name="-Office"
    )
    return home, (first, second)


def material(**changes: Any) -> Material:
    """Two documents, two claims, one judgement; nothing in it knows a database."""
    home, found = sample()
    bad, odd = hostile()
    pages = (page(home, found), page(bad, odd))
    places: dict[str, tuple[Place, ...]] = {}
    for one in claims():
        for part in one.statements:
            place = Place(
                claim=one.id, proposition=part.proposition, stance=part.stance, scope=part.scope,
                status=one.status, means=standing(one), gist=one.gist,
            )  # fmt: skip
            places[part.id] = (*places.get(part.id, ()), place)
    given: dict[str, Any] = {
        "program": "sayso 0", "as_of": "2031-06-30", "scope": "the whole ledger", "head": HEAD, "events": 3,
        "coarse": False, "documents": pages, "pages": lambda: iter(pages), "claims": lambda: iter(claims()),
        "members": lambda: iter(claims()),
        "edges": lambda: (edge(home),),
        "expectations": (), "judgements": (judged(),), "places": places, "original": lambda _: ORIGINAL,
        "entity": subject_key,
    }  # fmt: skip
    return Material(**{**given, **changes})


def subject_key(name: str) -> str:
    return subject_id(name.lower())
