"""The author's own voice: whole sentences, and coordinated clauses with a subject and a verb of their own."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import touches
from sayso.read.authors import own_voice
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.read.rule_proofs import attributions_in
from tests.stopwatch import cpu_seconds, here, timed


def own(text: str) -> list[str]:
    found = own_voice(text, sentences(text), attributions_in(text))
    return [text[span.start : span.end] for each in found for span in each.relation.content]


def test_a_sentence_that_nobody_says_is_the_author_s_without_its_full_stop() -> None:
    assert own("Bread was dear. Rations were cut in May.") == ["Bread was dear", "Rations were cut in May"]


@pytest.mark.parametrize("number", ["2.", "b)", "(iv)", "3)"])
def test_a_heading_behind_the_number_of_a_paragraph_says_nothing(number: str) -> None:
    assert own(f"{number} Arrests. Nine men were held.")[-1:] == ["Nine men were held"]
    assert "Arrests" not in own(f"{number} Arrests. Nine men were held.")


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Officials said rations were cut, but the accounts differ.", ["the accounts differ"]),
        ("The bridge fell in May, and the ministry said that it was old.", ["The bridge fell in May"]),
        ("The ministry says that nobody died; four did.", ["four did"]),
        ("The ministry says that nobody died; no comment.", []),
        ("The bridge fell in May; the ministry said that it was old.", ["The bridge fell in May"]),
        (
            "On Monday the bridge was shut, but two traders said it was safe.",
            ["On Monday the bridge was shut"],
        ),
    ],
)
def test_a_coordinated_clause_beside_somebody_s_words_is_the_author_s(text: str, clauses: list[str]) -> None:
    assert own(text) == clauses


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said in a statement released on Monday that rations were cut.",
        "“It is open,” the envoy said during a visit to Orlan.",
        "“It is open,” the envoy said as he left the building.",
        "The agency told the Daily Ferrow on May 6 that the rails were lifted.",
        "On Tuesday, the ministry said that rations were cut.",
        "The envoy left the room and said that rations were cut.",
        "When the bridge fell in May, the ministry said that it was old.",
    ],
)
def test_what_is_left_beside_somebody_s_words_without_a_clause_is_nothing(text: str) -> None:
    assert own(text) == []


def test_a_quotation_of_nobody_is_not_the_author_s() -> None:
    assert own("“Nobody has been hurt in the hills.”") == []


def test_no_sentences_have_no_voice() -> None:
    assert own_voice("", [], []) == []


PIECES = st.sampled_from(
    [
        "The ministry ",
        "said ",
        "that ",
        "rations were cut",
        ", but ",
        ", and ",
        "; ",
        ". ",
        "“",
        "”",
        "on Monday ",
        "as he left ",
        "the accounts differ",
        "\n\n",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_author_s_words_are_nobody_else_s(text: str) -> None:
    found = attributions_in(text)
    mine = [span for each in own_voice(text, sentences(text), found) for span in each.relation.content]
    theirs = [
        span for each in found for span in (*each.relation.source, *each.relation.cue, *each.relation.content)
    ]
    assert all(span.start < span.end for span in mine)
    assert not touches(mine, theirs)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mine))


@timed
def test_many_sentences_and_one_endless_sentence_take_linear_time() -> None:
    many, endless = (
        "He said it was open. Bread was dear. " * 2_000,
        "he said it was open, but they left, and " * 2_000,
    )

    def voiced() -> None:
        for text in (many, endless):
            own_voice(text, sentences(text), attributions_in(text))

    assert cpu_seconds(voiced, times=1) < here(20)


@pytest.mark.parametrize("text", ["Home\nWorld\nPolitics", "Ilo Marsk\nIne Vollar", "# Prices", "“Orlan”"])
def test_a_word_or_two_without_a_stop_say_nothing(text: str) -> None:
    assert read(text) == ()


def test_two_words_with_a_stop_are_a_sentence() -> None:
    assert [one.content.text for one in read("It rained.\n\nWho knows?")] == ["It rained", "Who knows?"]


def test_a_word_by_itself_says_nothing() -> None:
    assert own("Summary. Nine men were held.") == ["Nine men were held"]


@needs_weights
@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The crown fell by a tenth after reports that the mill had burned.", "The crown fell by a tenth"),
        ("Hundreds fled the town because of rumours that the dam would burst.", "Hundreds fled the town"),
        ("The visit comes amid rumours that the dam would burst.", ""),
    ],
)
def test_a_clause_before_words_of_nobody_is_the_author_s(text: str, clause: str) -> None:
    found = [one.content.text for one in read(text, "weights") if one.cue is None]
    assert found == [clause][: bool(clause)]
