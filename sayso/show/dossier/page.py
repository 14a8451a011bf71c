"""A dossier as one self-contained page, and as a fragment to be set into another page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.model import Dossier
from sayso.show.dossier.outline import outline
from sayso.show.dossier.parts import Item, Outline, Part, Printed, Section, Table
from sayso.show.dossier.words import say
from sayso.show.page_head import page_head
from sayso.show.page_markup import Child, Markup, element, join
from sayso.show.page_style import style
from sayso.show.report_characters import shown

SHEET = "dossier.css"  # its rules all stand under `.dossier`
FRAME = "dossier_frame.css"  # of the page around it, where that is its own
Pictures = Mapping[str, Markup]
Address = Callable[[str, str], str]


def nowhere(_id: str, _inside: str) -> str:
    """What a page that stands alone leads to: nothing."""
    return ""


def dossier_page(dossier: Dossier, pictures: Pictures | None = None) -> str:
    """HTML of a dossier, with nothing loaded from anywhere and no script; it prints, in light and dark.

    `pictures`: SVG made by this package, by the key of the section that it stands in ("promises").
    """
    found = outline(dossier)
    body = element(
        "body",
        element("header", element("p", "sayso", element("span", "Dossier"), class_="brand")),
        element("main", _whole(found, pictures or {}, nowhere)),
    )
    head = page_head(shown(found.title), style(FRAME) + style(SHEET))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en').html}\n"


def dossier_fragment(
    dossier: Dossier, pictures: Pictures | None = None, *, address: Address = nowhere
) -> str:
    """The same without the page around it: one `div.dossier` with its headings from h1 on.

    Its ids begin with "dossier-"; its rules are those of `dossier.css` (`page_style.style`). `address` tells
    where a claim or a promise is shown, of its id and "", and a statement, of its document and its own id; ""
    for nowhere.
    """
    return _whole(outline(dossier), pictures or {}, address).html


def _whole(found: Outline, pictures: Pictures, address: Address) -> Markup:
    head = [element("h1", found.title, dir="auto")]
    head += [element("p", sentence, class_="summary", dir="auto") for sentence in found.summary]
    if found.sections:
        links = (
            element("li", element("a", section.title, href=f"#dossier-{section.key}"))
            for section in found.sections
        )
        head.append(element("nav", element("ol", *links), aria_label="Contents"))
    sections = (_section(section, pictures.get(section.key), address) for section in found.sections)
    return element("div", *head, *sections, class_="dossier")


def _section(section: Section, picture: Markup | None, address: Address) -> Markup:
    parts: list[Child] = [element("h2", section.title)]
    if section.about:
        parts.append(element("p", section.about, class_="about"))
    if picture is not None:
        parts.append(element("figure", picture))
    if section.table:
        table = element("div", _table(section.table), class_="wide", tabindex="0", role="group",
                        aria_label=section.title)  # fmt: skip
        parts.append(table)
    items = [_item(item, number, section, address) for number, item in enumerate(section.items, start=1)]
    if items:
        parts.append(element("ol" if section.numbered else "ul", *items, class_="items"))
    if section.more:
        parts.append(element("p", section.more, class_="about"))
    return element("section", *parts, id=f"dossier-{section.key}", class_=section.key)


def _table(table: Table) -> Markup:
    heads = (element("th", head or "no.", scope="col") for head in table.heads)
    rows = []
    for row, key in zip(table.rows, table.keys, strict=True):
        cells: list[Child] = [element("th", row[0], scope="row")]
        cells += [
            element("td", cell, dir="auto", data_label=head)
            for head, cell in zip(table.heads[1:-1], row[1:-1], strict=True)
        ]
        cells.append(element("td", element("span", row[-1], class_=f"status s-{key}")))
        rows.append(element("tr", *cells))
    return element("table", element("thead", element("tr", *heads)), element("tbody", *rows))


def _item(item: Item, number: int, section: Section, address: Address) -> Markup:
    place = f"dossier-source-{number}" if section.key == "sources" else None
    parts: list[Child] = [element("h3", item.head, dir="auto")] if item.head else []
    parts += [_part(part, address) for part in item.parts]
    if item.id and not item.id.isdigit():
        parts.append(element("p", _leading(item.id, address(item.id, "")), class_="id"))
    return element("li", *parts, id=place)


def _leading(words: str, to: str) -> Child:
    """Words as a link; as they are where they lead nowhere."""
    return element("a", words, href=to) if to else words


def _part(part: Part, address: Address) -> Markup:
    if isinstance(part, Printed):
        return _printed(part, address)
    if part.tone == "status":
        name, _, rest = part.words.partition(":")
        badge = element("span", name, class_=f"status s-{part.key}")
        return element("p", badge, rest, class_="stands")
    return element("p", part.words, class_=part.tone or None, dir="auto")


def _printed(part: Printed, address: Address) -> Markup:
    words = element("blockquote", *(_piece(*piece) for piece in part.pieces), dir="auto")
    to = address(part.document, part.statement) if part.document else ""
    where: list[Child] = [element("span", _leading(part.where, to), dir="auto")]
    if part.number:
        where += [" ", element("a", f"[{part.number}]", href=f"#dossier-source-{part.number}")]
    below: list[Child] = [words, element("figcaption", *where)]
    if part.struck:
        gone = (join((" ", element("s", one, dir="auto"))) for one in part.struck)
        below.append(element("p", say("gone"), *gone, class_="gone"))
    label = [element("p", part.label, class_="label")] if part.label else []
    return element("figure", *label, *below, class_=f"quote {part.side}".strip())


def _piece(words: str, mark: str) -> Child:
    if mark == "new":
        return element("mark", words)
    return element("span", words, class_="gap") if mark == "gap" else words
