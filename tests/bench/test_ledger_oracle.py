"""A ledger without a mistake scores full marks on the examples and on worlds; counting outlets does not."""

import pytest

from bench.ledger.gold import GoldLedger
from bench.ledger.oracle import claims_of, outlets_counted, place_in
from bench.ledger.scores import LedgerScores, score
from bench.worlds import KINDS, make_world
from sayso.model.claim import Claim
from tests.gold_documents import read_document
from tests.gold_ledger import body, document_paths, gold


def sarvane(claims: tuple[Claim, ...]) -> LedgerScores:
    return score(gold(), claims, place_in(gold()), body)


def faultless(scores: LedgerScores) -> bool:
    ends = (scores.same.f1, scores.everything.f1, scores.members, scores.stance)
    mistakes = (scores.confused, scores.origins.error, scores.origins.invented, scores.origins.missed)
    return set(ends) == {1.0} and not any(mistakes)


def of_world(truth: GoldLedger, claims: tuple[Claim, ...], texts: dict[str, str]) -> LedgerScores:
    return score(truth, claims, place_in(truth), texts.__getitem__)


def test_the_gold_itself_has_no_mistake() -> None:
    scores = sarvane(claims_of(gold()))
    assert faultless(scores)
    assert (scores.scope, scores.status) == (1.0, 1.0)


@pytest.mark.parametrize("kind", KINDS)
def test_the_truth_of_a_world_has_no_mistake(kind: str) -> None:
    world = make_world(kind, 2, 2)
    texts = {document.name: document.text for document in world.documents}
    assert faultless(of_world(world.truth, claims_of(world.truth), texts))


def test_counting_outlets_invents_origins_on_the_examples() -> None:
    publishers = {name: read_document(path)[0]["publisher"] for name, path in document_paths().items()}
    scores = sarvane(outlets_counted(gold(), publishers))
    assert scores.origins.error > 0.5
    assert scores.origins.invented > 0.5


def test_counting_outlets_is_worst_where_one_report_floods() -> None:
    world = make_world("flood-hidden", 1, 3)
    texts = {document.name: document.text for document in world.documents}
    publishers = {document.name: document.publisher for document in world.documents}
    assert of_world(world.truth, outlets_counted(world.truth, publishers), texts).origins.error > 2
