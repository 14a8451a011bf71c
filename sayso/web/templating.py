"""Pages from templates: everything is escaped, hidden characters are made visible, assets named by hash."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup

from sayso.pipeline.meaning import gist_of
from sayso.show import page_markup
from sayso.show.grouping import count, counted
from sayso.show.page import SHEETS
from sayso.show.page_style import style
from sayso.show.report_characters import shown
from sayso.show.report_words import days, short_id
from sayso.web import words
from sayso.web.mentions import for_pages

if TYPE_CHECKING:
    from sayso.web.asked import Asked

STATIC = Path(__file__).with_name("static")
HASH_CHARS = 12
FIGURES = "figure.css"


@cache
def environment() -> Environment:
    """Jinja's environment: autoescape for every template, an unknown name is an error."""
    made = Environment(
        loader=PackageLoader("sayso.web", "templates"), autoescape=select_autoescape(default=True),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters.update(t=_text, plain=shown, short=short_id, paged=_paged)
    made.globals.update(words=words, count=count, counted=counted, days=days)
    made.globals.update(asset=asset, anchor=anchor, gist_of=gist_of)
    return made


def anchor(id: str) -> str:
    """An id as the name of a place on a page: "s:41d0" is "s-41d0"."""
    return id.replace(":", "-")


def _text(value: object) -> Markup:
    """Printed words as text of an element, with hidden characters shown. Not for attributes: `plain` is."""
    return Markup(page_markup.text("" if value is None else str(value)).html)


@pass_context
def _paged(context: Context, value: object) -> Markup:
    """An error or a hint as text of an element, the commands that it speaks of as links to their pages."""
    asked: Asked = context["asked"]
    return Markup(for_pages(str(value or ""), str(asked.ledger.path), asked.link).html)


def rendered(asked: Asked, template: str, context: dict[str, Any]) -> str:
    """The HTML of a page."""
    from sayso.web.menu import here

    frame = {
        "asked": asked, "link": asked.link, "again": asked.again, "as_of": asked.as_of,
        "token": asked.serving.token, "by": unquote(asked.request.cookies.get("by", "")) or asked.serving.by,
        "theme": asked.request.cookies.get("theme", ""), "menu": here(asked.request.url.path),
        "jobs": asked.serving.jobs.running(), "done": _done(asked),
    }  # fmt: skip
    return environment().get_template(template).render({**frame, **context})


def _done(asked: Asked) -> Any:
    """The judgement that was just made, as the ledger has it; None for none."""
    id = asked.query.get("done", "")
    if not id.startswith("j:"):
        return None
    return next((row for row in asked.ledger.judgements() if row.judgement.id == id), None)


@cache
def assets() -> dict[str, tuple[str, bytes]]:
    """Style sheet and script by the name in their address: media type and content."""
    own = (STATIC / "sayso.css").read_text("utf-8")
    sheet = "\n".join([*(style(name) for name in (*SHEETS, FIGURES)), own])
    found = (
        ("sayso.css", "text/css; charset=utf-8", sheet.encode()),
        ("sayso.js", "text/javascript; charset=utf-8", (STATIC / "sayso.js").read_bytes()),
        ("dossier.css", "text/css; charset=utf-8", style("dossier.css").encode()),
        ("icon.svg", "image/svg+xml", (STATIC / "icon.svg").read_bytes()),
    )
    return {_hashed(name, content): (media, content) for name, media, content in found}


def asset(name: str) -> str:
    """The address of an asset; it changes with its content, so that browsers may keep it for good."""
    stem, _, ending = name.rpartition(".")
    hashed = next(key for key in assets() if key.startswith(f"{stem}-") and key.endswith(f".{ending}"))
    return f"/static/{hashed}"


def _hashed(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}-{sha256(content).hexdigest()[:HASH_CHARS]}.{ending}"
