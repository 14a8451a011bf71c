"""The whole pipeline with a bare cosine for the comparison: `python -m bench.link.cosine .5 .7`.

Keys, pointers, average links and origins stay as they are; nothing holds compass points apart. A threshold
that is read off this corpus flatters the cosine; .5 is the one that is best on Emergent's training side.
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from bench.ledger import whole
from bench.table import Table, plain
from sayso.link import claims, compare
from sayso.link.view import View
from sayso.pipeline import claiming


def cosine(a: View, b: View) -> float:
    """How near two propositions are in meaning, in [0, 1]; what points is as sure as ever."""
    if compare.pointed(a.mark, b.mark):
        return compare.P_POINTED
    if a.vector is None or b.vector is None:
        return 0.0
    return max(0.0, min(compare.MOST, float(a.vector @ b.vector)))


@contextmanager
def compared_by_cosine(threshold: float) -> Iterator[None]:
    """Inside, statements are linked and groups are merged from `threshold` on."""
    with ExitStack() as inside:
        for module in (compare, claims):
            inside.enter_context(patch.object(module, "probability", cosine))
        for module, name in ((claims, "P_LINK"), (claims, "P_COHERE"), (claiming, "P_LINK")):
            inside.enter_context(patch.object(module, name, threshold))
        inside.enter_context(patch.object(compare, "P_KEPT", min(compare.P_KEPT, threshold)))
        yield


def main() -> None:
    """Prints the tables of each threshold that is named."""
    for threshold in [float(given) for given in sys.argv[1:]] or [0.5]:
        with compared_by_cosine(threshold):
            for table in whole.measure():
                if isinstance(table, Table):
                    print(f"cosine from {threshold} on", plain(table), sep="\n")


if __name__ == "__main__":
    main()
