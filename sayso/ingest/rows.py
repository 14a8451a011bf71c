"""JSON Lines and JSON arrays: one document a row; a bad row is a problem, the others go on."""

import json
from collections.abc import Iterator

import msgspec

from sayso.errors import Problem
from sayso.ingest.characters import SURROGATE
from sayso.ingest.defaults import facts_of, plain
from sayso.ingest.extract import Extract

HINT = 'a row has the form {"id": "a-1", "text": "…", "publisher": "…", "published": "2021-05-17"}'
BROKEN = (msgspec.DecodeError, RecursionError, ValueError)


def extract_lines(text: str, name: str) -> Iterator[Extract | Problem]:
    """One extract a line that holds an object with a text; blank lines are passed over."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _of_line(line, f"{name}:{number}")


def extract_array(text: str, name: str) -> Iterator[Extract | Problem]:
    """One extract for each object of a JSON array, or for a single object; else read as JSON Lines."""
    try:
        whole = _raw_rows(text)
    except BROKEN:
        yield from extract_lines(text, name)
        return
    for number, row in enumerate(whole, start=1):
        yield _of_line(row, f"{name}:{number}")


def _raw_rows(text: str) -> list[str]:
    """The elements of a JSON array as they are written, or the one value."""
    if not text.lstrip().startswith("["):
        return [bytes(msgspec.json.decode(text, type=msgspec.Raw)).decode()]
    return [bytes(row).decode() for row in msgspec.json.decode(text, type=list[msgspec.Raw])]


def _of_line(line: str, where: str) -> Extract | Problem:
    try:
        row = _decoded(line)
    except BROKEN as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        return Problem(where=where, what=f"not JSON: {reason}", hint=HINT)
    return _of_row(row, where, line)


def _decoded(line: str) -> object:
    """The value of a line; half of a surrogate pair, which msgspec refuses, is let through."""
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        if "surrogate" not in str(error):
            raise
        return json.loads(line)


def _of_row(row: object, where: str, line: str) -> Extract | Problem:
    if not isinstance(row, dict):
        return Problem(where=where, what="the row is not an object", hint=HINT)
    text = row.get("text")
    if not isinstance(text, str):
        return Problem(where=where, what='the row has no "text"', hint=HINT)
    given = row.get("id")
    named = isinstance(given, str | int) and not isinstance(given, bool) and str(given) != ""
    said, problems = facts_of(row, where)
    name = plain(str(given)) if named else ""
    return Extract(
        text=text,
        input=name or where,
        said=said,
        problems=(*_halves(text, where), *problems),
        original=line.encode("utf-8", "replace"),
    )


def _halves(text: str, where: str) -> tuple[Problem, ...]:
    """The problem that a text holds halves of letters (lone surrogates)."""
    count = len(SURROGATE.findall(text))
    if not count:
        return ()
    what = f"{count} broken character{'s' if count > 1 else ''} in the text"
    return (Problem(where=where, what=what, hint="each is kept as U+FFFD; write the file with whole ones"),)
