"""One form of words with another name in it is another matter, unless the names are two forms of one."""

import pytest

from sayso.link.compare import P_OTHER_NAME, compare
from sayso.link.fillers import other_name
from sayso.link.view import view_of
from tests.link.made_marks import mark


def met(one: str, other: str) -> tuple[str, str] | None:
    """The two names, told from marks of two documents."""
    return other_name(view_of(mark("a", one)), view_of(mark("b", other)))


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("The garrison of Quorfield was halved in 1973", "The garrison of Vesford was halved in 1973",
         ("Quorfield", "Vesford")),
        ("The leader inspected the spinning mill at Orlan and praised the girls",
         "The leader inspected the spinning mill at Tarn on Friday and praised the girls", ("Orlan", "Tarn")),
        ("A letter of the bishop of Kestby was read out on Tuesday",
         "A letter of the bishop of Pellthorpe was read out on Monday", ("Kestby", "Pellthorpe")),
        ("Meressa spends a third on the army", "Dorvula spends a third on the army", ("Meressa", "Dorvula")),
        ("The ferry from Ruve to Stahl sank", "The ferry from Ruve to Obrin sank", ("Stahl", "Obrin")),
    ],
)  # fmt: skip
def test_another_name_in_the_same_words_is_told(one: str, other: str, names: tuple[str, str]) -> None:
    assert met(one, other) == names
    assert met(other, one) == names[::-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The garrison of Quorfield was halved", "The garrison of Quorfield was halved"),
        ("The garrison of Kessin was halved in May", "The garrison of Kesin was halved in May"),
        ("The plant at Orlan stopped on Tuesday", "The plant at Orlan stopped on Friday"),
        ("The plant at Orlan stopped in June", "The plant at Orlan stopped in July"),
        ("The court jailed Governor Tamm for nine years", "The court jailed Ilse Tamm for nine years"),
        (
            "An envoy said that WHO had sent doses",
            "An envoy said that World Health Organization had sent doses",
        ),
        ("The border guards of Sarvane shot six", "Six traders were killed on the ice at Kessin"),
        ("Yesterday Pyongyang fired a missile", "Yesterday North Korea fired a missile"),
        ("", ""),
    ],
)
def test_what_may_be_one_name_is_not_told_apart(one: str, other: str) -> None:
    assert met(one, other) is None


def test_an_opening_word_is_a_name_only_where_no_dictionary_has_it() -> None:
    ships, boats = (mark(word, f"{word} lay in the port for a week", names=()) for word in ("Ships", "Boats"))
    assert other_name(view_of(ships), view_of(boats)) is None
    one, two = (mark(word, f"{word} pays a third for the army", names=()) for word in ("Meressa", "Dorvula"))
    assert other_name(view_of(one), view_of(two)) == ("Meressa", "Dorvula")


def test_such_a_pair_is_left_to_a_person_and_says_why() -> None:
    one = mark("a", "The garrison of Quorfield in the east was halved in the spring of 1973")
    other = mark("b", "The garrison of Vesford in the east was halved in the spring of 1973")
    link = compare(one, other)
    assert link is None or link.p <= P_OTHER_NAME
    same = compare(one, mark("c", one.text))
    assert same is not None
    assert same.p > P_OTHER_NAME
    if link is not None:
        assert "One says “Quorfield” where the other says “Vesford”." in link.why
