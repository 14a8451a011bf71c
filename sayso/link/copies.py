"""Whether one document prints the words of another: shingles, credits, rare quotations, order in time."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from sayso.link.corrections import corrected, lag_days
from sayso.link.outlets import same_name
from sayso.link.sketches import SHINGLE_WORDS, Sketch, own_paragraphs, shingled, word_hashes, words_of
from sayso.model import Derivation, Span, Spans, derivation_id

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

P_KEPT = 0.5
LEAST_SHARED = 8  # shingles outside quotations that are no accident: twelve words in a row
NEAR_DAYS = 3
OWN_SHARE = 0.3  # an outlet's own phrases stand in all its texts; less than this is no copy of itself
DETOUR = 0.1


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """What two sketches have in common, seen from the derived one. Shares in [0, 1]; `lag_days` None where
    unknown.
    """

    shingles: int
    plain: int
    share: float
    quotes: int
    credit: bool
    lag_days: int | None


def copied(a: Sketch, b: Sketch) -> Derivation | None:
    """The derivation between two documents, or None; the order of the arguments does not matter.

    The later is derived from the earlier; of one day or two days in a row, the one that credits the other;
    else the one that is shorter, else the greater id. `share` is the part of its shingles that stand in the
    other. What both quote from a third is no sign of copying: shingles inside long quotations count for
    little.
    """
    if a.document == b.document:
        return None
    if correction := corrected(a, b):
        return correction
    original, derived = in_order(a, b)
    shared = shared_by(original, derived)
    if derived.translation_of and points_at(derived.translation_of, original):
        return _derivation(
            "translates",
            original,
            derived,
            0.98,
            shared.share,
            ("It is marked as a translation of that text.",),
        )
    if shared.plain < LEAST_SHARED and not (shared.credit and shared.shingles >= 3):
        return None
    if original.outlet and original.outlet == derived.outlet and shared.share < OWN_SHARE:
        return None
    p = p_copied(shared)
    if p < P_KEPT:
        return None
    return _derivation("copies", original, derived, p, shared.share, evidence_of(original, shared))


def p_copied(shared: Shared) -> float:
    """The probability of copying in [0, 1], from the evidence; 24 shingles outside quotations all but
    settle it.
    """
    score = -2.4 + 0.25 * min(shared.plain, 24) + 3.0 * shared.share + 0.5 * min(shared.quotes, 3)
    score += 3.0 if shared.credit else 0.0
    score += 0.3 if shared.lag_days is not None and shared.lag_days <= NEAR_DAYS else 0.0
    return round(1 / (1 + math.exp(-score)), 4)


def in_order(a: Sketch, b: Sketch) -> tuple[Sketch, Sketch]:
    """The original and the derived of two, as far as can be told."""
    first, second = sorted((a, b), key=lambda sketch: (sketch.published or "9999", sketch.document))
    lag = lag_days(first, second)
    if (lag is not None and lag <= 1) or first.published == second.published:
        forth, back = credits(second, first), credits(first, second)
        if forth != back:
            return (first, second) if forth else (second, first)
    if first.published == second.published and first.words != second.words:
        return (first, second) if first.words > second.words else (second, first)
    return first, second


def credits(derived: Sketch, original: Sketch) -> bool:
    """Whether a text credits the outlet of another, or translates it."""
    if derived.translation_of and points_at(derived.translation_of, original):
        return True
    return bool(derived.credit and derived.credit.key and same_name(derived.credit.key, original.outlet))


def points_at(pointer: str, original: Sketch) -> bool:
    """Whether `translation_of` means a document: its id, address or title."""
    return (
        pointer in {original.document, original.url or "-"}
        or pointer.casefold() == original.title.casefold() != ""
    )


def shared_by(original: Sketch, derived: Sketch) -> Shared:
    """What the two have in common."""
    import numpy as np

    own, other = _unpacked(derived.shingles), _unpacked(original.shingles)
    both = np.intersect1d(own, other, assume_unique=True)
    quoted = np.union1d(_unpacked(derived.quoted), _unpacked(original.quoted))
    plain = len(both) - len(np.intersect1d(both, quoted, assume_unique=True))
    return Shared(
        shingles=len(both),
        plain=plain,
        share=round(len(both) / len(own), 4) if len(own) else 0.0,
        quotes=len(set(original.quotes) & set(derived.quotes)),
        credit=credits(derived, original),
        lag_days=lag_days(original, derived),
    )


def _unpacked(data: bytes) -> NDArray[np.uint32]:
    import numpy as np

    return np.frombuffer(data, dtype="<u4")


def evidence_of(original: Sketch, shared: Shared) -> tuple[str, ...]:
    """Why it is held to be a copy, for people; at least one sentence."""
    found = [f"{round(100 * shared.share)} % of its runs of {SHINGLE_WORDS} words stand in that text, too."]
    if shared.credit:
        found.insert(0, f"It credits {original.publisher}.")
    if shared.quotes:
        found.append(
            "The same long quotation stands in both."
            if shared.quotes == 1
            else f"The same {shared.quotes} long quotations stand in both."
        )
    if shared.lag_days is not None:
        found.append(
            "Both appeared on one day."
            if not shared.lag_days
            else f"It appeared {shared.lag_days} {'day' if shared.lag_days == 1 else 'days'} later."
        )
    return tuple(found)


def _derivation(
    kind: str, original: Sketch, derived: Sketch, p: float, share: float | None, evidence: tuple[str, ...]
) -> Derivation:
    outlet = original.publisher or ""
    return Derivation(
        id=derivation_id(kind, derived.document, original.document, outlet, None),
        kind="translates" if kind == "translates" else "copies",
        document=derived.document,
        of=original.document,
        outlet=outlet,
        p=p,
        share=share,
        evidence=evidence,
    )


def shared_places(derived_text: str, original_text: str) -> Spans:
    """The spans of the first text whose words stand in the second, in runs of at least five words; sorted,
    apart.
    """
    import numpy as np

    words = words_of(derived_text, own_paragraphs(derived_text, ()))
    own = shingled(word_hashes(derived_text, words))
    others = words_of(original_text, own_paragraphs(original_text, ()))
    theirs = np.unique(shingled(word_hashes(original_text, others)))
    found: list[Span] = []
    for at in np.flatnonzero(np.isin(own, theirs)).tolist():
        start, end = words[at].start, words[at + SHINGLE_WORDS - 1].end
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    return tuple(found)


def lies_in(spans: Spans, places: Spans, least: float = 0.6) -> bool:
    """Whether at least that share of some spans lies in copied places; False for no spans."""
    length = sum(end - start for start, end in spans)
    inside = sum(max(0, min(s.end, p.end) - max(s.start, p.start)) for s in spans for p in places)
    return bool(length) and inside >= least * length


def without_detours(derivations: Iterable[Derivation]) -> tuple[Derivation, ...]:
    """Copies of copies left out where the original itself is there; the rest as it was, by id.

    A text that stands in its original and in another copy of that has it from the original, unless far more
    of it stands in the other copy (a tenth of its words).
    """
    found = sorted(set(derivations), key=lambda d: d.id)
    shares = {(d.document, d.of): d.share or 0.0 for d in found if d.kind == "copies" and d.of is not None}
    originals: dict[str, list[str]] = {}
    for document, original in shares:
        originals.setdefault(document, []).append(original)
    dropped = {
        (document, middle)
        for (document, middle), share in shares.items()
        for original in originals.get(middle, ())
        if share < shares.get((document, original), -1.0) + DETOUR
    }
    return tuple(d for d in found if d.kind != "copies" or (d.document, d.of) not in dropped)
