"""Judging a claim in the browser: decided, shown, taken back; two visitors at once; nothing typed is lost."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from typing import Any

import msgspec
import pytest

from sayso.model import Claim
from sayso.pipeline import ClaimQuery, Ledger
from tests.web.site import Site

SIGNED = {"by": "R. Ames", "why": "I rang the desk"}


def largest(site: Site) -> Claim:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        query = ClaimQuery(sort="documents", limit=1)
        return ledger.claims(query).claims[0]


def every(site: Site) -> bytes:
    """All claims as JSON, weighed."""
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        return msgspec.json.encode(sorted(ledger.claims().claims, key=lambda claim: claim.id))


def proposing(site: Site) -> Claim:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        return next(claim for claim in ledger.claims().claims if claim.proposals)


def decided(site: Site, claim: Claim, **fields: Any) -> str:
    """The id of the judgement that a form made, from where it leads to."""
    answer = site.post(f"/claims/{claim.id}/judge", **fields)
    assert answer.status_code == 303, unescape(answer.text)
    found = re.fullmatch(r"/claims/(c:\w+)\?done=j%3A(\w+)", answer.headers["location"])
    assert found is not None, answer.headers["location"]
    return f"j:{found[2]}"


def forms_of(claim: Claim) -> dict[str, dict[str, Any]]:
    last = claim.statements[-1]
    return {
        "apart": {"target": last.proposition},
        "stance": {"statement": last.proposition, "stance": "comments"},
        "origin-same": {"statement": claim.statements[0].id, "other": last.id},
        "origin-own": {"statement": last.id},
        "outcome": {"outcome": "fails"},
        "word": {"word": "very likely"},
        "evidence": {
            "kind": "satellite", "reference": "Orbis 12", "stance": "denies", "strength": "strong",
            "text": "The quay is empty.",
        },
    }  # fmt: skip


@pytest.mark.parametrize(
    "what", ["apart", "stance", "origin-same", "origin-own", "outcome", "word", "evidence"]
)
def test_what_is_decided_takes_effect_and_undo_restores_all(own_site: Site, what: str) -> None:
    before, claim = every(own_site), largest(own_site)
    made = decided(own_site, claim, what=what, **forms_of(claim)[what], **SIGNED)
    assert every(own_site) != before
    assert "I rang the desk" in own_site.get("/log")
    assert own_site.post(f"/log/{made}/revoke", by="R. Ames", why="undone at once").status_code == 303
    assert every(own_site) == before


@pytest.mark.parametrize("what", ["same", "not-same"])
def test_proposals_are_decided(proposing_site: Site, what: str) -> None:
    before, claim = every(proposing_site), proposing(proposing_site)
    proposal = claim.proposals[0].proposition
    made = decided(proposing_site, claim, what=what, target=proposal, **SIGNED)
    with Ledger(proposing_site.serving.held.path, read_only=True) as ledger:
        now = ledger.claim(claim.statements[0].proposition)
    assert (proposal in {m.proposition for m in now.statements}) is (what == "same")
    assert proposal not in {m.proposition for m in now.proposals}
    proposing_site.post(f"/log/{made}/revoke", by="R. Ames", why="undone at once")
    assert every(proposing_site) == before


def test_two_claims_are_merged_by_id_and_lead_to_the_one(own_site: Site) -> None:
    with Ledger(own_site.serving.held.path, read_only=True) as ledger:
        one, other = ledger.claims().claims[:2]
    decided(own_site, one, what="merge", other=other.id, **SIGNED)
    with Ledger(own_site.serving.held.path, read_only=True) as ledger:
        assert ledger.claim(one.id).id == ledger.claim(other.id).id


@pytest.mark.parametrize("missing", ["why", "by"])
def test_a_form_that_is_not_signed_is_refused_and_keeps_what_was_typed(own_site: Site, missing: str) -> None:
    claim, before = largest(own_site), every(own_site)
    fields = {**forms_of(claim)["evidence"], **SIGNED, missing: " "}
    answer = own_site.post(f"/claims/{claim.id}/judge", what="evidence", **fields)
    assert answer.status_code == 400
    assert "The quay is empty." in answer.text
    assert 'value="Orbis 12"' in answer.text
    assert '<option value="satellite" selected>' in answer.text
    assert '<details class="decide" open>' in answer.text
    assert every(own_site) == before


def test_what_does_not_fit_is_told_beside_the_form(own_site: Site) -> None:
    claim = largest(own_site)
    for fields in ({"what": "merge", "other": "c:nothing"}, {"what": "apart"}, {"what": "stance"}, {}):
        answer = own_site.post(f"/claims/{claim.id}/judge", **fields, **SIGNED)
        assert answer.status_code == 400
    fields = {**forms_of(claim)["evidence"], "text": "a@b.example", **SIGNED}
    answer = own_site.post(f"/claims/{claim.id}/judge", what="evidence", **fields)
    assert "no e-mail addresses" in answer.text


def test_hostile_reasons_are_text(own_site: Site) -> None:
    claim = largest(own_site)
    evil = '"><script>alert(1)</script>'
    answer = own_site.post(f"/claims/{claim.id}/judge", what="word", word="no word", by="x", why=evil)
    assert "<script>alert" not in answer.text
    assert "&quot;&gt;&lt;script&gt;" in answer.text or "&#34;&gt;&lt;script&gt;" in answer.text


def test_two_visitors_at_once_are_both_heard(own_site: Site) -> None:
    claim = largest(own_site)

    def visit(name: str) -> int:
        fields = {"word": "likely", "by": name, "why": "seen"}
        return int(own_site.post(f"/claims/{claim.id}/judge", what="word", **fields).status_code)

    with ThreadPoolExecutor(2) as two:
        assert list(two.map(visit, ["A. One", "B. Two"])) == [303, 303]
    html = own_site.get("/log", what="word")
    assert "A. One" in html
    assert "B. Two" in html


def test_while_another_program_writes_it_is_told_and_nothing_is_done(own_site: Site) -> None:
    claim = largest(own_site)
    with Ledger(own_site.serving.held.path):
        answer = own_site.post(f"/claims/{claim.id}/judge", what="word", word="likely", **SIGNED)
    assert answer.status_code == 503
    assert "Nothing was changed" in answer.text


def test_as_of_an_earlier_day_nothing_is_judged(site: Site) -> None:
    html = site.get(f"/claims/{largest(site).id}/judge", as_of="2031-12-31")
    assert "Judgements are made on the ledger as it is" in html
    assert 'name="why"' not in html
