"""What expectations look like on a terminal where reports of their outcome differ."""

import io
import re
from typing import Any

import pytest
from msgspec.structs import replace
from rich.console import Console

from sayso.model import Expectation, Outcome, OutcomeKind, Retelling
from sayso.show.expectation_words import DISPUTED, percent
from sayso.show.expectations_table import print_expectation, print_expectations


def outcome(kind: OutcomeKind, **changed: Any) -> Outcome:
    whole = Outcome(kind=kind, day="2031-06-04", statement="s:41d0a7b2c3e4f5061728", text="it", why="")
    return replace(whole, **changed)


def expectation(*outcomes: Outcome, **changed: Any) -> Expectation:
    told = Retelling(
        statement="s:90ae03b2c3e4f5061728", proposition="p:1", document="d:1", publisher="Norrin Press",
        published="2031-05-02", chain=("Norrin Press", "Ministry of Roads"), text="to open it by June",
    )  # fmt: skip
    whole = Expectation(
        id="e:1c4e825d43e2395472c5", statement=told.statement, promisor="Ministry of Roads", gist=told.text,
        due_from=None, due_to="2031-05-31", modality="promise", condition=None, quantity=None, delivered=None,
        status="kept", revised_by=None, evidence=(), proposition="p:1", document="d:1",
        published="2031-05-02", as_of="2031-06-30", told=(told,), outcomes=outcomes,
    )  # fmt: skip
    return replace(whole, **changed)


def shown(one: Expectation) -> str:
    target = Console(file=io.StringIO(), width=100, highlight=False, markup=False, emoji=False)
    print_expectation(one, {}, target)
    print_expectations([one], 1, "2031-06-30", {}, target)
    assert isinstance(target.file, io.StringIO)
    return target.file.getvalue()


def test_that_one_report_says_it_came_and_another_that_it_did_not_is_told_with_the_status() -> None:
    assert shown(expectation(outcome("kept"), outcome("against"))).count(DISPUTED) == 2


@pytest.mark.parametrize(
    "one",
    [
        expectation(outcome("kept"), outcome("late")),
        expectation(outcome("against"), status="broken"),
        expectation(outcome("kept"), outcome("against"), word_by="R. Ames"),
        expectation(outcome("kept", by="R. Ames", statement=None), outcome("against")),
        expectation(),
    ],
)
def test_reports_that_agree_and_what_a_person_decided_are_not_called_disputed(one: Expectation) -> None:
    assert DISPUTED not in shown(one)


def test_what_was_told_and_what_came_of_it_can_be_called_by_their_ids() -> None:
    text = shown(expectation(outcome("kept")))
    assert "Norrin Press  s:90ae03b2\n" in text
    assert "it came: it  s:41d0a7b2\n" in text


def test_what_came_of_it_is_told_with_whoever_says_so() -> None:
    told = outcome("kept", chain=("Radio Vell", "Ministry of Roads"))
    assert "  Radio Vell ← Ministry of Roads\n" in re.sub(r" +\n", "\n", shown(expectation(told)))


def test_a_person_stands_where_no_statement_told_the_outcome() -> None:
    assert "it came: it  R. Ames" in shown(expectation(outcome("kept", by="R. Ames", statement=None)))


def test_hardly_any_is_never_told_as_none() -> None:
    assert percent(0.0) == "under 1%"
    assert percent(0.481) == "48%"
