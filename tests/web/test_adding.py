"""Files that are dropped on a page are added in their turn, and each is told of."""

import pytest

from tests.web.site import Site

REPORT = b"""---
title: A port
publisher: Norland Wire
published: 2031-04-09
---
The Harbour Office said that the port was shut on Monday.
"""


def finished(site: Site, path: str) -> str:
    site.serving.held.wait()
    html = site.get(path)
    assert "data-over" in html
    return html


def test_dropped_files_are_read_and_lead_to_their_documents(empty_site: Site) -> None:
    answer = empty_site.post("/add", files=[("files", ("../../etc/port.md", REPORT))])
    assert answer.status_code == 303
    html = finished(empty_site, answer.headers["location"])
    assert "1 new document" in html
    assert "A port" in html
    assert "A port" in empty_site.get("/documents")
    assert "/tmp" not in html + empty_site.get("/documents")


def test_what_cannot_be_read_is_named_as_the_visitor_knows_it(empty_site: Site) -> None:
    answer = empty_site.post("/add", files=[("files", ("holiday.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64))])
    html = finished(empty_site, answer.headers["location"])
    assert "holiday.png" in html
    assert "sayso-" not in html.replace("/static/sayso-", "")


@pytest.mark.parametrize("published", ["soon", "2031-13-01"])
def test_a_day_that_is_none_adds_nothing(empty_site: Site, published: str) -> None:
    answer = empty_site.post("/add", files=[("files", ("a.md", REPORT))], published=published)
    assert answer.status_code == 400


def test_no_file_is_said(empty_site: Site) -> None:
    assert "no file was given" in empty_site.post("/add").text
