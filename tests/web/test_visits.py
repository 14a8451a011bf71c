"""The start page tells what came since this browser was here last, and nobody but the browser knows when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sayso.pipeline import Ledger
from tests.web.site import Site

FIRST = datetime(2033, 6, 1, 9, 0, tzinfo=UTC)
OLD = """---
title: {title}
publisher: The Lantern
published: 1999-02-03
---
The Harbour Office said on Tuesday that the ferry Saint Osric would sail again in {month}.
"""
COOKIE = "sayso-8731-visit"


class Watched:
    """A site whose clock is moved by hand."""

    def __init__(self, path: Path) -> None:
        self.now = FIRST
        self.path = path
        self.site = Site(path, clock=lambda: self.now)

    def add(self, title: str, month: str = "May") -> None:
        file = self.path.with_name(f"{title}.md")
        file.write_text(OLD.format(title=title, month=month), encoding="utf-8")
        with Ledger(self.path, clock=lambda: self.now) as ledger:
            list(ledger.add(str(file), rules=True))

    def later(self, **time: int) -> None:
        self.now += timedelta(**time)

    def start(self, **query: str) -> str:
        return self.site.get("/", **query)


@pytest.fixture
def watched(own_copy: Path) -> Iterator[Watched]:
    found = Watched(own_copy)
    yield found
    found.site.close()


def test_a_first_visit_shows_the_last_week_of_reports(watched: Watched) -> None:
    assert "This browser was not here before." in watched.start()
    assert "This browser was not here before." in watched.start()


def test_what_was_published_long_ago_and_came_since_is_new(watched: Watched) -> None:
    watched.start()
    watched.later(days=1)
    watched.add("An old ferry")
    html = watched.start()
    assert "your last visit" in html
    assert "2033-06-01, 09:00 UTC" in html
    assert "1 document added" in html
    assert "An old ferry</a>" in html
    assert "A hearing at Quill</a>" not in html


def test_what_is_new_stays_for_the_visit_and_goes_with_the_next(watched: Watched) -> None:
    watched.start()
    watched.later(days=1)
    watched.add("An old ferry")
    assert "An old ferry</a>" in watched.start()
    watched.later(hours=2)
    assert "An old ferry</a>" in watched.start()
    watched.later(days=1)
    html = watched.start()
    assert "An old ferry</a>" not in html
    assert "Nothing was added" in html


def test_what_is_marked_as_seen_is_gone_at_once_and_what_came_meanwhile_is_not(watched: Watched) -> None:
    watched.start()
    watched.later(days=1)
    watched.add("An old ferry")
    upto = watched.start().split('name="upto" value="')[1].split('"')[0]
    watched.add("Another ferry", "June")
    answer = watched.site.post("/seen", upto=upto)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    html = watched.start()
    assert "An old ferry</a>" not in html
    assert "Another ferry</a>" in html


def test_marking_as_seen_needs_the_token_of_a_form(watched: Watched) -> None:
    watched.start()
    assert watched.site.client.post("/seen", headers={"origin": "http://127.0.0.1:8731"}).status_code == 403


def test_what_people_decided_since_is_told(watched: Watched) -> None:
    watched.start()
    watched.later(days=1)
    claim = watched.site.client.get("/api/claims").json()["items"][0]["id"]
    watched.site.post(
        f"/claims/{claim}/judge", what="word", word="likely", by="Ana", why="a note of <the> desk"
    )
    html = watched.start()
    assert "What people decided" in html
    assert "a note of &lt;the&gt; desk" in html
    assert "1 decision" in html


def test_a_day_goes_by_when_it_was_added_or_published_as_wanted(watched: Watched) -> None:
    watched.add("An old ferry")
    html = watched.start(since="2033-06-01")
    assert "An old ferry</a>" in html
    assert 'name="since" value="2033-06-01"' in html
    assert "An old ferry</a>" not in watched.start(since="2033-06-02")
    assert "An old ferry</a>" not in watched.start(since="2033-06-01", by="published")


def test_the_cookie_is_for_this_server_alone_and_no_script_sees_it(watched: Watched) -> None:
    answer = watched.site.client.get("/")
    (cookie,) = [one for one in answer.headers.get_list("set-cookie") if one.startswith(COOKIE)]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


@pytest.mark.parametrize(
    "broken",
    ["", "x", "~", "2033-06-01T09:00:00+00:00!1!000000000000", "9999-99-99T00:00:00+00:00!1!0123456789ab",
     "2033-06-01T09:00:00!1!0123456789ab", "!" * 4000,
     "2033-06-01T09:00:00+00:00!999999999999999!abcdefabcdef"],
)  # fmt: skip
def test_a_broken_cookie_or_one_of_another_ledger_is_a_first_visit(watched: Watched, broken: str) -> None:
    watched.site.client.cookies.set(COOKIE, broken)
    assert "This browser was not here before." in watched.start()


def test_a_page_as_of_a_day_leaves_no_cookie(watched: Watched) -> None:
    answer = watched.site.client.get("/", params={"as_of": "2031-04-06"})
    assert not [one for one in answer.headers.get_list("set-cookie") if one.startswith(COOKIE)]


def test_nothing_of_a_visit_is_kept_by_the_server(watched: Watched) -> None:
    with Ledger(watched.path, read_only=True) as ledger:
        before = ledger.state()
    watched.start()
    watched.site.post("/seen")
    with Ledger(watched.path, read_only=True) as ledger:
        assert ledger.state() == before
