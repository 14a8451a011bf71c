"""Who rejects, laughs off or does not believe something does not say it, in whatever form that is printed."""

import pytest

from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(
    ("text", "source", "act", "factuality"),
    [
        ("Reports that the bridge was closed were dismissed by the mayor.", "mayor", "deny", "CT-"),
        ("Rumours that he had fled were laughed off by his aides.", "aides", "deny", "CT-"),
        ("The mayor scoffed at the idea that the bridge was closed.", "mayor", "deny", "CT-"),
        ("The army hit back at claims that it had fired.", "army", "deny", "CT-"),
        ("The union took issue with the suggestion that the mill was closed.", "union", "believe", "PR-"),
        ("The teacher put no stock in the rumour.", "teacher", "believe", "PR-"),
        (
            "Diplomats gave little credence to the report that the king is dead.",
            "Diplomats",
            "believe",
            "PR-",
        ),
        ("Not all doctors agree that the wells are poisoned.", "doctors", "decline", "U"),
        ("Hardly any diplomats think that the king is dead.", "any diplomats", "believe", "PR-"),
    ],
)
def test_who_does_not_believe_it_does_not_say_it(text: str, source: str, act: str, factuality: str) -> None:
    found = [one for one in read(text, "weights") if one.source.name == source]
    assert [(one.act, one.propositions[0].factuality) for one in found] == [(act, factuality)]
