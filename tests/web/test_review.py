"""The queue: one thing at a time, decided by a button, set aside without a trace in the log, taken back."""

import re
from typing import Any

import msgspec
import pytest

from sayso.pipeline import ClaimQuery, Ledger
from tests.web.site import Site

SIGNED = {"by": "R. Ames", "why": "compared side by side"}


def hidden(html: str) -> dict[str, Any]:
    """The hidden fields of the form that decides."""
    form = html.split('class="decision"')[1].split("</form>")[0]
    found: dict[str, Any] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form):
        found[name] = [*found[name], value] if isinstance(found.get(name), list) else value
        if name == "target":
            found[name] = re.findall(r'name="target" value="([^"]*)"', form)
    return found


def everything(site: Site) -> bytes:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        every = [ledger.statements(row.id) for row in ledger.documents()]
        return msgspec.json.encode((sorted(ledger.claims().claims, key=lambda c: c.id), every))


def proposals(site: Site) -> list[str]:
    """Each claim with each statement that may belong to it."""
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        every = ledger.claims(ClaimQuery(limit=0), weighed=False).claims
    return [f"{claim.id}~{one.proposition}" for claim in every for one in claim.proposals]


@pytest.mark.parametrize("what", ["same", "not-same"])
def test_a_link_is_decided_and_undo_restores_all(proposing_site: Site, what: str) -> None:
    before = everything(proposing_site)
    fields = hidden(proposing_site.get("/review"))
    answer = proposing_site.post("/review?kind=links", what=what, **fields, **SIGNED)
    assert answer.status_code == 303
    assert fields["key"].partition("~")[2] not in proposals(proposing_site)
    page = proposing_site.client.get(answer.headers["location"])
    made = re.search(r"/log/(j:\w+)/revoke", page.text)
    assert made is not None
    proposing_site.post(f"/log/{made[1]}/revoke", by="R. Ames", why="undone at once")
    assert everything(proposing_site) == before


def test_the_two_statements_stand_with_outlet_chain_and_reasons(proposing_site: Site) -> None:
    html = proposing_site.get("/review")
    assert html.count('class="side-by"') == 2
    assert "←" in html
    assert "% that they say the same" in html


def test_what_is_skipped_comes_again_and_the_queue_ends(proposing_site: Site) -> None:
    seen, path = [], "/review?kind=links"
    while True:
        html = proposing_site.client.get(path).text
        if 'class="decision"' not in html:
            break
        seen.append(hidden(html)["key"])
        onward = re.search(r'href="([^"]*)" data-press="x"', html)
        assert onward is not None
        path = onward[1].replace("&amp;", "&")
    assert sorted(one.partition("~")[2] for one in seen) == sorted(proposals(proposing_site))
    assert "Begin again" in html
    assert hidden(proposing_site.get("/review"))["key"] == seen[0]


def test_what_is_unsure_is_set_aside_and_written_nowhere(proposing_site: Site) -> None:
    fields = hidden(proposing_site.get("/review"))
    with Ledger(proposing_site.serving.held.path, read_only=True) as ledger:
        state = ledger.state()
    assert proposing_site.post("/review?kind=links", what="unsure", **fields).status_code == 303
    html = proposing_site.get("/review")
    assert hidden(html)["key"] != fields["key"]
    assert "1 thing set aside" in html
    with Ledger(proposing_site.serving.held.path, read_only=True) as ledger:
        assert ledger.state() == state
    proposing_site.post("/review?kind=links", what="again")
    assert hidden(proposing_site.get("/review"))["key"] == fields["key"]


@pytest.mark.parametrize("missing", ["by", "why"])
def test_without_a_signature_the_same_thing_stands_there_still(proposing_site: Site, missing: str) -> None:
    fields = hidden(proposing_site.get("/review"))
    answer = proposing_site.post("/review?kind=links", what="same", **fields, **{**SIGNED, missing: ""})
    assert answer.status_code == 400
    assert "a judgement is signed" in answer.text
    assert hidden(answer.text)["key"] == fields["key"]


@pytest.mark.parametrize("after", ["9~c:none~p:none", "x", "~~", "9" * 40, "c:1"])
def test_a_place_in_the_queue_that_is_gone_leads_on(proposing_site: Site, after: str) -> None:
    for kind in ("links", "readings"):
        assert proposing_site.client.get("/review", params={"kind": kind, "after": after}).status_code == 200


def unsure(site: Site) -> None:
    """Makes the reader unsure of what it read first, as it is stored."""
    import sqlite3

    with sqlite3.connect(site.serving.held.path) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {name}")
        file.execute(
            "UPDATE statements SET json = json_set(json, '$.confidence', 0.55) WHERE number IN (2, 5)"
        )


@pytest.mark.parametrize("what", ["right", "not-a-statement"])
def test_a_reading_that_is_not_sure_is_asked_about_until_it_is_decided(own_site: Site, what: str) -> None:
    unsure(own_site)
    html = own_site.get("/review", kind="readings")
    assert "Is it read rightly?" in html
    fields = hidden(html)
    answer = own_site.post("/review?kind=readings", what=what, **fields, **SIGNED)
    assert answer.status_code == 303
    with Ledger(own_site.serving.held.path, read_only=True) as ledger:
        assert ledger.waiting()[1] == 1
        now = {one.id for row in ledger.documents() for one in ledger.statements(row.id)}
    assert (fields["statement"] in now) is (what == "right")


def test_nothing_waiting_is_said(empty_site: Site) -> None:
    assert "Nothing waits here" in empty_site.get("/review")
