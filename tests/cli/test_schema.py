"""`sayso schema`: the JSON Schema of each shape, which what is printed keeps."""

import json

import jsonschema
import pytest

from sayso.show.shapes import SHAPES
from tests.cli.calls import process, sayso


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_has_a_valid_schema(name: str) -> None:
    call = sayso("schema", name)
    assert (call.code, call.err) == (0, "")
    jsonschema.Draft202012Validator.check_schema(call.json())
    assert call.json()["title"].lower() == name


def test_what_read_prints_keeps_the_schema_of_a_statement() -> None:
    schema = sayso("schema", "statement").json()
    text = "A source told Radio Tessel on Monday that it may open in May. Rain fell in Orlan."
    statements = sayso("read", "--rules", "--json", "--published", "2031-03-04", "-", stdin=text).json()
    assert len(statements) == 2
    for one in statements:
        jsonschema.validate(one, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**statements[0], "confidence": "sure"}, schema)


def test_an_unknown_shape_names_those_that_there_are() -> None:
    call = sayso("schema", "rumour")
    assert (call.code, call.out) == (2, "")
    assert all(name in call.err for name in SHAPES)


def test_a_schema_can_be_piped() -> None:
    call = process("schema", "document")
    assert call.code == 0
    assert "text" not in json.loads(call.out)["properties"]
