"""The gold for expectations is whole; the short corpora keep to floors here, all in `bench.floors`."""

import pytest

from bench.assess.expectations import Scores, scored, summed
from tests.gold_expectations import CORPORA, load

SHORT = ("ombria", "morvane")
FLOORS = {"found": 0.96, "windows": 0.96, "right_days": 0.95}
MOST_FALSE = 0.03


@pytest.mark.parametrize("name", CORPORA)
def test_every_gold_expectation_has_a_status_for_each_day(name: str) -> None:
    truth = load(name)
    names = {one.name for one in truth.expectations}
    for one in truth.expectations:
        assert len(one.status) == len(truth.dates) == 4
        assert not one.revises or one.revises in names


def test_expectations_are_found_with_their_windows_and_stand_right_on_four_days() -> None:
    both: Scores = summed([scored(load(name)) for name in SHORT])
    assert both.found / both.asked >= FLOORS["found"]
    assert both.windows / both.asked >= FLOORS["windows"]
    assert both.right_days / both.days >= FLOORS["right_days"]
    assert both.false / both.all <= MOST_FALSE
