"""The commands on the ledger as a whole, over the interface: copy, verify, read anew, forget, feed."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sayso.pipeline import Ledger
from sayso.pipeline.rereading import reread
from tests.pipeline.test_rereading import NEWER, other_reader
from tests.web.site import KEY, ORIGIN, Site
from tests.web.test_api import got, sent

SIGNED = {"by": "R. Ames", "why": "read both"}


def test_a_copy_comes_whole_with_its_originals_while_the_ledger_is_in_use(site: Site, tmp_path: Path) -> None:
    answer = site.client.get("/api/backup")
    assert answer.headers["content-disposition"] == 'attachment; filename="sayso-backup.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as made:
        made.extractall(tmp_path)
    with Ledger(site.serving.held.path) as here, Ledger(tmp_path / "sayso.db", read_only=True) as copy:
        assert copy.verify() == here.verify()
        assert copy.claims() == here.claims()
        one = copy.documents()[0].id
        assert copy.original(one) == here.original(one)


def test_verify_tells_the_head_and_never_an_answer_of_before(own_site: Site) -> None:
    assert got(own_site, "/verify")["faults"] == []
    original = next(one for one in Path(f"{own_site.serving.held.path}.files").rglob("*") if one.is_file())
    original.chmod(0o600)
    original.write_bytes(b"other")
    assert got(own_site, "/verify")["faults"]


def test_a_pack_is_verified_that_is_sent_along(site: Site) -> None:
    pack = site.client.get("/api/export/pack").content
    good = site.client.post("/api/verify", files={"pack": ("a.zip", pack)}, headers={"origin": ORIGIN})
    assert (good.json()["faults"], good.json()["files"] > 3) == ([], True)
    bad = site.client.post("/api/verify", files={"pack": ("b.zip", b"no zip")}, headers={"origin": ORIGIN})
    assert (bad.status_code, bad.json()["error"][:31]) == (400, "b.zip is no evidence pack, or i")


def test_a_document_is_forgotten_and_no_connection_of_the_server_holds_on_to_it(own_site: Site) -> None:
    row = {"id": got(own_site, "/search", q="lorries")["items"][0]["document"]}
    begins = sent(own_site, f"/documents/{row['id'][:12]}/forget", SIGNED)
    assert (begins.status_code, "give it whole" in begins.json()["error"]) == (400, True)
    done = sent(own_site, f"/documents/{row['id']}/forget", SIGNED)
    assert (done.status_code, done.json()["document"], done.json()["clean"]) == (200, row["id"], True)
    assert own_site.client.get(f"/api/documents/{row['id']}").status_code == 404
    assert b"bridge over the Tarn" not in Path(own_site.serving.held.path).read_bytes()
    assert got(own_site, "/search", q="lorries")["items"] == []
    assert got(own_site, "/verify")["faults"] == []


def test_nobody_forgets_without_a_signature_or_from_another_site(site: Site) -> None:
    id = got(site, "/documents")["items"][0]["id"]
    assert sent(site, f"/documents/{id}/forget", {"by": "R. Ames"}).status_code == 400
    headers = {"origin": "http://evil.example"}
    answer = site.client.post(f"/api/documents/{id}/forget", json=SIGNED, headers=headers)
    assert (answer.status_code, set(answer.json())) == (403, {"error"})
    assert got(site, f"/documents/{id}")["id"] == id


def test_without_the_key_the_answer_is_json(site: Site) -> None:
    kept = dict(site.client.cookies)
    try:
        site.client.cookies.clear()
        answer = site.client.get("/api/claims")
        assert (answer.status_code, set(answer.json())) == (401, {"error"})
        fine = site.client.get("/api/claims", headers={"authorization": f"Bearer {KEY}"})
        assert fine.status_code == 200
    finally:
        site.client.cookies.update(kept)


def test_reading_anew_is_a_job_that_tells_of_each_document(own_site: Site) -> None:
    with Ledger(own_site.serving.held.path) as ledger:
        before = ledger.claims()
        list(reread(ledger._store, NEWER, workers=1, rules=True, reads=other_reader))
    job = sent(own_site, "/reread", {"rules": True})
    assert job.status_code == 202
    own_site.serving.held.wait()
    done = got(own_site, f"/jobs/{job.json()['id']}")
    assert (done["state"], done["error"]) == ("done", None)
    assert {step["document"] for step in done["steps"]} == {
        row["id"] for row in got(own_site, "/documents")["items"]
    }
    assert {step["reading"].partition("+")[0] for step in done["steps"]} == {"en-1-rules"}
    with Ledger(own_site.serving.held.path, read_only=True) as ledger:
        assert ledger.claims() == before


def test_a_feed_of_a_subject_is_that_of_a_watch_and_follows_nothing(site: Site) -> None:
    since = "2031-04-01"
    answer = site.client.get("/api/feed", params={"since": since, "about": "ferry"})
    assert answer.headers["content-type"] == "application/feed+json"
    items = answer.json()["items"]
    changes = got(site, "/changes", since=since)["items"]
    assert items
    assert all(one["_sayso"] in changes for one in items)
    days = [one["date_published"] for one in items]
    assert days == sorted(days, reverse=True)
    assert all(one["id"].startswith("urn:uuid:") for one in items)
    none = site.client.get("/api/feed", params={"since": since, "about": "unheard-of"}).json()
    assert (none["items"], none["title"]) == ([], "sayso: unheard-of")
    rss = site.client.get("/api/feed.rss", params={"since": since, "about": "ferry"})
    assert rss.headers["content-type"].startswith("application/rss+xml")
    assert rss.text.count("<item>") == len(items)


def test_a_feed_without_a_day_is_of_the_last_days(site: Site) -> None:
    wide = site.client.get("/api/feed", params={"days": 3_660, "as_of": "2031-12-31"}).json()["items"]
    short = site.client.get("/api/feed", params={"days": 1, "as_of": "2031-12-31"}).json()["items"]
    assert len(wide) > len(short)


def test_changes_of_a_kind_are_told_alone(site: Site) -> None:
    every = got(site, "/changes", since="2031-04-01")["items"]
    kind = every[0]["kind"]
    some = got(site, "/changes", since="2031-04-01", kind=kind)["items"]
    assert some == [one for one in every if one["kind"] == kind]


def test_judgements_are_exported_and_replayed_once(own_site: Site) -> None:
    claim = got(own_site, "/claims")["items"][0]
    body = {"what": "outcome", "targets": [claim["id"]], "value": {"outcome": "holds"}, **SIGNED}
    made = sent(own_site, "/judgements", body).json()
    export = got(own_site, "/judgements/export")
    assert made["id"] in [one["id"] for one in export["judgements"]]
    again = sent(own_site, "/judgements/replay", export).json()
    assert {one["did"] for one in again["items"]} == {"known"}
    bad = sent(own_site, "/judgements/replay", {"judgements": 3})
    assert (bad.status_code, "no judgements" in bad.json()["error"]) == (400, True)


def test_judgements_are_listed_as_the_command_lists_them(own_site: Site) -> None:
    claim = got(own_site, "/claims")["items"][0]
    body = {"what": "outcome", "targets": [claim["id"]], "value": {"outcome": "holds"}, **SIGNED}
    made = sent(own_site, "/judgements", body).json()["id"]

    def ids(**query: Any) -> list[str]:
        return [one["judgement"]["id"] for one in got(own_site, "/judgements", **query)["items"]]

    assert ids(what="outcome") == ids(by="R. Ames") == ids(claim=claim["id"], what="outcome") == [made]
    assert made in ids(standing="stands")
    assert ids(by="nobody") == ids(standing="revoked") == ids(as_of="2001-01-01") == []
    assert own_site.client.get(f"/api/judgements/{made}", params={"as_of": "2001-01-01"}).status_code == 404
    assert got(own_site, "/orphans", as_of="2001-01-01")["items"] == []


def test_a_finding_is_signed_off_and_taken_back(own_site: Site) -> None:
    draft = {"text": "At least ninety passengers drowned when the Saint Osric sank off Port Arless."}
    finding = sent(own_site, "/check", draft).json()["findings"][0]
    signed = {**draft, "id": finding["id"], "by": "R. Ames", "against": "the register"}
    done = sent(own_site, "/check/sign-off", signed).json()
    assert next(f for f in done["findings"] if f["id"] == finding["id"])["signed"]["by"] == "R. Ames"
    back = sent(own_site, "/check/take-back", signed).json()
    assert next(f for f in back["findings"] if f["id"] == finding["id"])["signed"] is None
    again = sent(own_site, "/check/take-back", signed)
    assert (again.status_code, "nobody signed" in again.json()["error"]) == (400, True)


def test_readings_of_a_corrected_text_are_compared(own_site: Site) -> None:
    document = got(own_site, "/documents")["items"][0]["id"]
    alone = own_site.client.get(f"/api/diff/{document}/readings")
    assert (alone.status_code, "has one reading" in alone.json()["error"]) == (400, True)
    target = got(own_site, f"/documents/{document}/statements")["items"][0]["id"]
    body = {"what": "act", "target": target, "repair": {"act": "promise"}, **SIGNED}
    assert sent(own_site, "/corrections", body).status_code == 201
    changes = got(own_site, f"/diff/{document[:12]}/readings")["changes"]
    assert ("assert", "promise") in [(c["before"]["act"], c["after"]["act"]) for c in changes]
    early = own_site.client.get(f"/api/diff/{document}/readings", params={"as_of": "2001-01-01"})
    assert early.status_code == 404


@pytest.mark.parametrize("query", ["since=2031-04", "as_of=0", "due_until=1.5", "sort=best"])
def test_expectations_take_what_the_command_takes(site: Site, query: str) -> None:
    assert site.client.get(f"/api/expectations?{query}").status_code == 400
    every = got(site, "/expectations", sort="newest", due_since="2000-01-01", due_until="2100-01-01", limit=0)
    assert every["total"] <= got(site, "/expectations", limit=0)["total"]
