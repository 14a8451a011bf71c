"""What changed, as feeds for readers of news: RSS 2.0 and JSON Feed 1.1, of the same entries."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Any

import msgspec

from sayso.model import News
from sayso.model.ids import digest

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_ENTRIES = 200
LONGEST_TITLE_CHARS = 120
JSON_FEED = "https://jsonfeed.org/version/1.1"
UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, "Char"
LABELS = {
    "correction": "Corrected", "denial": "Denied", "origin": "New origin", "status": "Stands otherwise",
    "outcome": "What came of it", "due": "Fell due", "record": "Record", "document": "New document",
}  # fmt: skip


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One change as it was told at a moment (ISO 8601). `url` is where a document that brought it is printed.

    `rests_on` are the ids of all documents whose words are in it: without one of them it is told no more.
    """

    id: str
    at: str
    news: News
    url: str | None = None
    rests_on: tuple[str, ...] = ()


def entry_id(news: News) -> str:
    """The id of a change, a `urn:uuid:`: the same change has the same on every machine."""
    about = (news.kind, news.claim, news.expectation, news.source, news.after, news.before)
    seed = digest("n", (*about, *sorted(news.statements), *sorted(news.documents)))
    return _urn(seed)


def newest(entries: Sequence[Entry], more: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries with `more` put in front of them, each id once, as first told; at most 200."""
    known = {one.id for one in entries}
    fresh = {one.id: one for one in more if one.id not in known}
    return (*fresh.values(), *entries)[:MOST_ENTRIES]


def title_of(news: News) -> str:
    """One line for a list of entries: the kind and what it is about, cut at a word."""
    line = f"{LABELS[news.kind]}: {' '.join(news.about.split())}"
    if len(line) <= LONGEST_TITLE_CHARS:
        return line
    cut = line[:LONGEST_TITLE_CHARS]
    return f"{cut.rpartition(' ')[0] or cut} …"


def as_rss(entries: Sequence[Entry], title: str) -> bytes:
    """The entries as RSS 2.0 in UTF-8, the newest first; one without items for none.

    Readers take titles and descriptions for HTML, so that what is printed in them is escaped twice.
    """
    from xml.etree.ElementTree import Element, SubElement, tostring

    rss = Element("rss", version="2.0")
    channel = SubElement(rss, "channel")
    _child(channel, "title", escape(title, quote=False))
    _child(channel, "link", _urn(title))
    _child(channel, "description", escape(f"What changed: {title}", quote=False))
    _child(channel, "generator", "sayso")
    if entries:
        _child(channel, "lastBuildDate", _mail_date(entries[0].at))
    for one in entries:
        item = SubElement(channel, "item")
        _child(item, "title", escape(title_of(one.news), quote=False))
        if one.url:
            _child(item, "link", one.url)
        _child(item, "description", f"<p>{escape(one.news.about)}</p><p>{escape(one.news.text)}</p>")
        _child(item, "category", one.news.kind)
        _child(item, "guid", one.id).set("isPermaLink", "false")
        _child(item, "pubDate", _mail_date(one.at))
    return bytes(tostring(rss, encoding="utf-8", xml_declaration=True)) + b"\n"


def as_json_feed(entries: Sequence[Entry], title: str) -> bytes:
    """The entries as a JSON Feed 1.1, the newest first; `_sayso` of each has the whole change."""
    feed = {
        "version": JSON_FEED, "title": title, "description": f"What changed: {title}",
        "items": [_item(one) for one in entries],
    }  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(feed), indent=1) + b"\n"


def _item(one: Entry) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": one.id, "title": title_of(one.news), "content_text": f"{one.news.about}\n\n{one.news.text}",
        "date_published": one.at, "tags": [one.news.kind], "_sayso": one.news,
    }  # fmt: skip
    return found | ({"url": one.url} if one.url else {})


def _child(parent: Element, name: str, text: str) -> Element:
    from xml.etree.ElementTree import SubElement

    child = SubElement(parent, name)
    child.text = UNPRINTABLE.sub("\ufffd", text)
    return child


def _mail_date(at: str) -> str:
    """A moment as mails write it (RFC 822 as RSS asks for it)."""
    from email.utils import format_datetime

    return format_datetime(datetime.fromisoformat(at))


def _urn(seed: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"sayso:{seed}").urn
