"""A picture in a page: wide and narrow, with its table twin folded under it."""

from __future__ import annotations

from collections.abc import Callable

from sayso.show.page_markup import Markup, element
from sayso.show.page_style import style
from sayso.show.pictures.picture import NARROW, WIDE, Picture


def figure(draw: Callable[[int], Picture], *, wide: int = WIDE, narrow: int = NARROW - 30) -> Markup:
    """A `<figure>` with the picture drawn for wide and for narrow pages; the style sheet shows one of them.

    `draw` makes the picture for a width in px. The table twin stands in a `<details>`: no script is needed.
    """
    shown = draw(wide)
    return element(
        "figure",
        element("div", Markup(shown.svg), class_="picture-wide"),
        element("div", Markup(draw(narrow).svg), class_="picture-narrow"),
        element("figcaption", _twin(shown)),
        class_="picture-figure",
    )


def table(picture: Picture) -> Markup:
    """The table twin as a `<table>` with its caption; its head alone for no rows."""
    head = element("tr", *(element("th", name, scope="col") for name in picture.columns))
    body = (element("tr", *(element("td", cell) for cell in row)) for row in picture.rows)
    return element(
        "table", element("caption", picture.title), element("thead", head), element("tbody", *body)
    )


def figure_style() -> str:
    """The style sheet for figures, to be served beside the page's own."""
    return style("figure.css")


def _twin(picture: Picture) -> Markup:
    inside = element("div", table(picture), class_="picture-table", tabindex="0", role="region",
                     aria_label=f"{picture.title}: table")  # fmt: skip
    return element("details", element("summary", "The same as a table"), inside)
