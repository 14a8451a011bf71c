"""Feeds of changes: valid, escaped, with ids that stay."""

import json
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

from sayso.model import News
from sayso.show.feeds import MOST_ENTRIES, Entry, as_json_feed, as_rss, entry_id, newest, title_of

AT = "2031-07-01T06:00:00+00:00"
HOSTILE = "<script>alert(1)</script> & \x07 \ud800 ]]> ‮"


def entry(about: str = "that the road was shut", url: str | None = None) -> Entry:
    text = "It is denied, in Radio Hest."
    news = News(kind="denial", text=text, about=about, claim="c:1", statements=("s:1",))
    return Entry(id=entry_id(news), at=AT, news=news, url=url)


def test_an_rss_feed_has_what_readers_need() -> None:
    root = ElementTree.fromstring(as_rss([entry(url="https://hest.example/a")], "sayso: harbour"))
    channel = root.find("channel")
    assert root.get("version") == "2.0"
    assert channel is not None
    assert [channel.findtext(name) for name in ("title", "description")] == [
        "sayso: harbour", "What changed: sayso: harbour",
    ]  # fmt: skip
    assert channel.findtext("link")
    guid = channel.find("item/guid")
    assert guid is not None
    assert guid.get("isPermaLink") == "false"
    assert channel.findtext("item/link") == "https://hest.example/a"
    assert parsedate_to_datetime(channel.findtext("item/pubDate") or "").isoformat() == AT


def test_a_json_feed_is_of_version_1_1_and_has_the_whole_change() -> None:
    feed = json.loads(as_json_feed([entry()], "sayso: harbour"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    (item,) = feed["items"]
    assert item["content_text"].startswith("that the road was shut\n")
    assert item["date_published"] == AT
    assert item["_sayso"]["claim"] == "c:1"
    assert "url" not in item


def test_markup_that_was_printed_is_text_in_a_reader_that_shows_html() -> None:
    data = as_rss([entry(about=HOSTILE)], HOSTILE.replace("\ud800", ""))
    item = ElementTree.fromstring(data).find("channel/item")
    assert item is not None
    for name in ("title", "description"):
        assert "&lt;script&gt;" in (item.findtext(name) or "")
        assert "<script>" not in (item.findtext(name) or "")
    assert b"\x07" not in data


def test_a_feed_without_entries_is_a_feed() -> None:
    assert ElementTree.fromstring(as_rss([], "a")).find("channel/item") is None
    assert json.loads(as_json_feed([], "a"))["items"] == []


def test_the_same_change_has_the_same_id_and_another_has_another() -> None:
    assert entry().id == entry().id
    assert entry().id.startswith("urn:uuid:")
    assert entry_id(News(kind="denial", text="", about="", claim="c:2")) != entry().id


def test_the_newest_entries_stand_first_each_once_and_the_oldest_go() -> None:
    old = [Entry(id=str(n), at=AT, news=entry().news) for n in range(MOST_ENTRIES)]
    made = newest(old, [entry(), entry(), old[5]])
    assert len(made) == MOST_ENTRIES
    assert [one.id for one in made[:2]] == [entry().id, "0"]


def test_a_title_is_one_line_cut_at_a_word() -> None:
    title = title_of(entry(about="road " * 100 + "\n").news)
    assert title.startswith("Denied: road road")
    assert title.endswith("road …")
    assert len(title) <= 123
