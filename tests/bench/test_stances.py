"""Stances of headlines are scored as the corpus means them: accuracy, and each stance's F1."""

import pytest

from bench.link.corpora import Headline
from bench.link.stances import STANCES, always_for, by_negation, ours, scores


def headline(text: str, stance: str = "for", claim: str = "A bridge fell in Orlan") -> Headline:
    return Headline(claim_id="c", claim=claim, text=text, stance=stance)


def test_a_perfect_judge_has_one_everywhere_and_a_blind_one_only_the_share() -> None:
    rows = [headline(stance, stance) for stance in STANCES]
    assert set(scores(rows, lambda one: one.stance).values()) == {1.0}
    blind = scores(rows, always_for)
    assert (blind["accuracy"], blind["for F1"], blind["against F1"]) == (0.3333, 0.5, 0.0)


def test_nothing_to_judge_scores_nothing() -> None:
    assert set(scores([], ours).values()) == {0.0}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Bridge falls in Orlan", "for"),
        ("No, the Orlan bridge did not fall", "against"),
        ("Did a bridge fall in Orlan?", "observing"),
        ("Bridge in Orlan reportedly fell", "observing"),
    ],
)
def test_a_headline_takes_the_stance_that_it_prints(text: str, stance: str) -> None:
    assert ours(headline(text)) == stance


def test_negation_alone_does_not_look_at_the_claim() -> None:
    no_bridge = headline("No bridge fell in Orlan", claim="No bridge fell in Orlan")
    assert (by_negation(no_bridge), ours(no_bridge)) == ("against", "for")
