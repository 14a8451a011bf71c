"""One self-contained page: the article with its statements marked, and who stands behind each."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from sayso.model import Document, Statement
from sayso.show.grouping import facets, knowing, sentence, summary
from sayso.show.page_article import article
from sayso.show.page_cards import panel
from sayso.show.page_head import page_head, raw
from sayso.show.page_markup import Child, Markup, element
from sayso.show.page_spans import Entry, entries
from sayso.show.page_style import style as style_of
from sayso.show.report_characters import shown
from sayso.show.report_words import imprint

Pair = tuple[Document, Sequence[Statement]]

FILTERS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("hearsay", "Hearsay", frozenset({"hearsay"})),
    ("denial", "Denials", frozenset({"denial"})),
    ("ahead", "Promises and forecasts", frozenset({"promise", "forecast", "demand", "due"})),
    ("anonymous", "Anonymous sources", frozenset({"anonymous"})),
    ("inference", "Inference", frozenset({"inference"})),
    ("uncertain", "Uncertain", frozenset({"hedged", "uncertain", "unconfirmed", "decline"})),
    ("author", "Author’s own voice", frozenset({"author"})),
)
LEGEND: tuple[tuple[str, str], ...] = (
    ("m src", "who says it"),
    ("m cue", "words that attribute"),
    ("m k-stated", "stated"),
    ("m k-hedged", "hedged or open"),
    ("m k-denied", "denied"),
    ("m k-heard", "hearsay"),
    ("m k-own", "no line: the author’s own voice"),
    ("m k-stated deep", "inside another statement"),
)
SHEETS = ("paper.css", "marks.css", "page.css")
KEYS: tuple[tuple[str, str], ...] = (
    ("j", "next statement"),
    ("k", "previous statement"),
    ("Enter", "from the text to the card, and back"),
    ("f", "filters"),
    ("t", "light or dark"),
    ("?", "this sheet"),
    ("Esc", "close"),
)


def page(pairs: Sequence[Pair]) -> str:
    """HTML of all documents on one page, with nothing loaded from anywhere.

    Style and script stand inline and are named by their hashes in the content security policy;
    without the script all is readable, and a number leads to its card. A page without documents
    says so. Text is escaped in `page_markup` alone.
    """
    taken: set[str] = set()
    read = [(pair[0], entries(pair[1], n, taken)) for n, pair in enumerate(pairs, start=1)]
    title = (pairs[0][0].title or pairs[0][0].input) if len(pairs) == 1 else f"{len(pairs)} documents"
    body = element("body", _top(read), *_main(read), _keys(), raw("script", _asset("page.js")))
    head = page_head(f"{shown(title)} · sayso", sheet(), _asset("page.js"))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en').html}\n"


@cache
def sheet() -> str:
    """The style of a page that stands alone."""
    return "\n".join(style_of(name) for name in SHEETS)


@cache
def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _top(read: Sequence[tuple[Document, tuple[Entry, ...]]]) -> Markup:
    found = [entry for _, some in read for entry in some]
    buttons = (
        element("button", "Light or dark", type="button", id="theme"),
        element("button", "Keyboard", type="button", id="help"),
    )
    return element(
        "header",
        element("p", "sayso", element("span", "On whose say-so?"), class_="brand"),
        element("div", *buttons, class_="buttons scripted"),
        filters(found) if found else Markup(""),
        class_="top",
    )


def filters(found: Sequence[Entry]) -> Markup:
    """Boxes that hide what is not wanted, each with its number; empty markup where there is nothing."""
    kinds = [facets(entry.statement) for entry in found]
    boxes = []
    for name, label, wanted in FILTERS:
        number = sum(bool(some & wanted) for some in kinds)
        if number:
            box = element("input", type="checkbox", name=name, value=" ".join(sorted(wanted)))
            boxes.append(element("label", box, f"{label} ", element("b", str(number))))
    if not boxes:
        return Markup("")
    status = element("output", f"{len(found)} of {len(found)} shown", id="status", aria_live="polite")
    legend = element("legend", "Show only")
    return element("fieldset", legend, *boxes, status, id="filters", class_="scripted")


def _main(read: Sequence[tuple[Document, tuple[Entry, ...]]]) -> Iterator[Markup]:
    if not read:
        yield element("main", element("p", "No documents.", class_="empty"))
        return
    parts: list[Child] = [_contents(read)] if len(read) > 1 else []
    parts += [_section(document, found, n) for n, (document, found) in enumerate(read, start=1)]
    yield element("main", *parts)


def _contents(read: Sequence[tuple[Document, tuple[Entry, ...]]]) -> Markup:
    rows = []
    for number, (document, found) in enumerate(read, start=1):
        link = element("a", document.title or document.input, href=f"#document-{number}", dir="auto")
        counts = summary([entry.statement for entry in found])
        about = f"{document.publisher or 'publisher unknown'} · {sentence(counts)}"
        rows.append(element("li", link, element("span", about)))
    total = summary([entry.statement for _, found in read for entry in found])
    line = element("p", f"{len(read)} documents: {sentence(total)}.", class_="total")
    return element("nav", element("h2", "Documents"), line, element("ol", *rows), class_="contents")


def _section(document: Document, found: tuple[Entry, ...], number: int) -> Markup:
    counts = summary([entry.statement for entry in found])
    line = sentence(counts)
    head: list[Child] = [
        element("h1", document.title or document.input, dir="auto"),
        element("p", " · ".join(imprint(document)), class_="imprint"),
        element("p", f"{line[0].upper()}{line[1:]}. ", element("span", knowing(counts)), class_="summary"),
        *_problems(document),
    ]
    side = element("aside", element("h2", "Who says what"), panel(found), aria_label="Statements by source")
    return element(
        "section",
        element("div", *head, class_="head"),
        legend() if found else Markup(""),
        element("div", element("article", article(document, found)), side, class_="columns"),
        class_="document",
        id=f"document-{number}",
    )


def legend() -> Markup:
    """What the marks mean."""
    samples = (element("li", element("span", words, class_=names)) for names, words in LEGEND)
    return element("ul", *samples, class_="legend", aria_label="Legend")


def _problems(document: Document) -> Iterator[Markup]:
    if document.status != "ok":
        yield element("p", f"This document is {document.status}.", class_="problem")
    for problem in document.problems:
        hint = f" ({problem.hint})" if problem.hint else ""
        yield element("p", f"{problem.what}{hint}", class_="problem")


def _keys() -> Markup:
    rows = (element("div", element("dt", element("kbd", key)), element("dd", what)) for key, what in KEYS)
    single = element("input", type="checkbox", id="single", checked=True)
    return element(
        "dialog",
        element("h2", "Keyboard", id="keys-title"),
        element("dl", *rows),
        element("label", single, "Keys without Ctrl or Alt are on"),
        element("button", "Close", type="button", id="keys-close"),
        id="keys",
        aria_labelledby="keys-title",
    )
