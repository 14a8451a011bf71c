"""The list of claims: what fits, how many stand how, page by page."""

import re
from typing import get_args

import pytest

from sayso.pipeline import ClaimQuery, Ledger
from sayso.pipeline.querying import Sort
from sayso.web.pages import claims
from sayso.web.words import STATUS
from tests.web.site import Site, links


def listed(html: str) -> list[str]:
    return [one.partition("?")[0].removeprefix("/claims/") for one in links(html, "/claims/c:")]


def known(site: Site, query: ClaimQuery) -> list[str]:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        return [claim.id for claim in ledger.claims(query, weighed=False).claims]


def test_each_way_to_order_claims_can_be_chosen() -> None:
    assert set(claims.SORTS) == set(get_args(Sort))


def test_all_claims_are_listed_in_the_order_of_the_ledger(site: Site) -> None:
    assert listed(site.get("/claims")) == known(site, ClaimQuery(limit=0))


@pytest.mark.parametrize("status", list(STATUS))
def test_only_claims_of_the_status_that_is_asked_for_are_listed(site: Site, status: str) -> None:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        every = ledger.claims(ClaimQuery(limit=0), weighed=False).claims
    wanted = [claim.id for claim in every if claim.status == status]
    assert listed(site.get("/claims", status=status)) == wanted


def test_the_counts_add_up_and_lead_to_their_status(site: Site) -> None:
    html = site.get("/claims", words="ferry")
    tally = html[html.index('class="tally"') : html.index("</nav>", html.index('class="tally"'))]
    first, *others = [int(number) for number in re.findall(r'class="number">(\d+)<', tally)]
    assert first == sum(others) == len(known(site, ClaimQuery(words="ferry", limit=0)))
    assert all("words=ferry" in one for one in links(tally, "/claims?"))


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("words=drowned", ClaimQuery(words="drowned", limit=0)),
        ("source=Harbour", ClaimQuery(source="Harbour", limit=0)),
        ("publisher=radio", ClaimQuery(publisher="radio", limit=0)),
        ("since=2031-05-01", ClaimQuery(since="2031-05-01", limit=0)),
        ("until=2031-04-03", ClaimQuery(until="2031-04-03", limit=0)),
        ("origins=2", ClaimQuery(least_origins=2, limit=0)),
        ("documents=3", ClaimQuery(least_documents=3, limit=0)),
        ("sort=newest", ClaimQuery(sort="newest", limit=0)),
    ],
    ids=str,
)
def test_a_filter_on_the_page_is_the_ledgers(site: Site, asked: str, query: ClaimQuery) -> None:
    assert listed(site.get(f"/claims?{asked}")) == known(site, query)


def test_a_long_list_goes_on_behind_the_cursor(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "ROWS", 3)
    every = known(site, ClaimQuery(limit=0))
    found = [listed(site.get("/claims", after=start, sort="documents")) for start in range(0, len(every), 3)]
    assert [one for page in found for one in page] == every


def test_an_earlier_day_lists_what_was_known_then(site: Site) -> None:
    html = site.get("/claims", as_of="2031-04-02")
    assert listed(html) == known(site, ClaimQuery(as_of="2031-04-02", limit=0))
    assert all("as_of=2031-04-02" in one for one in links(html, "/claims/"))


@pytest.mark.parametrize(
    "asked",
    [{"status": "true"}, {"sort": "best"}, {"since": "May"}, {"origins": "-1"}, {"after": "x"}],
    ids=str,
)
def test_what_is_no_filter_is_said(site: Site, asked: dict[str, str]) -> None:
    assert site.client.get("/claims", params=asked).status_code == 400


def test_words_of_the_visitor_stay_text(site: Site) -> None:
    html = site.get("/claims", words='"><b>x', source="<script>alert(1)</script>")
    assert "<b>x" not in html
    assert "<script>alert" not in html
    assert "No claim fits" in html


def test_a_ledger_without_claims_teaches_what_a_claim_is(empty_site: Site) -> None:
    assert "No claims yet" in empty_site.get("/claims")
