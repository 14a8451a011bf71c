"""Tables of claims kept by hand: rows are documents, opinions of the table are left and named."""

from typing import Any

import pytest

from sayso.errors import Problem
from sayso.ingest.claim_log import heading_kind
from sayso.lang import load
from sayso.model import Document
from tests.ingest.pages import GOVERNOR, TRADER, one, read, refused, whats

LISTS: dict[str, Any] = load("en", "claim_log")
TABLE = f"""No.,Claim,Quote,Outlet,Date,Source URL,Verdict,Notes
7,border shut,"{GOVERNOR}",The Lantern,17 May 2031,https://lantern.example/1,False,"looks odd"
8,nothing came,"{TRADER}",Radio Hest,2031-05-18,javascript:alert(1),True,
"""


@pytest.mark.parametrize("kind", LISTS)
def test_each_list_of_headings_proves_itself(kind: str) -> None:
    assert [one for one in LISTS[kind]["fires"] if heading_kind(one) != kind] == []
    assert [one for one in LISTS[kind]["silent"] if heading_kind(one) == kind] == []
    assert LISTS[kind]["silent"]


def test_no_heading_is_two_things() -> None:
    words = [word for lists in LISTS.values() for word in lists["words"]]
    assert len(words) == len(set(words))


def documents(text: str, name: str = "log.csv") -> list[Document]:
    found = read(text, name)
    assert all(isinstance(document, Document) for document in found), found
    return [document for document in found if isinstance(document, Document)]


def test_a_row_is_a_document_of_its_publisher_and_day_with_the_quoted_words() -> None:
    first, second = documents(TABLE)
    assert (first.text, first.publisher, first.published) == (GOVERNOR, "The Lantern", "2031-05-17")
    assert (first.url, first.input) == ("https://lantern.example/1", "log.csv:2#7")
    assert (second.text, second.publisher, second.published) == (TRADER, "Radio Hest", "2031-05-18")
    assert second.url is None


def test_a_verdict_and_a_note_are_not_taken_and_it_is_said_once() -> None:
    first, second = documents(TABLE)
    assert first.status == "ok"
    assert "“Quote” (text), “Outlet” (publisher)" in whats(first)
    assert "not taken over: “Claim”, “Verdict”, “Notes”" in whats(first)
    assert second.problems == ()
    assert "False" not in str(first)


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_the_delimiter_is_told_by_the_headings(delimiter: str) -> None:
    table = delimiter.join(["Text", "Publisher"]) + "\n" + delimiter.join([GOVERNOR, "The Lantern"]) + "\n"
    assert one(table, "log.tsv").publisher == "The Lantern"


def test_a_source_is_the_publisher_only_where_no_other_is_named() -> None:
    assert one(f"Quote,Source\n“{TRADER.replace(',', '')}”,The Lantern\n", "a.csv").publisher == "The Lantern"
    document = one(f'Quote,Source,Outlet\n"{TRADER}",Ana Vell,Radio Hest\n', "a.csv")
    assert document.publisher == "Radio Hest"
    assert "not taken over: “Source”" in whats(document)


def test_a_table_without_words_is_one_problem_with_its_headings() -> None:
    problem = refused("name,city\nAna,Hest\n", "a.csv")
    assert "“name”, “city”" in problem.what
    assert "text" in problem.hint


def test_a_row_without_words_and_a_day_that_is_none_are_told_and_the_rest_goes_on() -> None:
    found = read(f'Quote,Date\n,2031-05-17\n"{GOVERNOR}",05/06/2031\n\n', "a.csv")
    assert isinstance(found[0], Problem)
    assert found[0].where == "a.csv:2"
    assert isinstance(found[1], Document)
    assert found[1].published is None
    assert "not a date" in whats(found[1])


def test_a_cell_longer_than_any_text_ends_the_table_with_a_problem() -> None:
    found = read(f'Quote\n"{GOVERNOR}"\n"{"a" * 200_000}"\n', "a.csv")
    assert [isinstance(one, Document) for one in found] == [True, False]
