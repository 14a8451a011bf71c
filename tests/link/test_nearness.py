"""Which propositions are compared for their meaning alone: near ones, in two documents on one matter."""

from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link import nearness
from sayso.link.compare import probability
from sayso.link.encoder import GENERATION, load_encoder
from sayso.link.mark import Mark
from sayso.link.nearness import are_near, near, placed
from sayso.link.view import view_of
from tests.link.made_marks import mark


def vector(first: int, second: int) -> bytes:
    """A direction in the plane of the first two numbers."""
    return bytes([first % 256, second % 256, *([0] * 382)]) + GENERATION


def stored(name: str, one: bytes, topic: bytes = vector(100, 0)) -> bytes:
    return msgspec.msgpack.encode(mark(name, "It fell.", vector=one, topic=topic, document=f"d:{name}"))


def test_only_near_propositions_are_paired() -> None:
    found = near(
        placed([stored("a", vector(100, 0))]),
        [placed([stored("b", vector(90, 40)), stored("c", vector(0, 100))])],
    )
    assert found == [("p:a", "p:b")]


def test_a_document_without_vectors_has_no_pairs() -> None:
    assert near(placed([]), [placed([stored("b", vector(90, 40))])]) == []
    assert near(placed([stored("a", b"")]), [placed([stored("b", vector(1, 0))])]) == []


def test_what_is_near_in_documents_on_other_matters_is_left_apart() -> None:
    one = placed([stored("a", vector(100, 0))])
    assert are_near(one, placed([stored("b", vector(90, 40))]))
    assert not are_near(one, placed([stored("b", vector(90, 40), topic=vector(0, 100))]))
    assert not are_near(one, placed([stored("b", vector(0, 100))]))


def test_a_vector_of_earlier_weights_is_as_good_as_none() -> None:
    earlier = vector(100, 0)[:-1]
    assert view_of(mark("a", "It fell.", vector=earlier)).vector is None
    assert not are_near(placed([stored("a", earlier, topic=earlier)]), placed([stored("b", vector(100, 0))]))


@given(st.lists(st.binary(min_size=384, max_size=384), min_size=1, max_size=6), st.integers(1, 2000))
def test_who_is_compared_beside_two_changes_nothing_for_them(some: list[bytes], products: int) -> None:
    rows = [stored(str(number), one + GENERATION) for number, one in enumerate(some)]
    one, others = placed(rows[:1]), [placed([row]) for row in rows]
    with patch.object(nearness, "MOST_PRODUCTS", products):
        together = near(one, others)
    assert together == [pair for other in others for pair in near(one, [other])]
    assert sorted(pair[::-1] for other in others for pair in near(other, [one])) == sorted(together)


def test_two_that_share_no_word_may_be_one_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = load_encoder()
    assert encoder is not None
    texts = ("Rebels seized the airport", "Insurgents captured the airfield")
    one, two = (
        msgspec.structs.replace(mark(name, text), vector=encoder.encode([text])[0])
        for name, text in zip("ab", texts, strict=True)
    )
    assert set(one.stems).isdisjoint(two.stems)
    monkeypatch.setattr("sayso.link.compare.NEAR", 0.5)  # not at the edge: int8 differs between processors
    assert probability(view_of(one), view_of(two)) > 0.0
    monkeypatch.setattr("sayso.link.compare.NEAR", 0.9)
    assert probability(view_of(one), view_of(two)) == 0.0


def test_without_vectors_two_that_share_no_word_are_none() -> None:
    one: Mark = mark("a", "A train derailed")
    assert probability(view_of(one), view_of(mark("b", "Wagons fell"))) == 0.0
