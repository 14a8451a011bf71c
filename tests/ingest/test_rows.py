"""Reading JSON Lines and JSON arrays: a bad row is a problem, the others go on."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import Problem
from sayso.model import Document
from tests.ingest.pages import one, read, refused

ROW = {"id": "a-1", "text": "He said so.", "publisher": "The Lantern", "published": "2021-05-17", "odd": [1]}


def test_a_row_is_a_document_named_by_its_id() -> None:
    document = one(json.dumps(ROW), "rows.jsonl")
    assert (document.input, document.text) == ("a-1", "He said so.")
    assert (document.publisher, document.published) == ("The Lantern", "2021-05-17")
    assert document.problems == ()


def test_a_row_without_an_id_is_named_by_its_line() -> None:
    assert one('\n{"text": "He said so."}', "rows.jsonl").input == "rows.jsonl:2"


def test_bad_rows_are_problems_with_their_line_and_the_others_go_on() -> None:
    lines = [json.dumps(ROW), "{broken", '{"id": "a-2"}', "[1]", '{"text": 5}', "[" * 9_000, json.dumps(ROW)]
    found = read("\n".join(lines), "rows.jsonl")
    assert [isinstance(item, Document) for item in found] == [True, False, False, False, False, False, True]
    wheres = [item.where for item in found if isinstance(item, Problem)]
    assert wheres == [f"rows.jsonl:{number}" for number in range(2, 7)]


def test_an_array_and_a_single_object_are_read_too() -> None:
    found = read(json.dumps([ROW, {"id": 7, "text": "She denied it."}, 3]), "rows.json")
    assert [getattr(item, "input", None) for item in found] == ["a-1", "7", None]
    assert one(json.dumps(ROW, indent=1), "row.json").input == "a-1"


def test_half_a_letter_is_no_row() -> None:
    assert "not JSON" in refused('{"text": "a\\ud800b"}', "rows.jsonl").what


def test_an_empty_file_of_rows_is_a_failed_document() -> None:
    assert one("\n\n", "rows.jsonl").status == "failed"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), st.booleans())
def test_a_row_keeps_its_text_code_point_for_code_point(text: str, escaped: bool) -> None:
    document = one(json.dumps({"text": text}, ensure_ascii=escaped).encode(), "rows.jsonl")
    assert document.text == text


def test_half_a_letter_in_a_row_costs_the_letter_and_not_the_row() -> None:
    document = one('{"id": "\\udc00a", "text": "He said \\ud800 so.", "publisher": "\\ud83d"}', "rows.jsonl")
    assert (document.input, document.text, document.publisher) == ("a", "He said \ufffd so.", None)
    assert "1 broken character in the text" in str(document.problems[0])


def test_a_name_of_a_row_is_one_line_of_printable_characters() -> None:
    assert one('{"id": "a\\u001b[2J\\nb", "text": "He said so."}', "rows.jsonl").input == "a [2J b"
