"""Who is cited by whom: "X, citing Y, which in turn cited Z, said", "X, according to Y, said"."""

import pytest

from sayso.read.mending.citing import with_citations
from sayso.read.mending.source_pieces import with_one_source
from sayso.read.relation import Relation
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.read.relations import at, relation


def chains(text: str, content: str) -> set[str]:
    """The chains of the statements with this content, without the publisher."""
    return {" > ".join(s.chain[1:]) for s in read(text, "weights") if s.content.text == content}


@needs_weights
@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "The Beacon, citing the agency, which in turn cited the ministry, said the road was open.",
            "the road was open",
            {"Beacon", "Beacon > agency", "Beacon > agency > ministry"},
        ),
        (
            "The Dawn, citing a lawyer, who quoted his client, said the camp was full.",
            "the camp was full",
            {"Dawn", "Dawn > lawyer", "Dawn > lawyer > client"},
        ),
        (
            "The Beacon, which quoted a guard, said he was ill.",
            "he was ill",
            {"Beacon", "Beacon > guard"},
        ),
        (
            "Local media, quoting the governor, Ruud Amsel, reported that the dam had held.",
            "that the dam had held",
            {"Local media", "Local media > Ruud Amsel"},
        ),
        (
            "Prosecutors, citing a witness, Ana Sool, said that the mayor had fled.",
            "that the mayor had fled",
            {"Prosecutors", "Prosecutors > Ana Sool"},
        ),
        (
            "The Beacon, citing Ruud Amsel, the governor of Orlan, said the dam had held.",
            "the dam had held",
            {"Beacon", "Beacon > Ruud Amsel"},
        ),
    ],
)
def test_who_is_cited_stands_inside_the_one_who_cites(text: str, content: str, expected: set[str]) -> None:
    assert chains(text, content) == expected


@needs_weights
@pytest.mark.parametrize(
    ("text", "content", "chain"),
    [
        ("The minister, according to two aides, said that the war was lost.", "that the war was lost",
         "two aides > minister"),
        ("The agency, according to the Beacon, said that the dam had burst.", "that the dam had burst",
         "Beacon > agency"),
        ("The villagers, according to the priest, say that the well is dry.", "that the well is dry",
         "priest > villagers"),
    ],
)  # fmt: skip
def test_who_speaks_according_to_another_is_the_subject(text: str, content: str, chain: str) -> None:
    assert chain in chains(text, content)


def test_a_clause_about_who_is_cited_is_no_words_of_who_cites() -> None:
    text = "The Dawn, citing a clerk, who asked not to be named, said the camp was full."
    said = Relation(cue=at(text, "said"), content=at(text, "the camp was full"))
    found = with_citations(text, sentences(text), [said], "en")
    assert [r.source for r in found] == [at(text, "The Dawn"), at(text, "a clerk")]


def test_a_list_of_those_cited_and_a_clause_about_them_are_no_apposition() -> None:
    text = "The Dawn, citing a clerk, who lives abroad, said the camp was full."
    found = with_citations(
        text, sentences(text), [relation(text, "The Dawn", "said", "the camp was full")], "en"
    )
    assert [text[r.source[0].start : r.source[0].end] for r in found] == ["The Dawn", "a clerk"]


def test_whoever_speaks_for_himself_behind_a_name_keeps_his_source() -> None:
    text = "Ivo Grant, a lawyer, citing a guard, said the camp was full."
    found = with_citations(
        text, sentences(text), [relation(text, "Ivo Grant, a lawyer", "said", "the camp was full")], "en"
    )
    assert found[0].source == at(text, "Ivo Grant, a lawyer")


def test_two_who_speak_together_are_no_aside() -> None:
    text = "The mayor, and two aides, said that the war was lost."
    pieces = (*at(text, "The mayor"), *at(text, "two aides"))
    both = Relation(source=pieces, cue=at(text, "said"), content=at(text, "that the war was lost"))
    assert with_one_source(text, sentences(text), [both], "en")[0].source != at(text, "The mayor")
