"""Batches grow with the ledger, within bounds."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.pipeline.pairing import BATCH, MOST, batch_size


@given(st.integers(0, 10**7), st.integers(0, 10**4))
def test_a_batch_is_neither_tiny_nor_boundless_and_never_smaller_in_a_larger_ledger(
    at: int, more: int
) -> None:
    assert BATCH <= batch_size(at) <= batch_size(at + more) <= MOST
