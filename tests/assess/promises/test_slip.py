"""The probability that an open promise is still kept: it falls with time; decided ones have none."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sayso.assess.promises.expectations import expectation_on, gathered, standing_of
from sayso.assess.promises.slip import came_by, chance
from sayso.model import Expectation
from tests.assess.promises.tellings import promise


def on(day: str) -> Expectation:
    (made,) = gathered([promise("that it would deliver seed wheat", "2032-03-01", "2032-03-31")])
    found = expectation_on(standing_of(made), day)
    assert found is not None
    return found


@given(st.lists(st.dates(), min_size=2, max_size=2))
def test_time_without_news_never_raises_it(days: list[object]) -> None:
    first, later = sorted(str(day) for day in days)
    if first >= "2032-01-12":
        early, late = chance(on(first)), chance(on(later))
        assert early is not None
        assert late is not None
        assert 0 <= late <= early <= 1


def test_what_is_decided_or_has_no_last_day_has_none() -> None:
    one = on("2032-02-01")
    assert chance(msgspec.structs.replace(one, status="kept")) is None
    assert chance(msgspec.structs.replace(one, due_to=None)) is None
    assert chance(msgspec.structs.replace(one, published=None)) is None


def test_between_two_quantiles_it_is_straight() -> None:
    assert came_by(0.5, [0.0, 1.0, 3.0]) == 0.25
    assert came_by(2.0, [0.0, 1.0, 3.0]) == 0.75
    assert came_by(0.0, [0.0, 1.0]) == 0
    assert came_by(9.0, [0.0, 1.0]) == 1
