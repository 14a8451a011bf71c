"""The brief on a subject: asked for, read, kept as a page of its own, as a Word document, as Markdown."""

from __future__ import annotations

import re
from functools import partial

from starlette.responses import Response

from sayso.errors import UsageError
from sayso.model import Dossier
from sayso.show.dossier.markdown import markdown
from sayso.show.dossier.page import Pictures, dossier_fragment, dossier_page
from sayso.show.dossier.words import nothing_words
from sayso.show.page_markup import Markup
from sayso.show.pictures.figure import figure
from sayso.web.asked import Asked
from sayso.web.drawing import of_expectations
from sayso.web.routing import page
from sayso.web.templating import anchor

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = {"html": "text/html; charset=utf-8", "docx": WORD, "md": "text/markdown; charset=utf-8"}
SEVERAL = re.compile(r'"([^"]+)"|(\S+)')
LONGEST_CHARS = 400
PLACES = {"c:": "/claims/", "d:": "/documents/", "e:": "/expectations/"}


def dossier(asked: Asked) -> Response:
    """The page: a field for the subject, and the brief on it."""
    subject = asked.query.get("subject", "")[:LONGEST_CHARS].strip()
    if not subject:
        return asked.show("dossier.html", subject="", found=None, forms=FORMS)
    found = _found(asked, subject)
    if not found.totals.statements:
        return asked.show(
            "dossier.html", subject=subject, found=None, forms=FORMS, nothing=nothing_words(found)
        )
    fragment = Markup(
        dossier_fragment(found, _pictures(asked, found), address=partial(_address, asked))
    )  # fmt: skip
    return asked.show("dossier.html", subject=subject, found=fragment, forms=FORMS)


def _address(asked: Asked, id: str, inside: str) -> str:
    """Where the pages show a claim, a promise, or a statement of a document."""
    path = PLACES.get(id[:2])
    return asked.link(path + id) + (f"#{anchor(inside)}" if inside else "") if path else ""


def kept(asked: Asked) -> Response:
    """The brief as a file."""
    form, subject = asked.id("form"), asked.query.get("subject", "")[:LONGEST_CHARS].strip()
    if form not in FORMS or not subject:
        raise UsageError("no dossier of nothing: give a subject, and html, docx or md")
    found = _found(asked, subject)
    headers = {"content-disposition": f'attachment; filename="dossier.{form}"'}
    return Response(_written(found, form), media_type=FORMS[form], headers=headers)


def _found(asked: Asked, subject: str) -> Dossier:
    terms = [quoted or word for quoted, word in SEVERAL.findall(subject)]
    return asked.kept(
        ("dossier", subject, asked.as_of), lambda: asked.ledger.dossier(*terms, as_of=asked.as_of)
    )


def _pictures(asked: Asked, found: Dossier) -> Pictures:
    ids = tuple(one.id for one in found.promises)
    promised = asked.kept(
        ("promises", ids, asked.as_of), lambda: asked.ledger.expectations_by_id(ids, as_of=asked.as_of)
    )
    if not promised:
        return {}
    return {"promises": figure(of_expectations(asked, promised, here=False))}


def _written(found: Dossier, form: str) -> bytes:
    if form == "docx":
        from sayso.show.dossier.word import dossier_docx

        return dossier_docx(found)
    return (markdown(found) if form == "md" else dossier_page(found)).encode("utf-8", "replace")


ROUTES = [page("/dossier", dossier), page("/dossier/{form}", kept, keeps=False)]
