"""A draft before publication: pasted or given as a file, held against the ledger, kept nowhere."""

from __future__ import annotations

from starlette.responses import Response

from sayso.model import Check, Document
from sayso.show.check_parts import check_findings, check_text, numbered
from sayso.show.check_report import summary
from sayso.show.page_markup import Markup, element
from sayso.web.asked import Asked
from sayso.web.routing import page

NOTHING = Markup("")


def check(asked: Asked) -> Response:
    """The empty form."""
    return blank(asked)


def blank(asked: Asked, *, refused: str = "") -> Response:
    """The form; `refused` says why nothing was checked, and what was pasted stands in it still."""
    typed = {name: asked.written(name) for name in ("publisher", "published", "day")}
    text = draft_text(asked)
    return asked.show("check.html", status=400 if refused else 200, refused=refused, typed=typed, text=text)


def draft_text(asked: Asked) -> str:
    """The draft as it was sent, its lines ended as in a text file: browsers send them otherwise."""
    given = asked.form.get("text") if asked.form else None
    return given.replace("\r\n", "\n").replace("\r", "\n") if isinstance(given, str) else ""


def found(asked: Asked, draft: Document, made: Check, *, day: str | None, refused: str = "") -> Response:
    """The draft with its findings beside it. `day`: as of when the ledger was asked."""
    forms = {one.id: _form(made, one.id) for one in made.findings}
    typed = {name: asked.written(name) for name in asked.form or ()}
    return asked.show(
        "checked.html", status=400 if refused else 200, draft=draft, check=made, summary=summary(made),
        marked=check_text(draft, made), cards=check_findings(draft, made, forms), day=day, refused=refused,
        typed=typed,
    )  # fmt: skip


def _form(made: Check, id: str) -> Markup:
    """What lets a finding stand, or takes that back; the fields belong to the form that holds the draft."""
    one = next(finding for finding in made.findings if finding.id == id)
    number = numbered(made)[id]
    claim = NOTHING
    if one.claim:
        claim = element("p", element("a", "The claim", href=f"/claims/{one.claim}", class_="step"))
    label, button, what = (
        ("Why it is taken back", "Take it back", "back") if one.signed
        else ("Against what it stands", "Let it stand", "sign")
    )  # fmt: skip
    field = element("input", name=f"why-{number}", form="draft", maxlength="2000", aria_label=label)
    press = element(
        "button", button, element("span", f" finding {number}", class_="unseen"),
        name="sign", value=f"{what} {id} {number}", form="draft", formaction="/check/sign",
    )  # fmt: skip
    return element("div", claim, element("div", element("label", f"{label} ", field), press, class_="stand"))


ROUTES = [page("/check", check)]
