"""The log: who decided what, what became of it, taking it back, and whether all is as it was stored."""

import sqlite3

from sayso.pipeline import Ledger
from tests.web.site import Site

WHY = "both <b>reporters</b> rode in one car"


def judged(site: Site) -> str:
    """A standing judgement: the id."""
    with Ledger(site.serving.held.path) as ledger:
        claim = ledger.claims().claims[0]
        return ledger.judge("word", [claim.id], {"word": "likely"}, by="T. Bell", why=WHY).id


def test_nothing_decided_teaches_what_stands_here(site: Site) -> None:
    assert "Nobody has decided anything" in site.get("/log")


def test_a_judgement_is_listed_with_its_reason_as_typed(own_site: Site) -> None:
    judged(own_site)
    html = own_site.get("/log")
    assert "both &lt;b&gt;reporters&lt;/b&gt; rode" in html
    assert "T. Bell" in html
    assert "No judgement fits" in own_site.get("/log", what="stance")
    assert "T. Bell" in own_site.get("/log", what="word", standing="stands")


def test_taking_back_needs_a_reason_and_keeps_what_was_typed(own_site: Site) -> None:
    made = judged(own_site)
    answer = own_site.post(f"/log/{made}/revoke", by="A. Second", why=" ")
    assert answer.status_code == 400
    assert 'value="A. Second"' in answer.text
    assert "for a reason" in answer.text
    assert "T. Bell" in own_site.get("/log", standing="stands")


def test_taking_back_returns_to_the_page_that_asked(own_site: Site) -> None:
    made = judged(own_site)
    answer = own_site.post(f"/log/{made}/revoke", by="A", why="no", back="/documents?after=0#x")
    assert answer.headers["location"] == f"/documents?after=0&done={made.replace(':', '%3A')}#x"
    assert "Taken back: " in own_site.client.get(answer.headers["location"]).text
    assert "T. Bell" in own_site.get("/log", standing="revoked")
    assert own_site.post(f"/log/{made}/revoke", by="A", why="no").status_code == 400
    assert own_site.post("/log/j:0000000000/revoke", by="A", why="no").status_code == 404


def test_taking_back_never_leads_to_another_site(own_site: Site) -> None:
    answer = own_site.post(f"/log/{judged(own_site)}/revoke", by="A", why="no", back="//evil.example/")
    assert answer.headers["location"].startswith("/log?")


def test_a_filter_that_is_none_is_told(site: Site) -> None:
    answer = site.client.get("/log", params={"what": "mood"})
    assert (answer.status_code, "what takes" in answer.text) == (400, True)


def test_a_look_through_everything_finds_what_was_changed(own_site: Site) -> None:
    assert "Nothing is broken" in own_site.post("/log/verify").text
    with sqlite3.connect(own_site.serving.held.path) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {name}")
        file.execute("UPDATE documents SET text = replace(text, 'ferry', 'barge')")
    assert "broken</h2>" in own_site.post("/log/verify").text


def test_who_judges_is_remembered_with_spaces(own_site: Site) -> None:
    judged(own_site)
    own_site.client.cookies.set("by", "O%E2%80%99Hara%20Q.")
    assert 'value="O’Hara Q."' in own_site.get("/log")
