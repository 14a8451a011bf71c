"""What a store must tell of what waits for a person; run for each store there is."""

from typing import Any

import msgspec

from sayso.model import Claim
from tests.store.ledgers import add, claim, document, two_statements, views


def proposing(store: Any, made: Claim, *others: Claim) -> Claim:
    """The claim with the statements of others proposed for it."""
    proposals = tuple(member for other in others for member in other.statements)
    kept = msgspec.structs.replace(made, proposals=proposals)
    store.replace_claims([made.id], [kept])
    return kept


def test_claims_with_proposals_come_by_documents_and_go_on_from_a_place(store: Any) -> None:
    papers = [document(publisher=f"Paper {n}", published=f"2031-05-1{n}") for n in range(4)]
    for paper in papers:
        add(store, paper)
    plain = claim(store, papers[3].id, gist='says "proposals":[{ and means it')
    large = proposing(store, claim(store, papers[0].id, papers[1].id), plain)
    small = proposing(store, claim(store, papers[2].id), plain)
    assert store.claims_proposing(5) == (large, small)
    assert store.claims_proposing(1) == (large,)
    assert store.claims_proposing(5, documents=1, id=small.id) == (small,)
    assert store.claims_proposing(5, documents=1, id="c:") == ()
    assert (store.count_proposing(5), store.count_proposing(1)) == (2, 1)


def test_readings_that_are_not_sure_come_latest_first(store: Any) -> None:
    found = []
    for number in range(3):
        paper = document(publisher=f"Paper {number}")
        one = msgspec.structs.replace(two_statements(paper)[0], confidence=(0.55, 0.95, 0.6)[number])
        store.add_document(paper, None, "text/plain", "2031-05-20", (one,), views(()))
        found.append(one.id)
    rows = store.statements_unsure(0.7, 5)
    assert [statement.id for _, statement in rows] == [found[2], found[0]]
    assert [statement.id for _, statement in store.statements_unsure(0.7, 5, before=rows[0][0])] == [found[0]]
    assert (store.count_unsure(0.7, 5), store.count_unsure(0.7, 1), store.count_unsure(0.5, 5)) == (2, 1, 0)


def test_an_empty_ledger_has_nothing_waiting(store: Any) -> None:
    assert store.claims_proposing(5) == store.statements_unsure(0.7, 5) == ()
    assert (store.count_proposing(5), store.count_unsure(0.7, 5)) == (0, 0)
