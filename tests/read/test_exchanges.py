"""Who answers whom; the words prove themselves."""

import pytest

from sayso.lang import abbreviations, load
from sayso.read.sources.exchanges import Exchanges
from sayso.read.sources.places import places_of
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.stopwatch import cpu_seconds, here, timed


@needs_weights
@pytest.mark.parametrize(("text", "printed", "name"), load("en", "exchanges")["proofs"])
def test_who_answers_is_who_was_accused_or_asked(text: str, printed: str, name: str) -> None:
    every = read(text, "weights", publisher="Brisk Radio")
    found = [one.source.name for one in every if one.source.text == printed]
    assert [*dict.fromkeys(found)] == [name]


def test_what_one_body_answers_as_it_is_no_person() -> None:
    text = "The Panel asked Undrey whether it had sold the ore. It replied that it had not."
    assert [one.source.kind for one in read(text) if one.source.name == "Undrey"] == ["unspecified"]


def test_a_name_that_only_begins_a_sentence_is_somebody_where_people_are_asked() -> None:
    text = "Roe was asked why the gate was shut. Rain was expected. He said that he had lost the key."
    assert [one.source.name for one in read(text) if one.source.text == "He"] == ["Roe"]


@timed
def test_exchanges_are_found_in_time_that_grows_with_the_text() -> None:
    def seconds(text: str) -> float:
        spans = sentences(text, abbreviations("en"))
        places = places_of(text, [], "en")
        return cpu_seconds(lambda: len(Exchanges(text, [], places, spans, "en").moves))

    several = "Brod accused Kole of lying. He denied it. The Courier put the claims to the ministry. "
    assert seconds(several * 2000) < 7 * seconds(several * 500) + here(0.1)
    one = " accused and asked and told"
    assert seconds("Brod" + one * 4000) < 7 * seconds("Brod" + one * 1000) + here(0.1)
