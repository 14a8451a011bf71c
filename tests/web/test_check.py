"""A draft is held against the ledger in the browser; nothing of it is kept, no word of it is lost."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from sayso.pipeline import Ledger
from tests.web.site import Site

DRAFT = "The ferry Saint Osric sank.\n\nAt least ninety passengers drowned when the ferry Saint Osric sank.\n"


def first(html: str) -> dict[str, str]:
    """The fields of the first finding that nobody signed, as its button sends them."""
    value = re.search(r'value="(sign f:\w+ (\d+))"', html)
    assert value is not None, html
    return {"sign": value[1], "number": value[2]}


def signing(site: Site, html: str, **fields: Any) -> Any:
    one = first(html)
    return site.post(
        "/check/sign", text=DRAFT, sign=one["sign"], **{f"why-{one['number']}": "the log"}, **fields
    )


def test_the_form_says_that_nothing_is_kept(site: Site) -> None:
    assert "Nothing of the draft is kept" in site.get("/check")


def test_findings_stand_beside_the_whole_draft(site: Site) -> None:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        state = ledger.state()
    answer = site.post("/check", text=DRAFT.replace("\n", "\r\n"))
    assert answer.status_code == 200
    article = answer.text.split("<article")[1].split("</article>")[0]
    text = unescape(re.sub(r"<a [^>]*>\d+</a>|<[^>]+>", "", article.partition(">")[2]))
    assert "".join(text.split()) == "".join(DRAFT.split())
    assert 'class="card k-' in answer.text
    held = re.search(r'<textarea name="text" hidden>\n(.*?)</textarea>', answer.text, re.DOTALL)
    assert held is not None
    assert unescape(held[1]) == DRAFT
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        assert ledger.state() == state


def test_a_finding_is_signed_off_and_taken_back(own_site: Site) -> None:
    html = own_site.post("/check", text=DRAFT).text
    signed = signing(own_site, html, by="R. Ames").text
    assert "Signed off by R. Ames" in signed
    back = re.search(r'value="(back f:\w+ (\d+))"', signed)
    assert back is not None
    fields = {"sign": back[1], f"why-{back[2]}": "it was another log", "by": "R. Ames", "text": DRAFT}
    assert "Signed off by" not in own_site.post("/check/sign", **fields).text


def test_no_word_of_the_draft_reaches_the_ledger(own_site: Site) -> None:
    signing(own_site, own_site.post("/check", text=DRAFT).text, by="R. Ames")
    path = Path(own_site.serving.held.path)
    files = (path, path.with_name(path.name + "-wal"))
    assert not any(b"ninety" in file.read_bytes() for file in files if file.exists())
    assert "ninety" not in own_site.get("/log")


def test_a_sign_off_without_a_name_or_a_reason_is_refused(own_site: Site) -> None:
    html = own_site.post("/check", text=DRAFT).text
    answer = signing(own_site, html, by=" ")
    assert answer.status_code == 400
    assert "by somebody&#39;s name" in answer.text or "by somebody&#x27;s name" in answer.text
    assert "Nobody has decided anything" in own_site.get("/log")


def test_a_file_is_checked_and_named_as_the_visitor_knows_it(site: Site) -> None:
    answer = site.post("/check", files={"file": ("mine.md", f"---\ntitle: Mine\n---\n{DRAFT}".encode())})
    assert ">Mine</h1>" in answer.text
    bad = site.post("/check", files={"file": ("mine.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64)})
    assert bad.status_code == 400
    assert "mine.png" in bad.text
    assert "/tmp" not in bad.text


def test_as_of_an_earlier_day_the_ledger_knows_less(site: Site) -> None:
    knows = re.compile(r"knows (\d+) of")
    now = knows.search(site.post("/check", text=DRAFT).text)
    then = knows.search(site.post("/check", text=DRAFT, day="2030-01-01").text)
    assert now is not None
    assert then is not None
    assert int(then[1]) < int(now[1])


@pytest.mark.parametrize("fields", [{"text": " "}, {}, {"text": "x", "day": "soon"}])
def test_what_cannot_be_checked_is_told(site: Site, fields: dict[str, str]) -> None:
    answer = site.post("/check", **fields)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_a_hostile_draft_is_text(site: Site) -> None:
    evil = "</textarea><script>alert(1)</script> The ferry Saint Osric sank. \u202e"
    html = site.post("/check", text=evil).text
    assert "<script>alert" not in html
    assert html.count("</textarea>") == 1
