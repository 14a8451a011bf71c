"""Ids: hashes of content, so that the same evidence has the same id on every machine."""

import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span, digest, document_id, place, proposition_id, sha256_of, statement_id

PINNED = {
    "document": "d:5d3d13b8eed59e040ba8",
    "statement": "s:32b29f7e17817d1287b1",
    "proposition": "p:4c9c453772f7c8d0281f",
}
parts = st.lists(st.none() | st.text(max_size=6), max_size=4)


def test_an_id_is_a_prefix_and_twenty_hexadecimal_digits() -> None:
    assert re.fullmatch(r"s:[0-9a-f]{20}", digest("s", ("a", None)))


def test_ids_stay_the_same_from_release_to_release() -> None:
    # Ledgers hold these ids: a change here orphans everything that points at a statement.
    document = document_id("The road is closed.", "The Lantern", "2031-03-04", None)
    statement = statement_id(document, (Span(0, 3),), (), (Span(4, 9), Span(12, 20)))
    assert document == PINNED["document"]
    assert statement == PINNED["statement"]
    assert proposition_id(statement, (Span(4, 9),)) == PINNED["proposition"]


@given(parts, parts)
def test_different_parts_have_different_digests(left: list[str | None], right: list[str | None]) -> None:
    assert (digest("x", left) == digest("x", right)) == (left == right)


def test_nothing_and_the_empty_text_differ() -> None:
    assert document_id("text", None, None, None) != document_id("text", "", None, None)


def test_a_wire_text_in_two_outlets_is_two_documents() -> None:
    assert document_id("text", "A", None, None) != document_id("text", "B", None, None)


def test_the_same_words_at_another_place_are_another_statement() -> None:
    assert statement_id("d:1", (), (), (Span(0, 5),)) != statement_id("d:1", (), (), (Span(6, 11),))


def test_a_span_of_the_source_is_none_of_the_content() -> None:
    span = (Span(0, 5),)
    assert statement_id("d:1", span, (), ()) != statement_id("d:1", (), (), span)


def test_a_place_is_written_start_to_end() -> None:
    assert place([Span(3, 9), Span(12, 15)]) == "3-9,12-15"
    assert place([]) == ""


def test_the_hash_of_a_text_is_sha_256_of_its_utf_8() -> None:
    assert sha256_of("국경") == hashlib.sha256("국경".encode()).hexdigest()


def test_a_lone_surrogate_can_be_hashed() -> None:
    assert len(sha256_of("\ud800")) == 64
