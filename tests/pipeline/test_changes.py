"""What changed between two days: found where something did, empty where nothing did."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.model import News
from sayso.pipeline import Ledger
from tests.gold_expectations import CORPORA
from tests.pipeline.corpora import MOMENT, written


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("changes")
    ombria = sorted(str(path) for path in CORPORA["ombria"].glob("*.md"))
    with Ledger(str(folder / "a.db"), clock=lambda: MOMENT) as held:
        list(held.add(*ombria, *written(folder / "files"), workers=1))
        yield held


def kinds(news: tuple[News, ...]) -> set[str]:
    return {one.kind for one in news}


def test_a_denial_of_a_known_claim_is_news_and_so_is_how_it_stands(ledger: Ledger) -> None:
    news = ledger.changes("2031-04-04", as_of="2031-04-10")
    assert {"denial", "status"} <= kinds(news)
    status = next(one for one in news if one.kind == "status")
    assert status.after == "contested"
    assert status.documents


def test_what_fell_due_and_what_came_is_told_with_who_promised(ledger: Ledger) -> None:
    news = ledger.changes("2032-05-15", as_of="2032-06-10")
    due = next(one for one in news if one.kind == "due")
    outcome = next(one for one in news if one.kind == "outcome" and one.source == "Teo Marl")
    assert "price of bread" in due.about
    assert due.source is None
    assert outcome.after == "broken"
    assert outcome.statements


def test_a_record_that_moved_says_from_where_to_where(ledger: Ledger) -> None:
    news = ledger.changes("2032-05-15", as_of="2032-06-10")
    record = next(one for one in news if one.kind == "record" and one.source == "Teo Marl")
    assert record.text == "broken: 0 → 1."


def test_nothing_changes_where_nothing_was_published_and_nothing_fell_due(ledger: Ledger) -> None:
    assert ledger.changes("2032-01-15", as_of="2032-01-20") == ()
    assert ledger.changes("2032-06-10", as_of="2032-06-10") == ()


def test_the_first_day_may_not_be_later(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="later"):
        ledger.changes("2032-06-10", as_of="2032-06-09")


def test_two_steps_tell_no_less_than_one(ledger: Ledger) -> None:
    whole = {
        (one.kind, one.claim, one.expectation, one.after)
        for one in ledger.changes("2032-01-01", as_of="2032-12-31")
    }
    parts = {
        (one.kind, one.claim, one.expectation, one.after)
        for first, last in (("2032-01-01", "2032-04-30"), ("2032-04-30", "2032-12-31"))
        for one in ledger.changes(first, as_of=last)
    }
    assert {one for one in whole if one[0] in {"due", "outcome"}} <= parts


def test_what_a_person_came_to_know_is_news_on_its_day_and_not_before(tmp_path: Path) -> None:
    with Ledger(str(tmp_path / "a.db"), clock=lambda: MOMENT) as held:
        list(held.add(*written(tmp_path / "files"), workers=1, rules=True))
        claim = next(one for one in held.claims().claims if "bridge" in one.gist)
        evidence = {
            "kind": "customs", "reference": "t. 1", "stance": "supports", "strength": "strong",
            "text": "It is.",
        }  # fmt: skip
        before = held.changes("2031-03-01", as_of="2031-06-02")
        held.judge("evidence", [claim.id], evidence, by="R. Ames", why="it lies before me")
        held.judge("outcome", [claim.id], {"outcome": "holds"}, by="R. Ames", why="it is open")
        assert held.changes("2031-03-01", as_of="2031-06-02") == before
        news = held.changes("2031-12-31", as_of="2032-01-01")
        assert held.changes("2032-01-01", as_of="2032-01-02") == ()
    about = {one.kind: one for one in news if one.claim == claim.id}
    assert about["origin"].text.startswith("At least 2 independent origins")
    assert about["status"].after == "corroborated"
    assert (about["outcome"].after, about["outcome"].day) == ("holds", "2032-01-01")
    records = {one.source: one.text for one in news if one.kind == "record"}
    assert list(records.values()) == ["right: 0 → 1."]


def test_a_correction_is_news(tmp_path: Path) -> None:
    folder = Path("examples/sarvane")
    names = ("0015-mine-first-report.md", "0019-mine-correction.md")
    with Ledger(str(tmp_path / "a.db"), clock=lambda: MOMENT) as held:
        list(held.add(*(str(folder / name) for name in names), workers=1))
        news = held.changes("2031-03-05", as_of="2031-03-08")
    found = next(one for one in news if one.kind == "correction")
    assert "34 feared dead" in found.about
    assert len(found.documents) == 2
