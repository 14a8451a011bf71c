"""The reader: the text as stored, each statement with its claim, the original only to be kept."""

import re
from html import unescape
from pathlib import Path

from sayso.pipeline import Ledger
from sayso.pipeline.adding import Added
from tests.web.site import Site, links


def hearing(site: Site) -> str:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        return next(row.id for row in ledger.documents() if row.title == "A hearing at Quill")


def test_the_text_on_the_page_is_the_stored_text(site: Site) -> None:
    html = site.get(f"/documents/{hearing(site)}")
    shown = re.search(r'<div class="text"[^>]*>(.*?)</div></article>', html, re.DOTALL)
    assert shown is not None
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        assert unescape(re.sub(r"<[^>]+>", "", shown[1])) == ledger.document(hearing(site)).text


def test_a_statement_leads_to_its_claim_and_to_its_correction(site: Site) -> None:
    html = site.get(f"/documents/{hearing(site)}")
    assert links(html, "/claims/c:")
    assert links(html, f"/documents/{hearing(site)}/correct?statement=")


def test_the_original_is_only_to_be_kept(site: Site) -> None:
    answer = site.client.get(f"/documents/{hearing(site)}/original")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert b"Saint Osric" in answer.content


def test_what_the_original_strikes_hides_or_goes_on_with_stands_in_the_text(empty_site: Site) -> None:
    page = (
        "<html lang=en><title>Port</title><p>The harbour office counted <s>ninety</s> forty dead.</p>"
        '<p style="color:white">The minister denied <b>it</b>.</p><p>It said so on Monday.</p></html>'
    )
    path = Path(empty_site.serving.held.path).with_name("port.html")
    path.write_text(page, encoding="utf-8")
    with Ledger(empty_site.serving.held.path) as ledger:
        (added,) = ledger.add(str(path), rules=True)
        assert isinstance(added, Added)
        said = " ".join(one.content.text for one in ledger.statements(added.document.id))
    html = empty_site.get(f"/documents/{added.document.id}")
    assert "<del>ninety</del>" in html
    assert "Hidden in the original: </span>The minister denied it." in html
    assert "ninety" not in said
    assert "denied" not in said
