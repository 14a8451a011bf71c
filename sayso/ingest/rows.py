"""JSON Lines and JSON arrays: one document a row; a bad row is a problem, the others go on."""

import json
from collections.abc import Iterator

import msgspec

from sayso.errors import Problem
from sayso.ingest.capture import Capture
from sayso.ingest.characters import SURROGATE
from sayso.ingest.defaults import facts_of, plain

HINT = 'a row has the form {"id": "a-1", "text": "…", "publisher": "…", "published": "2021-05-17"}'
BROKEN = (msgspec.DecodeError, RecursionError, ValueError)


def capture_lines(text: str, name: str) -> Iterator[Capture | Problem]:
    """One capture a line that holds an object with a text; blank lines are passed over."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _of_line(line, f"{name}:{number}")


def capture_array(text: str, name: str) -> Iterator[Capture | Problem]:
    """One capture for each object of a JSON array, or for a single object; else read as JSON Lines."""
    try:
        whole = msgspec.json.decode(text)
    except BROKEN:
        yield from capture_lines(text, name)
        return
    rows = whole if isinstance(whole, list) else [whole]
    for number, row in enumerate(rows, start=1):
        yield _of_row(row, f"{name}:{number}")


def _of_line(line: str, where: str) -> Capture | Problem:
    try:
        row = _decoded(line)
    except BROKEN as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        return Problem(where=where, what=f"not JSON: {reason}", hint=HINT)
    return _of_row(row, where)


def _decoded(line: str) -> object:
    """The value of a line; half of a surrogate pair, which msgspec refuses, is let through."""
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        if "surrogate" not in str(error):
            raise
        return json.loads(line)


def _of_row(row: object, where: str) -> Capture | Problem:
    if not isinstance(row, dict):
        return Problem(where=where, what="the row is not an object", hint=HINT)
    text = row.get("text")
    if not isinstance(text, str):
        return Problem(where=where, what='the row has no "text"', hint=HINT)
    given = row.get("id")
    named = isinstance(given, str | int) and not isinstance(given, bool) and str(given) != ""
    said, problems = facts_of(row, where)
    name = plain(str(given)) if named else ""
    return Capture(text=text, input=name or where, said=said, problems=(*_halves(text, where), *problems))


def _halves(text: str, where: str) -> tuple[Problem, ...]:
    """The problem that a text holds halves of letters (lone surrogates)."""
    count = len(SURROGATE.findall(text))
    if not count:
        return ()
    what = f"{count} broken character{'s' if count > 1 else ''} in the text"
    return (Problem(where=where, what=what, hint="each is kept as U+FFFD; write the file with whole ones"),)
