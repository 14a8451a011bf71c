"""Reading plain text, encodings, caps and what is no text."""

import codecs
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import Problem, UsageError
from sayso.ingest import Caps, Defaults, document_of_text, read_bytes, read_path
from sayso.ingest import extract as extract_module
from sayso.model import Document
from tests.ingest.pages import ENGLISH, GOVERNOR, one, page, read, refused, whats


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), min_size=1)
)
def test_plain_text_is_kept_code_point_for_code_point(text: str) -> None:
    for found in read(text, "a.txt"):
        assert isinstance(found, Problem) or found.text == text


def test_windows_line_ends_stay() -> None:
    assert (
        one("He said so.\r\n\r\nShe denied it.\r\n", "a.txt").text == "He said so.\r\n\r\nShe denied it.\r\n"
    )


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_dropped(mark: bytes, encoding: str) -> None:
    document = one(mark + "The word is 국경.".encode(encoding), "a.txt")
    assert document.text == "The word is 국경."
    assert document.problems == ()


def test_a_guessed_encoding_is_said() -> None:
    document = one("The café was closed, its owner said.".encode("cp1252"), "a.txt")
    assert document.text == "The café was closed, its owner said."
    assert "encoding is not declared" in whats(document)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"{\\rtf1 He said so.}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"7z\xbc\xaf\x27\x1c", "7z archive"),
        (b"He said\x00 so", "binary"),
    ],
)
def test_what_is_no_text_is_a_problem_with_a_hint(data: bytes, kind: str) -> None:
    problem = refused(data, "a.txt")
    assert kind in problem.what
    assert problem.hint


def test_letters_of_no_encoding_are_a_problem() -> None:
    assert "encoding" in refused(bytes(range(1, 256)) * 4, "a.txt").what


def test_an_empty_file_is_a_failed_document() -> None:
    document = one(b"", "a.txt")
    assert (document.status, document.text, document.words) == ("failed", "", 0)
    assert "nothing to read" in whats(document)


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    (missing,) = read_path(str(tmp_path / "none.txt"))
    assert isinstance(missing, Problem)
    assert "no such file" in missing.what


@pytest.mark.parametrize("name", ["a\x00b", "a\udc80b", "\ud800"])
def test_an_odd_file_name_is_a_problem_that_can_be_printed(name: str) -> None:
    (problem,) = read_path(name)
    assert isinstance(problem, Problem)
    assert str(problem).encode()


def test_a_file_is_named_as_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("He said so.", encoding="utf-8")
    (document,) = read_path(str(path), ENGLISH)
    assert isinstance(document, Document)
    assert document.input == str(path)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("He said so.", "He said so."),
        ('{"id": "a", "text": "He said so."}\n', "He said so."),
        ('[{"id": "a", "text": "He said so."}]', "He said so."),
        ("---\ntitle: Shut\n---\nHe said so.", "He said so."),
        (page(), GOVERNOR),
    ],
)
def test_standard_input_is_told_by_its_looks(data: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    (document,) = read_path("-", ENGLISH)
    assert isinstance(document, Document)
    assert text in document.text
    assert "<" not in document.text
    assert "{" not in document.text
    assert document.input in ("-", "a")


def test_options_fill_only_what_a_file_does_not_say() -> None:
    given_options = Defaults(publisher="The Lantern", published="2021-05-17", language="en")
    document = one("---\npublisher: Ostara Post\n---\nHe said so.", "a.md", given_options)
    assert (document.publisher, document.published) == ("Ostara Post", "2021-05-17")


def test_an_option_that_is_no_date_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="yesterday"):
        Defaults(published="yesterday")


def test_a_long_text_is_cut_and_partial(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract_module, "LONGEST_CHARS", 10)
    document = one("He said so and she did not.", "a.txt")
    assert (document.text, document.status) == ("He said so", "partial")
    assert "first 10 of 27 characters" in whats(document)


def test_a_large_file_is_cut_between_letters_and_partial() -> None:
    (document,) = read_bytes("ab국경".encode(), "a.txt", ENGLISH, Caps(document_bytes=4))
    assert isinstance(document, Document)
    assert (document.text, document.status) == ("ab", "partial")
    assert "only the first 4 bytes" in whats(document)


def test_unseen_characters_are_counted_and_kept() -> None:
    text = "He de\u200bnied it.\u202e\u2066"
    document = one(text, "a.txt")
    assert document.text == text
    assert document.status == "ok"
    assert "1 zero-width character and 2 bidirectional control characters" in whats(document)


def test_a_lone_surrogate_in_python_text_is_replaced_in_place() -> None:
    assert document_of_text("a\ud800b", ENGLISH).text == "a\ufffdb"


def test_formats_that_are_not_read_are_named() -> None:
    assert "table" in refused("a,b", "a.csv").what
    assert "no feed" in refused("<urlset></urlset>", "a.xml").what


NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a.json", "-", "a", "a.xml"])
PIECES = st.sampled_from(
    [
        *(b"<p>", b"</p>", b"<html>", b"<!--", b"<del>", b"&#0;", b"<table>", b"<td>", b"<svg>", b"<title>"),
        *(b"<figure><figcaption>", b"<p style='", b"color:#fff", b"'>", b"---\n", b"published: 99999-1-1\n"),
        *(b"<<: *a\n", b"&a ", b": ", b"{", b'{"text":', b'"', b"[", b"]", b"}", b"\n", b"word "),
        *(b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\xe9"),
    ]
)


@settings(deadline=None)  # the first page loads the HTML libraries
@given(data=st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=25).map(b"".join)), name=NAMES)
def test_any_bytes_give_documents_or_problems(data: bytes, name: str) -> None:
    found = list(read_bytes(data, name, ENGLISH))
    assert found
    for one_found in found:
        assert isinstance(one_found, Document | Problem)
        if isinstance(one_found, Document):
            assert one_found.text.encode() is not None
            assert all(0 <= span.start < span.end <= len(one_found.text) for span in one_found.captions)
