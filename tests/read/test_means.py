"""A denial by way of somebody is one statement."""

import pytest

from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize("means", ["through a spokesman", "via its press office"])
def test_what_is_denied_through_somebody_is_said_by_nobody(means: str) -> None:
    found = read(f"The water ministry denied, {means}, that the Orv dam had burst.", "weights")
    assert [(one.act, one.source.name) for one in found] == [("deny", "water ministry")]
