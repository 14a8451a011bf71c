"""The interface: the shapes and words of the command line, behind the same guard as the pages."""

import json
from typing import Any
from urllib.parse import quote

import jsonschema
import pytest

from sayso.pipeline import Ledger
from sayso.show.shapes import as_json
from tests.web.site import ORIGIN, Site

LISTS = ("/documents", "/claims", "/sources", "/expectations", "/timeline", "/judgements", "/search?q=ferry")


def got(site: Site, path: str, **query: Any) -> Any:
    answer = site.client.get(f"/api{path}", params=query or None)
    assert answer.status_code == 200, answer.text
    return answer.json()


def sent(site: Site, path: str, body: object) -> Any:
    return site.client.post(f"/api{path}", json=body, headers={"origin": ORIGIN})


@pytest.mark.parametrize("path", LISTS)
def test_pages_of_a_list_join_to_the_whole_list(site: Site, path: str) -> None:
    sign = "&" if "?" in path else "?"
    whole = got(site, f"{path}{sign}limit=0")
    joined: list[object] = []
    after = ""
    for _ in range(len(whole["items"]) + 1):
        page = got(site, f"{path}{sign}limit=3{after}")
        joined += page["items"]
        if page["next"] is None:
            break
        after = f"&after={quote(page['next'])}"
    assert joined == whole["items"]
    assert whole["total"] == len(joined)


def test_a_list_says_what_the_command_line_says(site: Site) -> None:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        assert got(site, "/documents", limit=0)["items"] == json.loads(as_json(ledger.documents()))
        assert got(site, "/sources", limit=0)["items"] == json.loads(as_json(ledger.sources()))
        claim = got(site, "/claims")["items"][0]
        assert claim == json.loads(as_json([ledger.claim(claim["id"])]))[0]


def test_every_answer_fits_the_described_shape(site: Site) -> None:
    described = got(site, "/openapi.json")
    for path in ("/documents", "/claims", "/sources", "/expectations", "/timeline", "/search"):
        schema = described["paths"][f"/api{path}"]["get"]["responses"]["200"]["content"]["application/json"]
        whole = {**schema["schema"], "components": described["components"]}
        jsonschema.validate(got(site, path, q="ferry"), whole)


def test_every_route_is_described_and_none_of_the_pages(site: Site) -> None:
    paths = got(site, "/openapi.json")["paths"]
    assert {"/api/claims/{id}", "/api/judgements/{id}/revoke", "/api/check", "/api/read"} <= set(paths)
    assert all(path.startswith("/api/") for path in paths)


def test_a_judgement_is_made_and_taken_back(own_site: Site) -> None:
    claim = next(c for c in got(own_site, "/claims")["items"] if len(c["statements"]) > 1)
    signed = {"by": "R. Ames", "why": "read both"}
    body = {"what": "not-same", "targets": [m["proposition"] for m in claim["statements"][:2]], **signed}
    made = sent(own_site, "/judgements", body)
    assert made.status_code == 201, made.text
    assert len(got(own_site, f"/claims/{claim['id']}")["statements"]) < len(claim["statements"])
    back = sent(own_site, f"/judgements/{made.json()['id']}/revoke", signed)
    assert back.json()["revoked"]["by"] == "R. Ames"
    again = got(own_site, f"/claims/{claim['id']}")
    assert again["statements"] == claim["statements"]


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ({"what": "same", "targets": ["p:none", "p:nil"], "by": "A", "why": "b"}, "p:none"),
        ({"what": "same", "targets": [], "by": "A", "why": "b"}, "targets"),
        ({"what": "same", "targets": ["p:1"], "by": "", "why": "b"}, "by"),
        ({"what": "same", "targets": ["p:1"], "by": "A", "why": "b", "secret": 1}, "secret"),
        ({"what": "nonsense", "targets": ["p:1"], "by": "A", "why": "b"}, "nonsense"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_done(site: Site, body: object, word: str) -> None:
    answer = sent(site, "/judgements", body)
    assert answer.status_code in {400, 404}
    assert word in answer.json()["error"]
    assert got(site, "/judgements")["total"] == 0


def test_errors_are_json_with_a_sentence(site: Site) -> None:
    for path, status in (("/claims/c:none", 404), ("/nowhere", 404), ("/claims?as_of=soon", 400),
                         ("/claims?sort=best", 400), ("/documents?after=d:none", 400)):  # fmt: skip
        answer = site.client.get(f"/api{path}")
        assert (answer.status_code, set(answer.json())) == (status, {"error"})


def test_as_of_leaves_no_trace_of_what_came_later(site: Site) -> None:
    days = [d["published"] for d in got(site, "/documents", as_of="2031-04-03")["items"]]
    assert days
    assert max(days) <= "2031-04-03"


def test_a_draft_is_checked_and_a_text_read_and_neither_is_kept(site: Site) -> None:
    before = got(site, "/documents")["total"]
    check = sent(site, "/check", {"text": "At least ninety passengers drowned when the Saint Osric sank."})
    assert check.status_code == 200
    read = sent(site, "/read", {"text": "The harbour office said that the port was shut."})
    assert read.json()["items"][0]["source"]["text"] == "The harbour office"
    assert got(site, "/documents")["total"] == before


def test_the_interface_is_as_closed_as_the_pages(site: Site) -> None:
    assert site.client.get("/api/claims", headers={"host": "evil.example"}).status_code == 421
    answer = site.client.post("/api/check", json={"text": "x"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_a_dossier_and_an_export_are_those_of_the_command_line(site: Site) -> None:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        assert got(site, "/dossier", subject="ferry") == json.loads(as_json([ledger.dossier("ferry")]))[0]
        answer = site.client.get("/api/export/csv")
        assert answer.content == b"".join(ledger.export("csv"))
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert site.client.get("/api/export/odt").status_code == 404
    assert got(site, "/orphans")["items"] == []
