"""Batches grow with the ledger, so that what is done anew with each of them adds up to a few ledgers."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.pipeline.linking import BATCH, MOST, batch_size


@given(st.integers(0, 10**7))
def test_a_batch_is_neither_tiny_nor_boundless(linked: int) -> None:
    assert BATCH <= batch_size(linked) <= MOST


@given(st.integers(1, 8000))
def test_remaking_every_claim_with_each_batch_is_linear_in_all(documents: int) -> None:
    linked, remade = 0, 0
    while linked < documents:
        linked = min(documents, linked + batch_size(linked))
        remade += linked
    assert remade <= 5 * documents + 5 * BATCH
