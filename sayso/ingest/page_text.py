"""The words of an extracted page: paragraphs parted by blank lines, captions with their places."""

import re
from typing import Any

from sayso.model import Span

BLOCKS = frozenset(
    (
        "body", "head", "p", "quote", "list", "item", "table", "row", "code", "div", "main", "ab", "fw",
        "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "blockquote", "pre", "section", "article",
        "dl", "dt", "dd", "figure", "header", "form", "fieldset", "address", "details", "summary",
    )
)  # fmt: skip
SILENT = frozenset(["script", "style", "noscript", "title", "graphic", "svg", "math", "iframe"])
CELLS = frozenset(["cell", "td", "th"])
BREAKS = frozenset(["lb", "br"])
INLINE = frozenset(["p", "a", "span", "picture", "center"])
PARTED = "\n\n"
MARKS = (("\u2997", "\u2998"), ("\u2991", "\u2992"), ("\u2983", "\u2984"), ("\u2989", "\u298a"))


def marks_for(page: str) -> tuple[str, str]:
    """Two characters that do not occur in `page`, to mark captions; the last pair where all do."""
    return next((pair for pair in MARKS if pair[0] not in page and pair[1] not in page), MARKS[-1])


def mark_captions(tree: Any, marks: tuple[str, str]) -> None:
    """Makes each figcaption a paragraph of its own behind its figure, in place, within `marks`."""
    from lxml import html

    for caption in tree.xpath("//figcaption | //p[contains(@class, 'wp-caption-text')]"):
        words = " ".join(caption.text_content().split())
        if words:
            paragraph = html.Element("p")
            paragraph.text = marks[0] + words + marks[1]
            _anchor(caption).addnext(paragraph)
        caption.drop_tree()


def _anchor(caption: Any) -> Any:
    """The outermost figure around a caption, or what of inline elements is around that."""
    figures = [caption, *(place for place in caption.iterancestors("figure"))]
    anchor = figures[-1]
    while anchor.getparent() is not None and anchor.getparent().tag in INLINE:
        anchor = anchor.getparent()
    if anchor.tail:  # addnext would carry the tail along
        from lxml import html

        stop = html.Element("span")
        stop.tail, anchor.tail = anchor.tail, None
        anchor.addnext(stop)
    return anchor


def blocks_of(tree: Any) -> list[str]:
    """The paragraphs of an extracted tree, in order, white space collapsed; line breaks stay."""
    from lxml import etree

    blocks: list[str] = []
    parts: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        start = event == "start"
        silent += (1 if start else -1) * (tag in SILENT)
        if tag in BLOCKS:
            _flush(parts, blocks)
        elif start and (tag in BREAKS or tag in CELLS):
            parts.append("\n" if tag in BREAKS else " | " if parts else "")
        words = element.text if start and tag else element.tail if not start else None
        if words and not silent and (start or element is not tree):
            parts.append(re.sub(r"\s+", " ", words))
    _flush(parts, blocks)
    return blocks


def _flush(parts: list[str], blocks: list[str]) -> None:
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    words = "\n".join(line for line in lines if line)
    if words:
        blocks.append(words)
    parts.clear()


def joined(blocks: list[str], marks: tuple[str, str]) -> tuple[str, tuple[Span, ...]]:
    """The text of the blocks and the spans that were marked as captions, without their marks."""
    text, spans, length = [], [], 0
    for block in blocks:
        words = block.replace(marks[0], "").replace(marks[1], "").strip()
        if not words:
            continue
        if block.startswith(marks[0]):
            end = block.find(marks[1]) - 1
            spans.append(Span(length, length + (end if 0 < end <= len(words) else len(words))))
        text.append(words)
        length += len(words) + len(PARTED)
    return PARTED.join(text), tuple(spans)
