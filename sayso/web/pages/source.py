"""One named source: who it is, its line over time, whom it stands against, through whom it came."""

from __future__ import annotations

from typing import NamedTuple

from starlette.responses import Response

from sayso.model import DossierLine, LineStep
from sayso.pipeline.source_view import MOST_LOOKED_AT
from sayso.show.expectation_words import record_words as promised_words
from sayso.show.page_markup import Markup
from sayso.show.wording import anew, marked, said, wording
from sayso.web.asked import Asked
from sayso.web.pages.expectations import promises
from sayso.web.pages.sources import named_sources
from sayso.web.paging import sliced
from sayso.web.routing import page

MOST_LINES = 20
MOST_STEPS = 12
MOST_PROMISES = 10
MOST_OPPOSED = 10


class Step(NamedTuple):
    """One wording with its changes marked; `anew`: it is another wording, and nothing is marked."""

    step: LineStep
    words: Markup | str
    anew: bool


class Line(NamedTuple):
    """One matter: its claims, and its wordings in order, the newest few where there are many."""

    claims: tuple[str, ...]
    steps: list[Step]
    left_out: int


def source(asked: Asked) -> Response:
    """The page of one source, by its id (n:…) or by a name."""
    day = asked.ledger.present(asked.as_of)
    view = asked.kept(
        ("source", asked.id(), asked.as_of, day),
        lambda: asked.ledger.source_view(
            asked.id(), named_sources(asked), promises(asked), as_of=asked.as_of
        ),
    )
    statements, place = sliced(view.page.statements[::-1], asked)
    return asked.show(
        "source.html", source=view.page.source, facts=view.page.facts, record=view.page.promises, view=view,
        promised_words=promised_words, lines=[_line(one) for one in view.lines[:MOST_LINES]],
        more_lines=max(0, len(view.lines) - MOST_LINES), statements=statements, page=place,
        documents=asked.ledger.listed({one.document for one in statements}),
        promises=view.promises[:MOST_PROMISES],
        more_promises=max(0, len(view.promises) - MOST_PROMISES), most=MOST_OPPOSED, looked_at=MOST_LOOKED_AT,
    )  # fmt: skip


def _line(line: DossierLine) -> Line:
    steps = [_step(before, step) for before, step in zip((None, *line.steps[:-1]), line.steps, strict=True)]
    return Line(line.claims, steps[-MOST_STEPS:], max(0, len(steps) - MOST_STEPS))


def _step(before: LineStep | None, step: LineStep) -> Step:
    words = said(step.quote)
    if before is None:
        return Step(step, words, False)
    pieces = wording(said(before.quote), words)
    return Step(step, words, True) if anew(pieces) else Step(step, marked(pieces), False)


ROUTES = [page("/sources/{id}", source)]
