"""Whoever sees one thing as another judges, and saw nothing."""

import pytest

from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "act", "evidentiality"),
    [
        ("Analysts see the visit as a sign that talks will resume.", "believe", "unstated"),
        ("Traders regard the closure as punishment.", "believe", "unstated"),
        ("A trader saw the soldiers as they crossed the bridge.", "perceive", "direct"),
    ],
)
def test_to_see_as_is_to_judge(sentence: str, act: str, evidentiality: str) -> None:
    (one, *_) = read(sentence, "weights")
    assert (one.act, one.evidentiality) == (act, evidentiality)
