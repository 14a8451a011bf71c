"""How an outlet calls itself, and whom it says that it met."""

import pytest

from sayso.link.credits import credit_in
from sayso.link.lineage import Report
from sayso.link.outlets import short_for
from sayso.link.reports import reports_of
from sayso.link.roots import root_of
from sayso.model import Document, Statement
from tests.link.made_statements import NoNames, said, text_of


def read(document: Document, *statements: Statement) -> list[Report]:
    return list(reports_of(document, statements, NoNames()))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("MNW", "Meridian Newswire"),
        ("Norpress", "Norden Press Agency"),
        ("NPA", "Norden Press Agency"),
    ],
)
def test_letters_and_beginnings_of_a_name_are_the_outlet_itself(short: str, long: str) -> None:
    assert short_for(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("KSA", "Meridian Newswire"),
        ("AP", "Arhem Tidings Press"),
        ("AFP", "Arhem Tidings"),
        ("Norden", "Norden Press"),
        ("Mnw", "Meridian Newswire"),
        ("Press Norden", "Norden Press"),
        ("", "Norden Press"),
        ("MNW", ""),
    ],
)
def test_other_letters_and_one_word_of_it_are_not(short: str, long: str) -> None:
    assert not short_for(short, long)


def test_an_outlets_own_letters_credit_nobody_else_and_mark_the_first_hand() -> None:
    made = text_of(
        "KARST, Jan 12 (MNW) - Nine miners died, a foreman told MNW.", publisher="Meridian Newswire"
    )
    assert credit_in(made, "en") is None
    (report,) = read(made, said(made, "a foreman", "told", "Nine miners died", anonymous=True))
    assert report.mark == "self"
    other = text_of("KARST, Jan 12 (KSA) - Nine miners died.", publisher="Meridian Newswire")
    credit = credit_in(other, "en")
    assert credit is not None
    assert credit.name == "KSA"


@pytest.mark.parametrize(
    ("met", "who", "mark"),
    [
        ("The Harrow Post has interviewed fourteen survivors.", "All fourteen survivors", "self"),
        ("We spoke to fourteen survivors.", "The survivors", "self"),
        ("We spoke to fourteen survivors in Harn.", "One survivor", "self"),
        ("We spoke to fourteen survivors.", "A guard", ""),
        ("Open Valleys has interviewed fourteen survivors.", "The survivors", ""),
        ("The Norrin Wire has interviewed fourteen survivors.", "The survivors", "named"),
    ],
)
def test_whom_an_outlet_says_that_it_met_it_has_first_hand(met: str, who: str, mark: str) -> None:
    made = text_of(f"{met} {who} said that the books were burned.")
    own = said(made, "", "", met.rstrip("."), name="Harrow Post", kind="author")
    told = said(made, who, "said", "that the books were burned", name=who, anonymous=True)
    found = {report.statement: report.mark for report in read(made, own, told)}
    assert found[told.id] == mark


def test_a_mark_ends_before_the_full_stop() -> None:
    made = text_of("“It is shut,” a clerk told Norrin Wire. He was there.")
    (report,) = read(made, said(made, "a clerk", "told", "“It is shut,”", anonymous=True))
    assert report.first_hand is not None
    assert report.first_hand.name == "Norrin Wire"


@pytest.mark.parametrize("who", ["its editor", "the newspaper"])
def test_a_common_noun_is_no_outlet_that_is_cited(who: str) -> None:
    made = text_of(f"The police took nine computers, {who} said.")
    (report,) = read(
        made, said(made, who, "said", "The police took nine computers", name=who.split()[1], kind="media")
    )
    assert report.through == ()
    assert root_of(report).party == report.publisher
    assert not root_of(report).recorded
