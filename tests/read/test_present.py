"""Who is there while words are spoken is not "he" in them; labels of turns stand for whoever they name."""

import pytest

from sayso.read.sources.present import in_own_words, is_turn
from tests.read.readers import BOTH, needs_weights, read
from tests.read.relations import relation

INTERVIEW = """Captain Beno Raask sailed the ferry for years.

Harbour Review: Why was it closed?

Raask: A customs officer told me that it carried more than passengers. He said that crates were loaded.

Harbour Review: Will it reopen?

Raask: The ministry says so. They said so in spring, too.
"""
ANSWERS = """With me in the studio is Lise Torma, who left the Upper Harrin valley in April.

Q: Is there bread?

A: A guard told my sister that there was none. He said that the lorries had turned back.

Q: Is that so?

A: I believe that it is.
"""


@pytest.mark.parametrize("finder", BOTH)
def test_who_answers_is_not_he_in_the_answer(finder: str) -> None:
    found = read(INTERVIEW, finder, publisher="Harbour Review")
    (one,) = [one for one in found if one.source.text == "He"]
    assert (one.source.name, one.chain) == (
        "customs officer",
        ("Harbour Review", "Beno Raask", "customs officer"),
    )


@needs_weights
def test_they_are_not_those_who_ask() -> None:
    found = read(INTERVIEW, "weights", publisher="Harbour Review")
    assert [one.source.name for one in found if one.source.text == "They"] == ["ministry"]


@pytest.mark.parametrize("finder", BOTH)
def test_q_is_the_outlet_and_a_whoever_was_named_before(finder: str) -> None:
    found = read(ANSWERS, finder)
    names = {one.source.text: one.source.name for one in found}
    assert (names["Q"], names["A"], names["He"]) == ("The Lantern", "Lise Torma", "guard")


def test_a_turn_stands_at_the_head_of_its_line() -> None:
    text = "Q: Is it open?\n\nHe asked: Is it?"
    assert is_turn(text, relation(text, "Q", ":", "Is it open?"))
    assert not is_turn("\n" + text, relation("\n" + text, "open", ":", "Is it open?"))


def test_own_words_stand_in_quotation_marks() -> None:
    text = "“He lied,” she said of what he had told her."
    one = relation(text, "she", "said", "“He lied,”")
    assert in_own_words(text, one, text.index("He"))
    assert not in_own_words(text, one, text.index("she"))


@needs_weights
def test_a_stands_for_the_one_of_whom_it_is_told_who_that_is() -> None:
    text = (
        "We spoke by telephone with a crane driver, Ilse Maart, who left Port Sellin on Friday.\n\n"
        "Q: What did you see?\n\nA: I saw that three men were carried out.\n"
    )
    answer = next(one for one in read(text, "weights") if one.source.text == "A")
    assert answer.source.name == "Ilse Maart"
