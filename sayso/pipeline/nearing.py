"""Finds the pairs of propositions that are near in meaning, in documents on one matter: exactly, no sampling.

The topics of all documents are looked through for each new one: 400 bytes each, a hundredth of what is done
for its propositions, so that a ledger grows nearly in proportion up to some hundred thousand documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.link.encoder import own_bytes
from sayso.link.nearness import Placed, near, on_one_matter, placed, rows, units
from sayso.store.store import Store

AT_ONCE = 64  # documents whose neighbours are fetched together
MOST_HELD = 20_000  # documents whose vectors are kept meanwhile; some 6 kB each


def near_pairs(store: Store, documents: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each pair of propositions, the lower id first, of one of these documents and any other; () for none."""
    known = [(id, own) for id, topic in store.topics() if (own := own_bytes(topic))]
    place = {id: at for at, (id, _) in enumerate(known)}
    wanted = [document for document in documents if document in place]
    if not wanted:
        return
    topics = units(rows([topic for _, topic in known]))
    held: dict[str, Placed] = {}
    for start in range(0, len(wanted), AT_ONCE):
        some = {
            document: [known[at][0] for at in on_one_matter(topics[place[document]], topics)]
            for document in wanted[start : start + AT_ONCE]
        }
        _hold(store, held, some)
        for document, others in some.items():
            around = [held[other] for other in others if other != document]
            yield from ((min(pair), max(pair)) for pair in near(held[document], around))


def _hold(store: Store, held: dict[str, Placed], some: Mapping[str, Sequence[str]]) -> None:
    """Fetches the vectors of these documents and of those about their matter."""
    wanted = set(some).union(*some.values())
    if len(held) + len(wanted) > MOST_HELD:
        held.clear()
    missing = sorted(wanted - held.keys())
    found = store.marks_in(missing)
    held.update((document, placed(found.get(document, {}).values())) for document in missing)
