"""A source phrase is taken apart as printed, and the channel is told from who speaks through it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span, words_at
from sayso.read.sources.media import split_medium
from sayso.read.sources.mentions import read_mention
from tests.stopwatch import cpu_seconds, here, timed


def split(words: str) -> tuple[str, str]:
    source, medium = split_medium(words, (Span(0, len(words)),))
    return words_at(words, source), words_at(words, medium)


@pytest.mark.parametrize(
    ("printed", "head", "name", "body"),
    [
        ("Ilo Marsk, a trader in Orlan", "trader", "Ilo Marsk", ""),
        ("Finance Minister Harald Osk", "minister", "Harald Osk", ""),
        ("His deputy, Ine Vollar,", "deputy", "Ine Vollar", ""),
        ("a spokesman for the Ministry of Carriage", "spokesman", "", "Ministry of Carriage"),
        ("Harrow Pact spokesperson", "spokesperson", "", "Harrow Pact"),
        ("the embassy’s press office", "press office", "", "embassy"),
        ("Foreign Ministry spokesman Ilo Marsk", "spokesman", "Ilo Marsk", "Foreign Ministry"),
        ("a high-level source who left in May", "source", "", ""),
        ("a Western shipping company", "company", "", ""),
        ("a man living near the border", "man", "", ""),
        ("the Lisgrave woman running the inquiry", "woman", "", "Lisgrave"),
        ("people living near the border", "person", "", ""),
        ("Mr. Osk", "", "Osk", ""),
        ("Robin Cook", "", "Robin Cook", ""),
        ("Minister of Foreign Affairs Ine Vollar", "minister", "Ine Vollar", ""),
        ("US and Philippine officials", "official", "", ""),
        ("the Reconnaissance General Bureau", "bureau", "Reconnaissance General Bureau", ""),
        ("many of the residents", "resident", "", ""),
        ("A diplomat in the capital, Velmar City", "diplomat", "", ""),
        ("Two traders in the northern port, Tarn Holm", "trader", "", ""),
        ("A resident of the provincial capital, Orund", "resident", "", "provincial capital"),
        ("The mayor of the capital, Velmar City", "mayor", "", "capital"),
        ("The mayor of the capital, Ine Vollar", "mayor", "Ine Vollar", "capital"),
        ("A resident of the town, Ine Vollar", "resident", "Ine Vollar", "town"),
        ("A nurse in the capital, Mrs Vollar", "nurse", "Vollar", ""),
        (
            "The director of the clinic in the capital, Ine Vollar",
            "director",
            "Ine Vollar",
            "clinic in the capital",
        ),
        ("A diplomat, Ine Vollar", "diplomat", "Ine Vollar", ""),
    ],
)
def test_a_phrase_gives_its_noun_its_name_and_the_body_it_speaks_for(
    printed: str, head: str, name: str, body: str
) -> None:
    mention = read_mention(printed)
    assert (mention.head, mention.name, mention.body) == (head, name, body)


def test_an_acronym_in_brackets_belongs_to_the_name_before_it() -> None:
    mention = read_mention("the Union for Bread and Salt (UBS)")
    assert (mention.name, mention.acronym) == ("Union for Bread and Salt", "UBS")


def test_a_relative_clause_is_no_part_of_a_name() -> None:
    assert read_mention("two people who load freight there").core == "two people"


def test_a_clause_that_tells_who_it_is_belongs_to_the_full_description() -> None:
    assert read_mention("a woman whose name is withheld").full == "woman whose name is withheld"
    assert read_mention("two traders, who asked not to be named").full == "two traders"
    assert read_mention("a fourth witness, a former guard").full == "fourth witness, a former guard"


def test_what_a_cut_phrase_leaves_hanging_is_no_part_of_a_name() -> None:
    assert read_mention("Orlan’s state media on").core == "Orlan’s state media"
    assert read_mention("his superior").core == "superior"


def test_an_article_is_no_part_of_a_name() -> None:
    assert read_mention("the Russian embassy in Orlan").core == "Russian embassy in Orlan"


def test_a_verb_is_no_part_of_a_name() -> None:
    assert read_mention("the authorities have raised prices").core == "authorities"


def test_number_and_gender_are_read_where_they_are_printed() -> None:
    assert read_mention("two officials").plural
    assert not read_mention("an official").plural
    assert read_mention("a spokeswoman").gender == "f"
    assert read_mention("He").gender == "m"


def test_an_acronym_that_looks_like_a_pronoun_is_a_name() -> None:
    assert read_mention("WHO").pronoun is None
    assert read_mention("who").pronoun is not None


@pytest.mark.parametrize(
    ("printed", "source", "medium"),
    [
        ("a report by Radio Tessel", "Radio Tessel", "a report by"),
        ("a statement from the ministry", "the ministry", "a statement from"),
        ("a telephone call with the embassy", "the embassy", "a telephone call with"),
        ("Russian media reports", "Russian media", "reports"),
        ("the KCNA commentary", "the KCNA", "commentary"),
        ("the ministry’s statement", "the ministry", "statement"),
        ("The report", "The report", ""),
        ("a Russian report", "a Russian report", ""),
        ("a study of birds", "a study of birds", ""),
        ("state media", "state media", ""),
        ("The Harrow Post", "The Harrow Post", ""),
    ],
)
def test_the_channel_is_told_from_the_source(printed: str, source: str, medium: str) -> None:
    assert split(printed) == (source, medium)


def test_a_source_in_several_pieces_is_left_as_it_is() -> None:
    pieces = (Span(0, 8), Span(12, 20))
    assert split_medium("a report xx by Radio", pieces) == (pieces, ())


@given(st.text(max_size=300))
def test_any_text_is_read_without_error_and_split_inside_itself(words: str) -> None:
    mention = read_mention(words)
    assert mention.text == words
    spans = (Span(0, len(words)),)
    source, medium = split_medium(words, spans)
    assert all(0 <= span.start <= span.end <= len(words) for span in (*source, *medium))
    assert source


@timed
@pytest.mark.parametrize("words", ["a" * 5_000_000, "A " * 1_000_000, "a-" * 2_000_000, "(" * 1_000_000])
def test_hostile_phrases_do_not_hang(words: str) -> None:
    assert read_mention(words).text == words
    assert cpu_seconds(lambda: read_mention(words), times=1) < here(8)


@pytest.mark.parametrize("words", ["the U.S.", "The U.S."])
def test_the_last_point_of_an_acronym_stays(words: str) -> None:
    assert read_mention(words).core == "U.S."


def test_a_possessive_inside_a_name_owns_nothing() -> None:
    assert read_mention("the Foreign Ministry of the Orland People's Republic").owner == ""


@pytest.mark.parametrize(
    ("printed", "core"),
    [
        ("The National Council of Renewal today", "National Council of Renewal"),
        ("The Union of Dockers late", "Union of Dockers"),
        ("Salness Today", "Salness Today"),
        ("the late", "late"),
        ("today", "today"),
    ],
)
def test_what_says_when_is_no_part_of_a_name(printed: str, core: str) -> None:
    assert read_mention(printed).core == core


def test_the_same_agency_points_back_as_the_agency_does() -> None:
    mention = read_mention("the same agency")
    assert (mention.determiner, mention.head, mention.before) == ("the", "agency", ())
