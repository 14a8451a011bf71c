"""What people decided: every judgement with what became of it, those to look at again, and the log's head."""

from __future__ import annotations

from functools import partial

from starlette.responses import Response

from sayso.model import Judged
from sayso.show.judgement_words import MATTERS, STANDINGS
from sayso.show.judgements_table import short, value_of
from sayso.web.asked import Asked
from sayso.web.paging import sliced
from sayso.web.routing import page


def log(asked: Asked) -> Response:
    """The judgements that fit `?what=` and `?standing=`, the latest first."""
    return listed(asked)


def listed(
    asked: Asked, *, found: tuple[tuple[str, ...], str] | None = None, refused: str = "", only: str = ""
) -> Response:
    """The page of the log. `found`: what a look through the whole ledger found, and the log's head.

    `refused` says why judgement `only` was not taken back; what was typed stands in its form still.
    """
    what = asked.one_of("what", tuple(MATTERS))
    standing = asked.one_of("standing", tuple(STANDINGS))
    as_of = asked.as_of
    every = asked.kept(("judgements", as_of), partial(asked.ledger.judgements, as_of=as_of))
    rows = [row for row in every[::-1] if _fits(row, what, standing) and only in {"", row.judgement.id}]
    some, place = sliced(rows, asked)
    orphans = asked.kept(("orphans", as_of), partial(asked.ledger.orphans, as_of=as_of))
    return asked.show(
        "log.html", status=400 if refused else 200, rows=some, page=place, total=len(rows), every=len(every),
        what=what, standing=standing, matters=MATTERS, standings=STANDINGS, orphans=orphans,
        head=asked.ledger.state(), found=found, value_of=value_of, cut=short, refused=refused,
        typed=(asked.written("by"), asked.written("why")),
        again=partial(asked.link, "/log", **_wanted(asked)),
        back=asked.back("") or asked.link("/log", **_wanted(asked)),
    )  # fmt: skip


def _wanted(asked: Asked) -> dict[str, str]:
    return {name: asked.query[name] for name in ("what", "standing") if name in asked.query}


def _fits(row: Judged, what: str | None, standing: str | None) -> bool:
    return what in {None, row.judgement.what} and standing in {None, row.standing}


ROUTES = [page("/log", log)]
