"""Records in a ledger: outcomes that people set teach them; revoked, they are as before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.model import Member
from sayso.pipeline.records import records_by_key, records_of, resolved_claims
from sayso.reference.gazetteer import load_gazetteer
from sayso.store import open_store
from sayso.store.store import Store
from tests.pipeline.corpora import MOMENT, ledger, written

OFFICE = "Harbour Office of Velmark"
WHO = {"by": "an editor", "why": "the wreck was raised"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    place = tmp_path / "a.db"
    with ledger(place) as held:
        list(held.add(*written(tmp_path / "files"), rules=True))
    with open_store(place, clock=lambda: MOMENT) as opened:
        yield opened


def members(store: Store) -> tuple[Member, ...]:
    """Those of the claim that passengers drowned."""
    claims = store.claims()
    return next(claim.statements for claim in claims if "drowned" in claim.gist)


def judged(store: Store, outcome: str) -> str:
    return store.judge("outcome", [members(store)[0].proposition], {"outcome": outcome}, **WHO).id


def counted(store: Store) -> dict[str, tuple[int, int]]:
    found = records_by_key(store, load_gazetteer())
    return {r.source: (r.right, r.wrong) for r in found.values() if r.right + r.wrong}


def test_without_outcomes_every_named_source_has_its_prior(store: Store) -> None:
    found = records_of(store, load_gazetteer())
    assert found
    assert all(record.prior and record.right == record.wrong == 0 for record in found.values())


def test_an_outcome_counts_for_who_said_it_and_against_who_denied_it(store: Store) -> None:
    judged(store, "holds")
    holds = counted(store)
    assert any(OFFICE in source and count == (1, 0) for source, count in holds.items())
    assert any(count == (0, 1) for count in holds.values())


def test_revoking_an_outcome_restores_the_records(store: Store) -> None:
    before = records_of(store, load_gazetteer())
    id = judged(store, "fails")
    assert records_of(store, load_gazetteer()) != before
    store.revoke(id, **WHO)
    assert records_of(store, load_gazetteer()) == before


def test_outcomes_that_contradict_each_other_teach_nothing(store: Store) -> None:
    before = records_of(store, load_gazetteer())
    judged(store, "fails")
    judged(store, "holds")
    assert resolved_claims(store) == {}
    assert records_of(store, load_gazetteer()) == before


def test_an_outcome_of_another_kind_teaches_nothing(store: Store) -> None:
    judged(store, "kept")
    assert resolved_claims(store) == {}


def test_an_outcome_that_was_set_later_is_not_known_before(store: Store) -> None:
    judged(store, "holds")
    assert resolved_claims(store, "1999-01-01") == {}


def test_who_prints_a_copy_has_no_record_of_it(store: Store) -> None:
    judged(store, "holds")
    assert not any("Courier" in source for source in counted(store))


def test_every_row_of_the_sources_has_its_record(tmp_path: Path) -> None:
    with ledger(tmp_path / "a.db") as held:
        list(held.add(*written(tmp_path / "files"), rules=True))
        assert all(row.record is not None and row.record.prior for row in held.sources())
        assert held.source(held.sources()[0].name).source.record == held.sources()[0].record
