"""Reading PDF: paragraphs of the text layer, properties, pages without text, caps, damage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Problem
from sayso.ingest import Caps, Defaults, read_bytes
from sayso.ingest.pdf import pdf_date
from sayso.ingest.pdf_lines import Line, flowing
from sayso.model import Document
from tests.ingest.made_files import INFO, lines, pdf
from tests.ingest.pages import ENGLISH, one, refused, whats

FIRST = (
    "The governor of Ostara said on Monday that the border would stay closed",
    "until the end of the year, and that nobody had been allowed to cross it.",
)
SECOND = ("Two officials denied that. They said that lorries had crossed the old", "bridge since Friday.")


def test_wrapped_lines_are_one_paragraph_and_a_gap_parts_two() -> None:
    document = one(pdf(lines(*FIRST, "", *SECOND)), "a.pdf")
    assert document.text == " ".join(FIRST) + "\n\n" + " ".join(SECOND)
    assert document.status == "ok"


def test_a_word_broken_at_the_end_of_a_line_is_put_together() -> None:
    document = one(
        pdf(lines("The gover-", "nor of Ostara closed the state-", "owned mill, a state-owned one.")), "a"
    )
    assert document.text == "The governor of Ostara closed the state-owned mill, a state-owned one."


def test_a_heading_is_a_paragraph_of_its_own() -> None:
    text = one(pdf(lines("Border shut", *FIRST)), "a.pdf").text
    assert text.split("\n\n") == ["Border shut", " ".join(FIRST)]


def test_an_indented_line_begins_a_paragraph() -> None:
    page = [(72, 700, FIRST[0]), (72, 686, FIRST[1]), (90, 672, SECOND[0]), (72, 658, SECOND[1])]
    assert one(pdf(page), "a.pdf").text.split("\n\n") == [" ".join(FIRST), " ".join(SECOND)]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = lines("The governor said that the", "border would stay closed", "until the end of the")
    right = lines("year. Two officials denied", "that he had said so.", left=320)
    text = one(pdf([*left, *right]), "a.pdf").text
    assert "until the end of the year. Two officials denied that he had said so." in " ".join(text.split())


def test_running_heads_are_kept_once_as_furniture_and_page_numbers_left_out() -> None:
    pages = [
        [
            *lines(f"The Lantern Review, no. {n}", "", f"Report {word} of the day is", f"here, the {word}."),
            (300, 40, f"{n}"),
        ]
        for n, word in enumerate(("first", "second", "third", "fourth"), start=1)
    ]
    document = one(pdf(*pages), "a.pdf")
    assert [document.text[a:b] for a, b in document.furniture] == ["The Lantern Review, no. 1"]
    assert document.text.count("Lantern") == 1
    assert "Report fourth of the day is here, the fourth." in document.text
    assert not any(line.strip().isdigit() for line in document.text.splitlines())


def test_a_head_that_counts_the_pages_is_told_on_two() -> None:
    pages = [
        lines(f"Report of the year, page {n}", "", f"In {word} it was shut.")
        for n, word in ((7, "May"), (8, "June"))
    ]
    document = one(pdf(*pages), "a.pdf")
    assert [document.text[a:b] for a, b in document.furniture] == ["Report of the year, page 7"]
    same = [lines("In 2031 it was shut.", "", f"In {word} it was open.") for word in ("May", "June")]
    assert one(pdf(*same), "a.pdf").furniture == ()


def test_a_paragraph_goes_on_over_the_page() -> None:
    document = one(pdf(lines("The governor said that the border"), lines("would stay closed.")), "a.pdf")
    assert document.text == "The governor said that the border would stay closed."


def test_title_author_and_day_come_from_the_properties_and_the_day_is_said_to() -> None:
    document = one(pdf(lines(*FIRST), info=INFO), "a.pdf")
    assert (document.title, document.author, document.published) == ("Border shut", "Ana Vell", "2031-05-17")
    assert "the day on which the file says it was made" in whats(document)


def test_an_option_goes_before_the_day_on_which_a_file_was_made() -> None:
    document = one(pdf(lines(*FIRST), info=INFO), "a.pdf", Defaults(published="2031-05-20", language="en"))
    assert document.published == "2031-05-20"
    assert document.problems == ()


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("D:20310517093000+09'00'", "2031-05-17"),
        ("D:20310517", "2031-05-17"),
        ("20310517093000Z", "2031-05-17"),
        ("2031-05-17T09:30", "2031-05-17"),
        ("D:20311399", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_pdf_date_is_the_day_as_printed(raw: str, day: str | None) -> None:
    assert pdf_date(raw) == day


def test_a_pdf_of_pictures_is_unread_and_says_so() -> None:
    document = one(pdf([], []), "scan.pdf")
    assert (document.status, document.text) == ("unread", "")
    assert "no text layer" in whats(document)


def test_a_page_of_pictures_among_others_makes_it_partial() -> None:
    document = one(pdf(lines(*FIRST), []), "a.pdf")
    assert document.status == "partial"
    assert "1 of 2 pages have no text layer" in whats(document)


def test_pages_beyond_the_cap_are_left_out_and_said() -> None:
    pages = [lines(f"The {word} district was shut.") for word in ("first", "next", "third", "last", "other")]
    (document,) = read_bytes(pdf(*pages), "a.pdf", ENGLISH, Caps(pages=2))
    assert isinstance(document, Document)
    assert "next" in document.text
    assert "third" not in document.text
    assert document.status == "partial"
    assert "first 2 of 5 pages" in whats(document)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\xff" * 500, pdf(lines("a"))[:200]])
def test_a_damaged_pdf_is_a_problem(data: bytes) -> None:
    assert "PDF" in refused(data, "a.pdf").what


def test_a_pdf_is_told_by_its_first_bytes_whatever_its_name() -> None:
    assert one(pdf(lines(*FIRST)), "a.txt").text == " ".join(FIRST)


@given(st.binary(max_size=200), st.integers(0, 900))
def test_a_pdf_with_any_bytes_in_it_gives_documents_or_problems(noise: bytes, at: int) -> None:
    data = pdf(lines(*FIRST), info=INFO)
    for found in read_bytes(data[:at] + noise + data[at:], "a.pdf", ENGLISH):
        assert isinstance(found, Document | Problem)


@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=5))
def test_furniture_lies_inside_of_the_text_whatever_the_lines(pages: list[list[str]]) -> None:
    text, spans = flowing([[Line(text=line) for line in page if line.strip()] for page in pages])
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
