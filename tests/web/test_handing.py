"""What is handed on from the pages is what the command line writes, and comes only as a file."""

import io
import json
import zipfile

import pytest

from sayso.pipeline import Ledger
from sayso.pipeline.exporting import FORMATS
from sayso.web.pages.exporting import FIRST
from tests.web.site import Site, links


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_comes_as_an_attachment(site: Site, name: str) -> None:
    answer = site.client.get("/export/file", params={"as": name, "subject": "ferry"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.content


def test_the_file_is_the_one_of_the_command_line(site: Site) -> None:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        wanted = b"".join(ledger.export("csv"))
    assert site.client.get("/export/file", params={"as": "csv"}).content == wanted


def test_the_evidence_pack_of_a_claim_holds_its_statements(site: Site) -> None:
    claim = site.client.get("/api/claims").json()["items"][0]
    answer = site.client.get("/export/file", params={"as": "pack", "claim": claim["id"]})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        name = next(one for one in pack.namelist() if one.endswith("statements.jsonl"))
        ids = {json.loads(line)["id"] for line in pack.read(name).splitlines()}
    assert {member["id"] for member in claim["statements"]} <= ids


def test_what_each_format_loses_is_said_before_it_is_taken(site: Site) -> None:
    html = site.get("/export")
    assert all(one.loses.split("&")[0].split("’")[0] in html for one in FORMATS.values())


def test_what_a_desk_opens_is_offered_before_what_programs_read(site: Site) -> None:
    html = site.get("/export")
    places = [html.index(f'name="as" value="{name}"') for name in (*FIRST, "claimreview", "stix")]
    assert places == sorted(places)
    assert all(f'name="as" value="{name}"' in html for name in FORMATS)


def test_an_unknown_format_is_told(site: Site) -> None:
    assert site.client.get("/export/file", params={"as": "odt"}).status_code == 404


def test_a_dossier_is_read_here_and_kept_as_a_file(site: Site) -> None:
    html = site.get("/dossier", subject="ferry")
    assert "Saint Osric" in html
    for form, begins in (("html", b"<!DOCTYPE"), ("docx", b"PK"), ("md", b"#")):
        answer = site.client.get(f"/dossier/{form}", params={"subject": "ferry"})
        assert answer.content.startswith(begins)
        assert answer.headers["content-disposition"].startswith("attachment;")


def test_a_dossier_leads_to_what_it_rests_on_and_its_file_leads_nowhere(site: Site) -> None:
    html = site.get("/dossier", subject="ferry")
    for beginning in ("/claims/c:", "/documents/d:", "/expectations/e:"):
        assert links(html, beginning)
    places = {one[1:] for one in links(html, "#")}
    assert all(f'id="{place}"' in html for place in places)
    assert not links(site.client.get("/dossier/html", params={"subject": "ferry"}).text, "/")


def test_a_subject_that_is_not_there_is_told_with_what_is_near(site: Site) -> None:
    assert "problem" in site.get("/dossier", subject="unheard-of")
