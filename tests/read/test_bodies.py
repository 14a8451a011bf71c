"""Names of bodies that are made of people, and several who are named one by one."""

import pytest

from sayso.read.sources.bodies import as_body, is_singular
from sayso.read.sources.kinds import kind_of
from sayso.read.sources.mentions import read_mention
from tests.read.readers import needs_weights, read
from tests.read.small_gazetteer import SmallGazetteer


@pytest.mark.parametrize(
    ("printed", "cue"),
    [
        ("Nurses for Peace", "says"),
        ("Teachers of Orlan", "does not know"),
        ("Doctors Across Borders, whose teams were expelled", "said"),
        ("Feed the Children", "denies"),
    ],
)
def test_people_with_capitals_and_a_verb_for_one_are_a_body(printed: str, cue: str) -> None:
    mention = as_body(read_mention(printed), cue, "en")
    assert (mention.name, mention.plural) == (printed.split(",")[0], False)
    assert kind_of(mention, SmallGazetteer(), "en") == ("organization", False)


@pytest.mark.parametrize(
    ("printed", "cue"),
    [
        ("Nurses for Peace", "say"),
        ("Doctors in Orlan", "said"),
        ("Residents", "says"),
        ("Two nurses from Orlan", "says"),
        ("Nurses for peace", "says"),
        ("Ine Vollar", "says"),
    ],
)
def test_people_stay_people(printed: str, cue: str) -> None:
    mention = read_mention(printed)
    assert as_body(mention, cue, "en") == mention


def test_a_verb_for_one_is_in_the_present() -> None:
    assert [is_singular(cue, "en") for cue in ("says", "has said", "does not know")] == [True] * 3
    assert [is_singular(cue, "en") for cue in ("say", "said", "told", "")] == [False] * 4


@needs_weights
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Free the Miners, whose office was raided in May, says it lost its files.", "Free the Miners"),
        ("But the Miners say they are hungry.", "Miners"),
    ],
)
def test_a_name_may_begin_with_a_verb(text: str, name: str) -> None:
    assert read(text, "weights")[0].source.name == name


@pytest.mark.parametrize(
    ("printed", "listed", "kind"),
    [
        ("Two doctors, Ana Sool and Tom Birk", ("Ana Sool", "Tom Birk"), "expert"),
        (
            "Three lawyers, Ivo Grant, Lena Ostra and Piet Holm",
            ("Ivo Grant", "Lena Ostra", "Piet Holm"),
            "person",
        ),
    ],
)
def test_several_who_are_named_are_one_group_with_all_names(
    printed: str, listed: tuple[str, ...], kind: str
) -> None:
    mention = read_mention(printed)
    assert (mention.listed, mention.name, mention.full) == (listed, "", printed)
    assert kind_of(mention, SmallGazetteer(), "en") == (kind, False)


@pytest.mark.parametrize(
    "printed",
    [
        "Two guards, a farmer and a clerk",
        "A doctor, Ana Sool",
        "Observers from Velmar, Tarn Holm and Orlan",
        "Residents of two towns, Tarn Holm and Orlan",
        "Ana Sool and Tom Birk",
    ],
)
def test_nobody_else_is_listed(printed: str) -> None:
    assert read_mention(printed).listed == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A farmer in the north, Piet Holm, shrugged. “It is nonsense,” he said.", "Piet Holm"),
        ("An agronomist in exile, Lev Sarn, laughed at us. “It is nonsense,” he said.", "Lev Sarn"),
        (
            "A diplomat in the capital, Velmar City, shrugged. “It is nonsense,” he said.",
            "diplomat in the capital",
        ),
    ],
)
def test_a_name_behind_a_place_is_whoever_is_there_and_not_the_place(text: str, name: str) -> None:
    said = next(s for s in read(text) if s.source.text == "he")
    assert said.source.name == name


def test_one_more_than_two_is_another_person_of_their_kind() -> None:
    text = "Two officials said the mine was shut. A third said it was open."
    third = read(text)[-1]
    assert (third.source.name, third.source.kind, third.source.anonymous) == (
        "third official",
        "official",
        True,
    )
    one = read("Two officials said the mine was shut. One of them said it was open.")[-1]
    assert one.source.name == "Two officials"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The company that runs the plant could not be reached.", "The company that runs the plant"),
        ("The firm that owns the well did not respond.", "The firm that owns the well"),
        ("The paper that printed the story did not answer questions.", "The paper that printed the story"),
    ],
)
def test_a_clause_about_who_is_silent_belongs_to_him(text: str, source: str) -> None:
    assert [s.source.text for s in read(text)] == [source]


def test_places_in_a_row_name_nobody() -> None:
    assert read_mention("Observers from Velmar, Tarn Holm and Orlan").name == ""
