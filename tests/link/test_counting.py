"""Words that only give another number belong to the claim that they put a number to."""

import pytest

from sayso.link.claims import cluster
from sayso.link.compare import compare_all
from sayso.link.counting import counted_by
from sayso.link.mark import Mark
from sayso.link.marks import marks_of
from sayso.link.stance import OTHER_NUMBER, stance_of
from sayso.link.values import values_of
from sayso.model import Statement
from sayso.reference.gazetteer import load_gazetteer
from tests.link.made_statements import said, text_of

TEXT = "A nurse said that twelve people had died in Harrow. A clerk put the number at more than thirty."


def told(content: str = "the number at more than thirty", text: str = TEXT) -> list[Statement]:
    document = text_of(text)
    return [
        said(document, "A nurse", "said", "that twelve people had died in Harrow"),
        said(document, "A clerk", "put", content),
    ]


def marked(text: str, *statements: Statement) -> list[Mark]:
    return list(marks_of(text_of(text), statements, None, load_gazetteer()))


def test_the_number_is_of_what_was_told_before() -> None:
    first, second = told()
    found = counted_by(second, second.propositions[0], [first, second])
    assert found is not None
    assert (found.proposition.id, found.amount.low, found.amount.slot) == (
        first.propositions[0].id, 30.0, "killed",
    )  # fmt: skip


def test_another_number_is_another_value_of_one_claim() -> None:
    marks = {one.proposition: one for one in marked(TEXT, *told())}
    first, second = sorted(marks)
    (one,) = cluster(marks.values(), compare_all(marks, [(first, second)]))
    assert len(one.members) == 2
    assert {value.value.low for value in values_of(one)} == {12.0, 30.0}
    other = next(mark for mark in marks.values() if mark.counts)
    assert stance_of(other, one.gist) == ("supports", "all", OTHER_NUMBER)


def test_who_says_more_than_a_number_says_it_himself() -> None:
    text = TEXT.replace("the number at more than thirty", "the price of bread at thirty crowns")
    first, second = told("the price of bread at thirty crowns", text)
    assert counted_by(second, second.propositions[0], [first, second]) is None


def test_a_number_of_nothing_that_was_counted_stands_alone() -> None:
    text = "A nurse said that the ward was full. A clerk put the number at more than thirty."
    document = text_of(text)
    first = said(document, "A nurse", "said", "that the ward was full")
    second = said(document, "A clerk", "put", "the number at more than thirty")
    assert counted_by(second, second.propositions[0], [first, second]) is None


@pytest.mark.parametrize(
    "before", ["that he had worked there for thirty years", "that it would end on 1 March", "that he was ill"]
)
def test_years_and_days_are_not_counted(before: str) -> None:
    text = f"A nurse said {before}. A clerk put the toll at 23."
    document = text_of(text)
    first, second = (
        said(document, "A nurse", "said", before),
        said(document, "A clerk", "put", "the toll at 23"),
    )
    assert counted_by(second, second.propositions[0], [first, second]) is None


def test_who_counts_himself_tells_of_something_of_his_own() -> None:
    text = "A nurse said that twelve people had died in Harrow. A trader said: I counted eleven."
    document = text_of(text)
    first = said(document, "A nurse", "said", "that twelve people had died in Harrow")
    second = said(document, "A trader", "said", "I counted eleven")
    assert counted_by(second, second.propositions[0], [first, second]) is None


def test_a_number_by_a_day_is_a_matter_of_its_own() -> None:
    text = "A nurse said that 20,000 doses had come. The pact had promised 640,000 doses."
    document = text_of(text)
    first = said(document, "A nurse", "said", "that 20,000 doses had come")
    second = said(document, "The pact", "had promised", "640,000 doses", act="promise")
    assert counted_by(second, second.propositions[0], [first, second]) is None
