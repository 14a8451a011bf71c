"""Quotations: where they end, and who gets one that goes on."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import touches, words_at
from sayso.read.layout.quotations import quotations
from sayso.read.layout.quotes import with_continued
from sayso.text import paragraphs
from tests.read.readers import read
from tests.read.rule_proofs import attributions_in, relations_in
from tests.stopwatch import cpu_seconds, here, timed


def quoted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("''One,'' he said.", ["''One,''"]),
        ("``One,'' he said.", ["``One,''"]),
        ("«One», he said.", ["«One»"]),
        ("‘One,’ he said.", ["‘One,’"]),
        ("“He said ‘no’ to “us”,” she said.", ["“He said ‘no’ to “us”,”"]),
        ("The '90s were dear, traders' sons say.", []),
        ("It’s the traders’ own.", []),
        ('A board 5" wide.', []),
        ("“One.\n\n“Two,” he said.", ["“One.", "“Two,”"]),
        ('"One and the road\n\nTwo.', ['"One and the road']),
    ],
)
def test_quotations_end_with_their_mark_or_their_paragraph(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def contents(text: str) -> list[tuple[str, str]]:
    return [(source, content) for source, _, content in relations_in(text)]


def test_a_quoted_sentence_behind_said_is_of_the_same_speaker() -> None:
    text = "“It is open,” the envoy said. “Nobody has been hurt.”"
    assert contents(text) == [("the envoy", "“It is open,” … “Nobody has been hurt.”")]


def test_a_quotation_opened_again_in_each_paragraph_is_one_statement() -> None:
    text = "“It is open,” the envoy said. “Nobody was hurt.\n\n“We came by road.\n\n“It was slow.”"
    assert contents(text) == [
        ("the envoy", "“It is open,” … “Nobody was hurt. … “We came by road. … “It was slow.”")
    ]


def test_a_quotation_left_open_goes_to_the_speaker_named_behind_it() -> None:
    text = "“We came by road.\n\n“It was slow,” the envoy said."
    assert contents(text) == [("the envoy", "“We came by road. … “It was slow,”")]


def test_a_quoted_paragraph_behind_the_speaker_s_is_theirs() -> None:
    text = "“It is open,” the envoy said.\n\n“Nobody has been hurt.”"
    assert contents(text) == [("the envoy", "“It is open,” … “Nobody has been hurt.”")]


def test_a_quoted_paragraph_behind_reported_words_is_of_who_is_reported() -> None:
    text = "The envoy said that the road was open.\n\n“Nobody has been hurt.”"
    assert contents(text) == [("The envoy", "that the road was open … “Nobody has been hurt.”")]


def test_nothing_is_guessed_of_a_quotation_that_stands_alone() -> None:
    text = "“It is open,” the envoy said.\n\nBread was dear.\n\n“Nobody has been hurt.”"
    assert contents(text) == [("the envoy", "“It is open,”")]


def test_words_in_marks_are_handed_to_nobody() -> None:
    text = "“It is open,” the envoy said. The “Sunny Way” plan ended."
    assert contents(text) == [("the envoy", "“It is open,”")]


def test_the_last_speaker_of_the_paragraph_gets_the_quotation() -> None:
    text = "“It is open,” the envoy said. “It is not,” a trader said. “The gate is shut.”"
    assert contents(text) == [
        ("the envoy", "“It is open,”"),
        ("a trader", "“It is not,” … “The gate is shut.”"),
    ]


def test_the_turns_of_a_transcript_belong_to_their_labels() -> None:
    text = "Q: Is the road open?\n\nA: It is. Nobody was hurt."
    found = attributions_in(text)
    assert contents(text) == [("Q", "Is the road open?"), ("A", "It is. Nobody was hurt")]
    assert [a.cue.act for a in found if a.cue] == ["ask", "assert"]


def test_named_turns_count_where_a_name_comes_back() -> None:
    text = "MARSK: The road is open.\n\nVOLLAR: Is it?\n\nMARSK: It is."
    assert [source for source, _ in contents(text)] == ["MARSK", "VOLLAR", "MARSK"]


def test_labels_and_questions_in_bold_are_turns_too() -> None:
    text = "**The Lamp: Is it shut?**\n\n**Drenn:** It is.\n\n**The Lamp: Why?**\n\n**Drenn:** It burned."
    said = ["Is it shut?", "It is", "Why?", "It burned"]
    assert contents(text) == list(zip(["The Lamp", "Drenn"] * 2, said, strict=True))


def test_a_label_that_stands_once_is_no_turn() -> None:
    assert contents("Correction: The bridge is shut.\n\nBread was dear.") == []


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "''",
        "‘",
        "’",
        ", ",
        ". ",
        "The road ",
        "is open ",
        "he said",
        "\n\n",
        "It",
        "’s ",
        "Q: ",
        "A: ",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_quotations_lie_apart_each_in_one_paragraph(text: str) -> None:
    found = quotations(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(any(p.contains(q) for p in paragraphs(text)) for q in found)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_handing_over_adds_only_content_and_never_a_cue_s_own_words(text: str) -> None:
    for attribution in attributions_in(text):
        relation = attribution.relation
        assert not touches(relation.cue, relation.content)
        assert words_at(text, relation.content) == " … ".join(text[a:b] for a, b in relation.content)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_handing_over_twice_is_handing_over_once(text: str) -> None:
    once = attributions_in(text)
    assert with_continued(text, paragraphs(text), once) == once


@pytest.mark.parametrize("text", ["he said”, “Q: , “", "“The road , he said”“”“The road "])
def test_marks_alone_are_nothing_that_a_speaker_keeps(text: str) -> None:
    once = attributions_in(text)
    assert with_continued(text, paragraphs(text), once) == once


@timed
@pytest.mark.parametrize("piece", ["“It is open,” he said. ", '"', "“", "'A ", "“A.”\n\n", "Q: A\n\n"])
def test_thousands_of_quotations_take_linear_time(piece: str) -> None:
    text = piece * 4_000
    assert cpu_seconds(lambda: with_continued(text, paragraphs(text), []), times=1) < here(4)


@timed
def test_five_megabytes_in_one_line_are_scanned_in_seconds() -> None:
    text = "“It is open,” he said, \"and 'shut,' \" " * 130_000
    taken = cpu_seconds(lambda: len(quotations(text)), times=1)
    assert len(quotations(text[:100_000])) > 2_000
    assert taken < here(8)


def test_questions_and_answers_with_a_stop_are_turns_and_initials_are_not() -> None:
    found = read("Q. Did the ministry close the bridge?\nA. No, it was open.\n")
    assert [(one.source.text, one.act) for one in found] == [("Q", "ask"), ("A", "assert")]
    assert {one.source.kind for one in read("A. Marsk was there.\nA. Vollar was not there.")} == {"author"}


def test_a_mark_or_a_picture_is_nobody() -> None:
    assert {one.source.kind for one in read("\U0001f525 said that it rained. … said so.")} <= {"author"}
