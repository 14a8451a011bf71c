"""The Python door: statements of texts and files, from any thread, with nothing loaded before."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import sayso
from sayso import UnreadableInput, UsageError, read_file, read_text
from sayso.weights import has_weights
from tests.stopwatch import here, timed

TEXT = "A source told Radio Tessel on Monday that the bridge was closed. The ministry denied that."
GERMAN = "Die Regierung dementierte den Bericht am Montag. Sie habe davon keine Kenntnis, sagte ein Sprecher."
HEAVY = ("numpy", "onnxruntime", "tokenizers", "trafilatura", "htmldate", "lxml", "yaml", "py3langid", "rich")
FINDERS = [
    True,
    pytest.param(False, marks=pytest.mark.skipif(not has_weights("tagger"), reason="no weights installed")),
]


def python(code: str) -> str:
    """What a new Python prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("rules", FINDERS)
def test_a_text_gives_its_statements_in_reading_order(rules: bool) -> None:
    first, second = read_text(TEXT, publisher="The Lantern", published="2031-03-04", rules=rules)
    assert (first.source.text, first.content.text) == ("A source", "that the bridge was closed")
    assert first.chain == ("The Lantern", "source")
    assert first.said is not None
    assert first.said.from_ == "2031-03-03"
    assert second.act == "deny"


@pytest.mark.parametrize("rules", FINDERS)
def test_four_threads_at_once_read_the_same(rules: bool) -> None:
    texts = [TEXT, f"{TEXT} {TEXT}", "Two soldiers were reportedly hurt.", "It rained."] * 3
    alone = [read_text(text, rules=rules) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: read_text(text, rules=rules), texts)) == alone


@pytest.mark.skipif(not has_weights("tagger"), reason="no weights installed")
def test_more_threads_for_the_network_read_the_same() -> None:
    assert read_text(TEXT, threads=2) == read_text(TEXT, threads=1)


@pytest.mark.parametrize("text", ["", "  \n", "…"])
def test_a_text_without_words_has_no_statements(text: str) -> None:
    assert read_text(text, rules=True) == ()


def test_a_language_that_is_not_read_is_said_and_not_read_as_english() -> None:
    with pytest.raises(UnreadableInput, match=r"language that is not read \(de\)") as raised:
        read_text(GERMAN, rules=True)
    assert raised.value.problem.where == "-"


def test_a_declared_language_that_is_not_read_is_said() -> None:
    with pytest.raises(UnreadableInput, match="ko"):
        read_text(TEXT, language="ko", rules=True)


def test_a_date_that_is_none_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="yesterday"):
        read_text(TEXT, published="yesterday", rules=True)


def test_a_file_says_what_a_text_says(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\npublisher: The Lantern\npublished: 2031-03-04\n---\n{TEXT}\n", encoding="utf-8")
    found = read_file(str(path), publisher="Another", rules=True)
    assert [one.content.text for one in found] == [one.content.text for one in read_text(TEXT, rules=True)]
    assert {one.chain[0] for one in found} == {"The Lantern"}
    assert {one.input for one in found} == {str(path)}


def test_every_row_of_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f'{{"id": "a", "text": "{TEXT}"}}\n{{"id": "b", "text": "{TEXT}"}}\n', encoding="utf-8")
    assert [one.input for one in read_file(str(path), rules=True)] == ["a", "a", "b", "b"]


@pytest.mark.parametrize(
    ("name", "data"),
    [("missing.txt", None), ("a.pdf", b"%PDF-1.7"), ("a.txt", b""), ("a.txt", GERMAN.encode())],
)
def test_a_file_that_cannot_be_read_raises_with_its_name(
    tmp_path: Path, name: str, data: bytes | None
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UnreadableInput) as raised:
        read_file(str(path), rules=True)
    assert raised.value.problem.where == str(path)


def test_importing_pulls_in_nothing_heavy() -> None:
    loaded = python("import sys, sayso; print(*sys.modules)").split()
    assert not [name for name in loaded if name.partition(".")[0] in (*HEAVY, "msgspec", "click")]


def test_the_door_itself_is_light_until_the_first_call() -> None:
    loaded = python("import sys, sayso; sayso.read_text; print(*sys.modules)").split()
    assert not [name for name in loaded if name.partition(".")[0] in HEAVY]


def test_reading_opens_no_socket() -> None:
    code = (
        "import sys\n"
        "seen = []\n"
        "sys.addaudithook(lambda event, args: seen.append(event) if event.startswith('socket.') else None)\n"
        f"import sayso\nassert sayso.read_text({TEXT!r})\nprint(*seen)"
    )
    assert python(code) == ""


@timed
def test_help_is_there_at_once() -> None:
    def seconds() -> float:
        began = time.perf_counter()
        python("from sayso.cli import main; main(['--help'], standalone_mode=False)")
        return time.perf_counter() - began

    assert min(seconds() for _ in range(3)) < here(1)


def test_what_the_package_names_is_there() -> None:
    assert set(dir(sayso)) == set(sayso.__all__)
    assert all(getattr(sayso, name) is not None for name in sayso.__all__)
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        _ = sayso.guess
