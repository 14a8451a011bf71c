"""What is near a subject of which a ledger holds nothing: sources and outlets with like names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from sayso.model import SourceRow
from sayso.reference.fold import folded

ALIKE = 0.75
MOST = 5
LONGEST_CHARS = 80


def near_names(subject: str, sources: Sequence[SourceRow], publishers: Iterable[str]) -> tuple[str, ...]:
    """Names of the ledger that share a word with the subject, or nearly one, the nearest first.

    Where none does, those who speak most; () for an empty ledger.
    """
    wanted = folded(subject[:LONGEST_CHARS])
    names = list(dict.fromkeys([*(row.name for row in sources), *publishers]))
    scores = {name: _score(wanted, folded(name[:LONGEST_CHARS])) for name in names}
    near = sorted((name for name in names if scores[name] > 0), key=lambda name: -scores[name])
    return tuple(near[:MOST] or names[:MOST])


def _score(wanted: Sequence[str], name: Sequence[str]) -> float:
    """The best likeness of a word of one with a word of the other; 0 where none is near."""
    best = 0.0
    for a in wanted:
        for b in name:
            if min(len(a), len(b)) > 2:
                best = max(best, 1.0 if a == b else SequenceMatcher(None, a, b).ratio())
    return best if best >= ALIKE else 0.0
