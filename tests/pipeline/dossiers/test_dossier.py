"""A dossier of a small ledger: what it holds on a bridge, section by section."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.model import Dossier
from sayso.pipeline import Ledger
from tests.pipeline.bridge_files import SUBJECT, bridge_ledger


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with bridge_ledger(tmp_path_factory.mktemp("bridge")) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def dossier(held: Ledger) -> Dossier:
    return held.dossier(*SUBJECT)


def test_only_documents_that_name_the_subject_are_in_it(dossier: Dossier) -> None:
    assert dossier.totals.documents == 4
    assert "Ferry fares" not in {document.title for document in dossier.documents}


def test_words_and_one_string_are_one_subject(held: Ledger, dossier: Dossier) -> None:
    assert held.dossier("Quill bridge") == dossier


def test_a_denial_stands_beside_what_it_denies(dossier: Dossier) -> None:
    denied = [(claim.status, quote.text) for claim in dossier.claims for quote in claim.denied]
    assert any(status == "contested" and "denied" in words for status, words in denied)


def test_promised_and_delivered_have_their_quantities_and_windows(dossier: Dossier) -> None:
    (steel,) = [one for one in dossier.promises if one.quantity and one.quantity.unit == "tonnes"]
    assert (steel.promisor, steel.due_to, steel.quantity and steel.quantity.value) == (
        "Ministry of Roads", "2031-04-30", 400,
    )  # fmt: skip
    assert (steel.status, steel.delivered) == ("partly", 150)
    assert [one.quote.document for one in steel.outcomes if one.quote]


def test_the_line_of_a_ministry_marks_the_words_that_changed(dossier: Dossier) -> None:
    line = next(one for one in dossier.lines if one.source == "Ministry of Roads")
    days = [step.quote.published for step in line.steps]
    assert days == sorted(days, key=str)
    second = line.steps[1]
    assert [second.quote.text[a:b] for a, b in second.quote.within(second.new)] == ["cars"]
    first = line.steps[0].quote
    assert [first.text[a:b] for a, b in first.within(second.gone)] == ["lorries"]


def test_who_is_who_has_named_sources_only(dossier: Dossier) -> None:
    names = {name for source in dossier.who for name in (source.name, *source.names)}
    assert "Ministry of Roads" in names
    assert not any("source" in name or "diplomat" in name for name in names)


def test_who_could_not_verify_and_who_gave_no_answer_are_open_questions(dossier: Dossier) -> None:
    kinds = {one.kind: one.quotes[0].text for one in dossier.questions}
    assert "could not verify" in kinds["could-not-verify"]
    assert "declined to comment" in kinds["declined"]
    assert "reportedly" in kinds["unconfirmed"]


def test_matters_of_one_origin_are_named_as_such(dossier: Dossier) -> None:
    assert dossier.uncertain
    assert {claim.status for claim in dossier.uncertain} <= {"single-origin", "unconfirmed"}


def test_a_limit_shows_so_many_and_the_totals_tell_of_the_rest(held: Ledger, dossier: Dossier) -> None:
    small = held.dossier(*SUBJECT, limit=1)
    assert small.totals == dossier.totals
    shown = (small.claims, small.uncertain, small.promises, small.who, small.questions, small.lines)
    assert all(len(rows) <= 1 for rows in shown)


def test_a_body_is_a_subject_with_all_that_it_says(held: Ledger) -> None:
    found = held.dossier("Ministry of Roads")
    assert [term.kind for term in found.terms] == ["source"]
    assert found.totals.documents == 3 + 1


def test_a_subject_of_which_nothing_is_there_tells_what_is_near(held: Ledger) -> None:
    found = held.dossier("Ministry of Road")
    assert held.dossier("volcano").totals.statements == 0
    assert held.dossier("Harbor Offices").near[0] == "Harbour Office"
    assert found.near == () or "Ministry of Roads" in found.near


def test_a_subject_without_a_word_is_an_error_that_says_so(held: Ledger) -> None:
    with pytest.raises(UsageError, match="needs a word"):
        held.dossier("the", "?")


def test_an_empty_ledger_has_an_empty_dossier(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.db") as empty:
        found = empty.dossier("bridge")
    assert (found.totals.documents, found.near, found.claims) == (0, (), ())


def test_signs_alone_and_the_same_words_again_are_no_new_wording(tmp_path: Path) -> None:
    heads = [("Norland Wire", "2031-03-02"), ("Radio Hest", "2031-03-03"), ("Arless Courier", "2031-03-04")]
    said = ["was safe for lorries", "was safe for lorries", "was safe, for lorries and cars"]
    for (publisher, published), words in zip(heads, said, strict=True):
        text = f"---\ntitle: Bridge\npublisher: {publisher}\npublished: {published}\n---\n"
        text += f"The Ministry of Roads said that the bridge at Quill {words}.\n"
        (tmp_path / f"{published}.md").write_text(text, encoding="utf-8")
    with Ledger(tmp_path / "a.db") as ledger:
        list(ledger.add(*map(str, sorted(tmp_path.glob("*.md"))), workers=1, rules=True))
        (line,) = ledger.dossier("bridge").lines
    first, second = line.steps
    assert [quote.publisher for quote in first.again] == ["Radio Hest"]
    assert [second.quote.text[a:b] for a, b in second.quote.within(second.new)] == ["and cars"]


def test_a_state_outlet_has_a_line_in_its_own_voice(tmp_path: Path) -> None:
    said = {
        "2031-03-02": "Flowers and wreaths from nine provinces were laid before the great granite column.",
        "2031-05-02": "Flowers and wreaths from two provinces were laid before the great granite column.",
    }
    for day, words in said.items():
        head = f"---\ntitle: Column\npublisher: Rodong Sinmun\npublished: {day}\n---\n"
        (tmp_path / f"{day}.md").write_text(f"{head}{words}\n", encoding="utf-8")
    with Ledger(tmp_path / "a.db") as ledger:
        list(ledger.add(*map(str, sorted(tmp_path.glob("*.md"))), workers=1, rules=True))
        (line,) = ledger.dossier("Column").lines
    assert (line.source, line.kind) == ("Rodong Sinmun", "state_media")
