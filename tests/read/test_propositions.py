"""Propositions: clauses with a polarity, certainty or time of their own, verbatim and inside."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Span, Spans, covers, words_at
from sayso.read.certainty.propositions import split_propositions
from tests.stopwatch import cpu_seconds, here, timed


def parts(text: str) -> list[str]:
    return [words_at(text, each) for each in split_propositions(text, (Span(0, len(text)),))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that “it is shut” and that “no oil has come”", ["that “it is shut”", "that “no oil has come”"]),
        ("the port is open, but prices have not fallen", ["the port is open", "prices have not fallen"]),
        ("it is nothing but a lie told by fools", ["it is nothing but a lie told by fools"]),
        ("The road is shut; nobody knows why.", ["The road is shut", "nobody knows why."]),
        ("“It is over. Nobody came back.”", ["“It is over.", "Nobody came back.”"]),
        ("they have returned and can even go out", ["they have returned", "can even go out"]),
        ("receiving guests and has never left", ["receiving guests", "has never left"]),
        ("no one was hurt, nor will it be sold", ["no one was hurt", "nor will it be sold"]),
        ("it is shut, and about 40 men were moved", ["it is shut", "about 40 men were moved"]),
        ("it is shut and at least nine have died", ["it is shut", "at least nine have died"]),
        ("it was closed and will be sold", ["it was closed", "will be sold"]),
        ("it was closed in May and was sold in June", ["it was closed in May", "was sold in June"]),
        ("that A is shut, that B is open and that C fell", ["that A is shut", "that B is open", "that C fell"]),  # noqa: E501
        ("“Two walked out. We saw it.”", ["“Two walked out.", "We saw it.”"]),
        ("He spoke to you and I. They left.", ["He spoke to you and I.", "They left."]),
    ],
)  # fmt: skip
def test_clauses_of_their_own_are_parted(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "bread and rice were scarce",
        "it has tanks and guns that were made in 1974",
        "a claim",
        "he met nine men and about 20 women who had fled",
        "that A",
        "towns in Qasht and Orlund have lost power",
        "the U.S. Navy left in 1974",
        "people in New Zealand and Israel have returned",
        "labs based at the institute and other facilities are testing the samples",
        "guards who were posted at the bridge and clerks from the mill were shot",
        "the names of men who went down and have not come home",
        "it would send doses between February and May",
        "the mill was shut and was looted",
    ],
)
def test_noun_phrases_stay_whole(text: str) -> None:
    assert parts(text) == [text]


def test_a_cue_in_the_middle_gives_a_proposition_of_two_spans() -> None:
    text = "“The port,” he said, “is open and it was never shut.”"
    content = (Span(0, 11), Span(21, len(text)))
    assert [words_at(text, each) for each in split_propositions(text, content)] == [
        "“The port,” … “is open", "it was never shut.”",
    ]  # fmt: skip


def test_sentences_of_one_quotation_are_parted_where_the_cue_stands_between_them() -> None:
    text = "“The lorries came back,” he said. “There was nothing to load.”"
    content = (Span(0, 25), Span(text.index("“There"), len(text)))
    assert [words_at(text, each) for each in split_propositions(text, content)] == [
        "“The lorries came back,”", "“There was nothing to load.”",
    ]  # fmt: skip


def test_a_sentence_that_the_cue_interrupts_is_one_proposition() -> None:
    text = "“We are ready,” he said, “to open”"
    content = (Span(0, 15), Span(text.index("“to"), len(text)))
    assert len(split_propositions(text, content)) == 1


def test_no_content_has_no_proposition() -> None:
    assert split_propositions("abc", ()) == ()
    assert split_propositions("a  c", (Span(1, 3),)) == ()


WORDS = "the port |is |open |and |, |but |that |; |“|”|. |He |not |has |fallen |\n|é|can "
TEXTS = st.lists(st.sampled_from(WORDS.split("|")), max_size=25).map("".join)


@st.composite
def contents(draw: st.DrawFn) -> tuple[str, Spans]:
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return text, tuple(Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False))


@settings(deadline=None)
@given(contents())
def test_propositions_lie_inside_their_content_in_order_and_apart(case: tuple[str, Spans]) -> None:
    text, content = case
    spans = [span for each in split_propositions(text, content) for span in each]
    assert covers(content, spans)
    assert spans == sorted(spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@settings(deadline=None)
@given(contents())
def test_a_content_with_words_has_at_least_one_proposition(case: tuple[str, Spans]) -> None:
    text, content = case
    assert bool(split_propositions(text, content)) == bool(words_at(text, content).replace(" … ", "").strip())


@timed
@pytest.mark.parametrize(
    "piece", ["and ", "and that ", ", and the ", "; ", "“", "a", "who is ", "is is ", "and is "]
)
def test_hostile_content_takes_linear_time(piece: str) -> None:
    text = "a who " + piece * 20_000
    assert split_propositions(text, (Span(0, len(text)),))
    assert cpu_seconds(lambda: split_propositions(text, (Span(0, len(text)),)), times=1) < here(4)
