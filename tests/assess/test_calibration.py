"""Calibration, weights fitted to resolved claims, and the diagram."""

import pytest
from lxml import etree

from sayso.assess.calibration import bins, brier, expected_calibration_error
from sayso.assess.fitting import fitted
from sayso.show.pictures import calibration, saved_svg


def test_saying_even_always_costs_a_quarter() -> None:
    assert brier([0.5, 0.5], [True, False]) == 0.25


def test_forecasts_that_hold_as_often_as_said_have_no_calibration_error() -> None:
    assert expected_calibration_error([0.75] * 4, [True, True, True, False]) == 0.0
    assert expected_calibration_error([1.0] * 4, [True, True, False, False]) == 0.5


def test_bins_keep_every_forecast_also_one() -> None:
    found = bins([0.0, 0.05, 1.0], [False, False, True])
    assert [(b.low, b.count) for b in found] == [(0.0, 2), (0.9, 1)]


def test_without_forecasts_there_is_nothing_to_measure() -> None:
    assert bins([], []) == ()
    with pytest.raises(ValueError, match="no forecasts"):
        brier([], [])
    with pytest.raises(ValueError, match="no forecasts"):
        expected_calibration_error([], [])


def test_weights_stay_as_set_without_claims_and_follow_many() -> None:
    assert fitted([], [], [1.5], [1.0]) == (1.5,)
    few = fitted([[1.0]] * 2, [False] * 2, [1.5], [1.0])[0]
    many = fitted([[1.0]] * 200, [False] * 200, [1.5], [1.0])[0]
    assert many < few < 1.5


def test_a_claim_that_counts_nothing_changes_no_weight() -> None:
    rows, outcomes = [[1.0], [1.0], [1.0]], [True, True, False]
    one = fitted(rows, outcomes, [0.0], [1.0], [1.0, 1.0, 0.0])
    assert one[0] == pytest.approx(fitted(rows[:2], outcomes[:2], [0.0], [1.0])[0])


def test_the_diagram_is_well_formed_and_follows_light_and_dark() -> None:
    made = calibration(bins([0.2, 0.9], [False, True]), "Weighed & <measured>")
    svg = saved_svg(made)
    root = etree.fromstring(svg.encode())
    assert (
        len([each for each in root.iter("{*}circle") if each.get("fill", "").startswith("var(--accent")]) == 2
    )
    assert "prefers-color-scheme:dark" in svg
    assert made.rows == (("20%", "0%", "1"), ("90%", "100%", "1"))
    assert etree.fromstring(saved_svg(calibration([], "nothing")).encode()) is not None
