"""`sayso check --docx` on Word documents as offices have them: tables, links, tracked changes, comments."""

import json
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from tests.cli.calls import sayso
from tests.pipeline.corpora import written

FAULT = "At least twelve passengers drowned when the ferry Saint Osric sank off Port Arless."


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("word")
    written(folder / "files")
    place = str(folder / "a.db")
    assert sayso("add", "--rules", "--ledger", place, str(folder / "files")).code == 0
    return place


def commented(path: str, document: "docx.document.Document", folder: Path) -> "docx.document.Document":
    """The document after checking, which must have found something."""
    document.save(str(folder / "draft.docx"))
    out = folder / "out.docx"
    call = sayso("check", str(folder / "draft.docx"), "--ledger", path, "--docx", str(out))
    assert call.code == 1, call.err
    assert json.loads(call.out)["findings"]
    return docx.Document(str(out))


def marked(document: "docx.document.Document", about: str) -> str:
    """The words between the two ends of the comment that has `about` in it, deleted ones left out."""
    number = next(str(one.comment_id) for one in document.comments if about in one.text)
    inside, words = False, ""
    for element in document.element.body.iter():
        if element.get(qn("w:id")) == number and element.tag == qn("w:commentRangeStart"):
            inside = True
        elif element.get(qn("w:id")) == number and element.tag == qn("w:commentRangeEnd"):
            inside = False
        elif inside and element.tag == qn("w:t"):
            words += element.text or ""
    return words


def add(paragraph: Paragraph, xml: str) -> None:
    paragraph._p.append(parse_xml(xml.replace(">", f" {nsdecls('w', 'r')}>", 1)))


def test_a_sentence_in_a_table_is_commented_in_its_cell(path: str, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("What we know of the ferry.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Toll"
    table.cell(0, 1).text = FAULT
    after = commented(path, document, tmp_path)
    assert after.tables[0].cell(0, 1).text == FAULT
    assert marked(after, "Another number").endswith("twelve")


def test_words_in_a_link_are_commented_and_the_link_stays(path: str, tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("At least ")
    add(paragraph, '<w:hyperlink w:anchor="toll"><w:r><w:t>twelve passengers</w:t></w:r></w:hyperlink>')
    paragraph.add_run(" drowned when the ferry Saint Osric sank off Port Arless.")
    after = commented(path, document, tmp_path)
    assert after.paragraphs[0].text == FAULT
    assert after.paragraphs[0].hyperlinks[0].text == "twelve passengers"
    assert "twelve" in marked(after, "Another number")


def test_tracked_changes_are_read_as_accepted_and_stay_tracked(path: str, tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("At least ")
    who = 'w:author="R. Ost" w:date="2031-04-06T10:00:00Z"'
    add(paragraph, f'<w:del w:id="801" {who}><w:r><w:delText>nine</w:delText></w:r></w:del>')
    add(paragraph, f'<w:ins w:id="802" {who}><w:r><w:t>twelve</w:t></w:r></w:ins>')
    paragraph.add_run(" passengers drowned when the ferry Saint Osric sank off Port Arless.")
    after = commented(path, document, tmp_path)
    body = after.element.body
    assert [e.text for e in body.iter(qn("w:delText"))] == ["nine"]
    assert ["".join(t.text for t in e.iter(qn("w:t"))) for e in body.iter(qn("w:ins"))] == ["twelve"]
    assert "twelve" in marked(after, "Another number")
    assert "nine" not in marked(after, "Another number")


def test_a_word_in_several_runs_keeps_them(path: str, tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("At least t")
    for part in ("w", "el", "ve"):
        paragraph.add_run(part).underline = part == "el"
    paragraph.add_run(" passengers drowned when the ferry Saint Osric sank off Port Arless.")
    after = commented(path, document, tmp_path)
    assert after.paragraphs[0].text == FAULT
    assert "".join(run.text for run in after.paragraphs[0].runs if run.underline) == "el"
    assert marked(after, "Another number") == "At least twelve"


def test_comments_that_were_there_stay_with_their_words(path: str, tmp_path: Path) -> None:
    document = docx.Document()
    first = document.add_paragraph("A heading of no matter.")
    document.add_comment(first.runs, text="Better heading?", author="R. Ost", initials="RO")
    document.add_paragraph(FAULT)
    after = commented(path, document, tmp_path)
    assert marked(after, "Better heading?") == "A heading of no matter."
    assert [one.author for one in after.comments if one.text == "Better heading?"] == ["R. Ost"]
    ids = [one.comment_id for one in after.comments]
    assert len(ids) == len(set(ids))
    assert marked(after, "Another number") == "At least twelve"
