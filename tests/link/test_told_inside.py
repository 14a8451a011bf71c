"""What others say inside a proposition, and what is only handed on that leaves it open."""

import pytest

from sayso.link.claimable import claimables
from sayso.link.mark import Mark
from sayso.link.marks import marks_of
from sayso.link.pointing import target_of, told_of
from sayso.link.stance import stance_of
from sayso.model import Act, Factuality, Statement
from sayso.reference.gazetteer import load_gazetteer
from tests.link.made_marks import mark
from tests.link.made_statements import said, text_of


def marked(text: str, *statements: Statement) -> list[Mark]:
    return list(marks_of(text_of(text), statements, None, load_gazetteer()))


def test_what_is_told_of_somebody_in_a_relative_clause_is_not_said_by_who_speaks_of_him() -> None:
    text = "State media said that a general who was reported to have been shot in May appeared at a parade."
    document = text_of(text)
    outer = said(document, "State media", "said", text[17:-1])
    inner = said(document, "", "was reported", "to have been shot in May", within=outer)
    found = {one.statement: one for one in marked(text, outer, inner)}
    assert not {"shoot", "may"} & set(found[outer.id].stems)
    assert "shoot" in found[inner.id].stems


def test_what_is_only_handed_on_is_still_what_is_said() -> None:
    text = "A clerk said that the board had said that the mill burned."
    document = text_of(text)
    outer = said(document, "A clerk", "said", "that the board had said that the mill burned")
    inner = said(document, "the board", "had said", "that the mill burned", within=outer)
    assert "burn" in {stem for one in marked(text, outer, inner) for stem in one.stems}


@pytest.mark.parametrize("act", ["unconfirmed", "decline"])
def test_reports_of_nobody_that_could_not_be_confirmed_are_no_support(act: Act) -> None:
    text = "The office could not confirm reports that the mill in Olm burned."
    document = text_of(text)
    open_: Factuality = "U"
    outer = said(
        document,
        "The office",
        "could not confirm",
        "reports that the mill in Olm burned",
        act=act,
        factuality=open_,
    )
    inner = said(
        document, "", "reports", "that the mill in Olm burned", within=outer, kind="unspecified",
        evidentiality="reportative",
    )  # fmt: skip
    assert [one.statement.id for one in claimables([outer, inner])] == [outer.id]


@pytest.mark.parametrize(
    "text",
    [
        "The office told the committee in Olm that it could not confirm that the mill burned.",
        "The police were unable to verify that the mill burned.",
    ],
)
def test_who_tells_that_it_could_not_be_confirmed_leaves_it_open(text: str) -> None:
    gist = mark("a", "The mill burned on Monday.")
    assert stance_of(mark("b", text), gist)[0] == "comments"


def test_a_doubt_that_it_will_come_is_a_denial_and_no_report_that_it_has_not() -> None:
    gist = mark("a", "The pass would reopen in spring.", act="forecast")
    doubt = mark(
        "b", "The pass will not reopen in spring.", published="2031-03-20", act="believe", certainty="PR",
        negated=True,
    )  # fmt: skip
    assert stance_of(doubt, gist)[0] == "denies"


def test_who_stands_by_its_report_stands_by_nobody_else_s() -> None:
    text = text_of("The picture is old, an analyst said. The Lantern stands by its report.")
    other = said(text, "an analyst", "said", "The picture is old")
    stands = said(text, "The Lantern", "stands by", "its report", kind="media", act="believe")
    assert target_of(stands, stands.propositions[0], [other, stands]) is None


def test_the_report_is_none_of_the_reports_before_it() -> None:
    text = text_of(
        "The mill burned, the Lantern reported. Previous reports of fires in Olm were wrong. "
        "The mayor denied the report."
    )
    first = said(text, "the Lantern", "reported", "The mill burned", kind="media")
    before = said(text, "", "reports", "of fires in Olm", kind="media")
    denial = said(text, "The mayor", "denied", "the report", act="deny", factuality="CT-")
    target = target_of(denial, denial.propositions[0], [first, before, denial])
    assert target is not None
    assert target.statement.id == first.id


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Foreign reports of 34 dead", "34 dead"),
        ("the latest press reports that the mill burned", "the mill burned"),
        ("claims about a shortage of bread", "a shortage of bread"),
        ("reports from Orlan", ""),
        ("that the council reports to the mayor of Olm", ""),
        ("the bridge of Olm", ""),
        ("reports of unrest", ""),
    ],
)
def test_what_reports_tell_of_is_what_a_denial_is_compared_by(text: str, told: str) -> None:
    assert told_of(text) == told
