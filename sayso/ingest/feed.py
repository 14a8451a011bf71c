"""RSS and Atom: each entry is a document, published by the feed; nothing is fetched."""

import io
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sayso.errors import Problem, UnreadableInput
from sayso.ingest.caps import Caps
from sayso.ingest.dates import iso_date
from sayso.ingest.defaults import Defaults, plain
from sayso.ingest.extract import Extract
from sayso.ingest.html import extract_fragment
from sayso.ingest.piece import Piece, inside
from sayso.ingest.urls import web_url

ADDRESS = re.compile(r"(?:mailto:)?[^\s@()<>]{1,64}@[^\s@()<>]{1,255}")
ENTRY = re.compile(rb"<(item|entry)[\s>]")
MARKUP = ("text/html", "application/xhtml+xml")


def extract_feed(piece: Piece, caps: Caps) -> Iterator[Extract | Problem]:
    """An extract for each entry, in the order of the feed: its content, else its summary.

    Title and author are kept as text without markup or addresses, the link only where it leads
    to the web. `feed.xml!3` is the third entry. What is no feed, or an empty one, is a Problem.
    """
    try:
        feed = _parsed(piece.data)
    except Exception as error:  # feedparser fails on hostile XML in many ways
        what = f"the feed could not be taken apart ({type(error).__name__})"
        yield Problem(where=piece.name, what=what, hint="open it in a feed reader")
        return
    if not feed.entries:
        what = "the feed has no entries" if feed.get("version") else "this is XML that is no feed"
        yield Problem(where=piece.name, what=what, hint="give its pages as .html")
        return
    common = Defaults(publisher=_text(feed.feed, "title"), language=_language(feed.feed))
    originals = _originals(piece.data, len(feed.entries))
    for number, entry in enumerate(feed.entries[: caps.members], start=1):
        found = _extract(entry, inside(piece.name, str(number)), common)
        if originals and isinstance(found, Extract):
            found = replace(found, original=originals[number - 1], media_type="application/xml")
        yield found


def _originals(data: bytes, count: int) -> list[bytes]:
    """The bytes of each entry as they stand in the feed; [] where they cannot be told one by one."""
    found: list[bytes] = []
    at = 0
    while match := ENTRY.search(data, at):
        closing = b"</" + match[1] + b">"
        end = data.find(closing, match.end())
        if end < 0:
            break
        at = end + len(closing)
        part = data[match.start() : at]
        if part.count(b"<![CDATA[") != part.count(b"]]>"):
            return []  # the closing stands in quoted text
        found.append(part)
    return found if len(found) == count else []


def links_of(data: bytes) -> tuple[str, ...]:
    """The web addresses that the entries of a feed lead to, in its order, each once; () for no feed."""
    try:
        entries = _parsed(data).entries
    except Exception:  # the same
        return ()
    return tuple(dict.fromkeys(url for entry in entries if (url := web_url(entry.get("link")))))


def _parsed(data: bytes) -> Any:
    """What feedparser makes of bytes. Never a string: it would take one for a file or an address."""
    import feedparser

    return feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)


def _extract(entry: Any, where: str, common: Defaults) -> Extract | Problem:
    markup, is_markup = _body(entry)
    try:
        found = extract_fragment(markup, where) if is_markup else Extract(text=markup.strip(), input=where)
    except UnreadableInput as error:
        return error.problem
    said = Defaults(
        title=_text(entry, "title"),
        publisher=common.publisher,
        published=_day(entry),
        author=_author(entry),
        language=_language(entry) or common.language,
        url=web_url(entry.get("link")),
    )
    return Extract(
        text=found.text,
        input=where,
        said=said,
        problems=found.problems,
        captions=found.captions,
        unseen=found.unseen,
        partial=found.partial,
        original=markup.encode("utf-8", "replace"),
        media_type="text/html" if is_markup else "text/plain",
    )


def _body(entry: Any) -> tuple[str, bool]:
    """The longest content of an entry, else its summary; and whether it is markup."""
    parts = [part for part in entry.get("content", []) if part.get("value")]
    if entry.get("summary_detail", {}).get("value"):
        parts.append(entry["summary_detail"])
    if not parts:
        return "", False
    best = max(parts, key=lambda part: len(part["value"]))
    value = str(best["value"])
    return value, best.get("type") in MARKUP or "</" in value


def _text(holder: Any, name: str) -> str | None:
    """A field as text on one line; markup in it is taken away, not kept as text."""
    value = holder.get(name)
    if not isinstance(value, str) or not value.strip():
        return None
    kind = holder.get(f"{name}_detail", {}).get("type")
    if kind in MARKUP and "<" in value:
        try:
            value = extract_fragment(value, name).text
        except UnreadableInput:
            return None
    return plain(value) or None


def _author(entry: Any) -> str | None:
    """The name of the author without any address; None where only an address is given."""
    name = ADDRESS.sub(" ", plain(str(entry.get("author") or "")))
    return " ".join(re.sub(r"[()<>]", " ", name).split()) or None


def _day(entry: Any) -> str | None:
    """The day of publication as printed, else as parsed (UTC); the last change where there is no other."""
    for field in ("published", "updated"):
        day = iso_date(str(entry.get(field) or ""))
        parsed: time.struct_time | None = entry.get(f"{field}_parsed")
        if day is None and parsed is not None:
            day = time.strftime("%Y-%m-%d", parsed)
        if day is not None:
            return day
    return None


def _language(holder: Any) -> str | None:
    value = holder.get("language") or holder.get("title_detail", {}).get("language")
    return plain(str(value)) if value else None
