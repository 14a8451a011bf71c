"""The named sources, and the page of one: line over time, contradictions, relays; never an anonymous one."""

from collections.abc import Iterator

import pytest

from sayso.pipeline import Ledger
from tests.web.site import Site, links

HEAD = "---\ntitle: {title}\npublisher: {publisher}\npublished: {day}\n---\n"
REPORTS = (
    ("Aid", "Norland Wire", "2031-03-01",
     "The Grain Board of Velmark said that 500 tonnes of barley would reach the port of Quill in May."),
    ("Aid again", "Radio Hest", "2031-03-09",
     "The Grain Board of Velmark said that 300 tonnes of barley would reach the port of Quill in June."),
    ("Ferry", "Norland Wire", "2031-04-02",
     "The Harbour Office of Velmark said that nine passengers drowned when the ferry Osric sank off Quill."),
    ("No ferry", "Velmark Gazette", "2031-04-03",
     "The Ministry of Waters denied that nine passengers drowned when the ferry Osric sank off Quill."),
    ("Whisper", "Norland Wire", "2031-04-04",
     'A senior official said that "the Saint Osric was overloaded".'),
    ("<b>Bold", "Norland <i>Wire", "2031-04-05", "Tessa <script>Vorn said that the Saint Osric was sound."),
)  # fmt: skip


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("sources")
    for number, (title, publisher, day, text) in enumerate(REPORTS):
        head = HEAD.format(title=f"'{title}'", publisher=f"'{publisher}'", day=day)
        (folder / f"{number}.md").write_text(head + text, encoding="utf-8")
    with Ledger(folder / "s.db") as ledger:
        list(ledger.add(*map(str, sorted(folder.glob("*.md"))), rules=True))
    found = Site(folder / "s.db")
    yield found
    found.close()


def source_of(site: Site, name: str) -> str:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        return next(row.id for row in ledger.sources() if name in row.name)


def test_named_sources_are_listed_and_anonymous_ones_are_not(spoken: Site) -> None:
    html = spoken.get("/sources")
    assert "Grain Board" in html
    assert "senior official" not in html


def test_an_anonymous_source_has_no_page(spoken: Site) -> None:
    assert spoken.client.get("/sources/a senior official").status_code == 404
    assert spoken.client.get("/sources/senior official").status_code == 404


def test_sources_are_found_by_kind_and_name(spoken: Site) -> None:
    assert len(links(spoken.get("/sources", words="grain BOARD"), "/sources/n:")) == 1
    assert not links(spoken.get("/sources", kind="expert"), "/sources/n:")
    assert "No source fits" in spoken.get("/sources", kind="expert")
    assert spoken.client.get("/sources", params={"kind": "spy"}).status_code == 400
    assert spoken.client.get("/sources", params={"sort": "best"}).status_code == 400


@pytest.mark.parametrize("sort", ["statements", "denials", "promises", "newest", "name"])
def test_each_order_lists_the_same_sources(spoken: Site, sort: str) -> None:
    every = links(spoken.get("/sources"), "/sources/n:")
    assert sorted(links(spoken.get("/sources", sort=sort), "/sources/n:")) == sorted(every)


def test_a_line_over_time_marks_the_words_that_changed(spoken: Site) -> None:
    html = spoken.get(f"/sources/{source_of(spoken, 'Grain Board')}")
    assert "Their line over time" in html
    assert "<del>500 </del><ins>300</ins> tonnes of barley" in html
    assert "<del>May</del>" in html.replace("May </del>", "May</del>")
    assert "<ins>June</ins>" in html


def test_whom_a_source_contradicts_is_told_from_both_sides(spoken: Site) -> None:
    ministry, office = source_of(spoken, "Ministry of Waters"), source_of(spoken, "Harbour Office")
    html = spoken.get(f"/sources/{ministry}")
    assert "They deny what others say" in html
    assert f"/sources/{office}" in html
    html = spoken.get(f"/sources/{office}")
    assert "Others deny what they say" in html
    assert f"/sources/{ministry}" in html


def test_promises_and_relays_stand_on_the_page(spoken: Site) -> None:
    html = spoken.get(f"/sources/{source_of(spoken, 'Grain Board')}")
    assert links(html, "/expectations/e:")
    relays = html[html.index('id="relays"') : html.index('id="statements"')]
    assert "Norland Wire" in relays
    assert "Radio Hest" in relays


def test_a_source_is_found_by_name_too(spoken: Site) -> None:
    assert spoken.get("/sources/grain board of velmark") == spoken.get("/sources/Grain Board of Velmark")


def test_an_earlier_day_shows_only_what_was_published_then(spoken: Site) -> None:
    id = source_of(spoken, "Grain Board")
    html = spoken.get(f"/sources/{id}", as_of="2031-03-05")
    assert "500 tonnes" in html
    assert "300" not in html
    assert spoken.client.get(f"/sources/{id}", params={"as_of": "2031-02-01"}).status_code == 404


def test_printed_names_stay_text(spoken: Site) -> None:
    for path in ("/sources", "/claims", "/timeline", "/expectations", "/search?q=osric"):
        html = spoken.get(path)
        assert "<i>Wire" not in html
        assert "<script>Vorn" not in html
