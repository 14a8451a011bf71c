"""Judgements and differences as of a day: nothing of what was decided or published later is there."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.pipeline import Ledger
from tests.pipeline.corpora import every_claim, written

NAME, WHY = "R. Ames", "the desk compared them"


class Clock:
    """A clock that stands on a day until it is set."""

    def __init__(self) -> None:
        self.day = "2031-05-01"

    def __call__(self) -> datetime:
        return datetime.fromisoformat(self.day).replace(hour=9, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def held(tmp_path: Path, clock: Clock) -> Ledger:
    made = Ledger(tmp_path / "a.db", clock=clock)
    list(made.add(*written(tmp_path / "files"), rules=True))
    return made


def decide(held: Ledger, what: str, *targets: str, **value: str) -> str:
    return held.judge(what, targets, value, by=NAME, why=WHY).id


def claim(held: Ledger, words: str) -> str:
    return next(one.id for one in every_claim(held) if words in one.gist)


def test_what_was_decided_later_is_not_listed_yet(held: Ledger, clock: Clock) -> None:
    first = decide(held, "outcome", claim(held, "drowned"), outcome="holds")
    clock.day = "2031-05-09"
    decide(held, "outcome", claim(held, "drowned"), outcome="fails")
    assert [row.standing for row in held.judgements()] == ["overruled", "stands"]
    then = held.judgements(as_of="2031-05-02")
    assert [(row.judgement.id, row.standing) for row in then] == [(first, "stands")]
    assert held.judgements(as_of="2031-04-30") == []
    assert held.judgements(as_of="2031-05-09") == held.judgements()


def test_what_was_taken_back_later_stood_then(held: Ledger, clock: Clock) -> None:
    made = decide(held, "word", claim(held, "drowned"), word="likely")
    clock.day = "2031-05-09"
    held.revoke(made, by=NAME, why="too early")
    (then,) = held.judgements(as_of="2031-05-08")
    assert (then.standing, then.judgement.revoked) == ("stands", None)
    assert then.claims == (claim(held, "drowned"),)
    assert [row.standing for row in held.judgements(as_of="2031-05-09")] == ["revoked"]
    assert [row.judgement.id for row in held.judgements(standing="stands", as_of="2031-05-08")] == [made]


def test_what_is_about_a_document_that_came_later_is_not_listed_yet(tmp_path: Path, clock: Clock) -> None:
    clock.day = "2031-04-10"
    held = Ledger(tmp_path / "b.db", clock=clock)
    list(held.add(*written(tmp_path / "files"), rules=True))
    decide(held, "same", claim(held, "drowned"), claim(held, "bridge"))  # the bridge is of June
    made = decide(held, "outcome", claim(held, "drowned"), outcome="holds")
    assert [row.judgement.id for row in held.judgements(as_of="2031-04-30")] == [made]


def test_one_judgement_is_shown_as_it_was(held: Ledger, clock: Clock) -> None:
    made = decide(held, "outcome", claim(held, "drowned"), outcome="holds")
    clock.day = "2031-05-09"
    held.revoke(made, by=NAME, why="too early")
    assert held.judgement(made[:8], as_of="2031-05-01").standing == "stands"
    assert held.judgement(made, as_of="2031-05-09").standing == "revoked"
    with pytest.raises(UsageError, match=f"nobody had made the judgement {made} by 2031-04-30"):
        held.judgement(made, as_of="2031-04-30")


PAGE = "---\npublisher: Radio Hest\npublished: {day}\nurl: https://hest.example/1\n---\n{text}\n"
TEXTS = (
    ("2031-04-02", "The office said that nine men had died at the quay."),
    ("2031-04-20", "The office said that eleven men had died at the quay."),
    ("2031-05-20", "The office said that twelve men had died at the quay."),
)


@pytest.fixture
def page(tmp_path: Path, clock: Clock) -> Ledger:
    held = Ledger(tmp_path / "c.db", clock=clock)
    for number, (day, text) in enumerate(TEXTS):
        path = tmp_path / f"{number}.md"
        path.write_text(PAGE.format(day=day, text=text), encoding="utf-8")
        list(held.add(str(path), rules=True))
    return held


def test_a_page_is_compared_as_it_was_on_a_day(page: Ledger) -> None:
    first, second, third = (row.id for row in page.documents())
    url = "https://hest.example/1"
    now, then = page.diff(url), page.diff(url, as_of="2031-04-30")
    assert (now.before, now.after) == (second, third)
    assert (then.before, then.after) == (first, second)
    assert page.versions(first, as_of="2031-04-30") == (first, second)
    with pytest.raises(UsageError, match=r"no document .* by 2031-04-30"):
        page.diff(first, third, as_of="2031-04-30")
    with pytest.raises(UsageError, match=r"no document .* by 2031-04-30"):
        page.diff(third, as_of="2031-04-30")
    with pytest.raises(UsageError, match="no earlier version"):
        page.diff(url, as_of="2031-04-02")


def test_readings_of_a_text_that_was_not_there_yet_are_not_compared(page: Ledger) -> None:
    third = page.documents()[-1].id
    with pytest.raises(UsageError, match=r"no document .* by 2031-04-30"):
        page.diff_readings(third, as_of="2031-04-30")


def test_a_judgement_is_to_be_looked_at_again_from_the_day_of_the_later_text(
    page: Ledger, clock: Clock
) -> None:
    second = page.documents()[1].id
    made = page.statements(second)[0].id
    page.judge("origin", (made,), {"origin": "own"}, by=NAME, why=WHY)
    assert len(page.orphans()) == 1
    assert page.orphans(as_of="2031-05-10") == ()
    assert page.orphans(as_of="2031-04-30") == ()
    clock.day = "2031-06-01"
    page.revoke(page.judgements()[0].judgement.id, by=NAME, why="no longer asked")
    assert page.orphans() == ()
    assert len(page.orphans(as_of="2031-05-21")) == 1
