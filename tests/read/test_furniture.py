"""What on a page is no part of the article; captions and datelines are told apart from it."""

from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang import load
from sayso.model import Span
from sayso.read.layout.furniture import (
    captions,
    class_of_paragraph,
    credit_tails,
    datelines,
    furniture,
    patterns,
)
from sayso.text import paragraphs
from tests.read.readers import read
from tests.stopwatch import cpu_seconds, here, timed

LISTS: dict[str, list[dict[str, Any]]] = load("en", "furniture")
FIRES = [
    (part, e["class"], words) for part, entries in LISTS.items() for e in entries for words in e["fires"]
]
SILENT = [
    (part, e["class"], words) for part, entries in LISTS.items() for e in entries for words in e["silent"]
]
PAGE = """By Ilo Marsk

ORLAN (Harrow Wire) -- Rice is scarce, the ministry said.

border trade
State media said on Jan. 3 that the dam held. / Image: Harrow Daily

*Translated by M & V

Ine Vollar is one of Harrow Post's full-time journalists. Please direct any questions about her articles to"""


def classes(part: str, words: str) -> list[str]:
    return [pattern.name for pattern in patterns(part) if pattern.search(words)]


@pytest.mark.parametrize(("part", "name", "words"), FIRES)
def test_a_class_of_furniture_knows_its_examples(part: str, name: str, words: str) -> None:
    assert name in classes(part, words)


@pytest.mark.parametrize(("part", "name", "words"), SILENT)
def test_a_class_of_furniture_leaves_prose_alone(part: str, name: str, words: str) -> None:
    assert name not in classes(part, words)


def test_furniture_is_left_out_and_the_caption_and_the_report_stay() -> None:
    found = furniture(PAGE, paragraphs(PAGE))
    words = [PAGE[span.start : span.end] for span in found]
    assert [line.split(" ")[0] for line in words] == ["By", "border", "*Translated", "Ine"]


def test_a_caption_is_a_statement_without_its_credit() -> None:
    (caption,) = captions(PAGE, paragraphs(PAGE))
    (credit,) = credit_tails(PAGE, paragraphs(PAGE))
    assert PAGE[caption.start : caption.end] == "State media said on Jan. 3 that the dam held."
    assert PAGE[credit.start : credit.end].strip() == "/ Image: Harrow Daily"


def test_a_dateline_ends_where_the_report_begins() -> None:
    (line,) = datelines(PAGE, paragraphs(PAGE))
    assert PAGE[line.end :].startswith("Rice is scarce")


def test_what_is_quoted_is_no_furniture() -> None:
    text = "“Sign up for our weekly newsletter”"
    assert furniture(text, paragraphs(text)) == ()


def test_an_author_is_introduced_only_at_the_end() -> None:
    bio = "Ilo Marsk is a reporter at the Harrow Post covering trade."
    text = bio + "\n\nThe ministry said so. It was late by then, and nobody came." * 8
    assert furniture(text, paragraphs(text)) == ()
    assert class_of_paragraph(bio) == "bio"


@given(
    st.lists(
        st.sampled_from(["By ", "Image: ", "A b", "\n\n", "(", "Read in ", "Share", "#a ", "x. "]),
        max_size=60,
    )
)
def test_everything_found_lies_inside_its_paragraphs(pieces: list[str]) -> None:
    text = "".join(pieces)
    whole = paragraphs(text)
    assert set(furniture(text, whole)) <= set(whole)
    for span in (*captions(text, whole), *credit_tails(text, whole), *datelines(text, whole)):
        assert any(paragraph.contains(span) for paragraph in whole)


@timed
@pytest.mark.parametrize("unit", ["A", "By A b ", "a ", "#a ", "( ", "Image: ", "* "])
def test_hostile_paragraphs_do_not_hang(unit: str) -> None:
    for size_chars in (390, 890, 5_000_000):
        text = (unit * size_chars)[:size_chars]
        whole = [Span(0, len(text))]
        for find in (furniture, captions, datelines):
            assert cpu_seconds(partial(find, text, whole), times=1) < here(1)


@pytest.mark.parametrize(
    "text",
    [
        "| who | said | when |\n|---|---|---|\n| The ministry | that it rained | Monday |\n",
        "From: Ilo Marsk <ilo@roads.example>\nTo: desk@roads.example\nSubject: the ministry said so\n",
        "2031-03-04 10:00:01,001 ERROR claims: connection denied by peer, the ministry said so\n" * 3,
        "def say(x):\n    print('he said', x)\n    return report(x)  # according to spec\n",
    ],
)
def test_tables_mail_headers_logs_and_code_say_nothing(text: str) -> None:
    assert read(text) == ()


def test_the_marks_of_lists_and_quoted_mail_are_no_part_of_a_source() -> None:
    text = "> The embassy denied it.\n\n- The ministry said that it rained.\n\n## The court said so"
    assert [one.source.text for one in read(text)] == ["The embassy", "The ministry", "The court"]
