"""Reading Word documents: what stands, what was deleted, struck or hidden, and hostile XML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Problem
from sayso.ingest import Caps, read_bytes
from sayso.model import Document
from tests.ingest.made_files import CORE, WORDML, docx, paragraph, run, zipped
from tests.ingest.pages import ENGLISH, GOVERNOR, TRADER, one, refused, whats

PLAIN = paragraph(run(GOVERNOR))


def test_paragraphs_are_parted_by_blank_lines() -> None:
    document = one(docx(PLAIN, paragraph(run("Two "), run("officials denied it."))), "a.docx")
    assert document.text == f"{GOVERNOR}\n\nTwo officials denied it."
    assert (document.status, document.problems) == ("ok", ())


def test_a_row_of_a_table_is_one_paragraph_of_cells() -> None:
    cells = "".join(f"<w:tc>{paragraph(run(word))}</w:tc>" for word in ("Ostara", "40 doses"))
    text = one(docx(PLAIN, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), "a.docx").text
    assert text.endswith("\n\nOstara | 40 doses")


def test_what_was_inserted_stays_and_what_was_deleted_is_left_out_and_said() -> None:
    block = paragraph(
        run("The ministry counted "),
        f"<w:del>{run('ninety', tag='delText')}</w:del>",
        f"<w:ins>{run('forty')}</w:ins>",
        run(" dead."),
    )
    document = one(docx(block), "a.docx")
    assert document.text == "The ministry counted forty dead."
    assert document.status == "partial"
    assert 'deletes or crosses out was left out: "ninety"' in whats(document)


@pytest.mark.parametrize("properties", ["<w:strike/>", '<w:dstrike w:val="true"/>'])
def test_struck_words_are_left_out_and_said(properties: str) -> None:
    document = one(docx(paragraph(run("It was "), run("not ", properties), run("shut."))), "a.docx")
    assert document.text == "It was shut."
    assert '"not"' in whats(document)


def test_words_whose_striking_is_switched_off_stay() -> None:
    assert one(docx(paragraph(run("It was shut.", '<w:strike w:val="0"/>'))), "a.docx").text == "It was shut."


@pytest.mark.parametrize("properties", ["<w:vanish/>", '<w:color w:val="FFFFFF"/>'])
def test_words_that_no_reader_sees_are_left_out_and_said(properties: str) -> None:
    document = one(docx(PLAIN, paragraph(run("He denied it all.", properties))), "a.docx")
    assert document.text == GOVERNOR
    assert 'cannot see was left out: "He denied it all."' in whats(document)


def test_white_words_on_a_dark_ground_stay() -> None:
    shown = run("He denied it all.", '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>')
    assert "He denied it all." in one(docx(PLAIN, paragraph(shown)), "a.docx").text


def test_comments_are_left_out_and_counted() -> None:
    comments = f"<w:comments {WORDML}><w:comment>{paragraph(run('Is this true?'))}</w:comment></w:comments>"
    document = one(docx(PLAIN, parts={"word/comments.xml": comments}), "a.docx")
    assert "true?" not in document.text
    assert "1 comment in the margin" in whats(document)


def test_notes_follow_the_text() -> None:
    notes = (
        f"<w:footnotes {WORDML}><w:footnote>{paragraph(run('Interview, 3 May.'))}</w:footnote></w:footnotes>"
    )
    document = one(docx(PLAIN, parts={"word/footnotes.xml": notes}), "a.docx")
    assert document.text == f"{GOVERNOR}\n\nInterview, 3 May."


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run(TRADER))}</w:txbxContent>"
    choice = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert one(docx(PLAIN, paragraph(f"<w:r>{choice}</w:r>")), "a.docx").text.count(TRADER) == 1


def test_properties_say_title_author_and_day() -> None:
    document = one(docx(PLAIN, parts={"docProps/core.xml": CORE}), "a.docx")
    assert (document.title, document.author, document.published) == ("Border shut", "Ana Vell", "2031-05-17")
    assert "the day on which the file says it was made" in whats(document)


def test_entities_are_never_expanded() -> None:
    laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
    body = f"{laughs}<w:document {WORDML}><w:body>{PLAIN}{paragraph(run('&b;&x;'))}</w:body></w:document>"
    document = one(zipped({"word/document.xml": body}), "a.docx")
    assert document.text == GOVERNOR


def test_xml_nested_too_deep_is_said() -> None:
    deep = "<w:sdt>" * 3_000 + PLAIN + "</w:sdt>" * 3_000
    document = one(docx(PLAIN, deep), "a.docx")
    assert document.status in ("partial", "failed")
    assert "damaged" in whats(document)


def test_a_part_that_unpacks_to_far_more_than_its_size_stops_at_the_cap() -> None:
    data = docx(PLAIN, paragraph(run("a" * 3_000_000)))
    (document,) = read_bytes(data, "a.docx", ENGLISH, Caps(free_bytes=1_000_000, ratio=10))
    assert isinstance(document, Document)
    assert len(document.text) < 1_500_000
    assert "more than 10 times its size" in whats(document)


@pytest.mark.parametrize(
    ("members", "kind"),
    [({"xl/workbook.xml": "<x/>"}, "workbook"), ({"mimetype": "application/epub+zip"}, "a book")],
)
def test_other_office_documents_are_named(members: dict[str, str | bytes], kind: str) -> None:
    assert kind in refused(zipped(members), "a.docx").what


@given(st.binary(max_size=60), st.integers(0, 700))
def test_a_word_document_with_any_bytes_in_it_gives_documents_or_problems(noise: bytes, at: int) -> None:
    data = docx(PLAIN, parts={"docProps/core.xml": CORE})
    for found in read_bytes(data[:at] + noise + data[at:], "a.docx", ENGLISH):
        assert isinstance(found, Document | Problem)
