"""HTML: the main text that a reader sees, its captions, and what the page says of itself."""

import logging
import re
from typing import Any

from sayso.errors import Problem, UnreadableInput
from sayso.ingest.defaults import facts_of
from sayso.ingest.extract import Extract
from sayso.ingest.page_date import page_date
from sayso.ingest.page_text import MARKS, blocks_of, joined, mark_captions, marks_for
from sayso.ingest.unseen import cut_at, lines_cleaned, unmarked, unseen_of
from sayso.ingest.urls import web_url
from sayso.ingest.visibility import Pruned, prune
from sayso.model import Unseen

LONGEST_CHARS = 5_000_000
LOUD = ("trafilatura", "htmldate", "charset_normalizer")
DEEPEST = 250  # libxml2 stops at 256 elements, and what comes after is lost in silence
FLAT = 100
MOST_ELEMENTS = 15_000  # beyond it, telling the main text costs quadratic time: minutes
KEPT = ("p", "br", "figure", "figcaption", "script", "style")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FIXED_DATE = {"extensive_search": False, "original_date": True, "max_date": "1995-01-02"}
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def extract_page(markup: str, name: str) -> Extract:
    """The extract of a page; raises UnreadableInput where no page can be made of the markup."""
    problems: list[Problem] = []
    if len(markup) > LONGEST_CHARS:
        what = f"only the first {LONGEST_CHARS:,} of {len(markup):,} characters of the page were read"
        problems.append(Problem(where=name, what=what))
    page = UNPRINTABLE.sub("", markup[:LONGEST_CHARS])
    for library in LOUD:  # what they log would stand in standard error, with words of the page
        logging.getLogger(library).addHandler(logging.NullHandler())
    try:
        return _extract(page, name, problems)
    except Exception as error:  # trafilatura and lxml fail on hostile markup in many ways
        raise UnreadableInput(_broken(name, error)) from error


def extract_fragment(markup: str, name: str) -> Extract:
    """The extract of a piece of a page, as feeds and mails hold them: all of its visible text.

    Raises UnreadableInput where nothing can be made of the markup.
    """
    problems: list[Problem] = []
    try:
        tree, deep = _tree(UNPRINTABLE.sub("", markup[:LONGEST_CHARS]))
        if tree is None:
            return Extract(text="", input=name)
        if deep:
            problems.append(_deep(name))
        pruned = prune(tree, name)
        marks = marks_for(markup)
        mark_captions(tree, marks)
        text, captions, _ = _whole_text(tree, marks)
    except Exception as error:  # lxml fails on hostile markup in many ways
        raise UnreadableInput(_broken(name, error)) from error
    return Extract(
        text=text,
        input=name,
        problems=(*problems, *pruned.problems),
        captions=captions,
        unseen=_unseen(UNPRINTABLE.sub("", markup[:LONGEST_CHARS]), text, pruned, whole=True),
        partial=deep or pruned.struck,
    )


def _broken(name: str, error: Exception) -> Problem:
    what = f"the page could not be taken apart ({type(error).__name__})"
    return Problem(where=name, what=what, hint="save its text as .txt")


def _deep(name: str) -> Problem:
    what = f"the page is nested deeper than {DEEPEST} elements; text may be missing or run together"
    return Problem(where=name, what=what, hint="compare with the page")


def _extract(page: str, name: str, problems: list[Problem]) -> Extract:
    tree, deep = _tree(page)
    if tree is None:
        return Extract(text="", input=name, problems=tuple(problems))
    partial, cut = bool(problems) or deep, [problem.what for problem in problems]
    if deep:
        problems.append(_deep(name))
    pruned = prune(tree, name)
    huge = sum(1 for _ in tree.iter()) > MOST_ELEMENTS
    said, fact_problems = facts_of(_plain_facts(tree) if huge else _facts(tree), name)
    marks = marks_for(page)
    mark_captions(tree, marks)
    text, captions, whole = _whole_text(tree, marks) if huge else _main_text(tree, marks)
    if whole:
        why = f"the page has over {MOST_ELEMENTS:,} elements" if huge else "no main text could be told"
        what = f"{why}; all of its text was taken"
        problems.append(Problem(where=name, what=what, hint="menus and notices may be among it"))
    return Extract(
        text=text,
        input=name,
        said=said,
        problems=(*problems, *pruned.problems, *fact_problems),
        captions=captions,
        unseen=(*_unseen(page, text, pruned, whole=whole or huge), *(cut_at(text, why) for why in cut)),
        partial=partial or pruned.struck,
    )


def _unseen(page: str, text: str, pruned: Pruned, *, whole: bool) -> tuple[Unseen, ...]:
    """What was left out with its places: the page is taken apart once more, with marks that hold them.

    Where the marks would change what the main text is, no place is told.
    """
    pairs = [pair for pair in MARKS if pair[0] not in page and pair[1] not in page]
    tree, _ = _tree(page) if pruned.left and len(pairs) > 1 else (None, False)
    if tree is None:
        return unseen_of(pruned.left, {})
    hole, captions = pairs[-1], pairs[0]
    prune(tree, "", hole)
    mark_captions(tree, captions)
    extracted = None if whole else _extracted(tree)
    blocks = blocks_of(_body(tree) if extracted is None else extracted)
    plain = (block.replace(captions[0], "").replace(captions[1], "") for block in blocks)
    again, places = unmarked(plain, hole, lines_cleaned)
    return unseen_of(pruned.left, places if again == text else {})


def _tree(page: str) -> tuple[Any, bool]:
    """The tree, and whether it was nested so deep that it had to be flattened; None for no page."""
    from lxml import etree, html

    options = {"encoding": "utf-8", "remove_comments": True, "remove_pis": True, "huge_tree": True}
    parser = html.HTMLParser(**options)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # an empty document
        return None, False
    return tree, _flatten(tree) or any("depth" in entry.message for entry in parser.error_log)


def _flatten(tree: Any) -> bool:
    """Unwraps what lies deeper than FLAT elements where anything lies deeper than DEEPEST."""
    from lxml import etree

    depth, deepest, low = 0, 0, []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if event == "end" and depth >= FLAT and element.tag not in KEPT:
            low.append(element)
    if deepest <= DEEPEST:
        return False
    for element in low:
        element.drop_tag()
    return True


def _plain_facts(tree: Any) -> dict[str, object]:
    """What can be told of a huge page in linear time."""
    title, published = tree.findtext(".//title"), page_date(tree, None)
    return {"title": title, "language": _language(tree), "published": published}


def _facts(tree: Any) -> dict[str, object]:
    """What the page says of itself, by the names of Defaults."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(tree, date_config=dict(FIXED_DATE), extensive=False)
    return {
        "title": found.title,
        "publisher": found.sitename,
        "author": found.author,
        "url": web_url(found.url),
        "language": _language(tree),
        "published": page_date(tree, found.url),
    }


def _language(tree: Any) -> str | None:
    """The language that the page declares: on its root, else in its metadata."""
    declared = tree.get("lang") or tree.get(XML_LANG) or tree.get("xml:lang")
    if declared:
        return str(declared)
    for meta in tree.iter("meta"):
        kind = (meta.get("property") or meta.get("http-equiv") or meta.get("itemprop") or "").lower()
        if kind in ("og:locale", "content-language", "inlanguage") and meta.get("content"):
            return str(meta.get("content")).partition(",")[0].strip()
    return None


def _main_text(tree: Any, marks: tuple[str, str]) -> tuple[str, tuple[Any, ...], bool]:
    """The main text, its captions, and whether the whole page had to stand in for it."""
    extracted = _extracted(tree)
    if extracted is not None:
        text, captions = joined(blocks_of(extracted), marks)
        if text:
            return text, captions, False
    return _whole_text(tree, marks)


def _whole_text(tree: Any, marks: tuple[str, str]) -> tuple[str, tuple[Any, ...], bool]:
    text, captions = joined(blocks_of(_body(tree)), marks)
    return text, captions, bool(text)


def _extracted(tree: Any) -> Any:
    """The element of the main text as trafilatura tells it; None where it finds none."""
    from trafilatura.core import bare_extraction

    found = bare_extraction(tree, with_metadata=False, include_comments=False, include_formatting=False)
    return getattr(found, "body", None)


def _body(tree: Any) -> Any:
    body = tree.find("body")
    return tree if body is None else body
