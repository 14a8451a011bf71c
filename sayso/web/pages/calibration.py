"""How sure is it: of the claims that people resolved, how often what would be said of them held."""

from __future__ import annotations

from starlette.responses import Response

from sayso.pipeline.calibrating import FEWEST, Calibration
from sayso.web.asked import Asked
from sayso.web.drawing import figured, of_calibration
from sayso.web.paging import sliced
from sayso.web.routing import page


def calibration(asked: Asked) -> Response:
    """The picture with its table and its claims; what would fill it where fewer than five are resolved."""
    found: Calibration = asked.kept(
        ("calibration", asked.as_of), lambda: asked.ledger.calibration(as_of=asked.as_of)
    )
    some, place = sliced(found.forecasts, asked)
    picture = figured(asked, of_calibration(found), "calibration") if found.enough else None
    return asked.show("calibration.html", found=found, picture=picture, rows=some, page=place, fewest=FEWEST)


ROUTES = [page("/calibration", calibration)]
