"""Which text of an outlet takes back which: notices of correction, retractions, new versions of a page."""

from __future__ import annotations

from datetime import date

from sayso.link.sketches import Sketch
from sayso.model import Derivation, derivation_id
from sayso.reference.fold import folded

CORRECTION_DAYS = 120
OPENING_WORDS = 3


def corrected(a: Sketch, b: Sketch) -> Derivation | None:
    """That one of two texts of one outlet corrects the other, or None, whatever their order.

    The later stands at the same address, or carries a notice and gives the day or the title of the earlier,
    or speaks of the same in its title.
    """
    first, later = sorted((a, b), key=lambda s: (s.published or "9999", not s.correction, s.document))
    if first.published == later.published and first.correction and not later.correction:
        first, later = later, first
    lag = lag_days(first, later)
    version = bool(first.url) and first.url == later.url
    if first.outlet != later.outlet or not first.outlet or first.document == later.document:
        return None
    if not (later.correction or version) or lag is None or lag > CORRECTION_DAYS:
        return None
    evidence, p = _signs(first, later)
    if p < 0.5:
        return None
    return Derivation(
        id=derivation_id("corrects", later.document, first.document, first.publisher or "", None),
        kind="corrects",
        document=later.document,
        of=first.document,
        outlet=first.publisher or "",
        p=p,
        evidence=evidence,
    )


def _signs(first: Sketch, later: Sketch) -> tuple[tuple[str, ...], float]:
    """What speaks for a correction of the first by the later: sentences, and p in [0, 1]."""
    found, p = (["It carries a notice of correction."] if later.correction else []), 0.1
    alike = title_share(first.title, later.title)
    if first.url and first.url == later.url:
        found.append("Both stood at one address.")
        p = 0.95
    if first.title and first.title.casefold() in later.notice.casefold():
        found.append("The notice gives the title of the earlier text.")
        p = max(p, 0.95)
    if first.published in later.cited_days:
        found.append("The notice gives the day of the earlier text.")
        same = alike or speaks_of(later.notice, first.title) or opens_with(later.notice, first.opening)
        p = max(p, 0.9 if same else 0.45)
    if alike >= 0.4:
        found.append("Their titles speak of the same.")
        p = max(p, 0.6)
    return tuple(found), p


def speaks_of(notice: str, title: str) -> bool:
    """Whether a notice has one of the longer words of a title."""
    return bool({word for word in folded(title) if len(word) >= 5} & set(folded(notice)))


def opens_with(notice: str, opening: str) -> bool:
    """Whether a notice has several of the longer words with which a text begins."""
    words = {word for word in folded(opening) if len(word) >= 5}
    return len(words & set(folded(notice))) >= OPENING_WORDS


def title_share(a: str, b: str) -> float:
    """The part of the shorter title's words of four letters and more that stand in the other, in [0, 1]; a
    single word in common is 0.
    """
    left, right = ({word for word in folded(title) if len(word) >= 4} for title in (a, b))
    return len(left & right) / min(len(left), len(right)) if len(left & right) > 1 else 0.0


def lag_days(a: Sketch, b: Sketch) -> int | None:
    """The days between two; None where one has none."""
    if not (a.published and b.published):
        return None
    try:
        return abs((date.fromisoformat(b.published[:10]) - date.fromisoformat(a.published[:10])).days)
    except ValueError:
        return None
