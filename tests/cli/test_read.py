"""`sayso read`: shapes on standard output, problems on standard error, exit codes 0, 3 and 2."""

import csv
import io
import json
from pathlib import Path

import click
import msgspec
import pytest

from sayso.cli import VERBS, main
from sayso.model import Statement
from tests.cli.calls import process, sayso
from tests.ingest.made_files import docx, lines, paragraph, pdf, run, zipped

TEXT = "A source told Radio Tessel that the bridge was closed. The ministry denied that."
GERMAN = "Die Regierung dementierte den Bericht am Montag. Sie habe davon keine Kenntnis, sagte ein Sprecher."


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def empty(tmp_path: Path) -> str:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    return str(path)


def test_json_is_one_whole_array_of_statements(article: str) -> None:
    call = sayso("read", "--rules", "--json", article)
    statements = msgspec.json.decode(call.out.encode(), type=list[Statement])
    assert (call.code, call.err) == (0, "")
    assert statements[0].content.text == "that the bridge was closed"
    assert {one.input for one in statements} == {article}


def test_json_lines_are_one_statement_a_line(article: str) -> None:
    lines = sayso("read", "--rules", "--jsonl", article).out.splitlines()
    assert [json.loads(line) for line in lines] == sayso("read", "--rules", "--json", article).json()


def test_csv_has_a_line_of_names_and_one_for_each_statement(article: str) -> None:
    rows = list(csv.DictReader(io.StringIO(sayso("read", "--rules", "--csv", article).out)))
    assert [row["source"] for row in rows] == ["A source", "The ministry"]


def test_what_is_piped_is_json(article: str) -> None:
    call = process("read", "--rules", article)
    assert call.json() == sayso("read", "--rules", "--json", article).json()
    assert (call.code, call.err) == (0, "")


def test_standard_input_is_a_line() -> None:
    assert {one["input"] for one in sayso("read", "--rules", "--json", "-", stdin=TEXT).json()} == {"-"}


def test_options_fill_what_a_file_does_not_say(article: str) -> None:
    call = sayso("read", "--rules", "--json", "--publisher", "The Lantern", article)
    assert {one["chain"][0] for one in call.json()} == {"The Lantern"}


def test_one_bad_file_among_many_is_named_and_the_rest_is_read(
    article: str, empty: str, tmp_path: Path
) -> None:
    missing = str(tmp_path / "missing.txt")
    call = sayso("read", "--rules", "--json", missing, article, empty)
    assert call.code == 3
    assert {one["input"] for one in call.json()} == {article}
    assert [line.split(": ")[:2] for line in call.err.splitlines()] == [["sayso", missing], ["sayso", empty]]


@pytest.mark.parametrize(("form", "nothing"), [("--json", "[]\n"), ("--jsonl", "")])
def test_where_nothing_could_be_read_the_shape_is_empty_and_the_code_two(
    empty: str, form: str, nothing: str
) -> None:
    call = sayso("read", "--rules", form, empty)
    assert (call.code, call.out) == (2, nothing)
    assert empty in call.err


def test_another_language_is_said_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "de.txt"
    path.write_text(GERMAN, encoding="utf-8")
    call = sayso("read", "--rules", "--json", str(path))
    assert (call.code, call.json()) == (2, [])
    assert "language that is not read (de)" in call.err


def test_a_bad_row_is_named_by_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"id": "a-1", "text": TEXT}) + "\n{broken\n", encoding="utf-8")
    call = sayso("read", "--rules", "--json", str(path))
    assert call.code == 3
    assert {one["input"] for one in call.json()} == {"a-1"}
    assert f"{path}:2" in call.err


def test_a_folder_is_read_with_all_that_is_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(pdf(lines(TEXT)))
    (folder / "b.zip").write_bytes(zipped({"c.txt": TEXT, "d.docx": docx(paragraph(run(TEXT)))}))
    (folder / "style.css").write_text("p {}", encoding="utf-8")
    call = sayso("read", "--rules", "--json", str(folder))
    assert call.code == 0
    names = dict.fromkeys(one["input"].removeprefix(f"{folder}/") for one in call.json())
    assert list(names) == ["a.pdf", "b.zip!c.txt", "b.zip!d.docx"]


def test_a_partly_read_document_is_done_in_part(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\npublisher: [unclosed\n---\n{TEXT}\n", encoding="utf-8")
    call = sayso("read", "--rules", "--json", str(path))
    assert call.code == 3
    assert call.json()
    assert "not YAML" in call.err


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("read",), "FILE"),
        (("read", "--published", "yesterday", "-"), "yesterday"),
        (("read", "--threads", "0", "-"), "threads"),
        (("read", "--guess", "-"), "guess"),
        (("reed", "-"), "reed"),
    ],
)
def test_a_call_that_makes_no_sense_is_code_two_and_says_why(words: tuple[str, ...], named: str) -> None:
    call = sayso(*words, stdin=TEXT)
    assert (call.code, call.out) == (2, "")
    assert named in call.err


def test_the_report_can_be_asked_for_when_piped(article: str) -> None:
    call = sayso("read", "--rules", "--report", article)
    assert call.code == 0
    assert "that the bridge was closed" in " ".join(call.out.split())


def test_a_page_is_written_beside_the_shapes(article: str, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    call = sayso("read", "--rules", "--json", "--html", str(out), article)
    assert call.code == 0
    assert "Radio Tessel" in out.read_text(encoding="utf-8")
    assert len(call.json()) == 2


def test_a_page_that_cannot_be_written_is_said(article: str, tmp_path: Path) -> None:
    call = sayso("read", "--rules", "--json", "--html", str(tmp_path / "no" / "page.html"), article)
    assert call.code == 2
    assert "cannot write" in call.err


def test_python_and_the_command_line_say_the_same(article: str) -> None:
    from sayso import read_file

    told = msgspec.json.decode(
        sayso("read", "--rules", "--json", article).out.encode(), type=tuple[Statement, ...]
    )
    assert told == read_file(article, rules=True)


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_and_option_has_help(verb: str) -> None:
    command = main.get_command(click.Context(main), verb)
    assert command is not None
    assert command.help
    for parameter in command.params:
        assert isinstance(parameter, click.Argument) or getattr(parameter, "help", None), parameter.name


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("read", "--help"), ("schema", "--help")])
def test_help_is_printed_and_done(words: tuple[str, ...]) -> None:
    call = sayso(*words)
    assert call.code == 0
    assert call.out.startswith("Usage:")


def test_the_version_is_printed() -> None:
    import sayso as package

    assert sayso("--version").out.strip() == f"sayso {package.__version__}"
