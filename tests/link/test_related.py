"""A text that says whom it has it from makes it likelier that both speak of one claim, and says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.lineage import Party, Report
from sayso.link.mark import Link
from sayso.link.related import cites, related

LANTERN = Party(name="The Lantern", key="lantern", kind="media", outlet=True)
COURIER = Party(name="Quill Courier", key="quill courier", kind="media", outlet=True)


def report(name: str, publisher: Party, published: str | None, *chain: Party) -> Report:
    return Report(
        statement=f"s:{name}", document=f"d:{name}", published=published, publisher=publisher, chain=chain
    )


FIRST = report("a", LANTERN, "2031-03-04")
LATER = report("b", COURIER, "2031-03-06", LANTERN)


def test_a_link_to_the_outlet_that_is_cited_is_surer_and_says_why() -> None:
    link = related(Link(a="p:a", b="p:b", p=0.7), FIRST, LATER)
    assert link.p > 0.9
    assert link.why == ("Quill Courier has it from The Lantern, and says so.",)


@pytest.mark.parametrize(
    "later",
    [
        report("b", COURIER, "2031-03-06"),
        report("b", COURIER, "2031-03-03", LANTERN),
        report("b", COURIER, "2031-06-06", LANTERN),
        report("b", COURIER, None, LANTERN),
        report("a", COURIER, "2031-03-06", LANTERN),
        report("b", LANTERN, "2031-03-06", LANTERN),
    ],
)
def test_who_cites_nobody_or_too_late_or_itself_makes_no_link_surer(later: Report) -> None:
    assert not cites(later, FIRST)
    link = Link(a="p:a", b="p:b", p=0.7)
    assert related(link, FIRST, later) == link


@given(st.floats(0.5, 0.999))
def test_it_is_the_same_whichever_comes_first_and_stays_a_probability(p: float) -> None:
    one = related(Link(a="p:a", b="p:b", p=p), FIRST, LATER)
    other = related(Link(a="p:a", b="p:b", p=p), LATER, FIRST)
    assert one == other
    assert p <= one.p + 1e-4 <= 1.0 + 1e-4
