"""Reading feeds: each entry is a document of the feed's publisher; links and markup are not trusted."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Problem
from sayso.ingest import Defaults, read_bytes
from sayso.ingest.feed import links_of
from sayso.model import Document
from tests.ingest.made_files import item, rss
from tests.ingest.pages import ENGLISH, GOVERNOR, TRADER, one, read, refused, whats

ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Lantern</title>
<entry><title>Shut</title><link href="https://lantern.example/1"/><updated>2031-05-17T01:00:00+09:00</updated>
<author><name>Ana Vell</name><email>ana@lantern.example</email></author>
<summary>Short.</summary><content type="html">&lt;p&gt;{GOVERNOR}&lt;/p&gt;</content></entry></feed>"""


def test_each_entry_is_a_document_of_the_feeds_publisher() -> None:
    feed = rss(item(body=f"<p>{GOVERNOR}</p><p>{TRADER}</p>"), item("Second", TRADER))
    first, second = read(feed, "feed.xml", Defaults())
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.input, second.input) == ("feed.xml!1", "feed.xml!2")
    assert first.text == f"{GOVERNOR}\n\n{TRADER}"
    assert (first.title, first.publisher, first.published) == ("Border shut", "The Lantern", "2031-05-17")
    assert (first.url, first.language) == ("https://lantern.example/1", "en")


def test_an_atom_entry_gives_its_content_day_and_author_without_address() -> None:
    document = one(ATOM, "a.xml", Defaults())
    assert (document.text, document.published, document.author) == (GOVERNOR, "2031-05-17", "Ana Vell")


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ana@lantern.example", None),
        ("ana@lantern.example (Ana Vell)", "Ana Vell"),
        ("Ana Vell &lt;ana@lantern.example&gt;", "Ana Vell"),
        ("Ana Vell", "Ana Vell"),
    ],
)
def test_an_author_has_a_name_and_no_address(printed: str, name: str | None) -> None:
    assert one(rss(item(more=f"<author>{printed}</author>")), "a.rss").author == name


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://u:p@lantern.example/"]
)
def test_a_link_that_does_not_lead_to_the_web_is_dropped(link: str) -> None:
    assert one(rss(item(link=link)), "a.rss").url is None


def test_markup_in_a_title_is_taken_away() -> None:
    title = "Shut &lt;img src=x onerror=alert(1)&gt;&lt;b&gt;now&lt;/b&gt;"
    document = one(rss(item(title)), "a.rss")
    assert document.title == "Shut now"


def test_hidden_and_struck_words_of_an_entry_are_left_out_and_said() -> None:
    body = f"<p>{GOVERNOR}</p><p style='font-size:0'>He denied it.</p><del>Ninety died.</del>"
    document = one(rss(item(body=body)), "a.rss")
    assert document.text == GOVERNOR
    assert "He denied it." in whats(document)
    assert "Ninety died." in whats(document)


def test_a_feed_is_told_by_its_looks() -> None:
    assert one(rss(item()), "-").publisher == "The Lantern"
    wide = rss(item()).decode().replace('"1.0"?', '"1.0" encoding="utf-16"?').encode("utf-16")
    assert one(wide, "a.xml").publisher == "The Lantern"


def test_a_feed_without_entries_is_a_problem() -> None:
    assert "no entries" in refused(rss(), "a.rss").what


def test_an_entry_without_words_has_failed() -> None:
    assert one(rss(item(body="")), "a.rss").status == "failed"


def test_entities_of_a_feed_are_not_blown_up() -> None:
    names = "abcdefg"
    steps = [f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names)]
    head = f'<!DOCTYPE rss [<!ENTITY a "ha">{"".join(steps)}]>'
    feed = rss(item(body="x")).decode().replace("<rss", f"{head}<rss").replace(">x<", ">&j;<")
    for found in read(feed, "a.rss"):
        assert isinstance(found, Problem) or len(found.text) < 1_000_000


def test_the_links_of_a_feed_are_its_web_addresses_once_each() -> None:
    links = (
        "https://lantern.example/1",
        "javascript:x",
        "https://lantern.example/2",
        "https://lantern.example/1",
    )
    assert links_of(rss(*(item(link=link) for link in links))) == (links[0], links[2])
    assert links_of(b"no feed") == ()


PIECES = st.sampled_from(
    [
        "<item>",
        "</item>",
        "<title>",
        "<![CDATA[",
        "]]>",
        "&lt;p&gt;",
        "<link>",
        "&#0;",
        "&#x1;",
        "<!--",
        "word ",
    ]
)


@given(st.lists(PIECES, max_size=20).map("".join), st.binary(max_size=20))
def test_any_feed_gives_documents_or_problems(inner: str, noise: bytes) -> None:
    found = list(read_bytes(rss(inner) + noise, "a.rss", ENGLISH))
    assert found
    assert all(isinstance(one_found, Document | Problem) for one_found in found)
