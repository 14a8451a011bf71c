"""Two texts beside each other: all of both, what changed between versions, what a copy shares."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from sayso.pipeline import Ledger
from tests.web.site import Site, links

HEAD = "---\ntitle: {title}\npublisher: {publisher}\npublished: {day}\n{url}---\n"
STORY = (
    "The Harbour Office said on Monday that {number} passengers drowned when the ferry "
    "Saint Osric sank off Port Arless.\n\n"
    "A clerk said that the captain had told the inquiry that the radio was silent all night.\n"
)
EVIL = "<script>alert(1)</script> The port was shut & empty, the Office said. \u202e\n"


@pytest.fixture
def paged(tmp_path: Path) -> Iterator[Site]:
    """A page captured twice, a copy of it, and a hostile text."""
    url = "url: https://norland.example/ferry\n"
    texts = {
        "one": HEAD.format(title="Ferry", publisher="Norland Wire", day="2031-04-08", url=url)
        + STORY.format(number="nine"),
        "two": HEAD.format(title="Ferry", publisher="Norland Wire", day="2031-04-09", url=url)
        + STORY.format(number="eleven") + "\nThe embassy of Norland declined to comment.\n",
        "copy": HEAD.format(title="Copy", publisher="Port Post", day="2031-04-10", url="")
        + STORY.format(number="nine") + "\nThe quay was empty.\n",
        "evil": HEAD.format(title="<b>Evil</b>", publisher="<i>Post</i>", day="2031-04-11", url="") + EVIL,
    }  # fmt: skip
    for name, text in texts.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    with Ledger(tmp_path / "v.db") as ledger:
        for name in texts:
            list(ledger.add(str(tmp_path / f"{name}.md"), rules=True))
    found = Site(tmp_path / "v.db")
    yield found
    found.close()


def ids(site: Site) -> dict[str, str]:
    """The documents by the stem of their file."""
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        return {Path(row.input).stem: row.id for row in ledger.documents()}


def text_of(site: Site, id: str) -> str:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        return ledger.document(id).text


def shown(html: str) -> list[str]:
    """The two texts on the page, without marks."""
    found = re.findall(r'<div class="text"[^>]*>(.*?)</div></section>', html, re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", one)) for one in found]


def test_every_character_of_both_versions_is_shown_with_what_changed(paged: Site) -> None:
    every = ids(paged)
    html = paged.get(f"/documents/{every['two']}/versions")
    assert shown(html) == [text_of(paged, every["one"]), text_of(paged, every["two"])]
    assert re.search(r"<del>nine\s*</del>", html)
    assert re.search(r"<ins>eleven\s*</ins>", html)
    assert ">Changed</span>" in html
    assert ">New</span>" in html


def test_two_versions_are_chosen_in_the_address(paged: Site) -> None:
    every = ids(paged)
    html = paged.get(f"/documents/{every['two']}/versions", before=every["two"], after=every["one"])
    assert shown(html) == [text_of(paged, every["two"]), text_of(paged, every["one"])]
    answer = paged.client.get(f"/documents/{every['two']}/versions", params={"before": every["copy"]})
    assert answer.status_code == 400


def test_a_page_that_was_captured_once_teaches_what_stands_here(paged: Site) -> None:
    assert "Captured once" in paged.get(f"/documents/{ids(paged)['copy']}/versions")
    html = paged.get(f"/documents/{ids(paged)['one']}/versions", as_of="2031-04-08")
    assert "Captured once" in html


def test_a_copy_stands_beside_its_original_with_the_shared_passages_marked(paged: Site) -> None:
    every = ids(paged)
    html = paged.get(f"/documents/{every['copy']}/beside/{every['one']}")
    assert shown(html) == [text_of(paged, every["copy"]), text_of(paged, every["one"])]
    marks = [unescape(one) for one in re.findall(r"<mark>(.*?)</mark>", html, re.DOTALL)]
    assert any("passengers drowned when the ferry" in one for one in marks)
    assert not any("The quay was empty" in one for one in marks)


def test_the_reader_leads_to_versions_and_copies(paged: Site) -> None:
    every = ids(paged)
    assert links(paged.get(f"/documents/{every['two']}"), f"/documents/{every['two']}/versions")


def test_hostile_texts_and_titles_are_text(paged: Site) -> None:
    every = ids(paged)
    html = paged.get(f"/documents/{every['evil']}/beside/{every['one']}")
    assert "<script>alert" not in html
    assert "<b>Evil" not in html
    assert "<i>Post" not in html
    assert shown(html)[0] == text_of(paged, every["evil"])


def test_a_text_that_is_not_there_is_said(paged: Site) -> None:
    every = ids(paged)
    assert paged.client.get(f"/documents/{every['one']}/beside/d:none").status_code == 404
    path = f"/documents/{every['one']}/beside/{every['evil']}"
    assert paged.client.get(path, params={"as_of": "2031-04-09"}).status_code == 404
