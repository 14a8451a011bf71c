"""The gold for linking keeps its own rules: verbatim, without circles, every origin accounted for."""

from collections import Counter
from datetime import date

import pytest

from bench.ledger.gold import GoldClaim, GoldOrigins, GoldSide
from tests.gold_documents import GoldError, read_document
from tests.gold_ledger import body, document_paths, find, gold

MAIN = "kessin-shooting"
LEDGER = gold()
CLAIMS = {claim.name: claim for claim in LEDGER.claims}
SHARED = [claim for claim in LEDGER.claims if len(claim.documents) > 1]


def published(document: str) -> date:
    day: date = read_document(document_paths()[document])[0]["published"]
    return day


def test_there_are_enough_documents_and_claims() -> None:
    assert len(document_paths()) >= 40
    assert len(SHARED) >= 40
    assert len(LEDGER.claims) - len(SHARED) >= 60
    assert len(LEDGER.exhaustive) >= 40


def test_names_of_claims_are_unique_and_apart_names_claims() -> None:
    assert len(CLAIMS) == len(LEDGER.claims)
    assert all(one in CLAIMS and other in CLAIMS and one != other for one, other in LEDGER.apart)


def test_every_quotation_is_verbatim_and_stands_there_once() -> None:
    for claim in LEDGER.claims:
        for member in claim.members:
            text = body(member.document)
            assert tuple(text[start:end] for start, end in member.spans) == member.words
            assert text.count(member.words[0]) == 1, (claim.name, member.document, member.words)


def test_a_proposition_is_a_member_of_one_claim_only() -> None:
    places = Counter((m.document, m.spans) for claim in LEDGER.claims for m in claim.members)
    assert [place for place, count in places.items() if count > 1] == []


def test_every_named_document_exists() -> None:
    known = set(document_paths())
    assert known >= LEDGER.exhaustive
    for edge in LEDGER.derivations:
        assert edge.document in known
        assert (edge.of in known) != bool(edge.outlet), edge


def test_values_say_a_number_and_open_ends_are_none() -> None:
    values = [m.value for claim in LEDGER.claims for m in claim.members if m.value]
    assert len(values) >= 60
    for value in values:
        assert value.low is not None or value.high is not None
        assert value.low is None or value.high is None or value.low <= value.high


def test_only_a_denial_is_of_a_part() -> None:
    for claim in LEDGER.claims:
        assert all(member.stance == "denies" for member in claim.members if member.scope == "part")


def test_derivations_run_backwards_in_time_and_never_in_circles() -> None:
    after = {(edge.document, edge.of) for edge in LEDGER.derivations if edge.of}
    assert all(published(later) >= published(earlier) for later, earlier in after)
    seen: set[str] = set()
    while len(seen) < len(document_paths()):
        free = {name for name in document_paths() if all(of in seen for doc, of in after if doc == name)}
        assert free - seen, "a circle"
        seen |= free


def test_a_derivation_is_listed_once() -> None:
    edges = Counter((edge.document, edge.kind, edge.of, edge.outlet) for edge in LEDGER.derivations)
    assert set(edges.values()) == {1}


def test_a_translation_names_in_its_front_matter_what_it_translates() -> None:
    for edge in LEDGER.derivations:
        if edge.kind == "translates" and edge.of:
            front, original = (read_document(document_paths()[n])[0] for n in (edge.document, edge.of))
            assert front["translation_of"] == original["url"]


def test_every_claim_of_several_documents_has_its_origins() -> None:
    assert {one.claim for one in LEDGER.origins} == {claim.name for claim in SHARED}
    assert len(LEDGER.origins) == len(SHARED)


@pytest.mark.parametrize("origins", LEDGER.origins, ids=lambda one: one.claim)
def test_groups_hold_exactly_the_documents_that_take_the_stance(origins: GoldOrigins) -> None:
    claim = CLAIMS[origins.claim]
    assert origins.why
    assert grouped(origins.support) == taking(claim, "supports") | taking(claim, "updates")
    assert grouped(origins.denial) == taking(claim, "denies")
    for side in (origins.support, origins.denial):
        assert side.high == len(side.groups)
        assert min(side.low, side.high) == side.low
        assert bool(side.low) == bool(side.groups)


def test_the_main_claim_has_eleven_documents_of_one_origin_beside_an_independent_one_and_a_denial() -> None:
    origins = next(one for one in LEDGER.origins if one.claim == MAIN)
    assert len(CLAIMS[MAIN].documents) >= 14
    assert [len(documents) for _, documents in origins.support.groups] == [11, 2]
    assert (origins.support.low, origins.support.high) == (2, 2)
    assert (origins.denial.low, origins.denial.high) == (1, 1)


def test_one_page_was_captured_twice_with_a_changed_text() -> None:
    fronts = {name: read_document(path) for name, path in document_paths().items()}
    urls = Counter(front["url"] for front, _ in fronts.values())
    twice = [url for url, count in urls.items() if count == 2]
    assert len(twice) == 1
    assert len({text for front, text in fronts.values() if front["url"] == twice[0]}) == 2


def test_words_that_are_not_there_are_an_error_with_claim_and_document() -> None:
    with pytest.raises(GoldError, match=r"a claim, document 0001: 'whispered' is not found"):
        find(body("0001"), ("whispered",), "a claim, document 0001")


def taking(claim: GoldClaim, stance: str) -> set[str]:
    return {member.document for member in claim.members if member.stance == stance}


def grouped(side: GoldSide) -> set[str]:
    return {document for _, documents in side.groups for document in documents}
