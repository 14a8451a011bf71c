"""Where rooms meet: what one of them decides, drops or carries is what all the others see."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.model import Expectation, Repair
from sayso.pipeline import ExpectationQuery, Ledger
from sayso.pipeline.records import resolved_claims
from tests.gold_expectations import CORPORA
from tests.pipeline.corrections import BY, WHY, copied, corrected_ledger, opened
from tests.pipeline.test_rereading import read_anew
from tests.pipeline.whole import differing, whole

OMBRIA = sorted(str(path) for path in CORPORA["ombria"].glob("*.md"))
END = "2032-12-31"


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ferries")
    corrected_ledger(folder).close()
    return folder / "c.db"


@pytest.fixture(scope="module")
def promises(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seams") / "p.db"
    with opened(path) as held:
        list(held.add(*OMBRIA, workers=1, rules=True))
    return path


@pytest.fixture
def held(ferries: Path, tmp_path: Path) -> Iterator[Ledger]:
    with copied(ferries, tmp_path) as made:
        yield made


@pytest.fixture
def promised(promises: Path, tmp_path: Path) -> Iterator[Ledger]:
    with copied(promises, tmp_path) as made:
        yield made


def claim(held: Ledger, words: str) -> str:
    return next(one.id for one in held.claims().claims if words in one.gist)


def expected(held: Ledger) -> list[Expectation]:
    return list(held.expectations(ExpectationQuery(as_of=END, limit=0)).expectations)


def with_outcome(held: Ledger) -> Expectation:
    """An expectation whose outcome another document tells."""
    return next(one for one in expected(held) if telling(one))


def telling(one: Expectation) -> str | None:
    """The statement that tells the outcome of an expectation; None where it is in none but its own."""
    own = {told.statement for told in one.told}
    return next((o.statement for o in one.outcomes if o.statement and o.statement not in own), None)


def test_an_outcome_set_before_a_merge_teaches_no_record(held: Ledger) -> None:
    drowned, bridge = claim(held, "drowned"), claim(held, "bridge")
    held.judge("outcome", [drowned], {"outcome": "holds"}, by=BY, why=WHY)
    assert len(resolved_claims(held._store)) == 1
    made = held.judge("same", [drowned, bridge], {}, by=BY, why=WHY)
    assert resolved_claims(held._store) == {}
    held.revoke(made.id, by=BY, why=WHY)
    assert len(resolved_claims(held._store)) == 1


def test_an_outcome_set_on_an_earlier_reading_still_teaches(held: Ledger) -> None:
    held.judge("outcome", [claim(held, "drowned")], {"outcome": "holds"}, by=BY, why=WHY)
    read_anew(held)
    (resolved,) = resolved_claims(held._store)
    assert held.claim(resolved).verdicts[0].state == "counts"


def test_an_outcome_set_on_an_earlier_reading_still_decides_a_promise(promised: Ledger) -> None:
    one = with_outcome(promised)
    promised.judge("outcome", [one.proposition], {"outcome": "unverifiable"}, by=BY, why=WHY)
    read_anew(promised)
    assert [e.status for e in expected(promised) if e.word_by] == ["unverifiable"]


def test_the_later_of_two_outcomes_counts_for_a_promise_also_when_it_was_replayed_first(
    promised: Ledger, promises: Path, tmp_path: Path
) -> None:
    target = with_outcome(promised).proposition
    promised.judge("outcome", [target], {"outcome": "kept"}, by=BY, why=WHY)
    early = promised.export_judgements()
    (tmp_path / "other").mkdir()
    with copied(promises, tmp_path / "other") as other:
        for _ in range(90):
            other._store._now()
        other.judge("outcome", [target], {"outcome": "denied"}, by="T. Bell", why=WHY)
        other.replay(early)
        assert [e.status for e in expected(other) if e.word_by] == ["denied"]


FREED = """---
title: Freed
publisher: Tern Post
published: 2031-05-20
---
The ministry of roads said the new bridge over the Tarn opened to lorries in July.
"""
PROMISE = FREED.replace("2031-05-20", "2031-05-01").replace("opened to", "will be opened to")


def test_what_is_no_statement_any_more_is_no_outcome_and_revoking_restores_it(promised: Ledger) -> None:
    before, start = expected(promised), whole(promised)
    for told in sorted({told for one in before if (told := telling(one))}):
        made = promised.correct("not-a-statement", told, Repair(), by=BY, why=WHY)
        assert told not in {o.statement for one in expected(promised) for o in one.outcomes}
        promised.revoke(made.id, by=BY, why=WHY)
    assert expected(promised) == before
    assert differing(start, whole(promised)) == []


def test_an_outcome_that_was_all_that_a_document_told_goes_with_its_statement(tmp_path: Path) -> None:
    for name, text in (("a.md", PROMISE), ("b.md", FREED.replace("2031-05-20", "2031-08-01"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with opened(tmp_path / "a.db") as made:
        list(made.add(str(tmp_path / "a.md"), str(tmp_path / "b.md"), workers=1, rules=True))
        (one,) = expected(made)
        assert one.status == "kept"
        told = telling(one)
        assert told is not None
        made.correct("not-a-statement", told, Repair(), by=BY, why=WHY)
        (now,) = expected(made)
    assert (now.status, now.outcomes) == ("overdue", ())


def test_promises_are_as_if_a_forgotten_document_had_never_been_there(
    promised: Ledger, tmp_path: Path
) -> None:
    rows = {row.input: row.id for row in promised.documents()}
    gone = next(path for path in OMBRIA if "hospital-open" in path)
    promised.forget(next(id for name, id in rows.items() if name.endswith(Path(gone).name)), by=BY, why=WHY)
    with opened(tmp_path / "never.db") as never:
        list(never.add(*(path for path in OMBRIA if path != gone), workers=1, rules=True))
        assert expected(promised) == expected(never)
        assert differing(whole(never), whole(promised)) == []
