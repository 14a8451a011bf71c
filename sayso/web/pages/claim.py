"""One claim: on whose say-so it stands, told first in a sentence, then origin by origin and line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from starlette.responses import Response

from sayso.model import Claim, Member, OriginGroup, Proposition, Source, Statement
from sayso.model.subject import subject_id
from sayso.pipeline.claim_view import ClaimView
from sayso.pipeline.listing import key_of_source
from sayso.reference.gazetteer import load_gazetteer
from sayso.show.assessment_report import SINGLE, signed, whose
from sayso.show.claim_report import amount
from sayso.show.claim_sentence import denial, spoken, support
from sayso.show.claim_tree import Branch, tree
from sayso.show.claim_words import in_order
from sayso.show.expectation_words import disputed
from sayso.show.judgements_table import value_of
from sayso.show.page_markup import Markup
from sayso.show.values import value_words
from sayso.web.asked import Asked
from sayso.web.drawing import figured, of_claim
from sayso.web.routing import page

MOST_SHOWN = 40  # statements that are not folded away


class Side(NamedTuple):
    """One origin, and its documents under each other.

    `source`: as a statement names it that has it from there, None where no named source is the origin.
    `party`: whether who denies has a part in it, in a sentence; "" for who says it.
    """

    group: OriginGroup
    tree: tuple[Branch, ...]
    source: Source | None
    party: str


class Entry(NamedTuple):
    """One statement of the claim: its words here, and what is known of it (None where it is not there)."""

    member: Member
    statement: Statement | None
    words: str


def claim(asked: Asked) -> Response:
    """The page of one claim, by its id or that of a statement in it."""
    view = asked.kept(
        ("claim", asked.id(), asked.as_of), lambda: asked.ledger.claim_view(asked.id(), as_of=asked.as_of)
    )
    found = view.claim
    entries = [_entry(view, member) for member in in_order(found.statements)]
    return asked.show(
        "claim.html", claim=found, view=view, its_page=_its_page,
        support=support(found, view.documents, view.derivations),
        denial=denial(found), spoken=spoken, sides=_sides(view, found.origins.groups),
        against=_sides(view, found.origins_against.groups), entries=entries[:MOST_SHOWN],
        more=entries[MOST_SHOWN:], proposals=[_entry(view, member) for member in found.proposals],
        values=list(value_words(found, amount)), judgements=asked.ledger.judgements_of(found),
        expectations=asked.ledger.expectations_of(found, as_of=asked.as_of), value_of=value_of,
        disputed=disputed, **_pictures(asked, view), **_weighed(found),
    )  # fmt: skip


def _pictures(asked: Asked, view: ClaimView) -> dict[str, Any]:
    """The figures of the page by name; kept, since the claim is."""

    def draw() -> dict[str, Markup]:
        drawn = of_claim(asked, view)
        return {name: figured(asked, drawn[name], name, claim=view.claim.id) for name in drawn}

    return {
        f"{name}_picture": made
        for name, made in asked.kept(("figures", view.claim.id, asked.as_of), draw).items()
    }


def _weighed(claim: Claim) -> dict[str, Any]:
    """What the evidence amounts to, with those origins without which something else would be left."""
    found = claim.assessment
    telling = [one for one in found.without if one.probability != found.probability] if found else []
    members = {member.id: member for member in claim.statements}
    return {
        "weighed": found, "members": members, "signed": signed, "single": SINGLE, "without": telling,
        "whose": whose,
    }  # fmt: skip


def _sides(view: ClaimView, groups: Sequence[OriginGroup]) -> list[Side]:
    return [
        Side(
            group, tree(group, view.documents, view.derivations), _source(view, group), _party(view, group)
        )
        for group in groups
    ]  # fmt: skip


def _source(view: ClaimView, group: OriginGroup) -> Source | None:
    """The named source that an origin is, as one of its statements has it; None where it is none."""
    told = (view.statements[id].source for id in group.statements if id in view.statements)
    return next((one for one in told if one.name == group.origin and not one.anonymous and one.spans), None)


def _its_page(source: Source) -> str:
    """The path of the page of a named source."""
    return f"/sources/{subject_id(key_of_source(source.name, load_gazetteer()))}"


def _party(view: ClaimView, group: OriginGroup) -> str:
    """The line of evidence on a denial: an interested party's, or that of somebody with no part in it."""
    lines = view.claim.assessment.lines if view.claim.assessment else ()
    own = set(group.statements)
    return next((one.text for one in lines if one.kind == "denial" and one.statement in own), "")


def _entry(view: ClaimView, member: Member) -> Entry:
    statement = view.statements.get(member.id)
    if statement is None:
        return Entry(member, None, "")
    own = next((part for part in statement.propositions if part.id == member.proposition), None)
    return Entry(member, statement, _words(statement, own))


def _words(statement: Statement, own: Proposition | None) -> str:
    return (own.text if own else "") or statement.content.text or "(no words given)"


ROUTES = [page("/claims/{id}", claim)]
