"""Judges a claim: each form names its matter in `what`, and leads back to the claim as it is then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from starlette.responses import Response

from sayso.errors import UsageError
from sayso.model import Claim
from sayso.pipeline.meaning import gist_of
from sayso.web.asked import Asked
from sayso.web.pages.judging import forms
from sayso.web.routing import action


class Decided(NamedTuple):
    """What a form asks the ledger to decide. `gone`: propositions that are elsewhere afterwards."""

    what: str
    targets: Sequence[str]
    value: dict[str, Any]
    gone: Sequence[str] = ()


def judge(asked: Asked) -> Response:
    """Decides, and goes back to the claim that the statements are in now; what does not fit is told there."""
    claim = asked.ledger.claim(asked.id())
    try:
        wanted = _wanted(asked, claim)
        by, why = asked.written("by"), asked.written("why")
        if not by or not why:
            raise UsageError("a judgement is signed: say by whom, and why")
        made = asked.ledger.judge(wanted.what, wanted.targets, wanted.value, by=by, why=why)
    except UsageError as error:
        return forms(asked, refused=str(error))
    inside = [gist_of(claim), *(member.proposition for member in claim.statements)]
    now = asked.ledger.claim_now([one for one in inside if one not in wanted.gone])
    return asked.done(f"/claims/{now or claim.id}", what=made.id)


def _wanted(asked: Asked, claim: Claim) -> Decided:
    make = _MAKES.get(asked.written("what"))
    if make is None:
        raise UsageError("choose what is to be decided")
    return make(asked, claim)


def _proposals(asked: Asked, claim: Claim) -> Decided:
    chosen = _chosen(asked)
    return Decided(asked.written("what"), [gist_of(claim), *chosen], {})


def _apart(asked: Asked, claim: Claim) -> Decided:
    chosen = _chosen(asked)
    return Decided("not-same", [claim.id, *chosen], {}, chosen)


def _chosen(asked: Asked) -> list[str]:
    chosen = asked.several("target")
    if not chosen:
        raise UsageError("choose at least one statement")
    return chosen


def _field(asked: Asked, name: str) -> str:
    written = asked.written(name)
    if not written:
        raise UsageError(f"the field {name!r} is empty")
    return written


def _stance(asked: Asked, claim: Claim) -> Decided:
    targets = [_field(asked, "statement"), gist_of(claim)]
    return Decided("stance", targets, {"stance": asked.written("stance")})


def _one_origin(asked: Asked, _: Claim) -> Decided:
    return Decided("origin", [_field(asked, "statement"), _field(asked, "other")], {"origin": "same"})


def _own_origin(asked: Asked, _: Claim) -> Decided:
    return Decided("origin", [_field(asked, "statement")], {"origin": "own"})


def _outcome(asked: Asked, claim: Claim) -> Decided:
    return Decided("outcome", [gist_of(claim)], {"outcome": asked.written("outcome")})


def _word(asked: Asked, claim: Claim) -> Decided:
    return Decided("word", [gist_of(claim)], {"word": asked.written("word")})


def _evidence(asked: Asked, claim: Claim) -> Decided:
    names = ("kind", "reference", "stance", "strength", "text")
    return Decided("evidence", [gist_of(claim)], {name: asked.written(name) for name in names})


def _merge(asked: Asked, claim: Claim) -> Decided:
    return Decided("same", [gist_of(claim), _field(asked, "other")], {})


_MAKES: dict[str, Callable[[Asked, Claim], Decided]] = {
    "same": _proposals, "not-same": _proposals, "apart": _apart, "stance": _stance,
    "origin-same": _one_origin, "origin-own": _own_origin, "outcome": _outcome, "word": _word,
    "evidence": _evidence, "merge": _merge,
}  # fmt: skip
ROUTES = [action("/claims/{id}/judge", judge)]
