"""What a page is asked: the ledger at one moment, the day as of which it is shown, and the query."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

from starlette.datastructures import FormData, QueryParams, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.errors import UsageError
from sayso.pipeline import Ledger
from sayso.web.serving import Serving

T = TypeVar("T")
YEAR_SECONDS = 366 * 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request with the ledger that answers it. `as_of` is an ISO day or None for all that is known."""

    request: Request
    ledger: Ledger
    serving: Serving
    form: FormData | None = None

    @property
    def query(self) -> QueryParams:
        """What stands behind the question mark."""
        return self.request.query_params

    @property
    def as_of(self) -> str | None:
        """The day of `?as_of=`; None for none. Raises UsageError for what is no day."""
        return day(self.query.get("as_of"), "as_of")

    @property
    def path(self) -> str:
        """The path of the page as it is meant, nothing in it encoded: `link` does that."""
        return str(self.request.scope["path"])

    def id(self, name: str = "id") -> str:
        """A part of the path."""
        return str(self.request.path_params[name])

    def number(self, name: str, *, default: int, most: int) -> int:
        """A count from the query, at least 0; UsageError for what is none."""
        given = self.query.get(name, "")
        if not given:
            return default
        if not given.isdecimal() or int(given) > most:
            raise UsageError(f"{name} takes a number up to {most}, not {given!r}")
        return int(given)

    def one_of(self, name: str, allowed: Collection[str]) -> str | None:
        """One of some words from the query, None for none; UsageError for another word."""
        given = self.query.get(name) or None
        if given is not None and given not in allowed:
            raise UsageError(f"{name} takes {', '.join(allowed)}, not {given!r}")
        return given

    def written(self, name: str) -> str:
        """A field of the form without white space around it; "" where it is not there."""
        value = self.form.get(name) if self.form else None
        return value.strip() if isinstance(value, str) else ""

    def several(self, name: str) -> list[str]:
        """Every value of a field, each once; [] where it is not there."""
        values = self.form.getlist(name) if self.form else []
        return list(dict.fromkeys(value.strip() for value in values if isinstance(value, str)))

    def files(self, name: str) -> list[UploadFile]:
        """The files of a field, those that were left empty left out."""
        values = self.form.getlist(name) if self.form else []
        return [value for value in values if isinstance(value, UploadFile) and value.filename]

    def link(self, path: str, /, **query: Any) -> str:
        """The address of a page as of the same day; what is None or "" is left out."""
        asked = {"as_of": self.query.get("as_of"), **query}
        kept = urlencode({key: value for key, value in asked.items() if value not in (None, "")})
        return quote(path, safe="/:~") + (f"?{kept}" if kept else "")

    def again(self, **changed: Any) -> str:
        """The address of this page with another query; what is None or "" falls away."""
        return self.link(self.path, **{**self.query, "done": None, **changed})

    def kept(self, what: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, worked out once for the present state of the ledger."""
        return self.serving.memory.of((self.ledger.state(), self.ledger.present()), what, make)

    def show(self, template: str, /, *, status: int = 200, **context: Any) -> Response:
        """The page that a template makes."""
        from sayso.web.templating import rendered

        return HTMLResponse(rendered(self, template, context), status_code=status)

    def done(self, back: str, *, what: str = "") -> Response:
        """To another page after something was written; `what` is the id of the judgement that did it.

        Who signed it is remembered for the next form.
        """
        path, mark, place = back.partition("#")
        sign = "&" if "?" in path else "?"
        asked = f"{sign}{urlencode({'done': what})}" if what else ""
        answer = RedirectResponse(f"{path}{asked}{mark}{place}", 303)
        if what and self.written("by"):
            answer.set_cookie("by", quote(self.written("by")), samesite="strict", max_age=YEAR_SECONDS)
        return answer

    def back(self, default: str) -> str:
        """Where the form wants to return to: a path of this server, else `default`."""
        wanted = self.written("back")
        plain = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted
        return wanted if plain and wanted.isprintable() else default


def day(given: str | None, name: str) -> str | None:
    """An ISO day, None for none; UsageError for what is no day."""
    if not given:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError(f"{name} takes a day like 2031-05-17, not {given!r}") from None
