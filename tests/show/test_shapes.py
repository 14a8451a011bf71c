"""The printed shapes: what is encoded fits its schema, and no cell is a formula."""

import csv
import io
import json
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Problem, UsageError
from sayso.model import (
    Cue,
    Extent,
    Proposition,
    Said,
    Source,
    Span,
    Statement,
    Time,
    make_document,
    row_of,
)
from sayso.show.shapes import (
    COLUMNS,
    SHAPES,
    as_json,
    as_jsonl,
    safe_cell,
    schema,
    statements_csv,
)

TEXT = "On Monday a trader said that nothing would come in May."


def statement(**changes: Any) -> Statement:
    made = Statement(
        id="s:1",
        document="d:1",
        input="a.txt",
        sentence=0,
        reading="en-1",
        source=Source(spans=(Span(10, 18),), text="a trader", name="trader", kind="public", anonymous=True),
        medium=None,
        cue=Cue(spans=(Span(19, 23),), text="said", lemma="say"),
        content=Extent.of(TEXT, [Span(24, 54)]),
        quotation="indirect",
        within=None,
        chain=("The Lantern", "trader"),
        said=Said(spans=(Span(3, 9),), text="Monday", from_="2021-05-17", to="2021-05-17"),
        evidentiality="unstated",
        propositions=(
            Proposition(
                id="p:1",
                spans=(Span(29, 54),),
                text=TEXT[29:54],
                factuality="CT-",
                times=(Time(spans=(Span(48, 54),), text="in May", from_="2021-05-01", role="due"),),
            ),
        ),
        confidence=0.5,
    )
    return msgspec.structs.replace(made, **changes)


BARE = statement(
    source=Source(),
    cue=None,
    said=None,
    content=Extent(),
    propositions=(),
    chain=(),
    within="s:0",
    medium=Extent(),
)


def cells(*statements: Statement) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(statements_csv(statements).decode(), newline="")))


@pytest.mark.parametrize("made", [statement(), BARE])
def test_an_encoded_statement_fits_its_schema(made: Statement) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema("statement")))
    (encoded,) = json.loads(as_json([made]))
    validator.validate(encoded)
    assert encoded["content"]["spans"] == [list(span) for span in made.content.spans]


def test_the_schema_refuses_what_is_no_statement() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema("statement")))
    encoded = json.loads(as_json([statement()]))[0]
    assert not validator.is_valid({**encoded, "quotation": "loud"})
    assert not validator.is_valid({key: value for key, value in encoded.items() if key != "content"})
    assert validator.is_valid({**encoded, "later": 1})


def test_documents_problems_and_propositions_fit_their_schemas() -> None:
    problem = Problem(where="a.txt", what="cut", hint="split it")
    values = {
        "document": row_of(make_document(TEXT, input="a.txt", problems=(problem,), language="en")),
        "problem": problem,
        "proposition": statement().propositions[0],
    }
    for name, value in values.items():
        jsonschema.validate(json.loads(msgspec.json.encode(value)), json.loads(schema(name)))


@pytest.mark.parametrize("name", SHAPES)
def test_every_schema_is_one_and_says_what_it_describes(name: str) -> None:
    found = json.loads(schema(name))
    jsonschema.Draft202012Validator.check_schema(found)
    assert found["title"] == name.capitalize()
    assert found["description"]


def test_an_unknown_shape_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="statement, document, proposition, problem"):
        schema("rumour")


def test_json_is_one_array_and_json_lines_one_object_a_line() -> None:
    pair = [statement(), BARE]
    lines = as_jsonl(pair).splitlines()
    assert json.loads(as_json(pair)) == [json.loads(line) for line in lines]
    assert msgspec.json.decode(lines[0], type=Statement) == pair[0]


def test_nothing_is_an_empty_array_no_line_and_a_head() -> None:
    assert (as_json([]), as_jsonl([])) == (b"[]\n", b"")
    assert statements_csv([]) == ",".join(COLUMNS).encode() + b"\r\n"


def test_a_row_of_csv_is_flat() -> None:
    (row,) = cells(statement())
    assert row["chain"] == "The Lantern > trader"
    assert row["times"] == "due: in May (2021-05-01/..)"
    assert row["said"] == "Monday (2021-05-17/2021-05-17)"
    assert (row["anonymous"], row["factuality"]) == ("true", "CT-")
    assert (row["source_spans"], row["cue_spans"], row["content_spans"]) == ("10-18", "19-23", "24-54")


@given(st.sampled_from("=+-@\t\r"), st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20))
def test_no_cell_can_be_a_formula(sign: str, rest: str) -> None:
    words = sign + rest
    (row,) = cells(statement(source=Source(text=words, name=words), chain=(words,), input=words))
    for column in ("source", "source_name", "chain", "input"):
        assert row[column] == "'" + words


def test_an_ordinary_cell_is_left_alone() -> None:
    assert [safe_cell(words) for words in ("", "5 = 5", "'quoted'", "plain")] == [
        "",
        "5 = 5",
        "'quoted'",
        "plain",
    ]
