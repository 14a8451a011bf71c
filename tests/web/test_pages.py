"""What every page promises: it answers, leads nowhere but here, and says what is wrong."""

import re
from urllib.parse import quote

import pytest

from sayso.web.pages import start
from tests.web.site import Site, links

PATHS = (
    "/", "/documents", "/claims", "/sources", "/expectations", "/timeline", "/search", "/search?q=ferry",
    "/dossier", "/dossier?subject=ferry", "/export", "/export?subject=ferry", "/log", "/review",
    "/review?kind=readings", "/check", "/calibration",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_page_loads_nothing_from_elsewhere_and_has_no_inline_script(site: Site, path: str) -> None:
    html = site.get(path)
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', html)
    assert not re.findall(r"<script(?![^>]*\bsrc=)", html)
    assert not re.findall(r'<[^>]+\s(?:style|on\w+)="', html)
    assert html.count("<h1") == 1


def test_a_new_ledger_teaches_how_to_begin(empty_site: Site) -> None:
    html = empty_site.get("/")
    assert "This ledger is empty" in html
    assert 'type="file"' in html


def test_what_is_not_there_is_said_on_a_page(site: Site) -> None:
    for path in ("/documents/d:none", "/nowhere", "/jobs/none"):
        answer = site.client.get(path)
        assert (answer.status_code, "Nothing was changed" in answer.text) == (404, True)


def test_a_day_that_is_none_is_told_and_not_guessed(site: Site) -> None:
    answer = site.client.get("/documents", params={"as_of": "last week"})
    assert answer.status_code == 400
    assert "as_of takes a day like" in answer.text


def test_as_of_goes_along_from_page_to_page(site: Site) -> None:
    html = site.get("/documents", as_of="2031-04-02")
    assert all("as_of=2031-04-02" in one for one in links(html, "/documents/"))
    assert len(links(html, "/documents/")) < len(links(site.get("/documents"), "/documents/"))


@pytest.mark.parametrize(
    "path", ["/", "/claims?words=ferry&after=0", "/expectations", "/dossier?subject=ferry"]
)
def test_any_page_can_be_seen_as_of_another_day_and_keeps_what_was_asked(site: Site, path: str) -> None:
    form = site.get(path).partition('id="day"')[2].partition("</form>")[0]
    assert 'type="date" name="as_of"' in form
    assert ('value="ferry"' in form) == ("ferry" in path)
    assert 'name="after"' not in form


def test_what_was_not_there_on_a_day_leads_to_what_is_there_now(site: Site) -> None:
    claim = links(site.get("/claims"), "/claims/c:")[0]
    answer = site.client.get(claim, params={"as_of": "1999-01-01"})
    assert answer.status_code == 404
    assert claim in links(answer.text, "/claims/")


def test_a_page_whose_address_is_a_name_leads_to_itself(site: Site) -> None:
    here = "/sources/what%3F%20%C3%A9"
    answer = site.client.get(here, params={"as_of": "1999-01-01"})
    assert links(answer.text, "/sources/") == [here]
    row = next(one for one in site.client.get("/api/sources").json()["items"] if " " in one["name"])
    path = f"/sources/{quote(row['name'])}"
    assert path in links(site.get(path, as_of="2032-01-01"), "/sources/")


def test_start_shows_the_changes_since_a_day(site: Site) -> None:
    html = site.get("/", since="2031-01-01")
    assert "What changed" in html
    assert links(html, "/claims/c:")


def test_what_is_new_of_a_kind_is_shown_whole_where_it_is_asked_for(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "MOST", 0)
    asked = {"since": "2031-01-01", "by": "published"}
    html = site.get("/", **asked)
    more = next(one for one in links(html, "/?") if "every=" in one)
    kind = more.partition("every=")[2].partition("&")[0]
    section = site.get(more).partition(f'class="news n-{kind}"')[2].partition("</section>")[0]
    assert section.count("<li>") == 1
    assert "more</a>" not in section
    assert "<code>" not in html


def test_the_start_page_weighs_less_than_60_kilobytes(site: Site) -> None:
    html = site.get("/", since="2031-01-01")
    assets = [site.client.get(one).content for one in re.findall(r'(?:href|src)="(/static/[^"]+)"', html)]
    assert len(assets) == 3
    assert len(html.encode()) + sum(map(len, assets)) < 60_000


def test_a_page_is_made_anew_once_something_is_written(own_site: Site) -> None:
    before = own_site.get("/log")
    assert own_site.get("/log") == before
    claim = own_site.client.get("/api/claims").json()["items"][0]["id"]
    own_site.post(f"/claims/{claim}/judge", what="word", word="likely", by="A", why="a note of the desk")
    assert "a note of the desk" in own_site.get("/log")


def test_what_one_visitor_chose_is_not_shown_to_another(site: Site) -> None:
    site.client.cookies.set("theme", "dark")
    assert 'data-theme="dark"' in site.get("/claims")
    site.client.cookies.delete("theme")
    assert 'data-theme="dark"' not in site.get("/claims")


def test_start_asks_before_it_looks_through_very_many_documents(
    own_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "MOST_COMPARED", 1)
    html = own_site.get("/", since="2031-01-01")
    assert "takes a while" in html
    assert "takes a while" not in own_site.get("/", since="2031-01-01", whole="on")
