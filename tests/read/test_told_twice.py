"""Reports that nobody made are hearsay, told once, and what stands before "reports" is nobody."""

import pytest

from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(
    "hearsay",
    [
        "Unconfirmed reports say",
        "Several unconfirmed reports say",
        "Recent rumours say",
        "Reports suggest",
        "Conflicting reports say",
        "Earlier accounts had said",
    ],
)
def test_what_nobody_made_is_told_once_and_by_nobody(hearsay: str) -> None:
    (found,) = read(f"{hearsay} that the general has fled.", "weights")
    assert (found.source.spans, found.evidentiality) == ((), "reportative")
    assert found.content.text == "that the general has fled"


@needs_weights
@pytest.mark.parametrize(
    "printed",
    ["The reports", "Foreign reports", "Local reports", "An official report"],
)
def test_what_a_report_is_like_did_not_make_it(printed: str) -> None:
    (found,) = read(f"{printed} said that the general has fled.", "weights")
    assert found.source.name == printed.removeprefix("An ").removeprefix("The ")
    assert found.source.anonymous


@needs_weights
@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("A police report", "police"),
        ("Unconfirmed reports by exile groups", "exile groups"),
        ("A ministry statement", "ministry"),
    ],
)
def test_who_made_a_report_says_it(printed: str, name: str) -> None:
    found = read(f"{printed} said that the general has fled.", "weights")
    assert [one.source.name for one in found] == [name]


@needs_weights
def test_a_rumour_of_what_somebody_says_is_two() -> None:
    found = read("It is rumoured that the army says that the general has fled.", "weights")
    assert [one.source.name for one in found] == ["", "army"]


@needs_weights
def test_what_an_outlet_is_says_nothing() -> None:
    found = read("The opposition newspaper The Plough said that the mill was open.", "weights")
    assert [(one.source.kind, one.content.text) for one in found] == [("media", "that the mill was open")]
