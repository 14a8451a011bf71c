"""Words that only give another number belong to the claim that they put a number to."""

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

TEXT = "A nurse said that twelve patients had died in Harrow. A clerk put the number at more than thirty."


def told(content: str = "the number at more than thirty", text: str = TEXT) -> list[Statement]:
    document = text_of(text)
    return [
        said(document, "A nurse", "said", "that twelve patients had died in Harrow"),
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
    (one,) = cluster(marks.values(), compare_all(marks, [tuple(sorted(marks))]))
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
