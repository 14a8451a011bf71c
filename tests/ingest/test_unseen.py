"""What a page or a Word file strikes, hides or goes on with keeps its place; the text stays what it was."""

import pytest

from sayso.ingest import read_bytes
from sayso.ingest.caps import Caps
from sayso.model import Document, Span, Unseen
from tests.ingest.made_files import docx, lines, paragraph, pdf, run
from tests.ingest.pages import GOVERNOR, TRADER, one, page


def told(document: Document) -> list[tuple[str, str, str | None, str | None]]:
    """Kind and words of each, with the words around its place."""
    return [(u.kind, u.text, *_around(document.text, u)) for u in document.unseen]


def _around(text: str, one: Unseen) -> tuple[str | None, str | None]:
    if one.span is None:
        return None, None
    return text[: one.span.start].split("\n")[-1][-8:], text[one.span.end :].split("\n")[0][:8]


def test_struck_words_keep_their_place_in_a_page() -> None:
    found = one(page("<p>The ministry counted <del>ninety</del> forty dead on Friday.</p>"), "a.html")
    assert told(found) == [("struck", "ninety", " counted", " forty d")]


def test_words_inside_a_word_keep_their_place() -> None:
    found = one(page("<p>It was un<s>im</s>portant, the ministry said on Friday.</p>"), "a.html")
    assert "It was unportant" in found.text
    assert told(found) == [("struck", "im", "t was un", "portant,")]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>He denied it all.</p>",
        '<div style="display:none"><p>He denied it all.</p></div>',
        '<p style="color:white">He denied it all.</p>',
        '<p><span style="font-size:0">He denied it all.</span></p>',
    ],
)
def test_a_hidden_paragraph_keeps_its_place_between_two_others(hidden: str) -> None:
    found = one(page(hidden), "a.html")
    assert found.text == one(page(), "a.html").text
    assert [(u.kind, u.text) for u in found.unseen] == [("hidden", "He denied it all.")]
    (span,) = [u.span for u in found.unseen]
    assert span is not None
    assert found.text.index(GOVERNOR) + len(GOVERNOR) < span.start < found.text.index(TRADER)


def test_menus_and_patterns_that_are_hidden_are_not_kept() -> None:
    menu = "<div hidden><ul><li>Home</li></ul></div><template><p>He denied it all.</p></template>"
    assert one(page(menu), "a.html").unseen == ()


def test_what_is_struck_outside_of_the_main_text_is_kept_without_a_place() -> None:
    html = page().replace("World desk", "<s>World desk</s>")
    assert told(one(html, "a.html")) == [("struck", "World desk", None, None)]


def test_what_lies_in_something_hidden_is_told_once() -> None:
    found = one(page("<p hidden>He <del>never</del> denied it all.</p>"), "a.html")
    assert [(u.kind, u.text) for u in found.unseen] == [("hidden", "He never denied it all.")]


def test_a_page_with_every_bracket_has_no_places_and_loses_nothing() -> None:
    brackets = "⦗⦘⦑⦒⦃⦄⦉⦊"
    found = one(page(f"<p>{brackets} counted <del>ninety</del> forty dead.</p>"), "a.html")
    assert told(found) == [("struck", "ninety", None, None)]


def test_a_mark_that_a_page_prints_itself_is_text() -> None:
    found = one(page("<p>See ⦉0⦊ and <del>ninety</del> forty dead, the ministry said.</p>"), "a.html")
    assert "See ⦉0⦊ and forty dead" in found.text
    assert told(found) == [("struck", "ninety", " ⦉0⦊ and", " forty d")]


def test_struck_and_hidden_runs_of_a_word_file_keep_their_places() -> None:
    block = paragraph(
        run("The ministry counted "), run("nine", "<w:strike/>"), run("ty ", "<w:strike/>"),
        run("forty dead."),
    )  # fmt: skip
    found = one(
        docx(block, paragraph(run("He denied it.", "<w:vanish/>")), paragraph(run("So it said."))), "a.docx"
    )
    assert found.text == "The ministry counted forty dead.\n\nSo it said."
    assert told(found) == [("struck", "ninety", " counted", " forty d"), ("hidden", "He denied it.", "", "")]


def test_white_lines_of_a_pdf_are_told_in_the_text_that_keeps_them() -> None:
    white = b"1 1 1 rg BT /F1 11 Tf 1 0 0 1 72 700 Tm (He denied it all.) Tj ET\n0 0 0 rg\n"
    found = one(pdf([*lines(GOVERNOR[:60]), white]), "a.pdf")
    (doubt,) = found.unseen
    assert doubt.kind == "doubtful"
    assert doubt.span is not None
    assert found.text[doubt.span.start : doubt.span.end] == "He denied it all."


def test_a_text_that_is_cut_says_so_at_its_end() -> None:
    caps = Caps(document_bytes=len(GOVERNOR))
    (found,) = read_bytes(f"{GOVERNOR} {TRADER}".encode(), "a.txt", caps=caps)
    assert isinstance(found, Document)
    (cut,) = found.unseen
    assert (cut.kind, cut.span) == ("cut", Span(len(found.text), len(found.text)))
    assert "only the first" in cut.text


def test_a_pdf_of_which_some_pages_were_read_is_cut_at_its_end() -> None:
    caps = Caps(pages=1)
    (found,) = read_bytes(pdf(lines(GOVERNOR[:60]), lines(TRADER[:60])), "a.pdf", caps=caps)
    assert isinstance(found, Document)
    assert told(found) == [("cut", "only the first 1 of 2 pages were read", found.text[-8:], "")]
