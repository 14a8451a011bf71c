"""Numbers that marks part, and offsets inside them."""

import pytest

from sayso.text import is_clock, number_around


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("about 9|,000 men", "9,000"),
        ("1,2|00,000 men", "1,200,000"),
        ("1|,200,000 men", "1,200,000"),
        ("1,200,|000 men", "1,200,000"),
        ("by 2.|5 per cent", "2.5"),
        ("at 18|:50 the dam", "18:50"),
        ("in 2024.|31 Another", ""),
        ("nine|, ten", ""),
        ("in 9|, 10 and 11", ""),
        ("version 1.|2.3", ""),
        ("|9,000 men", ""),
        ("of 9,000| men", ""),
        ("|", ""),
    ],
)
def test_an_offset_inside_a_number_finds_it(text: str, number: str) -> None:
    offset = text.index("|")
    plain = text.replace("|", "")
    found = number_around(plain, offset)
    assert (plain[slice(*found)] if found else "") == number


@pytest.mark.parametrize(
    ("text", "is_time"), [("18:50", True), ("9.10", True), ("9,000", False), ("2.5", False)]
)
def test_times_of_day_are_told_from_other_numbers(text: str, is_time: bool) -> None:
    number = number_around(text, text.index(next(mark for mark in ",.:" if mark in text)))
    assert number is not None
    assert is_clock(text, number) == is_time
