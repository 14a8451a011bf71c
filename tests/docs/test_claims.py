"""What the documentation promises of privacy: a reading opens no connection and writes no file."""

import socket
from pathlib import Path

import pytest

import sayso

DOCUMENTS = Path(__file__).parents[2] / "examples" / "sarvane"


@pytest.fixture
def _no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("_no_connection")
def test_reading_opens_no_connection(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    paragraph = "The ministry said that the bridge at http://example.org/bridge had reopened on Monday. " * 9
    page.write_text(
        f"<html><head><link rel=stylesheet href='https://example.org/a.css'></head><body><article>"
        f"<img src='https://example.org/a.png'><p>{paragraph}</p></article></body></html>",
        encoding="utf-8",
    )
    assert sayso.read_file(str(page), rules=True)
    assert sayso.read_file(str(DOCUMENTS / "0007-pact-schedule-wire.md"))


def test_reading_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert sayso.read_text("The ministry said that the bridge had reopened.", rules=True)
    assert list(tmp_path.rglob("*")) == []


def test_without_a_day_of_publication_relative_times_stay_open() -> None:
    text = "The ministry said that the bridge would open next week."
    times = [t for s in sayso.read_text(text, rules=True) for p in s.propositions for t in p.times]
    assert [(time.text, time.from_, time.to) for time in times] == [("next week", None, None)]


def test_the_citation_names_the_version_that_is_here() -> None:
    import yaml

    citation = yaml.safe_load((DOCUMENTS.parents[1] / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == sayso.__version__
