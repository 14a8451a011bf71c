"""How long judging takes is measured for each matter, and for all judgements together."""

from pathlib import Path

import pytest

from bench.ledger import judging
from bench.table import Skipped
from tests.pipeline.corpora import ledger, written


def test_every_matter_has_its_seconds_and_is_revoked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "PASSES", 1)
    with ledger(tmp_path / "a.db") as held:
        list(held.add(*written(tmp_path / "files"), rules=True, workers=1))
        rows = judging.rows_of(held)
        assert {row.standing for row in held.judgements()} == {"revoked"}
    assert [row["what"] for row in rows][-3:] == ["list", "export", "replay"]
    assert all(isinstance(row["judge s"], float) for row in rows)


def test_without_the_stories_the_bench_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_DATA", raising=False)
    (only,) = judging.measure()
    assert isinstance(only, Skipped)
