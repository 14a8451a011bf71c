"""What a subject is taken for: countries, bodies, named sources of the ledger, words."""

from pathlib import Path

import pytest

from sayso.pipeline import Ledger
from sayso.pipeline.dossiers.terms import terms_in
from sayso.reference.gazetteer import load_gazetteer
from sayso.store.words import tokens

SOURCES = [("Ilse Tamm", "Governor Ilse Tamm"), ("Ministry of Roads",), ("Quill",)]


def kinds(subject: str) -> list[tuple[str, str]]:
    return [(term.text, term.kind) for term in terms_in(subject, load_gazetteer(), SOURCES)]


@pytest.mark.parametrize(
    ("subject", "taken"),
    [
        ("North Korea vaccine", [("North Korea", "country"), ("vaccine", "word")]),
        ("ilse tamm in Quill", [("ilse tamm", "source"), ("Quill", "word")]),
        ("the Ministry of Roads", [("the Ministry of Roads", "source")]),
        ("Radio Free Asia", [("Radio Free Asia", "body")]),
        ("“vaccine”, vaccine", [("vaccine", "word")]),
        ("the of and", []),
        ("", []),
        ("!!! ???", []),
    ],
)
def test_the_longest_known_name_is_taken_and_small_words_are_dropped(
    subject: str, taken: list[tuple[str, str]]
) -> None:
    assert kinds(subject) == taken


def stands(subject: str, text: str) -> bool:
    (term,) = terms_in(subject, load_gazetteer(), SOURCES)
    return bool(term.places(text, list(tokens(text))))


@pytest.mark.parametrize(
    ("subject", "text", "found"),
    [
        ("vaccine", "All vaccines were sent.", True),
        ("vaccine", "The vacuum was sent.", False),
        ("North Korea", "Pyongyang’s envoys left.", True),
        ("North Korea", "South Korea’s envoys left.", False),
        ("US", "He told us so.", False),
        ("US", "The US said so.", True),
        ("Ilse Tamm", "It was Ilse\nTamm who said so.", True),
        ("Ilse Tamm", "Ilse met Tamm.", False),
    ],
)
def test_a_name_stands_as_a_whole_and_a_word_in_all_its_forms(subject: str, text: str, found: bool) -> None:
    assert stands(subject, text) is found


def test_a_body_is_looked_for_with_those_below_it() -> None:
    (term,) = terms_in("World Health Organization", load_gazetteer(), ())
    assert term.kind == "body"
    assert any(form.words == ("who",) for form in term.forms)


def test_a_subject_of_any_length_has_a_few_terms() -> None:
    assert len(kinds("harvest " + " ".join(f"word{n}" for n in range(1000)))) <= 8


@pytest.mark.parametrize(
    "subject", ['" OR title:', "NEAR(a b) *", "백신", "किताब", "a" * 5000, "\ud800 x\x00"]
)
def test_no_sign_of_a_subject_reaches_the_search_as_an_operator(subject: str, tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.db") as empty:
        assert empty.dossier(subject, "bridge").totals.documents == 0
