"""The search: documents with the words marked where they stand, and the claims that hold them."""

import pytest

from sayso.model import Hit, Span
from sayso.pipeline import ClaimQuery, Ledger
from sayso.show.excerpts import marked_excerpt
from sayso.web.pages import search
from tests.web.site import Site, links


def hit(excerpt: str, *marks: tuple[int, int]) -> Hit:
    return Hit(
        document="d:1", title=None, publisher=None, published=None, excerpt=excerpt,
        marks=tuple(Span(*mark) for mark in marks), span=Span(0, len(excerpt)),
    )  # fmt: skip


def documents(html: str) -> list[str]:
    return [one.removeprefix("/documents/").partition("?")[0] for one in links(html, "/documents/d:")]


def test_documents_are_found_newest_first_with_their_words_marked(site: Site) -> None:
    html = site.get("/search", q="Osric")
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        assert documents(html) == [one.document for one in ledger.search("Osric", limit=0)]
    assert "<mark>Osric</mark>" in html


def test_claims_that_hold_the_words_stand_beside_them(site: Site) -> None:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        found = ledger.claims(ClaimQuery(words="drowned", limit=0), weighed=False).claims
    assert links(site.get("/search", q="drowned"), "/claims/c:") == [f"/claims/{one.id}" for one in found]


def test_more_documents_stand_behind_the_cursor(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    every = documents(site.get("/search", q="Osric"))
    monkeypatch.setattr(search, "ROWS", 1)
    found = [documents(site.get("/search", q="Osric", after=start)) for start in range(len(every))]
    assert [one for page in found for one in page] == every
    assert 'rel="next"' not in site.get("/search", q="Osric", after=len(every) - 1)


@pytest.mark.parametrize(
    "q", ['"', "AND OR NOT", "((", "*", "a:b", "ferry NEAR/2", "\u202e", "'; DROP", "<b>x</b>"]
)
def test_whatever_is_typed_is_a_good_search_and_stays_text(site: Site, q: str) -> None:
    html = site.get("/search", q=q)
    assert "<b>x</b>" not in html
    assert html.count("<h1") == 1


def test_an_earlier_day_finds_only_what_was_published_then(site: Site) -> None:
    html = site.get("/search", q="Osric", as_of="2031-04-02")
    assert 0 < len(documents(html)) < len(documents(site.get("/search", q="Osric")))
    assert all("as_of=2031-04-02" in one for one in links(html, "/claims/"))


def test_nothing_asked_teaches_how_to_ask(site: Site) -> None:
    assert "What to look for" in site.get("/search")
    assert "No document holds" in site.get("/search", q="zeppelin")


def test_an_excerpt_is_whole_and_its_marks_are_escaped_text() -> None:
    found = marked_excerpt(hit("a <b> ship & more", (2, 5), (6, 10))).html
    assert found == "a <mark>&lt;b&gt;</mark> <mark>ship</mark> &amp; more"
    assert marked_excerpt(hit("one two", (0, 5), (4, 7))).html == "<mark>one t</mark>wo"
