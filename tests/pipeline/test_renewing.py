"""What claims propose is the same however documents came: at once, one by one, in any order.

With few proposals a claim and small buckets likelier links displace others, and full buckets drop some.
"""

from pathlib import Path
from random import Random

import pytest

from sayso.model import Claim
from sayso.pipeline import Ledger
from sayso.pipeline.claiming import rebuild
from sayso.pipeline.renewing import renew
from tests.pipeline.corpora import ledger, reports
from tests.pipeline.whole import differing, whole

TELLINGS = (
    "The miners of Quorrin went on strike over wages that had not been paid",
    "Miners at Quorrin stopped work because wages were not paid",
    "The wages of the Quorrin miners were paid late in spring",
    "The owner of the Quorrin mine promised to pay the wages of the miners",
    "Two miners at Quorrin were hurt in the strike",
    "The strike of the miners at Quorrin ended after two weeks",
    "The mine at Quorrin was closed for two weeks by a strike",
    "Wages at the Quorrin mine were to be paid after the strike",
)


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    return reports(tmp_path, "Quorrin miners", TELLINGS)


def few(monkeypatch: pytest.MonkeyPatch, proposals: int, cap: int) -> None:
    for module in ("proposing", "renewing", "earlier"):
        monkeypatch.setattr(f"sayso.pipeline.{module}.MOST_PROPOSALS", proposals)
    for module in ("pairing", "settling"):
        monkeypatch.setattr(f"sayso.pipeline.{module}.KEY_CAP", cap)
    for module in ("pairing", "settling", "nearing"):
        monkeypatch.setattr(f"sayso.pipeline.{module}.BAND_CAP", cap)


@pytest.mark.parametrize("proposals", [1, 2, 20])
@pytest.mark.parametrize("cap", [4, 7, 50])
def test_in_any_order_and_in_any_batches_claims_propose_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], proposals: int, cap: int
) -> None:
    few(monkeypatch, proposals, cap)
    chance = Random(proposals * 100 + cap)
    with ledger(tmp_path / "whole.db") as at_once:
        list(at_once.add(*paths, rules=True))
        for number in range(3):
            chance.shuffle(paths)
            with ledger(tmp_path / f"{number}.db") as held:
                rest = list(paths)
                while rest:
                    some = [rest.pop() for _ in range(min(len(rest), chance.randint(1, 4)))]
                    list(held.add(*some, rules=True))
                assert differing(whole(at_once), whole(held)) == []
        assert any(claim.proposals for claim in at_once._store.claims())


def proposing(held: Ledger) -> Claim:
    return max(held._store.claims(), key=lambda claim: (len(claim.proposals), claim.id))


def test_a_link_that_went_is_proposed_no_more_and_another_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str]
) -> None:
    few(monkeypatch, 2, 50)
    with ledger(tmp_path / "a.db") as held:
        list(held.add(*paths, rules=True))
        store, before = held._store, proposing(held)
        gone = before.proposals[0]
        pair = (min(gone.proposition, gone.compared or ""), max(gone.proposition, gone.compared or ""))
        with store.together():
            store.drop_links([pair])
            rebuild(store, pair)
        after = store.claim(before.id)
        assert after is not None
        assert (gone.proposition, gone.compared) not in {(m.proposition, m.compared) for m in after.proposals}
        assert before.proposals[1] in after.proposals
        assert after.statements == before.statements


def test_links_that_are_less_likely_than_what_is_shown_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str]
) -> None:
    few(monkeypatch, 1, 50)
    with ledger(tmp_path / "a.db") as held:
        list(held.add(*paths, rules=True))
        store, before = held._store, held._store.claims()
        every = [m.proposition for claim in before for m in claim.statements]
        with store.together():
            renew(store, sorted(set(store.ends_of(every))), ())
        assert store.claims() == before
