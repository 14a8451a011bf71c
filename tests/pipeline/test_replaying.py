"""Judgements that come from elsewhere: what cannot be understood is left out, and breaks no ledger."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sayso.model import Claim, Judgement, JudgementExport
from sayso.model.judgement import judgement_id
from sayso.pipeline import Ledger
from tests.pipeline.corrections import copied, corrected_ledger

AT = "2032-03-01T12:00:00+00:00"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("replaying")
    corrected_ledger(folder).close()
    return folder / "c.db"


@pytest.fixture
def held(place: Path, tmp_path: Path) -> Iterator[Ledger]:
    with copied(place, tmp_path) as made:
        yield made


def drowned(held: Ledger) -> Claim:
    return next(one for one in held.claims().claims if "drowned" in one.gist)


def made(what: Any, targets: list[str], value: dict[str, Any], at: str = AT) -> Judgement:
    """A judgement with the id that belongs to it, as another program may write it."""
    text = msgspec.json.encode(value, order="deterministic").decode()
    id = judgement_id(what, tuple(targets), text, "R. Ames", at)
    return Judgement(id=id, what=what, targets=tuple(targets), value=value, by="R. Ames", why="so", at=at)


def did(held: Ledger, one: Judgement) -> str:
    (done,) = held.replay(JudgementExport(judgements=(one,), anchors=()))
    return done.did


EVIDENCE = {
    "kind": "customs",
    "stance": "supports",
    "strength": "weak",
    "reference": "t. 1",
    "text": "It is.",
}


@pytest.mark.parametrize(
    ("what", "number", "value"),
    [
        ("same", 0, {}), ("same", 1, {}), ("stance", 2, {}), ("stance", 2, {"stance": ["denies"]}),
        ("stance", 1, {"stance": "denies"}), ("kind", 0, {"kind": "person"}), ("outcome", 1, {}),
        ("outcome", 1, {"outcome": ["holds"]}), ("outcome", 2, {"outcome": "holds"}), ("word", 1, {}),
        ("word", 1, {"word": {}}), ("word", 1, {"word": "surely"}), ("evidence", 1, {}),
        ("evidence", 1, {**EVIDENCE, "reference": 7}), ("evidence", 1, {**EVIDENCE, "strength": "huge"}),
        ("evidence", 1, {**EVIDENCE, "text": "ring +41 44 555 12 12"}), ("sign-off", 0, {}),
        ("origin", 1, {"origin": "same"}), ("source", 1, {"reading": 1}),
    ],
)  # fmt: skip
def test_a_value_or_targets_that_cannot_be_are_unfit_and_change_nothing(
    held: Ledger, what: str, number: int, value: dict[str, Any]
) -> None:
    before = drowned(held)
    targets = [member.proposition for member in before.statements][:number]
    assert did(held, made(what, targets, value)) == "unfit"
    assert drowned(held) == before
    assert held.judgements() == []


@pytest.mark.parametrize("at", ["", "zzzz", "9999", "2032-03-01", "2032-03-01T12:00:00"])
def test_a_judgement_of_no_moment_is_unfit(held: Ledger, at: str) -> None:
    target = drowned(held).statements[0].proposition
    assert did(held, made("word", [target], {"word": "likely"}, at)) == "unfit"


def test_a_judgement_that_is_as_it_should_be_is_applied(held: Ledger) -> None:
    target = drowned(held).statements[0].proposition
    assert did(held, made("evidence", [target], EVIDENCE)) == "applied"
    assert [one.reference for one in drowned(held).hand] == ["t. 1"]


@pytest.mark.parametrize("what", ["kind", "outcome", "word", "evidence", "stance"])
def test_a_ledger_in_which_somebody_wrote_nonsense_is_still_read(held: Ledger, what: Any) -> None:
    members = drowned(held).statements
    targets = {"kind": [held.sources()[0].name], "stance": [m.proposition for m in members[:2]]}
    with held._store.together():
        held._store.judge(what, targets.get(what, [members[0].proposition]), {"x": [1]}, by="A", why="b")
    held.judge("word", [members[0].proposition], {"word": "likely"}, by="R. Ames", why="it is")
    assert held.claim(members[0].proposition).assessment is not None
    assert held.sources()
    assert held.expectations().total >= 0
    assert held.changes("2031-04-01", as_of="2032-12-31")
    assert (what, "orphaned") in [(row.judgement.what, row.standing) for row in held.judgements()]
