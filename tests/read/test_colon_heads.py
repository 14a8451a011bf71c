"""Who stands at the mark of a headline says it; the words prove themselves."""

import pytest

from sayso.lang import load
from sayso.model import Span
from sayso.read.mending.colon_heads import colon_head
from tests.read.readers import needs_weights, read

BODY = "The square in Harn was full on Monday when the bells rang and the crowd went home.\n"


@pytest.mark.parametrize(("line", "who", "what"), load("en", "colon_heads")["proofs"])
def test_who_stands_at_the_mark_speaks(line: str, who: str, what: str) -> None:
    found = colon_head(line, Span(0, len(line)), "en")
    assert (found["who"], found["what"]) == (who, what) if found else not who


@needs_weights
def test_a_title_that_names_who_speaks_is_read() -> None:
    found = [
        one for one in read(f"Police: No shots fired\n\n{BODY}", "weights") if one.source.kind != "author"
    ]
    assert [(one.source.text, one.content.text, one.propositions[0].factuality) for one in found] == [
        ("Police", "No shots fired", "CT-")
    ]


@needs_weights
def test_a_name_at_the_mark_speaks_where_it_speaks_below() -> None:
    text = f"Roe: talks have failed\n\n{BODY}\nIlo Roe said on Friday that the talks had failed.\n"
    assert [one.content.text for one in read(text, "weights") if one.source.name == "Ilo Roe"] == [
        "talks have failed",
        "that the talks had failed",
    ]


@needs_weights
def test_a_label_of_nobody_says_nothing() -> None:
    assert all(one.source.kind == "author" for one in read(f"Update: four dead\n\n{BODY}", "weights"))


@needs_weights
@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Prosecutor: Did you fire? Witness: No.",
            [("Prosecutor", "ask", "Did you fire?"), ("Witness", "assert", "No")],
        ),
        ("Note: Did you fire? Answer key: No.", []),
    ],
)
def test_turns_of_people_in_one_paragraph(text: str, statements: list[tuple[str, str, str]]) -> None:
    found = [one for one in read(text, "weights") if one.source.kind != "author"]
    assert [(one.source.text, one.act, one.content.text) for one in found] == statements
