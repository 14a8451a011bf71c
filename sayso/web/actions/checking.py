"""Checks a draft, and lets findings stand; the draft comes with each form and is kept nowhere."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.responses import Response

from sayso.errors import UsageError
from sayso.ingest import Defaults, document_of_text
from sayso.model import Check, Document
from sayso.web.actions.adding import suffix
from sayso.web.asked import Asked, day
from sayso.web.pages.check import blank, draft_text, found
from sayso.web.routing import action

INPUT = "the draft"


def check(asked: Asked) -> Response:
    """The findings of a draft; nothing is written."""
    try:
        draft = _draft(asked)
        until = day(asked.written("day"), "as of")
        made = asked.ledger.check(draft, as_of=until)
    except UsageError as error:
        return blank(asked, refused=str(error))
    return found(asked, draft, made, day=until)


def sign(asked: Asked) -> Response:
    """Lets one finding stand, or takes that back: a hash of its sentence is kept, no word of it."""
    draft, until = _draft(asked), day(asked.written("day"), "as of")
    made = asked.ledger.check(draft, as_of=until)
    try:
        made = _signed(asked, draft, made)
    except UsageError as error:
        return found(asked, draft, made, day=until, refused=str(error))
    return found(asked, draft, made, day=until)


def _signed(asked: Asked, draft: Document, made: Check) -> Check:
    what, _, rest = asked.written("sign").partition(" ")
    id, _, number = rest.partition(" ")
    by, why = asked.written("by"), asked.written(f"why-{number}")
    if not by or not why:
        raise UsageError("a finding stands by somebody's name, and against something: fill in both")
    if what == "back":
        return asked.ledger.take_back(made, id, by=by, why=why)
    return asked.ledger.sign_off(draft, made, id, by=by, against=why)


def _draft(asked: Asked) -> Document:
    """The draft that was given, as a file before a text; UsageError where none can be read."""
    files = asked.files("file")
    publisher, published = asked.written("publisher") or None, day(asked.written("published"), "published")
    if not files:
        text = draft_text(asked)
        if not text.strip():
            raise UsageError("there is no draft: paste one, or choose its file")
        return document_of_text(text, Defaults(publisher=publisher, published=published), input=INPUT)
    with TemporaryDirectory(prefix="sayso-") as folder:
        path = Path(folder) / f"draft{suffix(files[0].filename or '')}"
        with path.open("wb") as kept:
            shutil.copyfileobj(files[0].file, kept)
        try:
            return asked.ledger.draft(path, publisher=publisher, published=published)
        except UsageError as error:
            raise UsageError(str(error).replace(str(path), files[0].filename or INPUT)) from None


ROUTES = [action("/check", check, writes=False), action("/check/sign", sign)]
