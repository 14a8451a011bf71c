"""The forms by which a claim is judged, on a page of their own."""

from __future__ import annotations

from starlette.responses import Response

from sayso.web.asked import Asked
from sayso.web.routing import page


def judging(asked: Asked) -> Response:
    """The forms for one claim."""
    return forms(asked)


def forms(asked: Asked, *, refused: str = "") -> Response:
    """The forms; `refused` says what did not fit, and what was typed stands in them still."""
    view = asked.ledger.claim_view(asked.id(), as_of=asked.as_of)
    status = 400 if refused else 200
    return asked.show(
        "judge.html", status=status, claim=view.claim, view=view, refused=refused, typed=_typed(asked)
    )


def _typed(asked: Asked) -> dict[str, object]:
    """What stands in the form that was sent; nothing for a page that is only looked at."""
    form = asked.form
    if form is None:
        return {}
    return {**{name: asked.written(name) for name in form}, "target": asked.several("target")}


ROUTES = [page("/claims/{id}/judge", judging)]
