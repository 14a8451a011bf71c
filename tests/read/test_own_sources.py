"""Sources and cues that a tagger drew wrongly are mended from what is printed."""

import pytest

from sayso.model import words_at
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.mending.own_sources import with_own_sources
from sayso.read.relation import Relation, Voice
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.read.relations import at
from tests.read.small_gazetteer import SmallGazetteer

Parts = tuple[str, str, str]


def made(text: str, source: str, cue: str, content: str, voice: Voice = "source") -> Attribution:
    relation = Relation(source=at(text, source), cue=at(text, cue), content=at(text, content), voice=voice)
    return Attribution(relation=relation, cue=read_cue(cue))


def mended(text: str, *found: Attribution) -> list[Parts]:
    each = [a.relation for a in with_own_sources(text, sentences(text), found, SmallGazetteer())]
    return [(words_at(text, r.source), words_at(text, r.cue), words_at(text, r.content)) for r in each]


@pytest.mark.parametrize(("source", "voice"), [("", "hearsay"), ("s", "source")])
def test_a_noun_with_an_owner_in_print_is_no_hearsay(source: str, voice: Voice) -> None:
    text = "He mocked Orlan's claim that the road is open."
    found = made(text, "", "claim", "that the road is open", voice)
    assert mended(text, found) == [("Orlan", "claim", "that the road is open")]


def test_rumours_without_an_owner_stay_hearsay() -> None:
    text = "He mocked rumours that the road is open."
    found = made(text, "", "rumours", "that the road is open", "hearsay")
    assert mended(text, found) == [("", "rumours", "that the road is open")]


def test_whoever_is_asked_to_speak_is_the_source_and_not_who_asks() -> None:
    text = "Ine Vollar asked the envoys to discuss their plans."
    assert mended(text, made(text, "Ine Vollar", "to discuss", "their plans")) == [
        ("the envoys", "to discuss", "their plans")
    ]


def test_a_source_ends_where_another_one_s_cue_stands_in_it() -> None:
    text = "Ilo Marsk said the council discussed the law."
    around = made(text, "Ilo Marsk", "said", "the council discussed the law")
    inner = made(text, "Marsk said the council", "discussed", "the law")
    assert mended(text, around, inner)[1] == ("the council", "discussed", "the law")


def test_a_source_does_not_leave_its_quotation() -> None:
    text = '"According to evidence in our hands," he added, "it fell."'
    assert mended(text, made(text, 'evidence in our hands," he', "According to", "it fell"))[0][0] == (
        "evidence in our hands,"
    ).rstrip(",")


def test_a_cue_ends_before_the_words_that_it_is_about() -> None:
    text = "Ine voiced alarm over Orlan's announcement on Monday that the road is shut."
    found = made(text, "Ine", "voiced alarm over Orlan's announcement", "that the road is shut")
    assert mended(text, found) == [
        ("Ine", "voiced alarm over", "Orlan's announcement on Monday that the road is shut")
    ]


def test_what_an_outlet_carries_is_said_by_whoever_stands_behind_by() -> None:
    text = "The Dispatch has carried a denial by the Guard Command on its site."
    found = made(text, "The Dispatch", "has carried a denial by", "the")
    assert mended(text, found) == [("The Dispatch", "has carried", "a denial by the Guard Command")]


def test_a_cue_keeps_its_own_statement() -> None:
    text = "The council issued its annual report on the road."
    found = made(text, "The council", "issued its annual report", "on the road")
    assert mended(text, found) == [("The council", "issued its annual report", "on the road")]


def test_agreeing_to_discuss_is_agreeing_and_its_content_is_to_discuss() -> None:
    text = "Orlan agreed to discuss the law."
    assert mended(text, made(text, "Orlan", "agreed to discuss", "the law")) == [
        ("Orlan", "agreed", "to discuss the law")
    ]


def test_declining_to_say_stays_one_cue() -> None:
    text = "Orlan declined to say why."
    assert mended(text, made(text, "Orlan", "declined to say", "why")) == [
        ("Orlan", "declined to say", "why")
    ]


def test_a_source_ends_before_its_own_cue() -> None:
    text = "She heard from a clerk that the seed never came."
    one = made(text, "She heard from a", "heard", "that the seed never came")
    assert mended(text, one)[0][0] == "She"


@pytest.mark.parametrize(
    ("text", "cue", "source", "parts"),
    [
        ("In his view the dam is unsafe.", "In his view", "his", "In … view"),
        (
            "In the council's opinion the dam is unsafe.",
            "In the council's opinion",
            "the council",
            "In … opinion",
        ),
    ],
)
def test_whose_view_it_is_stands_inside_the_cue(text: str, cue: str, source: str, parts: str) -> None:
    assert mended(text, made(text, "", cue, "the dam is unsafe")) == [(source, parts, "the dam is unsafe")]


@pytest.mark.parametrize(
    ("text", "source", "cue", "whole"),
    [
        ("Feed the Children says it rained.", "the Children", "says", "Feed the Children"),
        ("But the Children says it rained.", "the Children", "says", "the Children"),
        ("Today the Miners said it rained.", "the Miners", "said", "the Miners"),
        ("Feed the children, she says, it rained.", "she", "says", "she"),
    ],
)
def test_a_name_that_begins_with_a_verb_is_whole(text: str, source: str, cue: str, whole: str) -> None:
    assert mended(text, made(text, source, cue, "it rained"))[0][0] == whole


def test_of_belongs_to_the_cue() -> None:
    text = "In the view of Grant, the dam is unsafe."
    found = made(text, "of Grant", "In the view", "the dam is unsafe")
    assert mended(text, found) == [("Grant", "In the view of", "the dam is unsafe")]
    text = "The news of Marsk alarmed the port."
    found = made(text, "the port", "news", "alarmed")
    assert mended(text, found)[0][:2] == ("the port", "news")


@needs_weights
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ministry rejected the report, which says that nine died.", "report"),
        ("The ministry criticised the Post, which reported that nine died.", "Post"),
        ("The ministry rejected the report by the monitors, which also says that nine died.", "monitors"),
        ("The ministry published a statement, which says that nine died.", "ministry"),
        ("The ministry, which says that nine died, is in Orlan.", "ministry"),
    ],
)
def test_what_a_relative_clause_tells_is_not_of_who_rejects_it(text: str, who: str) -> None:
    found = [one.source.name for one in read(text, "weights") if "nine died" in one.content.text]
    assert found == [who]


@needs_weights
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A clip that purports to show the fall of the bridge has been shared.", "the fall of the bridge"),
        ("A map that shows that the road was widened was published.", "that the road was widened"),
        ("A video which shows men who were beaten was shared.", "men who were beaten"),
    ],
)
def test_what_is_shown_ends_before_what_is_told_of_the_pictures(text: str, shown: str) -> None:
    assert shown in [one.content.text for one in read(text, "weights")]


@needs_weights
def test_who_is_contradicted_said_what_a_relative_clause_tells() -> None:
    text = "Witnesses contradicted the ministry, which had said that nobody was hurt."
    assert [one.source.name for one in read(text, "weights") if "hurt" in one.content.text] == ["ministry"]


@needs_weights
def test_nobody_stands_in_what_he_says() -> None:
    (found,) = read("He is said by two former aides to have ordered the killing.", "weights")
    assert (found.source.name, found.content.text) == ("two former aides", "He … to have ordered the killing")


@needs_weights
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Readers of the article also learn that two wells were sealed.", "the article"),
        ("Readers of the Harrow Echo say that two wells were sealed.", "Readers of the Harrow Echo"),
    ],
)
def test_what_readers_learn_their_paper_says(text: str, who: str) -> None:
    [found] = [one for one in read(text, "weights") if one.content.text == "that two wells were sealed"]
    assert (found.source.text, found.act) == (who, "assert")
