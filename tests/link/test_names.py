"""Names are found and folded so that spellings of one name meet, and those of two countries do not."""

import pytest

from sayso.link.names import Known, known_names, name_key, names_of
from sayso.reference.gazetteer import load_gazetteer
from tests.stopwatch import cpu_seconds, here, timed

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("one", "two"),
    [("Rethany", "Rethan"), ("Rethan's", "Rethany"), ("Vessia", "Vessian"), ("Tarn", "TARN")],
)
def test_a_country_and_its_people_have_one_key(one: str, two: str) -> None:
    assert name_key(one) == name_key(two)


def test_two_countries_have_two_keys() -> None:
    assert len({name_key(name) for name in ("Rethany", "Vessia", "Orlan", "Quillon")}) == 4


def test_a_word_that_opens_a_sentence_is_a_name_only_where_the_document_says_so() -> None:
    text = "Sorrel burned, said the mayor of Tarn."
    assert names_of(text, GAZETTEER, known_names("He saw the mayor of Tarn.")).keys == ("tarn",)
    assert names_of(text, GAZETTEER, known_names("They left Sorrel for Tarn.")).keys == ("sorrel", "tarn")


@pytest.mark.parametrize("dateline", ["TARN, May 4 (HW) - ", "TARN (HW) -- ", "TARN — ", "TARN, May 4 – "])
def test_a_word_behind_a_dateline_opens_its_sentence(dateline: str) -> None:
    known = known_names(f"{dateline}Two men left Sorrel.")
    assert "sorrel" in known.words
    assert "two" not in known.words


def test_a_name_between_dashes_is_one() -> None:
    assert "sorrel" in known_names("He saw the port – Sorrel – in May.").words


def test_in_a_headline_all_capitals_count() -> None:
    assert names_of("Sorrel Burns", GAZETTEER).keys == ("sorrel", "burns")


def test_an_acronym_is_its_long_form_throughout_a_document() -> None:
    known = known_names("The Harbour Directorate (HD) closed the port. Later the HD opened it.")
    short, long = (names_of(t, GAZETTEER, known).keys for t in ("by the HD", "by the Harbour Directorate"))
    assert short == long == ("harbour", "directorat")


def test_letters_that_are_not_those_of_the_words_before_are_no_acronym() -> None:
    assert known_names("The Harbour Directorate (QX) closed the port.").acronyms == {}


@timed
@pytest.mark.parametrize("run", ["A", "A-", "A'", "A ", "of ", "Harbour Directorate "])
def test_a_text_of_nothing_but_capitals_costs_no_more_than_its_length(run: str) -> None:
    taken = cpu_seconds(lambda: known_names(run * 20_000), times=1)
    assert taken < here(4)  # seconds; squared it was a quarter of an hour


@pytest.mark.parametrize(
    "text",
    ["North Orlan closed it", "North-Orlan closed it", "Northern Orlan closed it", "north Orlan's dam"],
)
def test_a_compass_point_is_kept_with_the_name_behind_it(text: str) -> None:
    assert names_of(text, GAZETTEER).directions == ("north:orla",)


def test_a_text_without_names_has_none() -> None:
    assert names_of("", GAZETTEER, Known()) == names_of("a dam broke", GAZETTEER, Known())


@pytest.mark.parametrize("text", ["the north of Orlan", "in the north of the Orlan valley"])
def test_small_words_between_a_compass_point_and_its_name_are_passed_over(text: str) -> None:
    assert names_of(text, GAZETTEER).directions == ("north:orla",)


def test_two_compass_points_share_one_name() -> None:
    assert names_of("North and South Orlan signed", GAZETTEER).directions == ("north:orla", "south:orla")
