"""A draft held against a ledger: what needs a look, what a person let stand, and nothing of it kept."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.model import Check
from sayso.pipeline import Ledger
from tests.pipeline.corpora import ledger, written
from tests.pipeline.drafts import CLEAN, FAULTY


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("check")
    with ledger(folder / "a.db") as held:
        list(held.add(*written(folder / "files"), rules=True))
    return folder / "a.db"


@pytest.fixture
def held(filled: Path, tmp_path: Path) -> Iterator[Ledger]:
    copy = tmp_path / "copy.db"
    with sqlite3.connect(filled) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    with ledger(copy) as opened:
        yield opened


def kinds(check: Check) -> list[str]:
    return [finding.kind for finding in check.open]


def test_a_draft_that_attributes_and_names_the_denial_is_clean(held: Ledger) -> None:
    assert kinds(held.check(CLEAN)) == []


def test_own_voice_another_number_and_a_denial_left_out_are_found(held: Ledger) -> None:
    found = kinds(held.check(FAULTY))
    assert {"unattributed", "denied", "number", "single-origin"} <= set(found)


def test_every_finding_says_why_with_printed_words_and_where_they_stand(held: Ledger) -> None:
    for finding in held.check(FAULTY).findings:
        assert "“" in finding.why
        assert "2031-04" in finding.why
        assert finding.statements or finding.evidence


def test_a_finding_marks_words_of_the_draft(held: Ledger) -> None:
    for finding in held.check(FAULTY).findings:
        assert " … ".join(FAULTY[a:b] for a, b in finding.spans) == finding.text


def test_the_same_draft_has_the_same_findings(held: Ledger) -> None:
    assert held.check(FAULTY) == held.check(FAULTY)


def test_nothing_of_the_draft_gets_into_the_ledger(held: Ledger) -> None:
    secret = "The Lord Mayor of Zwiebelheim will resign, at least twelve passengers drowned, he said."
    check = held.check(secret + " " + FAULTY)
    held.sign_off(secret + " " + FAULTY, check, check.open[0].id, by="R. Ost", against="a call")
    held.close()
    whole = b"".join(path.read_bytes() for path in Path(held.path).parent.glob("copy.db*"))
    assert b"Zwiebelheim" not in whole
    assert b"twelve passengers" not in whole


def test_a_signed_finding_does_not_count_until_its_sentence_changes(held: Ledger) -> None:
    check = held.check(FAULTY)
    for finding in check.open:
        held.sign_off(FAULTY, check, finding.id, by="R. Ost", against="call with the office, 3 May")
    again = held.check(FAULTY)
    assert again.open == ()
    assert len(again.findings) == len(check.findings)
    assert {one.signed.by for one in again.findings if one.signed} == {"R. Ost"}
    assert held.check("A first sentence.\n\n" + FAULTY).open == ()
    assert held.check(FAULTY.replace("sank off", "went down off")).open != ()


def test_a_sign_off_is_taken_back(held: Ledger) -> None:
    check = held.check(FAULTY)
    id = check.open[0].id
    held.sign_off(FAULTY, check, id, by="R. Ost", against="a call")
    back = held.take_back(held.check(FAULTY), id, by="R. Ost", why="the office called again")
    assert back == check == held.check(FAULTY)
    with pytest.raises(UsageError, match="nobody signed"):
        held.take_back(back, id, by="R. Ost", why="once more")


def test_a_finding_that_the_draft_does_not_have_cannot_be_signed(held: Ledger) -> None:
    with pytest.raises(UsageError, match="no finding"):
        held.sign_off(CLEAN, held.check(CLEAN), "f:0000", by="R. Ost", against="a call")


def test_as_of_a_day_before_the_denial_there_is_none_to_name(held: Ledger) -> None:
    assert "denied" in kinds(held.check(FAULTY))
    assert "denied" not in kinds(held.check(FAULTY, as_of="2031-04-04"))


def test_as_of_a_day_before_everything_nothing_is_known(held: Ledger) -> None:
    check = held.check(FAULTY, as_of="2030-01-01")
    assert (check.findings, check.matched) == ((), 0)


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_an_empty_draft_is_a_usage_error(held: Ledger, text: str) -> None:
    with pytest.raises(UsageError, match="cannot be checked"):
        held.check(text)


def test_a_draft_without_statements_says_so(held: Ledger) -> None:
    check = held.check("Sunday, Monday")
    assert check.findings == ()


def test_a_ledger_without_claims_says_so(tmp_path: Path) -> None:
    with ledger(tmp_path / "empty.db") as empty:
        check = empty.check(FAULTY)
    assert check.findings == ()
    assert any("no claims" in problem.what for problem in check.problems)


def test_a_folder_and_a_missing_file_are_no_drafts(held: Ledger, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.md"):
        with pytest.raises(UsageError):
            held.check(path)


def test_a_quotation_that_is_not_verbatim_shows_the_nearest_words(held: Ledger) -> None:
    (finding,) = [
        one
        for one in held.check("“The hull had been torn open above the waterline,” a diver said.").findings
        if one.kind == "misquote"
    ]
    assert "below the waterline" in finding.why


def test_a_quotation_like_nothing_in_the_ledger_is_the_drafts_own(held: Ledger) -> None:
    assert kinds(held.check("“We have never been so happy in our lives,” the cook told us.")) == []


def test_a_long_draft_is_checked_to_its_end(held: Ledger) -> None:
    filler = "The mayor of Quill spoke about the weather and about nothing else.\n\n" * 450
    assert held.check(filler + FAULTY).findings[-1].sentence.start >= len(filler)
