"""The page of a claim: the sentence first, then origins, statements, what it amounts to, judgements."""

import re

from sayso.model import Claim
from sayso.pipeline import ClaimQuery, Ledger
from tests.web.site import Site, links


def most(site: Site) -> Claim:
    """The claim of most documents."""
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        return ledger.claims(ClaimQuery(limit=1)).claims[0]


def test_what_a_newcomer_needs_stands_first(site: Site) -> None:
    html = site.get(f"/claims/{most(site).id}")
    parts = ['<h1 dir="auto"', "some say it, others deny it", "documents say it; ",
             "It is denied by Ministry", "On whose say-so", "Who denies it", 'id="statements"',
             "Lines of evidence", "Without each origin", "As a number", "What people decided"]  # fmt: skip
    places = [html.index(part) for part in parts]
    assert places == sorted(places)


def test_every_document_of_an_origin_stands_in_its_tree_once(site: Site) -> None:
    found = most(site)
    html = site.get(f"/claims/{found.id}")
    for group in (*found.origins.groups, *found.origins_against.groups):
        assert group.why[:30] in html
        for document in group.documents:
            assert f'href="/documents/{document}"' in html


def test_who_denies_is_named_with_a_page_and_whether_it_is_a_party(site: Site) -> None:
    html = site.get(f"/claims/{most(site).id}")
    denial = html.partition("Who denies it")[2].partition("</section>")[0]
    assert re.search(r"denies it; an interested party would|has no part in it that is known here", denial)
    pages = links(denial, "/sources/n:")
    assert pages
    assert all("What they are reported to have said" in site.get(page) for page in pages)


def test_a_statement_leads_to_its_place_in_the_document(site: Site) -> None:
    found = most(site)
    there = links(site.get(f"/claims/{found.id}"), "/documents/")
    assert {f"/documents/{m.document}#{m.id.replace(':', '-')}" for m in found.statements} <= set(there)


def test_the_number_is_told_only_on_demand(site: Site) -> None:
    html = site.get(f"/claims/{most(site).id}")
    shown = re.sub(r"<details[^>]*>.*?</details>", "", html, flags=re.DOTALL)
    assert "in 80 of 100 draws" in html
    assert "in 80 of 100 draws" not in shown


def test_likelihood_and_confidence_are_two_sentences(site: Site) -> None:
    found = most(site)
    html = site.get(f"/claims/{found.id}")
    assert found.assessment
    assert len(found.assessment.said) > 1
    assert "Confidence is" in html
    assert not [s for s in found.assessment.said if "Confidence" in s and found.assessment.likelihood in s]


def test_a_judgement_stands_on_the_page_with_the_way_to_take_it_back(own_site: Site) -> None:
    found = most(own_site)
    with Ledger(own_site.serving.held.path) as ledger:
        made = ledger.judge("word", [found.id], {"word": "likely"}, by="R. Ames", why='<b>"seen"</b>')
    html = own_site.get(f"/claims/{found.id}")
    assert f'action="/log/{made.id}/revoke"' in html
    assert "“likely”: set by R. Ames" in html
    assert "<b>&#34;seen" not in html
    assert '<b>"seen"</b>' not in html


def test_an_earlier_day_shows_what_was_known_and_no_way_to_change_it(site: Site) -> None:
    found = most(site)
    html = site.get(f"/claims/{found.id}", as_of="2031-04-03")
    assert "Nobody in this ledger denies it." in html
    assert "/revoke" not in html


def test_a_claim_that_is_not_there_is_said(site: Site) -> None:
    assert site.client.get("/claims/c:00000000").status_code == 404


def test_a_claim_is_found_by_a_statement_in_it(site: Site) -> None:
    found = most(site)
    assert found.id in site.get(f"/claims/{found.statements[0].id}")
