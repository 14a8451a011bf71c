"""Corrects one thing about a reading, or adds a statement that was missed, by the words that are printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import msgspec
from starlette.responses import Response

from sayso.errors import UsageError
from sayso.model import ReadingMatter, Repair, Statement
from sayso.web.asked import Asked, day
from sayso.web.pages.correct import form
from sayso.web.routing import action

Fields = dict[str, Any]


def correct(asked: Asked) -> Response:
    """Corrects, and goes to the statement as it is read then; what does not fit is told beside the form."""
    document = asked.ledger.document(asked.id())
    statement = asked.written("statement")
    try:
        what, repair = wanted(asked, document.id, statement)
        by, why = asked.written("by"), asked.written("why")
        if not by or not why:
            raise UsageError("a judgement is signed: say by whom, and why")
        made = asked.ledger.correct(what, statement or document.id, repair, by=by, why=why)
    except UsageError as error:
        return form(asked, statement, refused=str(error))
    every = asked.ledger.statements(document.id)
    now = next((one.id for one in every if made.id in one.corrected_by), None)
    place = f"#{now.replace(':', '-')}" if now else ""
    return asked.done(asked.back(f"/documents/{document.id}{place}"), what=made.id)


def wanted(asked: Asked, document: str, statement: str) -> tuple[ReadingMatter, Repair]:
    """The matter that was chosen and what is asked for. UsageError where it is none, or does not fit."""
    given = asked.written("what")
    what, number = (
        ("factuality", given.removeprefix("factuality-")) if given.startswith("factuality-") else (given, "")
    )
    if not statement:
        what = "statement"
    if what not in _FIELDS:
        raise UsageError("press the button beside what is to be corrected")
    if what == "factuality":
        now = asked.ledger.statement_now(document, statement)
        found = next((one for one in asked.ledger.statements(document) if one.id == now), None)
        fields = _factuality(asked, found, number)
    else:
        fields = _FIELDS[what](asked)
    return cast("ReadingMatter", what), repair_of(fields)


def repair_of(fields: Mapping[str, Any]) -> Repair:
    """The fields as what is asked for, without what is empty; UsageError for a word that is not known."""
    kept = {name: value for name, value in fields.items() if value not in ("", None)}
    try:
        return msgspec.convert(kept, Repair)
    except msgspec.ValidationError as error:
        raise UsageError(f"this does not fit: {error}") from None


def _at(asked: Asked) -> int | None:
    given = asked.written("at")
    if given and not given.isdecimal():
        raise UsageError(f"the place is a number that was named, not {given!r}")
    return int(given) if given else None


def _yes(asked: Asked, name: str) -> bool | None:
    return {"yes": True, "no": False}.get(asked.written(name))


def _source(asked: Asked) -> Fields:
    voice = asked.written("voice") or "words"
    words = asked.written("source") if voice == "words" else ""
    return {
        "words": words, "nobody": voice == "nobody", "author": voice == "author", "at": _at(asked),
        "name": asked.written("name"), "kind": asked.written("kind"),
    }  # fmt: skip


def _words(name: str) -> Callable[[Asked], Fields]:
    def fields(asked: Asked) -> Fields:
        none = asked.written(f"no-{name}") == "yes"
        return {"words": "" if none else asked.written(name), "nobody": none, "at": _at(asked)}

    return fields


def _one(name: str) -> Callable[[Asked], Fields]:
    return lambda asked: {name: asked.written(name)}


def _anonymous(asked: Asked) -> Fields:
    return {"anonymous": _yes(asked, "anonymous")}


def _time(asked: Asked) -> Fields:
    role = asked.written("role")
    none = role == "none"
    return {
        "words": asked.written("time"), "at": _at(asked), "role": "" if none else role,
        "first": None if none else day(asked.written("first"), "from"),
        "last": None if none else day(asked.written("last"), "to"),
    }  # fmt: skip


def _factuality(asked: Asked, statement: Statement | None, number: str) -> Fields:
    """For one clause of the statement, by its number; for all where there is one, or none is named."""
    value = asked.written(f"factuality-{number}")
    parts = statement.propositions if statement else ()
    if len(parts) < 2 or not number.isdecimal() or int(number) >= len(parts):
        return {"factuality": value}
    part = parts[int(number)]
    return {"factuality": value, "words": part.text, "at": part.spans[0].start if part.spans else None}


def _nothing(_: Asked) -> Fields:
    return {}


def _added(asked: Asked) -> Fields:
    return {
        "source": asked.written("source"), "author": asked.written("voice") == "author",
        "cue": asked.written("cue"), "content": asked.written("content"), "name": asked.written("name"),
        "kind": asked.written("kind"), "anonymous": _yes(asked, "anonymous"), "act": asked.written("act"),
        "at": _at(asked),
    }  # fmt: skip


_FIELDS: dict[str, Callable[[Asked], Fields]] = {
    "source": _source, "cue": _words("cue"), "content": _words("content"), "act": _one("act"),
    "evidentiality": _one("evidentiality"), "anonymous": _anonymous, "time": _time,
    "factuality": _nothing, "not-a-statement": _nothing, "statement": _added,
}  # fmt: skip
ROUTES = [action("/documents/{id}/correct", correct)]
