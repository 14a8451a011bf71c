"""Promises in a ledger: whole documents, as of any day, in any batches, and what people decide."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from sayso.errors import UsageError
from sayso.model import Expectation
from sayso.pipeline import ExpectationQuery, Ledger, expecting
from sayso.pipeline.expecting import expect_batch, expect_pending, forget_tellings, rows_of
from tests.gold_expectations import CORPORA
from tests.pipeline.corpora import MOMENT

OMBRIA = sorted(str(path) for path in CORPORA["ombria"].glob("*.md"))
END = "2032-12-31"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("promises") / "a.db")
    with Ledger(path, clock=lambda: MOMENT) as ledger:
        list(ledger.add(*OMBRIA, workers=1))
    return path


@pytest.fixture
def ledger(place: str, tmp_path: Path) -> Iterator[Ledger]:
    """A copy that a test may write into."""
    with Ledger(place, read_only=True) as source:
        source.backup(tmp_path / "b.db")
    with Ledger(str(tmp_path / "b.db"), clock=lambda: MOMENT) as held:
        yield held


def every(ledger: Ledger, as_of: str = END) -> dict[str, Expectation]:
    found = ledger.expectations(ExpectationQuery(as_of=as_of, limit=0)).expectations
    return {one.gist: one for one in found}


def one(ledger: Ledger, words: str, as_of: str = END) -> Expectation:
    (found,) = ledger.expectations(ExpectationQuery(words=words, as_of=as_of, limit=0)).expectations
    return found


@pytest.mark.parametrize(
    ("as_of", "status"), [("2032-02-28", "open"), ("2032-03-10", "revised"), ("2032-12-31", "revised")]
)
def test_a_hospital_that_opens_later_has_its_first_day_revised(
    ledger: Ledger, as_of: str, status: str
) -> None:
    assert one(ledger, "hospital will open on 1 March", as_of).status == status


def test_the_second_day_is_kept_and_linked_with_the_first(ledger: Ledger) -> None:
    first, second = one(ledger, "on 1 March"), one(ledger, "not open before 20 March")
    assert second.status == "kept"
    assert (first.revised_by, second.revises) == (second.id, first.id)


def test_a_promise_that_two_outlets_print_is_one_expectation_with_the_relay_beside_it(ledger: Ledger) -> None:
    found = one(ledger, "drill 40 wells in the lower sorrel by the end of april")
    assert len(found.told) == 2
    assert found.told[1].chain[0] == "Luscan Herald"


def test_an_amount_that_came_in_part_is_counted(ledger: Ledger) -> None:
    found = one(ledger, "5,000 tonnes of seed wheat to ombria", "2032-03-31")
    assert found.status == "partly"
    assert found.quantity is not None
    assert (found.quantity.value, found.quantity.unit, found.delivered) == (5000, "tonnes", 2000)


def test_what_is_not_said_to_have_failed_is_overdue_and_not_broken(ledger: Ledger) -> None:
    assert one(ledger, "price of bread").status == "overdue"
    assert one(ledger, "to pay the teachers").status == "broken"


def test_an_impossible_day_and_a_day_without_anchor_give_no_window(ledger: Ledger) -> None:
    for words in ("30 february", "within three weeks of the harvest"):
        found = one(ledger, words)
        assert (found.due_from, found.due_to, found.status) == (None, None, "unverifiable")


def test_what_the_promisor_denies_to_have_promised_is_denied(ledger: Ledger) -> None:
    assert one(ledger, "ferry by the end of june", "2032-05-31").status == "denied"


def test_who_is_anonymous_has_no_record(ledger: Ledger) -> None:
    names = {name for record in ledger.promisors(as_of=END) for name in record.names}
    assert "Bakers in the hills" not in names
    assert "Teo Marl" in names


def test_the_record_of_a_promisor_stands_on_its_page(ledger: Ledger) -> None:
    record = ledger.source("Teo Marl", as_of=END).promises
    assert record is not None
    assert (record.promised, record.broken) == (1, 1)


def test_as_of_a_day_is_what_a_ledger_of_the_documents_until_then_says(
    tmp_path: Path, ledger: Ledger
) -> None:
    day = "2032-03-31"
    early = [path for path in OMBRIA if Path(path).name < "0006"]
    with Ledger(str(tmp_path / "c.db"), clock=lambda: MOMENT) as other:
        list(other.add(*early, workers=1))
        assert every(other, day) == every(ledger, day)


def test_batches_do_not_matter(ledger: Ledger) -> None:
    store, before = ledger._store, every(ledger)
    for step in (1, 3, 10):
        store.drop_expectations()
        ids = [row.id for row in store.documents()][::-1]
        for start in range(0, len(ids), step):
            expect_batch(store, ids[start : start + step])
        assert every(ledger) == before


def test_once_more_changes_nothing(ledger: Ledger) -> None:
    before = every(ledger)
    ledger._store.reopen("expect")
    assert expect_pending(ledger._store) == 10
    assert every(ledger) == before
    assert expect_pending(ledger._store) == 0


def test_what_a_document_told_is_forgotten_with_it(ledger: Ledger) -> None:
    store = ledger._store
    gone = one(ledger, "to pay the teachers").evidence[0]
    document = store.statements_by_id([gone])[gone].document
    forget_tellings(store, [document])
    assert one(ledger, "to pay the teachers").status == "overdue"


def test_a_person_decides_an_outcome_and_taking_it_back_restores_it(ledger: Ledger) -> None:
    before = one(ledger, "price of bread")
    made = ledger._store.judge(
        "outcome", [before.proposition], {"outcome": "kept"}, by="A. Editor", why="bread costs six crowns"
    )
    after = one(ledger, "price of bread")
    assert (after.status, after.word_by) == ("kept", "A. Editor")
    assert "bread costs six crowns" in after.why[0]
    ledger._store.revoke(made.id, by="A. Editor", why="wrong town")
    assert one(ledger, "price of bread") == before


def test_a_promise_is_judged_by_its_own_id(ledger: Ledger) -> None:
    before = one(ledger, "price of bread")
    made = ledger.judge("outcome", [before.id[:8]], {"outcome": "partly"}, by="A. Editor", why="in one town")
    assert made.targets == (before.proposition,)
    assert one(ledger, "price of bread").status == "partly"


def test_a_decision_is_not_known_before_it_was_made(ledger: Ledger) -> None:
    target = one(ledger, "wells would be in use").proposition
    ledger._store._clock = lambda: MOMENT.replace(month=6)
    ledger._store.judge("outcome", [target], {"outcome": "broken"}, by="A. Editor", why="they are dry")
    assert one(ledger, "wells would be in use", "2032-05-31").status == "kept"
    assert one(ledger, "wells would be in use", "2032-06-01").status == "broken"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"status": "denied"}, "ferry"),
        ({"promisor": "mira holt"}, "crown"),
        ({"due_since": "2032-12-31"}, "crown"),
        ({"fell_due_since": "2032-10-14"}, "agreement"),
    ],
)
def test_filters_ask_what_they_say(ledger: Ledger, query: dict[str, str], words: str) -> None:
    asked = msgspec.convert({"as_of": "2032-12-30", "limit": 0, **query}, ExpectationQuery)
    found = ledger.expectations(asked).expectations
    assert any(words in one.gist for one in found)
    assert len(found) < 4


def test_pages_are_cut_and_counted(ledger: Ledger) -> None:
    page = ledger.expectations(ExpectationQuery(limit=2, as_of=END))
    assert len(page.expectations) == 2
    assert page.total > 10


def test_one_is_found_by_its_beginning_and_by_what_is_in_it(ledger: Ledger) -> None:
    found = one(ledger, "price of bread")
    for id in (found.id, found.id[:8], found.statement, found.proposition):
        assert ledger.expectation(id, as_of=END).id == found.id
    for id in ("e:", "e:nothing", "p:unknown"):
        with pytest.raises(UsageError):
            ledger.expectation(id, as_of=END)


def test_an_open_promise_has_a_probability_and_a_kept_one_none(ledger: Ledger) -> None:
    found = one(ledger, "ombrian crown", "2032-10-01")
    assert found.probability is not None
    assert 0 < found.probability < 1
    assert one(ledger, "wells would be in use").probability is None


RELAYED = """---
title: Samples, not supplies
publisher: Lorne Daily
published: 2033-05-10
---
In contrast, Morvane was scheduled to receive some flu vaccine doses between February and May as
a part of the international vaccine project. However, the delivery of the vaccines has not gone
according to schedule.

According to a report by Radio Thessaly, a Northern Vaccine Fund (NVF) spokesperson said that the
delivery of vaccines to Morvane would “depend on the supply situation” but that “a flu vaccine
introduction could be envisaged in the second half of 2033.”
"""


def test_a_recalled_schedule_is_moved_by_who_knows_better_through_a_relay_and_on_a_condition(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.md").write_text(RELAYED, encoding="utf-8")
    with Ledger(str(tmp_path / "a.db"), clock=lambda: MOMENT) as held:
        list(held.add(str(tmp_path / "a.md"), workers=1))
        old, new = held.expectations(ExpectationQuery(as_of="2033-09-01", limit=0)).expectations
    assert (old.due_from, old.due_to, old.status) == ("2033-02-01", "2033-05-31", "revised")
    assert (new.due_from, new.due_to, new.status) == ("2033-07-01", "2033-12-31", "due")
    assert (old.revised_by, new.revises) == (new.id, old.id)
    assert (new.modality, new.condition) == ("conditional", "depend on the supply situation")
    assert new.chain[:2] == ("Lorne Daily", "Radio Thessaly")
    assert old.anonymous


def test_what_a_document_tells_is_the_same_when_it_is_read_and_when_it_is_stored(ledger: Ledger) -> None:
    store = ledger._store
    for row in ledger.documents():
        document, statements = ledger.document(row.id), ledger.statements(row.id)
        assert document.published
        made = rows_of(document, document.published, statements)
        assert made == expecting._rows(store, row.id)
