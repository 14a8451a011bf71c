"""Many unnamed witnesses at once are said to be what one hand could have made, and are counted as before."""

import pytest

from sayso.link import lineage
from sayso.link.bursts import LEAST, burst
from sayso.link.origins import origins_of
from sayso.model import Origins
from tests.link.made_reports import as_testimony, body, nobody, outlet, report

PAPERS = [outlet(f"{name} Post") for name in ("Arle", "Bann", "Corve", "Dunmar", "Elling", "Farrow", "Gost")]
MINISTRY = body("the Ministry of Mines", kind="government", state=True)


def witnessed(count: int, every_days: int = 1) -> list[lineage.Testimony]:
    """As many outlets, each with an unnamed witness of its own."""
    return [
        as_testimony(report(paper, nobody(), first_hand=paper, published=f"2031-03-{1 + n * every_days:02d}"))
        for n, paper in enumerate(PAPERS[:count])
    ]


def said(members: list[lineage.Testimony]) -> str:
    return burst(members, origins_of(members))


def test_many_unnamed_witnesses_within_days_are_said_to_be_no_proof_against_one_hand() -> None:
    assert said(witnessed(6)) == (
        "Six of its origins are unnamed sources of as many outlets, first printed between 2031-03-01 and"
        " 2031-03-06: nothing here tells them from the work of one hand; it has no other."
    )
    assert "on 2031-03-01:" in said(witnessed(6, every_days=0))


def test_what_stays_without_them_is_said() -> None:
    named = as_testimony(report(outlet("Hollin Post"), MINISTRY, published="2031-03-02"))
    assert said([*witnessed(5), named]).endswith("without them it has one.")


@pytest.mark.parametrize("members", [[], witnessed(LEAST - 1), witnessed(7, every_days=4)])
def test_few_and_scattered_witnesses_are_nothing_to_warn_of(members: list[lineage.Testimony]) -> None:
    assert said(members) == ""


def test_a_claim_without_origins_has_no_burst() -> None:
    assert burst([], Origins()) == ""


def test_outlets_that_cite_each_other_are_one_origin_and_no_burst() -> None:
    first, *others = PAPERS
    cited = [as_testimony(report(paper, first, nobody(), first_hand=first)) for paper in others]
    assert said(cited) == ""


def test_the_count_stays_as_it_is() -> None:
    assert origins_of(witnessed(6)).count == 6
