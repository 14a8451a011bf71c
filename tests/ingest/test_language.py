"""Telling the language: declared first, then by a clear margin, else left open."""

import subprocess
import sys

import pytest

from sayso.ingest import Defaults
from tests.ingest.pages import GOVERNOR, TRADER, one, whats

NONE = Defaults()
KOREAN = "당국은 국경을 닫았다고 소식통이 전했다. 아무것도 오지 않았다고 한다. 주민들은 기다렸다."
GERMAN = "Die Regierung dementierte den Bericht am Montag. Sie habe davon keine Kenntnis, sagte ein Sprecher."
RUSSIAN = "Правительство опровергло сообщение о закрытии границы, сообщил в понедельник представитель."


@pytest.mark.parametrize(("text", "code"), [(KOREAN, "ko"), (GERMAN, "de"), (RUSSIAN, "ru")])
def test_a_text_in_another_language_is_kept_unread(text: str, code: str) -> None:
    document = one(text, "a.txt", NONE)
    assert (document.language, document.status, document.text) == (code, "unread", text)
    assert "read: en" in whats(document)


@pytest.mark.parametrize(
    "text", [GOVERNOR, TRADER, GOVERNOR.upper(), "OFFICIALS DENY REPORT OF OUTBREAK IN BORDER TOWN"]
)
def test_english_is_told_in_any_case(text: str) -> None:
    assert one(text, "a.txt", NONE).language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "No comment.",
        "Kim Jong Un visited Pyongyang",
        "Sinuiju Hyesan Chongjin Ryanggang Hoeryong Musan Pyongsong Nampo",
        "Myanmar Naypyidaw Tatmadaw junta Min Aung Hlaing denied",
        "VACCINES DUE IN MAY, SAYS GAVI",
        "1234 5678 90 12 34 56 78 90 12 34",
    ],
)
def test_short_texts_and_lists_of_names_are_never_called_foreign(text: str) -> None:
    document = one(text, "a.txt", NONE)
    assert document.language in (None, "en")
    assert document.status == "ok"


def test_english_that_quotes_another_script_stays_english() -> None:
    assert one(f"{GOVERNOR} {KOREAN[:20]} {TRADER}", "a.txt", NONE).language == "en"


def test_a_declared_language_wins_but_letters_at_odds_are_said() -> None:
    document = one(KOREAN, "a.txt", Defaults(language="en"))
    assert (document.language, document.status) == ("en", "ok")
    assert "declared as en, but most letters are hangul" in whats(document)
    assert one(KOREAN, "a.txt", Defaults(language="ko")).problems[0].what.startswith("the text is in")


@pytest.mark.parametrize(
    ("declared", "code"), [("en-GB", "en"), ("EN_us", "en"), ("eng", "en"), ("kor", "ko")]
)
def test_language_tags_are_shortened(declared: str, code: str) -> None:
    assert one(GOVERNOR, "a.txt", Defaults(language=declared)).language == code


def test_what_is_no_language_code_is_a_problem_and_detected() -> None:
    document = one(GOVERNOR, "a.txt", Defaults(language="plain English"))
    assert document.language == "en"
    assert "is no code" in whats(document)


def test_nothing_heavy_is_loaded_for_english_text() -> None:
    code = (
        "import sys; from sayso.ingest import read_bytes;"
        f"list(read_bytes({GOVERNOR.encode()!r}, 'a.txt'));"
        "print([m for m in ('lxml', 'trafilatura', 'numpy', 'py3langid') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
