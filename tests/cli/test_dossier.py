"""`sayso dossier`: forms, files, exit codes, and what it says where nothing is found."""

from pathlib import Path

import docx
import msgspec
import pytest

from sayso.model import Dossier
from tests.cli.calls import sayso
from tests.pipeline.bridge_files import bridge_ledger


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("dossier")
    bridge_ledger(folder).close()
    return str(folder / "a.db")


def test_piped_it_is_one_json_object_of_the_documented_shape(path: str) -> None:
    call = sayso("dossier", "Quill", "bridge", "--ledger", path)
    found = msgspec.json.decode(call.out, type=Dossier)
    assert (call.code, found.subject, found.totals.documents) == (0, "Quill bridge", 4)


def test_the_shape_has_its_schema() -> None:
    schema = sayso("schema", "dossier").json()
    assert {"claims", "promises", "lines", "who", "questions"} <= set(schema["required"])


def test_markdown_table_page_and_word_are_written(path: str, tmp_path: Path) -> None:
    page, word = tmp_path / "out.html", tmp_path / "out.docx"
    call = sayso("dossier", "Quill", "--ledger", path, "--markdown", "--html", str(page), "--docx", str(word))
    assert call.code == 0
    assert call.out.startswith("# Dossier: Quill\n")
    assert "Content-Security-Policy" in page.read_text(encoding="utf-8")
    assert docx.Document(str(word)).core_properties.title == "Dossier: Quill"
    assert "Who is who" in sayso("dossier", "Quill", "--ledger", path, "--table").out


def test_the_same_dossier_is_the_same_word_document(path: str, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        sayso("dossier", "Quill", "--ledger", path, "--docx", str(tmp_path / name), "--as-of", "2031-06-02")
    first, second = (docx.Document(str(tmp_path / name)) for name in ("a.docx", "b.docx"))
    assert [p.text for p in first.paragraphs] == [p.text for p in second.paragraphs]
    assert first.core_properties.created == second.core_properties.created


def test_as_of_leaves_out_what_came_later(path: str) -> None:
    found = sayso("dossier", "Quill", "--ledger", path, "--as-of", "2031-03-10").json()
    assert [one["published"] for one in found["documents"]] == ["2031-03-02"]


def test_a_subject_that_is_not_there_teaches_what_is(path: str) -> None:
    call = sayso("dossier", "Harbor", "Offices", "--ledger", path)
    assert (call.code, call.out) == (2, "")
    assert "Nothing in this ledger is on “Harbor Offices”" in call.err
    assert "Harbour Office" in call.err


@pytest.mark.parametrize("words", [("the",), ("?",)])
def test_a_subject_without_a_word_is_a_usage_error(words: tuple[str, ...], path: str) -> None:
    call = sayso("dossier", *words, "--ledger", path)
    assert call.code == 2
    assert "needs a word to look for" in call.err


def test_a_file_that_cannot_be_written_is_said_before_anything_is_done(path: str, tmp_path: Path) -> None:
    call = sayso("dossier", "Quill", "--ledger", path, "--html", str(tmp_path / "no" / "out.html"))
    assert (call.code, call.out) == (2, "")
