"""How sure is it: what would be said of resolved claims, against how they came out."""

from __future__ import annotations

import pytest

from sayso.pipeline import ClaimQuery, Ledger
from sayso.pipeline.calibrating import FEWEST
from tests.web.site import Site, links


def resolve(site: Site, number: int, outcome: str = "holds") -> list[str]:
    """Sets the outcome of some claims, the ids of which it gives."""
    with Ledger(site.serving.held.path) as ledger:
        found = [claim.id for claim in ledger.claims(ClaimQuery(limit=number), weighed=False).claims]
        for id in found:
            ledger.judge("outcome", [id], {"outcome": outcome}, by="R. Ames", why="the register says so")
    return found


def test_with_too_few_outcomes_it_says_what_would_fill_it(own_site: Site) -> None:
    resolve(own_site, FEWEST - 1)
    html = own_site.get("/calibration")
    assert "Too few claims came out yet" in html
    assert f"So far: {FEWEST - 1} claims" in html
    assert "<svg" not in html


def test_it_shows_what_was_said_and_what_held_as_picture_and_table(own_site: Site) -> None:
    claims = resolve(own_site, FEWEST)
    html = own_site.get("/calibration")
    assert "<svg" in html
    assert "The same as a table" in html
    assert set(links(html, "/claims/c:")) == {f"/claims/{id}" for id in claims}
    assert html.count("it holds") >= FEWEST


@pytest.mark.parametrize(("form", "holds"), [("svg", b"</svg>"), ("csv", b"of how many"), ("png", b"PNG")])
def test_the_picture_can_be_kept(own_site: Site, form: str, holds: bytes) -> None:
    resolve(own_site, FEWEST)
    answer = own_site.client.get(f"/pictures/calibration/{form}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    assert holds in answer.content


def test_an_outcome_does_not_teach_what_is_said_of_its_own_claim(own_site: Site) -> None:
    claims = resolve(own_site, FEWEST)
    with Ledger(own_site.serving.held.path) as ledger:
        before = {one.claim: one.probability for one in ledger.calibration().forecasts}
        judged = ledger.judgements(what=["outcome"])[0].judgement
        (target,) = [id for id in claims if id in ledger.judgement(judged.id).claims]
        ledger.revoke(judged.id, by="R. Ames", why="it was another register")
        ledger.judge("outcome", [target], {"outcome": "fails"}, by="R. Ames", why="the other register")
        after = {one.claim: (one.probability, one.held) for one in ledger.calibration().forecasts}
    assert after[target] == (before[target], False)


def test_what_was_taken_back_does_not_count(own_site: Site) -> None:
    resolve(own_site, FEWEST)
    with Ledger(own_site.serving.held.path) as ledger:
        made = ledger.judgements(what=["outcome"])[0].judgement
        ledger.revoke(made.id, by="R. Ames", why="it was another register")
        assert len(ledger.calibration().forecasts) == FEWEST - 1


def test_a_claim_a_source_and_the_log_lead_to_it(own_site: Site) -> None:
    claim = own_site.client.get("/api/claims").json()["items"][0]["id"]
    for path in (f"/claims/{claim}", "/sources", "/log"):
        assert "/calibration" in links(own_site.get(path), "/calibration")
