"""Claims are weighed when they are asked for: from what is there on a day, and what people judged."""

from pathlib import Path

import pytest

from sayso.model import Assessment, Claim, Matter
from sayso.pipeline import ClaimQuery, Ledger
from sayso.pipeline.weighing import cases_of, weigh
from tests.assess.cases import record
from tests.pipeline.corpora import every_claim, ledger, written


@pytest.fixture
def held(tmp_path: Path) -> Ledger:
    made = ledger(tmp_path / "a.db")
    list(made.add(*written(tmp_path / "files"), rules=True))
    return made


def drowned(held: Ledger, as_of: str | None = None) -> Claim:
    return next(claim for claim in every_claim(held, as_of) if "drowned" in claim.gist)


def assessed(claim: Claim) -> Assessment:
    assert claim.assessment is not None
    return claim.assessment


def judged(held: Ledger, what: Matter, **value: str) -> str:
    targets = [drowned(held).statements[0].proposition]
    return held.judge(what, targets, value, by="ed", why="seen").id


LOG = {"kind": "document", "reference": "Log 9", "strength": "strong", "text": "It says so."}


def test_every_claim_is_weighed_and_the_same_alone_and_on_a_page(held: Ledger) -> None:
    for claim in every_claim(held):
        assert held.claim(claim.id).assessment == assessed(claim)
    assert all(c.assessment is None for c in held.claims(ClaimQuery(limit=0), weighed=False).claims)


def test_the_copy_and_the_relay_add_nothing(held: Ledger, tmp_path: Path) -> None:
    alone = ledger(tmp_path / "b.db")
    list(alone.add(*written(tmp_path / "fewer", ("wire.md", "denial.md")), rules=True))
    assert assessed(drowned(alone)).probability == assessed(drowned(held)).probability


def test_a_state_body_of_which_nothing_else_is_known_is_a_party_to_what_it_denies(held: Ledger) -> None:
    (case,) = cases_of(held._store, [drowned(held)])
    (voice,) = case.denial[0].voices
    assert voice.interested
    assert sum(line.decibans for line in assessed(drowned(held)).lines if line.kind == "denial") == -1.0


def test_every_line_that_weighs_names_a_statement_of_the_claim(held: Ledger) -> None:
    for claim in every_claim(held):
        ids = {member.id for member in claim.statements}
        for line in assessed(claim).lines:
            assert line.statement in ids or line.kind in {"prior", "clip"} or not line.decibans


def test_as_of_the_day_before_the_denial_there_is_none(held: Ledger) -> None:
    before, after = assessed(drowned(held, "2031-04-04")), assessed(drowned(held))
    assert not any(line.kind == "denial" for line in before.lines)
    assert before.probability > after.probability


def test_evidence_by_hand_counts_until_it_is_revoked(held: Ledger) -> None:
    plain = assessed(drowned(held))
    id = judged(held, "evidence", stance="supports", **LOG)
    found = assessed(drowned(held))
    assert found.probability > plain.probability
    assert [line.text for line in found.lines if line.kind == "hand"] == [
        "A document (Log 9) speaks for it (strong, added by ed): It says so."
    ]
    held.revoke(id, by="ed", why="a mistake")
    assert assessed(drowned(held)) == plain


def test_what_another_program_decided_is_weighed_at_the_next_question(held: Ledger) -> None:
    with Ledger(held.path, read_only=True) as looking:
        plain = assessed(drowned(looking))
        judged(held, "evidence", stance="supports", **LOG)
        assert assessed(drowned(looking)).probability > plain.probability
        assert drowned(looking) is drowned(looking)


def test_evidence_that_was_added_later_does_not_exist_yet(held: Ledger) -> None:
    plain = assessed(drowned(held, "2031-06-01"))
    judged(held, "evidence", stance="supports", **LOG)
    assert assessed(drowned(held, "2031-06-01")) == plain


def test_a_word_that_a_person_sets_stands_beside_the_likelihood_and_changes_no_number(held: Ledger) -> None:
    plain = assessed(drowned(held))
    judged(held, "word", word="unlikely")
    found = assessed(drowned(held))
    assert (found.word, found.word_by) == ("unlikely", "ed")
    assert (found.probability, found.likelihood) == (plain.probability, plain.likelihood)


def test_a_record_is_found_by_the_name_of_who_answers(held: Ledger) -> None:
    claim = drowned(held)
    (case,) = cases_of(held._store, [claim])
    name = case.support[0].source
    (weighed,) = weigh(held._store, [claim], records={name: record(name, 30, 1)})
    assert assessed(weighed).probability > assessed(claim).probability
    assert assessed(weighed).admiralty[0] in "AB"


def test_no_claims_are_no_assessments(held: Ledger) -> None:
    assert weigh(held._store, []) == ()
