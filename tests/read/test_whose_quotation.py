"""Quotations behind denials, gestures and other speakers: each is of whoever says it, and is not denied."""

import pytest

from tests.read.readers import needs_weights, read

DENIED = [
    ("The mayor denied the report. “I was in Dall.”", "mayor", "the report", "I was in Dall."),
    ("Kole denied that he met Dray. “I do not know her.”", "Kole", "that he met Dray", "I do not know her."),
    ("Roe denied the charge: “I was in Dall.”", "Roe", "the charge", "I was in Dall."),
    ("The ministry denies the report: the dam is safe.", "ministry", "the report", "the dam is safe"),
    ("The minister ruled out a new levy. “We have men.”", "minister", "a new levy", "We have men."),
]  # fmt: skip


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Source, act, factuality and content of each statement with a cue."""
    return [
        (one.source.name, one.act, one.propositions[0].factuality, one.content.text.strip('“”",'))
        for one in read(text, "weights")
        if one.cue
    ]


@needs_weights
@pytest.mark.parametrize(("text", "source", "denied", "said"), DENIED)
def test_what_is_said_behind_a_denial_is_not_denied(text: str, source: str, denied: str, said: str) -> None:
    value = "CT-" if " not " in said else "CT+"
    assert told(text) == [(source, "deny", "CT-", denied), (source, "assert", value, said)]


@needs_weights
def test_what_is_said_behind_a_colon_is_no_doubt() -> None:
    assert told("Roe disagreed: “The talks go on.”") == [("Roe", "assert", "CT+", "The talks go on.")]


@needs_weights
def test_two_speakers_of_short_quotations_keep_their_own() -> None:
    found = told("“The vote was free,” the minister said. “It was stolen,” Roe said.")
    assert found == [
        ("minister", "assert", "CT+", "The vote was free"),
        ("Roe", "assert", "CT+", "It was stolen"),
    ]


@needs_weights
def test_who_asks_behind_the_verb_asks() -> None:
    found = told("“Where is the trader?” asked the judge. “He is dead,” Elst said.")
    assert found == [
        ("judge", "ask", "U", "Where is the trader?"),
        ("Elst", "assert", "CT+", "He is dead"),
    ]


@needs_weights
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Toll says the guard struck her. The guard laughed. “I never touched her.”", "guard"),
        ("Reeve said Sallow knew. Sallow stood up. “It is a long tale.”", "Sallow"),
        ("Toll says the guard struck her. She wept. “I had done nothing.”", "Toll"),
        ("Toll says the guard struck her. The camp was shut. “I never want to go there.”", "Toll"),
    ],
)
def test_a_quotation_is_of_whoever_made_the_gesture_before_it(text: str, source: str) -> None:
    quoted = text[text.index("“") + 1 : -2]
    assert source in {one.source.name for one in read(text, "weights") if quoted in one.content.text}


@needs_weights
def test_a_quotation_that_is_closed_ends_there() -> None:
    found = read("A sheet read: “We are not silent.” Somebody had written under it, “We know.”", "weights")
    assert "Somebody" not in found[0].content.text


@needs_weights
def test_a_quotation_is_whole() -> None:
    (one,) = read("The mayor said the bridge was safe. “It will stand for years.”", "weights")
    assert one.content.text.endswith("“It will stand for years.”")
    assert one.quotation == "mixed"


@needs_weights
def test_words_in_marks_alone_are_a_direct_quotation() -> None:
    found = read("The mayor denied the report. “I was in Dall.”", "weights")
    assert [one.quotation for one in found] == ["indirect", "direct"]
