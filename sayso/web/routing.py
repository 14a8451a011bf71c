"""Turns a function of what is asked into a route: errors become pages that say what to do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.errors import LedgerBusy, LedgerError, UsageError
from sayso.web.asked import Asked
from sayso.web.keys import same
from sayso.web.serving import Serving

Work = Callable[[Asked], Response]
MOST_FIELDS = 200
MOST_FILES = 500


def page(path: str, work: Work, *, keeps: bool = True) -> Route:
    """A page that only reads. `keeps`: made once for all who ask the same of one state of the ledger."""

    async def endpoint(request: Request) -> Response:
        serving: Serving = request.app.state.serving
        make = _kept if keeps and not serving.jobs.running() else _made
        return await serving.held.reading(
            lambda ledger: make(work, Asked(request=request, ledger=ledger, serving=serving))
        )

    return Route(path, _told(endpoint), methods=["GET"], name=work.__module__ + "." + work.__name__)


def _made(work: Work, asked: Asked) -> Response:
    return work(asked)


def _kept(work: Work, asked: Asked) -> Response:
    """The answer as it was made for the same address and cookies, as long as nothing was written since."""
    url, cookies = asked.request.url, asked.request.headers.get("cookie", "")
    state = (asked.ledger.state(), asked.ledger.present())
    return asked.serving.pages.of(state, (url.path, url.query, cookies), lambda: work(asked))


def action(path: str, work: Work, *, writes: bool = True) -> Route:
    """Something that a form asks for; its token is looked at first. `writes`: into the ledger."""

    async def endpoint(request: Request) -> Response:
        serving: Serving = request.app.state.serving
        async with request.form(max_fields=MOST_FIELDS, max_files=MOST_FILES) as form:
            token = form.get("token")
            if not same(token if isinstance(token, str) else None, serving.token):
                raise Refused("This form is of an earlier start of the server: load its page again.")
            on = serving.held.writing if writes else serving.held.reading
            return await on(
                lambda ledger: work(Asked(request=request, ledger=ledger, serving=serving, form=form))
            )

    return Route(path, _told(endpoint), methods=["POST"], name=work.__module__ + "." + work.__name__)


class Refused(Exception):
    """A form that this server did not make."""


def _told(endpoint: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint, its errors told on a page."""

    async def told(request: Request) -> Response:
        try:
            return await endpoint(request)
        except UsageError as error:
            missing = str(error).startswith(("no ", "nobody had made"))
            return await trouble(request, 404 if missing else 400, str(error))
        except LedgerBusy as error:
            return await trouble(request, 503, str(error))
        except LedgerError as error:
            return await trouble(request, 500, str(error))
        except Refused as error:
            return await trouble(request, 403, str(error))

    return told


async def trouble(request: Request, status: int, what: str) -> Response:
    """A page that says what is wrong, and leads on."""
    serving: Serving = request.app.state.serving
    dated = request.method == "GET" and "as_of" in request.query_params
    asked = {**request.scope, "query_string": b""}  # a bad query must not stop the page that says so
    return await serving.held.reading(
        lambda ledger: Asked(request=Request(asked), ledger=ledger, serving=serving).show(
            "trouble.html", status=status, what=what, code=status, dated=dated
        )
    )
