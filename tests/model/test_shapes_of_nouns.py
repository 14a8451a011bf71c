"""The nouns: frozen, told apart by content, and the same after a round through JSON."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import MissingWeights, Problem, SaysoError, UnreadableInput, UsageError
from sayso.model import (
    FACTUALITIES,
    SCALE,
    Certainty,
    Cue,
    Document,
    DocumentRow,
    Extent,
    Proposition,
    Said,
    Source,
    Span,
    Statement,
    Time,
    factuality,
    make_document,
    row_of,
)

TEXT = "A diplomat said on Monday that rain may fall in May."
DAY = st.none() | st.dates().map(str)
texts = st.text(max_size=12)
span_tuples = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1, 50)).map(lambda p: Span(*p)), max_size=3
).map(tuple)


def statement(**changed: Any) -> Statement:
    """A statement with every field filled; `changed` fields instead of those."""
    whole = Statement(
        id="s:1",
        document="d:1",
        input="a.txt",
        sentence=0,
        reading="en-1",
        source=Source(
            spans=(Span(0, 10),), text="A diplomat", name="diplomat", kind="official", anonymous=True
        ),
        medium=None,
        cue=Cue(spans=(Span(11, 15),), text="said", lemma="say"),
        content=Extent.of(TEXT, [Span(26, 51)]),
        quotation="indirect",
        within=None,
        chain=("The Lantern", "diplomat"),
        said=Said(spans=(Span(16, 25),), text="on Monday", from_="2031-03-03", to="2031-03-03"),
        evidentiality="unstated",
        propositions=(
            Proposition(
                id="p:1",
                spans=(Span(26, 51),),
                text=TEXT[26:51],
                factuality="PS+",
                times=(
                    Time(spans=(Span(48, 51),), text="May", from_="2031-05-01", role="event", grain="month"),
                ),
            ),
        ),
        confidence=0.93,
    )
    return msgspec.structs.replace(whole, **changed)


@given(span_tuples, texts, texts, DAY, DAY, st.floats(0, 1))
def test_a_statement_survives_json(
    spans: tuple[Span, ...], words: str, name: str, first: str | None, last: str | None, confidence: float
) -> None:
    one = statement(
        source=Source(spans=spans, text=words, name=name),
        said=Said(spans=spans, text=words, from_=first, to=last),
        chain=(name,),
        confidence=confidence,
    )
    assert msgspec.json.decode(msgspec.json.encode(one), type=Statement) == one


@given(texts, st.none() | texts, DAY)
def test_a_document_survives_json(text: str, publisher: str | None, published: str | None) -> None:
    one = make_document(text, input="a.txt", publisher=publisher, published=published, captions=(Span(0, 1),))
    assert msgspec.json.decode(msgspec.json.encode(one), type=Document) == one


def test_intervals_are_called_from_and_to_in_json() -> None:
    row = msgspec.json.decode(msgspec.json.encode(statement()))
    assert row["said"] == {"spans": [[16, 25]], "text": "on Monday", "from": "2031-03-03", "to": "2031-03-03"}
    assert row["propositions"][0]["times"][0]["to"] is None


def test_json_has_every_field_of_a_statement_even_where_nothing_is_known() -> None:
    row = msgspec.json.decode(msgspec.json.encode(statement(said=None, cue=None)))
    assert set(row) == set(Statement.__struct_fields__)
    assert row["said"] is row["cue"] is row["medium"] is row["within"] is None


def test_a_factuality_that_does_not_exist_is_refused_from_json() -> None:
    raw = msgspec.json.encode(statement()).replace(b'"PS+"', b'"true"')
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(raw, type=Statement)


@pytest.mark.parametrize("noun", [statement(), Source(), Extent(), Problem(where="a", what="b")])
def test_nouns_cannot_be_changed(noun: Any) -> None:
    with pytest.raises(AttributeError):
        setattr(noun, noun.__struct_fields__[0], "another")


@pytest.mark.parametrize("certainty", ["CT", "PR", "PS"])
def test_factuality_is_certainty_and_polarity(certainty: Certainty) -> None:
    assert factuality(certainty, False) == f"{certainty}+"
    assert factuality(certainty, True) == f"{certainty}-"


def test_what_is_unknown_has_no_polarity() -> None:
    assert factuality("U", True) == factuality("U", False) == "U"


def test_the_scale_of_factuality_is_symmetrical_and_complete() -> None:
    assert set(SCALE) == set(FACTUALITIES)
    mirrored = {
        value[:-1] + ("-" if value[-1] == "+" else "+"): -size
        for value, size in SCALE.items()
        if value != "U"
    }
    assert mirrored == {value: size for value, size in SCALE.items() if value != "U"}
    assert SCALE["CT+"] > SCALE["PR+"] > SCALE["PS+"] > SCALE["U"] == 0


def test_an_empty_text_has_no_words_and_still_an_id() -> None:
    empty = make_document("", input="-")
    assert (empty.words, empty.status) == (0, "ok")
    assert empty.id.startswith("d:")


def test_a_row_is_the_document_without_its_text() -> None:
    document = make_document("He said so.", input="a.txt", publisher="The Lantern")
    row = row_of(document)
    assert isinstance(row, DocumentRow)
    assert (row.id, row.publisher, row.words) == (document.id, "The Lantern", 3)
    assert "text" not in DocumentRow.__struct_fields__


def test_a_problem_says_where_what_and_what_to_do() -> None:
    problem = Problem(where="a.pdf", what="this is a PDF", hint="save its text")
    assert str(problem) == "a.pdf: this is a PDF (save its text)"
    assert str(Problem(where="a.pdf", what="this is a PDF")) == "a.pdf: this is a PDF"


@pytest.mark.parametrize(
    "error", [UsageError("x"), MissingWeights("x"), UnreadableInput(Problem(where="a", what="b"))]
)
def test_every_error_raised_on_purpose_has_one_root(error: Exception) -> None:
    assert isinstance(error, SaysoError)


def test_an_unreadable_input_carries_its_problem() -> None:
    problem = Problem(where="a", what="b")
    assert UnreadableInput(problem).problem is problem
