"""By which bands a correction finds the texts that it may correct, and they find it: outlet and month."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.link.corrections import CORRECTION_DAYS
from sayso.link.sketches import Sketch
from sayso.model.ids import digest


def own_bands(sketch: Sketch) -> frozenset[int]:
    """The bands that a document stands in; none without an outlet or a day.

    Its outlet's texts of its month and, for a correction, the outlet's corrections of each month that it may
    reach back to.
    """
    month = _month(sketch)
    if month is None:
        return frozenset()
    reached = (_band("corrections", sketch.outlet, each) for each in _reached(sketch))
    return frozenset((_band("texts", sketch.outlet, month), *reached))


def asked_bands(sketch: Sketch) -> frozenset[int]:
    """The bands in which a document looks: for corrections that may reach it, a correction also for texts.

    Two documents of which one may correct the other find each other whichever of them comes first.
    """
    month = _month(sketch)
    if month is None:
        return frozenset()
    texts = (_band("texts", sketch.outlet, each) for each in _reached(sketch))
    return frozenset((_band("corrections", sketch.outlet, month), *texts))


def _month(sketch: Sketch) -> str | None:
    day = _day(sketch)
    return f"{day:%Y-%m}" if day and sketch.outlet else None


def _day(sketch: Sketch) -> date | None:
    try:
        return date.fromisoformat((sketch.published or "")[:10])
    except ValueError:
        return None


def _reached(sketch: Sketch) -> list[str]:
    """The months from the earliest day that a correction may be of to its own; [] for what is none."""
    last = _day(sketch)
    if last is None or not sketch.correction:
        return []
    reach = min(CORRECTION_DAYS, (last - date.min).days)
    return sorted({f"{last - timedelta(days=back):%Y-%m}" for back in range(reach + 1)})


def _band(kind: str, outlet: str, month: str) -> int:
    """A signed 64-bit number of an outlet (by its folded name) and a month."""
    number = int(digest("b", (kind, outlet, month)).removeprefix("b:")[:16], 16)
    return number - (1 << 64) if number >= 1 << 63 else number
