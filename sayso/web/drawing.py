"""The pictures of the pages: in a page as a figure with its table, and as files to keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.model import Expectation, TimelineRow
from sayso.pipeline.calibrating import Calibration
from sayso.pipeline.claim_view import ClaimView
from sayso.show.page_markup import Markup, element, join
from sayso.show.pictures.balance import balance
from sayso.show.pictures.calibration import calibration
from sayso.show.pictures.figure import figure
from sayso.show.pictures.ledger_timeline import ledger_timeline
from sayso.show.pictures.origin_graph import origin_graph
from sayso.show.pictures.picture import Picture
from sayso.show.pictures.promise_windows import promise_windows
from sayso.show.pictures.timeline import timeline_picture
from sayso.web.asked import Asked

Draw = Callable[[int], Picture]
FORMS = {"svg": "SVG", "png": "PNG", "csv": "its data"}


def of_claim(asked: Asked, view: ClaimView) -> dict[str, Draw]:
    """The pictures of a claim by name, each to be drawn for a width in px."""
    claim = view.claim

    def document(id: str) -> str | None:
        return asked.link(f"/documents/{id}")

    def statement(id: str) -> str | None:
        found = view.statements.get(id)
        return asked.link(f"/documents/{found.document}") + f"#{id.replace(':', '-')}" if found else None

    return {
        "origins": lambda width: origin_graph(
            claim, view.documents, view.statements, view.derivations, href=document, width=width
        ),
        "statements": lambda width: timeline_picture(claim, view.statements, href=statement, width=width),
        "balance": lambda width: balance(claim.assessment, href=statement, width=width),
    }


def of_expectations(asked: Asked, found: Sequence[Expectation], *, here: bool = True) -> Draw:
    """The windows of expectations, each leading to its place: on this page, or on that of promises."""
    present = asked.ledger.present(asked.as_of)

    def place(id: str) -> str | None:
        return f"#{id.replace(':', '-')}" if here else asked.link(f"/expectations/{id}")

    return lambda width: promise_windows(found, present, href=place, width=width)


def of_days(asked: Asked, rows: Sequence[TimelineRow]) -> Draw:
    """How much is told of when, each bin leading to its days."""
    return lambda width: ledger_timeline(rows, width=width)


def of_calibration(found: Calibration) -> Draw:
    """How often what was said held, a dot a tenth."""
    return lambda width: calibration(found.bins, width=width)


def figured(asked: Asked, draw: Draw, name: str, **query: str) -> Markup:
    """The figure for a page, with the ways to keep it."""
    ways = (
        element("a", FORMS[form], href=asked.link(f"/pictures/{name}/{form}", **query), download=True)
        for form in FORMS
    )
    kept = element("p", "Keep it as ", join(_parted(list(ways))), class_="keep")
    return element("div", figure(draw), kept, class_="drawn")


def _parted(ways: Sequence[Markup]) -> list[Markup | str]:
    return [part for way in ways for part in (", ", way)][1:]
