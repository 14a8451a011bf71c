"""Conflicting values and quantities: what has what support, and what nothing may change."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.assess.beta import Beta
from sayso.assess.quantities import Measured, weigh_quantities
from sayso.assess.told import Told
from sayso.assess.values import weigh_values

TOLD = st.lists(
    st.builds(
        Told, item=st.sampled_from(["i", "j", "k"]), source=st.sampled_from("abcdef"),
        value=st.sampled_from(["10", "20", "30"]), weight=st.sampled_from([0.5, 1.0]),
    ),
    max_size=20,
)  # fmt: skip
AMOUNTS = st.one_of(st.none(), st.integers(-5, 100000).map(float))
MEASURED = st.lists(
    st.builds(
        Measured, item=st.sampled_from(["i", "j"]), source=st.sampled_from(["", "a", "b", "c"]),
        low=AMOUNTS, high=AMOUNTS,
    ),
    max_size=16,
)  # fmt: skip


def told(*said: tuple[str, str], item: str = "i") -> list[Told]:
    return [Told(item=item, source=source, value=value) for source, value in said]


def exact(source: str, amount: float, item: str = "i") -> Measured:
    return Measured(item=item, source=source, low=amount, high=amount)


def test_two_of_three_origins_outweigh_one() -> None:
    found = weigh_values(told(("a", "10"), ("b", "10"), ("c", "20"))).values["i"]
    assert found["10"] > 0.8 > found["20"]
    assert sum(found.values()) < 1


def test_a_source_known_to_be_right_outweighs_two_of_whom_nothing_is_known() -> None:
    known = {"c": Beta(alpha=60, beta=1), "a": Beta(alpha=5, beta=5), "b": Beta(alpha=5, beta=5)}
    found = weigh_values(told(("a", "10"), ("b", "10"), ("c", "20")), priors=known).values["i"]
    assert found["20"] > found["10"]


def test_a_resolved_item_is_never_moved_and_teaches_the_others() -> None:
    rows = [one for n in range(6) for one in told(("a", "10"), ("b", "20"), item=f"i{n}")]
    free = weigh_values(rows).values["i5"]
    found = weigh_values(rows, {f"i{n}": "20" for n in range(5)})
    assert free["10"] == free["20"]
    assert found.values["i0"] == {"10": 0.0, "20": 1.0}
    assert found.values["i5"]["20"] > 0.8


def test_one_source_leaves_room_for_being_wrong() -> None:
    assert 0.5 < weigh_values(told(("a", "10"))).values["i"]["10"] < 0.99


def test_a_part_does_not_gainsay_the_whole() -> None:
    rows = told(("a", "at least 40"), ("b", "at least 40"), ("c", "50"), ("d", "50"))
    apart = weigh_values(rows).values["i"]["50"]
    within = weigh_values(rows, part_of=lambda a, b: (a, b) == ("at least 40", "50")).values["i"]["50"]
    assert within > apart


def test_nothing_told_gives_nothing() -> None:
    assert weigh_values([]).values == {}
    assert weigh_quantities([]).amounts == {}
    assert weigh_quantities([Measured(item="i", source="a", low=None, high=None)]).amounts == {}


def test_the_median_is_not_moved_by_a_slip_of_digits() -> None:
    rows = [exact("a", 100), exact("b", 101), exact("c", 100000)]
    assert weigh_quantities(rows).amounts["i"] in {100, 101}


def test_an_open_end_is_off_only_where_the_truth_lies_outside() -> None:
    rows = [Measured(item="i", source="a", low=40, high=None), exact("b", 55), exact("c", 55)]
    found = weigh_quantities(rows)
    assert found.amounts["i"] == 55
    assert found.off["a"] == found.off["b"]


@given(TOLD, st.randoms(use_true_random=False))
def test_order_does_not_matter(rows: list[Told], dice: random.Random) -> None:
    other = list(rows)
    dice.shuffle(other)
    assert weigh_values(other) == weigh_values(rows)


@given(TOLD, st.sampled_from("abcxyz"), st.sampled_from(["10", "40"]))
def test_a_copy_adds_nothing(rows: list[Told], source: str, value: str) -> None:
    copy = Told(item="i", source=source, value=value, weight=0.0)
    assert weigh_values([*rows, copy]) == weigh_values(rows)


@given(TOLD)
def test_probabilities_of_an_item_never_exceed_one(rows: list[Told]) -> None:
    assert all(sum(found.values()) <= 1 + 1e-9 for found in weigh_values(rows).values.values())


@given(MEASURED, st.randoms(use_true_random=False))
def test_order_of_amounts_does_not_matter(rows: list[Measured], dice: random.Random) -> None:
    other = list(rows)
    dice.shuffle(other)
    assert weigh_quantities(other) == weigh_quantities(rows)


@given(MEASURED, st.integers(0, 100).map(float))
def test_a_copied_amount_adds_nothing(rows: list[Measured], amount: float) -> None:
    copy = Measured(item="i", source="d", low=amount, high=amount, weight=0.0)
    assert weigh_quantities([*rows, copy]) == weigh_quantities(rows)


@given(MEASURED)
def test_the_amount_of_an_item_is_one_that_somebody_gave(rows: list[Measured]) -> None:
    given_ends = {(row.item, end) for row in rows for end in (row.low, row.high)}
    assert set(weigh_quantities(rows).amounts.items()) <= given_ends
