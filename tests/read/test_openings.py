"""What opens a sentence and what closes it: joints, hedges before their speaker, ", a nurse told us."."""

from dataclasses import replace

import pytest

from sayso.model import Span, words_at
from sayso.read.cues.finding import read_cue
from sayso.read.mending.bidden import is_empty
from sayso.read.mending.completion import Attribution, has_speaker, only_owed
from sayso.read.mending.content_edges import with_negation
from sayso.read.mending.fronted import with_fronted_participles
from sayso.read.mending.openings import without_opening
from sayso.read.mending.source_edges import with_clean_sources
from sayso.read.relation import Relation
from tests.read.readers import BOTH, needs_weights, read
from tests.read.relations import at, relation


@needs_weights
@pytest.mark.parametrize("opening", ["What is more", "Moreover", "In addition", "At the same time"])
def test_what_only_joins_is_no_content(opening: str) -> None:
    found = read(f"{opening}, the sailor said, nobody had repaired the lamp for five nights.", "weights")
    (one,) = [one for one in found if one.cue and "said" in one.cue.text]
    assert one.content.text == "nobody had repaired the lamp for five nights"
    assert [p.factuality for p in one.propositions] == ["CT-"]


@needs_weights
@pytest.mark.parametrize(
    ("hedge", "factuality"),
    [("In all likelihood", "PR+"), ("Apparently", "PR+"), ("Perhaps", "PS+")],
)
def test_a_hedge_before_its_speaker_is_the_speakers(hedge: str, factuality: str) -> None:
    found = read(f"{hedge}, the sailor said, the ferry will leave the harbour.", "weights")
    assert [one.source.name for one in found] == ["sailor"]
    assert found[0].content.text.startswith(hedge)
    assert [p.factuality for p in found[0].propositions] == [factuality]


@needs_weights
def test_what_an_author_concludes_from_somebodys_words_stays_the_authors() -> None:
    found = read("Apparently the sailor said that the ferry had left the harbour.", "weights")
    assert any(one.source.kind != "person" for one in found)


@needs_weights
@pytest.mark.parametrize("hearer", ["us", "this paper", "the news agency", "Radio Tessel"])
def test_whoever_tells_at_the_end_of_a_sentence_says_it(hearer: str) -> None:
    (one,) = read(f"The families have received nothing, a relative told {hearer}.", "weights")
    assert (one.source.name, one.content.text) == ("relative", "The families have received nothing")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        (
            "The chief told staff at a meeting on Friday that fuel would come.",
            "The chief",
            "told",
            "on Friday that fuel would come",
            "that fuel would come",
        ),
        (
            "He told us in March 2030 that it held.",
            "He",
            "told",
            "in March 2030 that it held",
            "that it held",
        ),
        (
            "He warned us on grounds that it leaked.",
            "He",
            "warned",
            "on grounds that it leaked",
            "on grounds that it leaked",
        ),
    ],
)
def test_when_something_was_said_is_no_part_of_it(
    text: str, source: str, cue: str, content: str, expected: str
) -> None:
    mended = without_opening(text, relation(text, source, cue, content), "en")
    assert words_at(text, mended.content) == expected


def test_what_somebody_was_asked_is_no_part_of_his_answer() -> None:
    text = "Asked about the list, the mayor said it was false."
    said = relation(text, "the mayor", "said", "it was false")
    both = replace(said, content=(*at(text, "Asked about the list"), *said.content))
    assert without_opening(text, both, "en") == said


def test_not_stays_with_what_it_is_said_not_to_do() -> None:
    text = "The men were warned by the bureau not to sell more."
    mended = with_negation(text, relation(text, "the bureau not", "were warned by", "to sell more"))
    assert (words_at(text, mended.source), words_at(text, mended.content)) == (
        "the bureau",
        "not to sell more",
    )


@pytest.mark.parametrize("finder", BOTH)
def test_who_was_told_stands_in_no_part(finder: str) -> None:
    found = read("The panel was told by a clerk that the accounts had been closed.", finder)
    assert [one.content.text for one in found] == ["that the accounts had been closed"]
    assert [one.source.name for one in found] == ["clerk"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "empty"),
    [
        ("The army will respond to any attack.", "The army", "will respond", True),
        ("The army responded to the letter.", "The army", "responded", False),
        ("It would explain the delay.", "It", "would explain", True),
        ("It will explain the delay, the firm said.", "the firm", "said", False),
        ("The firm would explain the delay.", "The firm", "would explain", False),
        ("This would explain the delay.", "", "This would explain", True),
    ],
)
def test_an_answer_to_come_and_a_reason_say_nothing(text: str, source: str, cue: str, empty: bool) -> None:
    assert only_owed(text, relation(text, source, cue, ""), "en") is empty


def test_anyone_who_spoke_has_not_spoken_yet() -> None:
    text = "Anyone who spoke about it was held, said a man who spoke about the dam."
    assert not has_speaker(text, Relation(source=at(text, "who")), "en")
    assert has_speaker(text, Relation(source=at(text, "who", nth=2)), "en")


@needs_weights
def test_who_points_something_out_before_he_says_more_is_the_speaker() -> None:
    text = "Pointing out that the dam had broken, the mayor sharply criticized the engineers for sleeping."
    found = read(text, "weights")
    assert {one.cue.text: one.source.name for one in found if one.cue} == {
        "Pointing out": "mayor",
        "sharply criticized": "mayor",
    }


def test_a_participle_takes_the_subject_behind_its_comma() -> None:
    text = "Pointing out that it broke, the mayor criticized them."
    led = relation(text, "", "Pointing out", "that it broke")
    said = relation(text, "the mayor", "criticized", "them")
    found = [Attribution(relation=each, cue=None) for each in (led, said)]
    first, _ = with_fronted_participles(text, [Span(0, len(text))], found)
    assert words_at(text, first.relation.source) == "the mayor"


def test_whose_name_is_not_who_speaks() -> None:
    text = "The man, whose name the paper did not disclose, fled."
    told = Attribution(relation=relation(text, "whose name the paper", "did not disclose", ""), cue=None)
    (found,) = with_clean_sources(text, [told])
    assert words_at(text, found.relation.source) == "the paper"


@pytest.mark.parametrize(
    ("cue", "source", "content", "left"),
    [("worried", "", "", 0), ("said", "", "", 0), ("is said to", "", "", 1), ("said", "It", "", 1)],
)
def test_a_verb_of_speech_without_speaker_and_words_is_nothing(
    cue: str, source: str, content: str, left: int
) -> None:
    text = f"It {cue}."
    one = Attribution(relation=relation(text, source, cue, content), cue=read_cue(cue))
    assert (not is_empty(one)) is bool(left)


@needs_weights
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The army denies everything: “Nobody was there,” a spokesman said.", "“Nobody was there,”"),
        (
            "The group is careful: the pattern is “consistent with a burn-off”, its analyst Mira Volt wrote.",
            "the pattern is “consistent with a burn-off”",
        ),
        ("“It is simple: nobody was there,” a spokesman said.", "“It is simple: nobody was there,”"),
    ],
)
def test_what_stands_before_the_colon_of_a_quotation_is_of_whoever_writes(text: str, said: str) -> None:
    found = [
        one.content.text for one in read(text, "weights") if one.source.name in ("spokesman", "Mira Volt")
    ]
    assert found == [said]


@needs_weights
def test_what_is_told_of_parts_of_a_paper_is_not_what_it_says() -> None:
    text = "According to a police log, parts of which were published by the Echo, nine men were moved north."
    found = [one.content.text for one in read(text, "weights") if one.source.name == "police log"]
    assert found == ["nine men were moved north"]
