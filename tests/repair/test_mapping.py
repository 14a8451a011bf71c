"""Which statement of an older reading is which of a newer one."""

from collections.abc import Sequence

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Cue, Extent, Mapped, Span, Statement, statement_id
from sayso.repair.mapping import map_readings
from tests.repair.made import DOCUMENT, TEXT, made

FERRY = made("The Harbour Office", "said", "that the ferry would sail in May and that the quay was safe")
SAIL = made("The Harbour Office", "said", "that the ferry would sail in May")
QUAY = made("The Harbour Office", "said", "that the quay was safe")
LATE = made(None, None, "The ferry was late.")


def kinds(old: Sequence[Statement], new: Sequence[Statement]) -> list[str]:
    return [line.kind for line in map_readings(old, new)]


def test_what_is_read_alike_is_the_same() -> None:
    later = msgspec.structs.replace(FERRY, reading="en-2", confidence=0.4)
    assert map_readings([FERRY], [later]) == (Mapped(kind="same", before=FERRY.id, after=FERRY.id),)


def test_the_same_places_read_otherwise_are_changed() -> None:
    assert kinds([FERRY], [msgspec.structs.replace(FERRY, evidentiality="direct")]) == ["changed"]


def test_a_shorter_content_with_the_same_cue_is_changed() -> None:
    assert map_readings([FERRY], [SAIL]) == (Mapped(kind="changed", before=FERRY.id, after=SAIL.id),)


def test_one_that_became_two_is_split_and_two_that_became_one_are_merged() -> None:
    assert kinds([FERRY], [SAIL, QUAY]) == ["split", "split"]
    assert kinds([SAIL, QUAY], [FERRY]) == ["merged", "merged"]


def test_what_is_left_is_dropped_or_added() -> None:
    assert kinds([FERRY, LATE], [FERRY]) == ["same", "dropped"]
    assert kinds([LATE], [FERRY, LATE]) == ["added", "same"]


def test_the_authors_sentence_that_has_a_source_now_is_changed() -> None:
    before = made(None, None, "A nurse said the ward was full, adding that two doctors had left.")
    after = made("A nurse", "said", "the ward was full, adding that two doctors had left")
    assert kinds([before], [after]) == ["changed"]


def test_who_attributes_inside_what_another_says_is_not_that_other() -> None:
    outer = made(
        "The Lantern" if "The Lantern" in TEXT else "A nurse", "said", "the ward was full, adding that two"
    )
    inner = made(None, "adding", "that two doctors had left")
    assert kinds([outer], [inner]) == ["added", "dropped"]


def test_nothing_maps_to_nothing() -> None:
    assert map_readings([], []) == ()


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """A statement somewhere in the text."""
    start = draw(st.integers(0, len(TEXT) - 30))
    cue = (Span(start, start + 4),)
    first = draw(st.integers(start + 5, start + 15))
    content = (Span(first, min(len(TEXT), first + draw(st.integers(1, 60)))),)
    id = statement_id(DOCUMENT.id, (), cue, content)
    said = Cue(spans=cue, text=TEXT[start : start + 4], lemma="say")
    return msgspec.structs.replace(LATE, id=id, cue=said, content=Extent.of(TEXT, content))


READINGS = st.lists(statements(), max_size=8, unique_by=lambda s: s.id)


@given(READINGS, READINGS)
def test_every_statement_of_both_readings_is_in_the_map(old: list[Statement], new: list[Statement]) -> None:
    lines = map_readings(old, new)
    assert {line.before for line in lines if line.before} == {s.id for s in old}
    assert {line.after for line in lines if line.after} == {s.id for s in new}


@given(READINGS)
def test_a_reading_maps_to_itself(reading: list[Statement]) -> None:
    assert [(x.kind, x.before) for x in map_readings(reading, reading)] == [("same", s.id) for s in reading]


@given(READINGS, READINGS)
def test_a_map_read_backwards_joins_the_same_statements(old: list[Statement], new: list[Statement]) -> None:
    there = {(x.before, x.after) for x in map_readings(old, new)}
    back = {(x.after, x.before) for x in map_readings(new, old)}
    assert {pair[0] for pair in there if pair[1] is None} == {pair[0] for pair in back if pair[1] is None}
