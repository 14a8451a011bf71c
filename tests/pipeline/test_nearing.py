"""What is near in meaning is found in documents that share a rare name, in whatever order they come."""

from pathlib import Path

import pytest

from tests.pipeline.corpora import ledger, reports
from tests.pipeline.whole import differing, whole

TELLINGS = (
    "Rebels seized the Quorrin airport on Monday",
    "Insurgents captured the Quorrin airfield",
    "The airport of Quorrin fell to the rebels",
    "Fighters took the airfield at Quorrin",
    "The Quorrin airport is in the hands of insurgents",
)


@pytest.mark.parametrize("cap", [1, 2, 3, 4, 5])
def test_one_by_one_or_at_once_or_backwards_the_ledger_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cap: int
) -> None:
    for module in ("pairing", "settling"):
        monkeypatch.setattr(f"sayso.pipeline.{module}.KEY_CAP", 1)  # shared words propose nothing
    for module in ("pairing", "settling", "nearing"):
        monkeypatch.setattr(f"sayso.pipeline.{module}.BAND_CAP", cap)
    paths = reports(tmp_path, "Quorrin airport", TELLINGS)
    at_once, one_by_one, backwards = (ledger(tmp_path / f"{name}.db") for name in "abc")
    list(at_once.add(*paths, rules=True))
    for path in paths:
        list(one_by_one.add(path, rules=True))
    list(backwards.add(*paths[::-1], rules=True))
    assert differing(whole(at_once), whole(one_by_one)) == []
    assert differing(whole(at_once), whole(backwards)) == []
    assert bool(whole(at_once)["links"]) == (cap >= len(TELLINGS))
