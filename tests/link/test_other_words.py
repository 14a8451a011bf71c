"""One form of words with another act, thing or doer in it is another matter, unless both mean the same."""

import pytest

from sayso.link.compare import P_OTHER_WORDS, probability
from sayso.link.other_words import other_words
from sayso.link.view import view_of
from tests.link.made_marks import mark
from tests.read.readers import needs_weights

APART = [
    ("Josef Marn has been questioned", "Josef Marn has been nominated", ("questioned", "nominated")),
    ("that Dovic had been beaten", "that Dovic had been transferred", ("beaten", "transferred")),
    ("The blast at the depot was caused by a gas leak", "The blast at the depot was caused by sabotage",
     ("gas leak", "sabotage")),
    ("The price of bread has doubled in Ure", "The price of petrol has doubled in Ure", ("bread", "petrol")),
    ("The village of Ure was shelled by the army", "The village of Ure was shelled by rebels",
     ("army", "rebels")),
    ("Nine soldiers were killed in Ure", "Nine farmers were killed in Ure", ("soldiers", "farmers")),
    ("Nine men were killed in Ure on Monday", "Nine men were injured in Ure on Monday",
     ("killed", "injured")),
]  # fmt: skip


@needs_weights
@pytest.mark.parametrize(("one", "other", "words"), APART)
def test_other_words_in_the_same_form_are_told(one: str, other: str, words: tuple[str, str]) -> None:
    a, b = view_of(mark("a", one)), view_of(mark("b", other))
    assert other_words(a, b) == words
    assert other_words(b, a) == words[::-1]
    assert probability(a, b) <= P_OTHER_WORDS


@needs_weights
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Josef Marn was arrested on Monday", "Josef Marn was detained on Monday"),
        ("that Dovic had been beaten", "that Dovic had been mistreated"),
        ("Soldiers shot a farmer near Ure", "Troops shot a farmer near Ure"),
        ("The mill at Tarn was closed in May", "The mill at Tarn was shut in May"),
        ("Nine men were killed in Ure", "Four men were killed in Ure"),
        ("The mill at Tarn burned on Monday", "The mill at Tarn burned on Friday"),
        ("The mill at Tarn was opened", "The mill at Tarn was closed"),
        ("The mill at Tarn burned", "A fire destroyed the pits"),
        ("The mill at Tarn burned", "The mill at Orlan burned"),
        ("", ""),
    ],
)
def test_words_for_one_thing_days_numbers_and_opposites_are_not(one: str, other: str) -> None:
    assert other_words(view_of(mark("a", one)), view_of(mark("b", other))) is None
