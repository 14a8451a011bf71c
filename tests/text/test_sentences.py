"""Paragraphs and sentences: verbatim, in order, disjoint, and nothing but white space between them."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang import abbreviations
from sayso.model import Span
from sayso.text import paragraphs, sentence_of, sentences
from sayso.text.sentences import LONGEST_CHARS
from tests.stopwatch import cpu_seconds, here, timed

ENGLISH = abbreviations("en")
GENEROUS_SECONDS = 25  # of this process's own time; a quadratic way would take minutes or hours

prose = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80)
news = st.lists(
    st.sampled_from(
        ["He said so", "Mr. Ko", "the U.S.", "5.3", "“No,", "No.”", ". ", "! ", "?", " ", "\n", "\n\n", "- ",
         "1. ", "12) ", "Q: ", "…", '"', "’", "。", "국경이 닫혔다", ";", "\t", "\r\n", "(", ")", "A"]
    ),
    max_size=25,
).map("".join)  # fmt: skip
Cutter = Callable[[str], list[Span]]


def english(text: str) -> list[Span]:
    """The sentences of an English text."""
    return sentences(text, ENGLISH)


def at(text: str, spans: Sequence[Span]) -> list[str]:
    """The words of each span."""
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize("cut", [paragraphs, english])
@given(text=prose | news)
def test_the_parts_of_a_text_are_ordered_disjoint_and_leave_out_white_space_alone(
    cut: Cutter, text: str
) -> None:
    end = 0
    for span in cut(text):
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        end = span.end
    assert not text[end:].strip()


@given(text=prose | news)
def test_a_sentence_never_crosses_paragraphs(text: str) -> None:
    whole = paragraphs(text)
    assert all(any(paragraph.contains(sentence) for paragraph in whole) for sentence in english(text))


@pytest.mark.parametrize("cut", [paragraphs, english])
@pytest.mark.parametrize("text", ["", " ", "\n\n\t\r\n", "\u00a0\u2003"])
def test_a_blank_text_has_no_parts(cut: Cutter, text: str) -> None:
    assert cut(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Gen. Ri and Dr. Oh met Mr. Ko.",
        "The U.S. and the U.K. agreed.",
        "It fell by 5.3 percent on Jan. 3 at 4 p.m. in Sarvane.",
        "J. K. Marsk of Harrow Inc. and others, e.g. Ilo, left.",
        "He visited sarvane.example twice.",
        "He was “not sure … not at all,” he said.",
    ],
)
def test_a_point_inside_a_sentence_ends_nothing(sentence: str) -> None:
    text = f"{sentence} Nobody saw it."
    assert at(text, english(text)) == [sentence, "Nobody saw it."]


def test_an_abbreviation_is_one_only_where_the_language_says_so() -> None:
    text = "He met Gen. Ri there."
    assert at(text, sentences(text)) == ["He met Gen.", "Ri there."]
    assert at(text, english(text)) == [text]


def test_quotation_marks_and_brackets_close_with_their_sentence() -> None:
    text = "“It is over.” He left. (Nobody saw him.) “Why?” she asked. “Go!” Ko went."
    assert at(text, english(text)) == [
        "“It is over.”", "He left.", "(Nobody saw him.)", "“Why?” she asked.", "“Go!”", "Ko went.",
    ]  # fmt: skip


def test_a_small_letter_goes_on_with_the_sentence() -> None:
    text = "“Is it over?” asked the diplomat. He left."
    assert at(text, english(text)) == ["“Is it over?” asked the diplomat.", "He left."]


def test_korean_and_chinese_stops_need_no_space() -> None:
    assert at("他走了。她留下。", sentences("他走了。她留下。")) == ["他走了。", "她留下。"]


def test_the_number_of_a_paragraph_is_no_sentence() -> None:
    text = "1. The mission visited three camps. It was shown two.\n2. The mission left."
    assert at(text, english(text)) == [
        "1. The mission visited three camps.", "It was shown two.", "2. The mission left.",
    ]  # fmt: skip


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "A diplomat who had been in the capital for the whole of the winter\n"
        "said on Monday that the shops were empty.\n"
        "He left."
    )
    assert len(paragraphs(text)) == 2
    assert at(text, english(text))[0].endswith("the shops were empty.")


def test_short_lines_are_paragraphs_of_their_own() -> None:
    text = "Border closed\nBy Ilo Marsk\nThe border was closed."
    assert at(text, paragraphs(text)) == text.split("\n")


def test_a_blank_line_with_spaces_parts_paragraphs() -> None:
    assert at("One so\n \t\nTwo so", paragraphs("One so\n \t\nTwo so")) == ["One so", "Two so"]


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "2. ", "3) ", "## ", "> ", "Q: ", "A: "])
def test_list_items_headings_and_turns_begin_paragraphs(mark: str) -> None:
    long_line = "the ministry of grain and forests said that nothing at all had happened"
    text = f"{long_line}\n{mark}{long_line}"
    assert at(text, paragraphs(text)) == [long_line, mark + long_line]


def test_sentences_of_a_part_stay_in_it() -> None:
    text = "One is so. Two is so. Three is so."
    assert at(text, sentences(text, ENGLISH, Span(11, 21))) == ["Two is so."]


@given(news, st.integers(0, 120))
def test_every_place_in_a_text_has_the_sentence_at_or_before_it(text: str, offset: int) -> None:
    spans = english(text)
    number = sentence_of(spans, offset)
    if not spans or offset < spans[0].start:
        assert number == 0
    else:
        assert spans[number].start <= offset
        assert number + 1 == len(spans) or offset < spans[number + 1].start


@timed
@timed
@pytest.mark.parametrize(
    ("unit", "chars"),
    [
        ("word ", 5_000_000),
        ("He said so. ", 5_000_000),
        *(
            (unit, 200_000)
            for unit in (".", "a.", "U.S.", "“", "\n", " \n", "\r\n", "- \n", "1.\n", '!"', "( ", "。")
        ),
    ],
)
def test_a_long_text_is_cut_in_linear_time(unit: str, chars: int) -> None:
    text = unit * (chars // len(unit))
    assert cpu_seconds(lambda: english(text), times=1) < here(GENEROUS_SECONDS)


@pytest.mark.parametrize("unit", ["word ", "w", "said, "])
def test_no_sentence_is_longer_than_anybody_writes_and_no_word_is_lost(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    spans = english(text)
    assert all(span.end - span.start <= LONGEST_CHARS for span in spans)
    assert "".join(at(text, spans)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Workers repaired furnace No. 2 in a week.", 1),
        ("Nos. 4 and 5 were sealed. Nobody said why.", 2),
        ("The answer was no. The mill stayed shut.", 2),
        ("He asked whether it had opened. No. It had not.", 3),
    ],
)
def test_no_is_a_number_only_before_one(text: str, count: int) -> None:
    assert len(english(text)) == count
