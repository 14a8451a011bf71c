"""Pictures as files to keep: SVG that stands alone with its data inside, PNG, and the data as CSV."""

from __future__ import annotations

from starlette.responses import Response

from sayso.errors import UsageError
from sayso.show.pictures.saving import picture_csv, png, saved_svg
from sayso.web.asked import Asked
from sayso.web.drawing import FORMS, Draw, of_calibration, of_claim, of_days, of_expectations
from sayso.web.pages.expectations import dated, fitting
from sayso.web.routing import page

WIDTH = 960
MEDIA = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv; charset=utf-8"}
MOST = 50  # windows in one picture


def picture(asked: Asked) -> Response:
    """One picture in one form, as an attachment: an SVG never runs on the origin of these pages."""
    form, name = asked.id("form"), asked.id("name")
    if form not in FORMS:
        raise UsageError(f"no form {form!r}; there is {', '.join(FORMS)}")
    drawn = _draw(asked, name)(WIDTH)
    try:
        content = {"svg": lambda: saved_svg(drawn).encode(), "csv": lambda: picture_csv(drawn),
                   "png": lambda: png(saved_svg(drawn))}[form]()  # fmt: skip
    except ModuleNotFoundError as missing:
        raise UsageError(str(missing)) from missing
    headers = {"content-disposition": f'attachment; filename="{name}.{form}"'}
    return Response(content, media_type=MEDIA[form], headers=headers)


def _draw(asked: Asked, name: str) -> Draw:
    if name in {"origins", "statements", "balance"}:
        view = asked.ledger.claim_view(asked.query.get("claim", ""), as_of=asked.as_of)
        return of_claim(asked, view)[name]
    if name == "windows":
        return of_expectations(asked, dated(fitting(asked))[:MOST])
    if name == "days":
        return of_days(asked, asked.ledger.timeline(as_of=asked.as_of))
    if name == "calibration":
        found = asked.kept(("calibration", asked.as_of), lambda: asked.ledger.calibration(as_of=asked.as_of))
        return of_calibration(found)
    raise UsageError(f"no picture {name!r}")


ROUTES = [page("/pictures/{name}/{form}", picture, keeps=False)]
