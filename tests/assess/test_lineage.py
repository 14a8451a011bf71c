"""What of a report is its own: copies weigh nothing, unknown lineage little, and it fails closed."""

import random

from hypothesis import given
from hypothesis import strategies as st

from bench.assess.worlds import FLOODS, WORLDS, flood, make, weighed
from sayso.assess.learning import infer
from sayso.assess.lineage import Line, own_reports
from sayso.assess.report import Report

LINES = st.lists(
    st.builds(
        Line,
        report=st.builds(
            Report, source=st.sampled_from("abcdef"), kind=st.just("media"),
            claim=st.sampled_from(["c", "d"]),
            stance=st.sampled_from(["supports", "denies"]),
        ),
        lineage=st.sampled_from(["own", "copy", "unknown"]),
    ),
    max_size=16,
)  # fmt: skip


def line(source: str, lineage: str = "unknown") -> Line:
    report = Report(source=source, kind="media", claim="c")
    return {"own": Line(report=report, lineage="own"), "unknown": Line(report=report)}[lineage]


def test_any_number_of_unknown_lineage_never_weighs_as_much_as_one() -> None:
    assert sum(one.weight for one in own_reports(line(f"s{n}") for n in range(100))) < 1


def test_sources_without_a_record_that_claim_to_have_it_first_hand_add_less_and_less() -> None:
    lines = [line(f"s{n}", "own") for n in range(100)]
    assert sum(one.weight for one in own_reports(lines)) <= 2
    assert sum(one.weight for one in own_reports(lines, recorded=[f"s{n}" for n in range(100)])) == 100


def test_nothing_gives_nothing() -> None:
    assert own_reports([]) == []


@given(LINES, st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter(lines: list[Line], dice: random.Random) -> None:
    other = list(lines)
    dice.shuffle(other)
    assert infer(own_reports(other)) == infer(own_reports(lines))


@given(LINES, st.sampled_from("abc"))
def test_a_copy_never_moves_a_probability(lines: list[Line], source: str) -> None:
    told = [*lines, Line(report=Report(source=source, kind="media", claim="c"), lineage="own")]
    copy = Line(report=Report(source="z", kind="media", claim="c"), lineage="copy")
    assert infer(own_reports([*told, copy])).claims == infer(own_reports(told)).claims


def test_a_flood_moves_little() -> None:
    moved = {name: flood(lineage) for name, lineage in FLOODS.items()}
    assert moved["seen"] == 0
    assert moved["hidden"] <= 0.15
    assert moved["forged as first-hand"] <= 0.25


def test_a_world_is_the_same_for_the_same_seed() -> None:
    one, two = (make(WORLDS["mixed"], 3) for _ in range(2))
    assert one == two
    assert weighed(one) == weighed(two)
