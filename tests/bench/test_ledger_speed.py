"""How a ledger grows is measured as a power of the number of documents."""

import gzip
import json
from pathlib import Path

import pytest

from bench.ledger.speed import day_of, growth, measure, stories_of
from bench.table import Row, Skipped


@pytest.mark.parametrize(("seconds", "power"), [(10.0, 1.0), (100.0, 2.0), (1.0, 0.0)])
def test_growth_is_the_power_of_the_number(seconds: float, power: float) -> None:
    small: Row = {"documents": 100, "seconds": 1.0}
    large: Row = {"documents": 1000, "seconds": seconds}
    assert growth(small, large) == pytest.approx(power)


def test_stories_without_words_are_left_out(tmp_path: Path) -> None:
    told = [{"story": text, "date": "2031-05-01"} for text in ("One.", "", "Two, ,  three.", "Four.")]
    path = tmp_path / "stories.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(json.dumps(one) for one in told).encode()))
    assert [json.loads(line)["text"] for line in stories_of(path, 2)] == ["One.", "Two\n\nthree."]


def test_a_story_has_the_day_of_its_address_and_not_that_of_the_data() -> None:
    told = {"date": "1970-01-01", "index.link": "http://a.example/item/2011/201112/2011-12-01ee.html"}
    assert day_of(told) == "2011-12-01"
    assert day_of({"date": "1970-01-01"}) is None


def test_without_the_stories_the_bench_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_DATA", raising=False)
    (only,) = measure()
    assert isinstance(only, Skipped)
    assert "SAYSO_DATA" in only.why
