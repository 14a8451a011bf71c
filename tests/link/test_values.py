"""One event with different numbers is one claim with several values, each with who gives it."""

from sayso.link.claims import Cluster
from sayso.link.values import values_of, with_another_value
from tests.link.made_marks import claim, mark

FIRST = mark("a", "A fire at the Tarn colliery in Quillon killed 12 miners.")
AGAIN = mark("b", "The fire at the Tarn colliery in Quillon killed twelve miners.")
MORE = mark("c", "The fire at the Tarn colliery in Quillon killed at least 57 miners.", "2031-03-09")


def given(found: Cluster) -> list[tuple[str, float | None, float | None, tuple[str, ...]]]:
    return [(v.slot, v.value.low, v.value.high, v.statements) for v in values_of(found)]


def test_two_numbers_are_two_values_of_one_claim() -> None:
    assert given(claim(FIRST, MORE)) == [("killed", 12, 12, ("s:a",)), ("killed", 57, None, ("s:c",))]


def test_one_number_in_digits_and_words_is_one_value_of_both_statements() -> None:
    assert given(claim(FIRST, AGAIN)) == [("killed", 12, 12, ("s:a", "s:b"))]


def test_who_denies_a_number_does_not_give_it() -> None:
    denial = mark("d", "The fire at the Tarn colliery in Quillon did not kill 40 miners.", "2031-03-10")
    assert given(claim(FIRST, denial)) == [("killed", 12, 12, ("s:a",))]


def test_who_asks_about_a_number_does_not_give_it() -> None:
    asked = mark("e", "Did the fire at the Tarn colliery in Quillon kill 40 miners?", "2031-03-10")
    assert given(claim(FIRST, asked)) == [("killed", 12, 12, ("s:a",))]


def test_another_number_does_not_confirm_the_claim_and_an_open_one_that_fits_does() -> None:
    assert with_another_value(claim(FIRST, MORE)) == {"s:c"}
    least = mark("g", "The fire at the Tarn colliery in Quillon killed at least 10 miners.", "2031-03-09")
    assert with_another_value(claim(FIRST, AGAIN, least)) == set()


def test_a_claim_without_numbers_has_no_values() -> None:
    assert values_of(claim(mark("f", "A fire burned at the Tarn colliery in Quillon."))) == ()
