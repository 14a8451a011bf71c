"""Parts in another language: found by letters and words, named, and not read."""

import pytest

from sayso.ingest import Defaults, document_of_text
from sayso.ingest.foreign import foreign_parts
from tests.read.readers import reader

ENGLISH = "The ministry said on Monday that the bridge was closed, and nobody knew why. " * 5
KOREAN = "정부 대변인은 월요일 국경이 닫혔다는 보도를 부인했다고 밝혔다. " * 6
GERMAN = (
    "Die Regierung dementierte den Bericht am Montag. Sie habe davon keine Kenntnis, sagte ein Sprecher. " * 3
)
NAMES = "Ilo Marsk\nIne Vollar\nTom Breck\nAnna Hollin\nOrlan\nPont-Aubrac\n"


@pytest.mark.parametrize("other", [KOREAN, GERMAN])
@pytest.mark.parametrize("order", [1, -1])
def test_half_a_text_in_another_language_is_named_and_not_read(other: str, order: int) -> None:
    document = document_of_text("\n\n".join([ENGLISH.strip(), other.strip()][::order]))
    assert document.status == "partial"
    assert "of the letters are in a language that is not read" in str(document.problems[0])
    assert [document.text[a:b] for a, b in document.foreign] == [other.strip()]
    found = reader("rules").read(document)
    assert found
    assert {one.source.text for one in found if one.source.kind != "author"} == {"The ministry"}
    assert not any(part in one.content.text for one in found for part in ("정부", "Regierung"))


@pytest.mark.parametrize(
    "text", ["", "It rained.", ENGLISH, NAMES, ENGLISH + "“국경” means border.", "1 2 3 …"]
)
def test_a_text_in_one_language_has_no_foreign_part(text: str) -> None:
    assert foreign_parts(text, "a.txt") == ((), ())


def test_a_line_in_another_language_is_left_out_without_a_word() -> None:
    document = document_of_text(ENGLISH * 9 + "\n\n우리민족끼리")
    assert (document.status, document.problems, len(document.foreign)) == ("ok", (), 1)


def test_who_declares_the_language_is_taken_at_his_word() -> None:
    text = ENGLISH + "\n\n" + GERMAN
    assert document_of_text(text, Defaults(language="en")).foreign == ()
