"""A source is the whole phrase behind "by", and goes with what denies it."""

import pytest

from sayso.model import words_at
from sayso.read.cues.finding import read_cue
from sayso.read.mending.agents import with_whole_sources
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation, Voice
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.read.relations import at


def mended(
    text: str, source: str, cue: str, content: str, voice: Voice = "source"
) -> tuple[str, str, str, str]:
    relation = Relation(
        source=at(text, source) if source else (), cue=at(text, cue), content=at(text, content), voice=voice
    )
    each = Attribution(relation=relation, cue=read_cue(cue))
    (found,) = with_whole_sources(text, sentences(text), [each])
    one = found.relation
    return words_at(text, one.source), words_at(text, one.cue), words_at(text, one.content), one.voice


def test_the_driver_of_the_envoy_is_not_the_envoy() -> None:
    text = "He was told by the envoy’s driver that the lists were old."
    assert mended(text, "the envoy", "was told by", "’s driver that the lists were old") == (
        "the envoy’s driver", "was told by", "that the lists were old", "source",
    )  # fmt: skip


def test_what_is_reported_by_somebody_is_no_hearsay() -> None:
    text = "The fall, falsely reported by foreign stations, never happened."
    assert mended(text, "", "falsely reported", "The fall", "hearsay") == (
        "foreign stations", "falsely reported by", "The fall", "source",
    )  # fmt: skip


def test_a_day_or_a_way_speaks_for_nobody() -> None:
    for words in ("by the end of May", "by telephone", "by saying so"):
        text = f"It was reported {words} that the dam broke."
        assert mended(text, "", "was reported", "that the dam broke", "hearsay")[3] == "hearsay"


def test_a_lone_article_grows_to_its_phrase_or_is_nobody() -> None:
    text = "She had heard of it from an envoy in Ostrel."
    assert mended(text, "an", "had heard", "of it from an envoy in Ostrel")[0].startswith("an envoy")
    bare = "It broke, the, said nobody."
    assert mended(bare, "the", "said", "nobody")[0] == ""


def test_a_pronoun_that_speaks_is_the_whole_source() -> None:
    text = "Last spring they said August."
    assert mended(text, "spring they", "said", "August")[0] == "they"
    both = "My brother and they said August."
    assert mended(both, "My brother and they", "said", "August")[0] == "My brother and they"


def test_nobody_in_the_valley_is_not_the_valley() -> None:
    text = "Nobody in the valley believes the board."
    assert mended(text, "the valley", "believes", "the board")[0] == "Nobody in the valley"


def test_somebody_in_the_valley_stays() -> None:
    text = "Traders in the valley believe the board."
    assert mended(text, "Traders in the valley", "believe", "the board")[0] == "Traders in the valley"


@needs_weights
def test_the_ministry_that_denies_reports_did_not_make_them() -> None:
    found = read("Lurania's interior ministry denies reports of a second fire at the port.", "weights")
    (one,) = [one for one in found if one.cue and one.cue.text == "reports"]
    assert (one.source.kind, one.source.name) == ("unspecified", "")


@needs_weights
@pytest.mark.parametrize("subject", ["The cuts", "The sudden closure", "Their long silence at the border"])
def test_what_a_matter_suggests_is_inferred_by_the_author(subject: str) -> None:
    found = read(f"{subject} suggests that the authorities expect no quick recovery.", "weights")
    (one,) = [one for one in found if one.cue and "suggests" in one.cue.text]
    assert (one.source.kind, one.act, one.evidentiality) == ("author", "infer", "inferential")
    assert "recovery" in one.content.text
    assert subject not in one.content.text


@needs_weights
def test_what_a_person_or_a_text_suggests_is_theirs() -> None:
    for subject in ("The engineer", "A leaked letter"):
        found = read(f"{subject} suggests that the authorities expect no quick recovery.", "weights")
        (one,) = [one for one in found if one.cue and "suggests" in one.cue.text]
        assert one.source.text == subject


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "whole"),
    [
        ("A wire report from Vell said that shops were open.", "Vell", "said", "that shops were open",
         "A wire report from Vell"),
        ("On Monday a trader in the town of Vell told us that it rained.", "Vell", "told", "that it rained",
         "a trader in the town of Vell"),
        ("The Post quoted officials as saying it rained.", "", "quoted", "officials as saying it rained",
         "The Post"),
        ("Later the Vell Post cites one of them as saying it rained.", "", "cites",
         "one of them as saying it rained", "the Vell Post"),
    ],
)  # fmt: skip
def test_who_stands_before_the_verb_is_the_source_whole(
    text: str, source: str, cue: str, content: str, whole: str
) -> None:
    assert mended(text, source, cue, content) == (whole, cue, content, "source")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("In Vell Marsk said that it rained.", "Marsk", "said", "that it rained"),
        ("He was quoted as saying that it rained.", "", "quoted", "that it rained"),
        ("After talks with Orlan, Vell said that it rained.", "Vell", "said", "that it rained"),
        ("It rained, said the clerk in Vell.", "the clerk in Vell", "said", "It rained"),
    ],
)
def test_a_place_before_a_name_is_no_part_of_it(text: str, source: str, cue: str, content: str) -> None:
    assert mended(text, source, cue, content) == (source, cue, content, "source")
