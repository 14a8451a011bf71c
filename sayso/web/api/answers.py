"""How the interface answers: shapes of the command line, lists with a cursor, errors in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import LedgerBusy, LedgerError, UsageError
from sayso.pipeline import Ledger
from sayso.web.serving import Serving

MOST = 1_000
JSON = "application/json"
REFUSALS = {
    400: "What was asked does not fit",
    401: "The key is not there, or another one",
    403: "It would write, and comes from another site",
    404: "There is no such thing",
    503: "Another program writes into the ledger",
}
FILE: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
T = TypeVar("T")


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why nothing was done, in a sentence."""

    error: str


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a ledger is whole: `faults` are what is broken, a sentence each, `head` the hash of the log's
    last line ("" for an empty log).
    """

    faults: tuple[str, ...]
    head: str


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a list. `next` is the cursor of the next one (`?after=`), None on the last; `total`
    counts all that fit.
    """

    items: tuple[Any, ...]
    next: str | None
    total: int


def json(value: object, status: int = 200) -> Response:
    """A value as the command line prints it."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")


async def answer(request: Request, work: Callable[[Ledger], object], *, media: str = JSON) -> Response:
    """What the ledger answers, as it is at one moment. A GET is worked out once for a state of the ledger.

    Bytes are handed on as they are, everything else as JSON.
    """
    serving: Serving = request.app.state.serving
    if request.method != "GET":
        return json(await serving.held.reading(work))

    def encoded(ledger: Ledger) -> bytes:
        made = work(ledger)
        return made if isinstance(made, bytes) else msgspec.json.encode(made)

    asked = (request.url.path, request.url.query)
    content = await serving.held.reading(
        lambda ledger: serving.answers.of((ledger.state(), ledger.present()), asked, lambda: encoded(ledger))
    )
    return Response(content, media_type=media)


async def written(request: Request, work: Callable[[Ledger], object], status: int = 201) -> Response:
    """What comes of writing into the ledger."""
    serving: Serving = request.app.state.serving
    return json(await serving.held.writing(work), status)


def paged(rows: Sequence[T], key: Callable[[T], str], after: str | None, limit: int) -> Page:
    """The rows behind the one with the key `after`, at most `limit`, 0 for all.

    Raises UsageError where no row has that key: the list has changed, and must be asked from its beginning.
    """
    start = 0
    if after is not None:
        places = [n for n, row in enumerate(rows) if key(row) == after]
        if not places:
            raise UsageError(f"after: nothing in this list is {after!r}; begin again without it")
        start = places[0] + 1
    some = tuple(rows[start : start + limit] if limit else rows[start:])
    more = start + len(some) < len(rows)
    return Page(items=some, next=key(some[-1]) if some and more else None, total=len(rows))


def refused(_: Request, error: Exception) -> Response:
    """An error of the ledger or of what was asked, told."""
    status = 400
    if isinstance(error, LedgerError):
        status = 503 if isinstance(error, LedgerBusy) else 500
    elif str(error).startswith(("no ", "nobody had made")):
        status = 404
    return refusal(str(error), status)


def refusal(what: str, status: int) -> Response:
    """A sentence that says why nothing was done; halves of characters that somebody sent are shown as "?"."""
    return json(Refusal(error=what.encode("utf-8", "replace").decode()), status)


def shape(name: str, *, many: bool = False, status: int = 200) -> dict[str, Any]:
    """What a route says of its answer: one of the shapes of `sayso schema`, or a page of them."""
    one: dict[str, Any] = {"$ref": f"#/components/schemas/{name}"}
    page = {
        "type": "object", "required": ["items", "next", "total"],
        "properties": {
            "items": {"type": "array", "items": one}, "next": {"type": ["string", "null"]},
            "total": {"type": "integer"},
        },
    }  # fmt: skip
    return answered({JSON: {"schema": page if many else one}}, status=status)


def answered(content: dict[str, Any], *, status: int = 200) -> dict[str, Any]:
    """What a route says of its answer, by media type, and of what it says where it refuses."""
    trouble = {JSON: {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    refusals = {code: {"description": words, "content": trouble} for code, words in REFUSALS.items()}
    return {
        "response_class": Response,
        "status_code": status,
        "responses": {status: {"description": "Done", "content": content}, **refusals},
    }
