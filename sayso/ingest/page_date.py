"""When a page says that it was published: its metadata, else its marked dates; never a guess."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import msgspec

from sayso.ingest.dates import iso_date

NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published",
    "citation_publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date",
    "dc.date", "pubdate", "publishdate", "publish_date", "publish-date", "published", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
ARTICLES = ("article", "posting", "report", "webpage", "creativework")
MARKED = (
    "//time[not(ancestor::aside or ancestor::nav or ancestor::footer)] | //abbr[@title] |"
    " //*[self::p or self::span or self::div or self::li][string-length(normalize-space(.)) < 80 and"
    " (contains(@class, 'date') or contains(@class, 'publish') or contains(@id, 'date'))]"
    "[not(ancestor::aside or ancestor::nav or ancestor::footer)]"
)
LATEST = "2100-01-01"  # fixed, so that no clock decides what a page says
MOST_NODES = 2_000


def page_date(tree: Any, url: str | None) -> str | None:
    """The ISO date of publication that the page itself states, or None.

    In this order: meta elements, JSON-LD, and what htmldate finds in the page's address and in
    its marked dates (`time`, elements of a class named for dates). Free text is not searched.
    """
    return _meta_date(tree) or _linked_date(tree) or _marked_date(tree, url)


def _meta_date(tree: Any) -> str | None:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        day = iso_date(meta.get("content") or "")
        if day:
            found.setdefault(name.strip().lower(), day)
    return next((found[name] for name in NAMES if name in found), None)


def _linked_date(tree: Any) -> str | None:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = msgspec.json.decode((script.text or "").strip())
        except (msgspec.DecodeError, RecursionError, ValueError):
            continue
        for node in _articles(data):
            value = node.get("datePublished")
            day = iso_date(value) if isinstance(value, str) else None
            if day:
                return day
    return None


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top and in @graph whose type is a kind of article."""
    nodes = data if isinstance(data, list) else [data]
    for node in nodes[:MOST_NODES]:
        if not isinstance(node, dict):
            continue
        kinds = str(node.get("@type", "")).lower()
        if any(kind in kinds for kind in ARTICLES):
            yield node
        graph = node.get("@graph")
        if isinstance(graph, list):
            yield from _articles([part for part in graph if isinstance(part, dict) and "@graph" not in part])


def _marked_date(tree: Any, url: str | None) -> str | None:
    from htmldate import find_date
    from lxml import html

    page = html.document_fromstring("<html><body><article></article></body></html>")
    for element in tree.xpath(MARKED)[:20]:
        marked = deepcopy(element)
        marked.tail = None
        page.find(".//article").append(marked)
    found = find_date(page, extensive_search=False, original_date=True, max_date=LATEST, url=url)
    return iso_date(found or "")
