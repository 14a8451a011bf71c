"""What stands before every page: host, key, origin and token are looked at; what goes out is locked down.

DNS rebinding fails at the host, another user of this machine at the key, another site at origin and token,
and a text that tries to be markup at the content security policy.
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.keys import cookie_name, same

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN = ("/static/",)
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "font-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
LOCKED = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-frame-options": "DENY",
}
NO_KEY = (
    "These pages are for whoever started them.\n\n"
    "Open the whole address that `sayso serve` printed, with its key behind the question mark.\n"
)


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, *, key: str, hosts: frozenset[str], port: int) -> None:
        """`hosts` are the values of the Host header that are taken, in lower case ("127.0.0.1:8731")."""
        self._app, self._key, self._hosts, self._cookie = app, key, hosts, cookie_name(port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers itself where a request may not pass."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        refused = self._refused(scope)
        await (refused or self._app)(scope, receive, _locking(send, scope["path"]))

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._hosts:
            return _no(scope, "This address is not one of this server's.\n", 421)
        if scope["path"].startswith(OPEN):
            return None
        if scope["method"] in SAFE and (landing := self._landing(scope)):
            return landing
        if not self._has_key(headers):
            return _no(scope, NO_KEY, 401)
        if scope["method"] not in SAFE and not self._is_from_here(headers):
            return _no(scope, "This did not come from a page of this server.\n", 403)
        return None

    def _landing(self, scope: Scope) -> Response | None:
        """The key is taken out of the address at once and kept in a cookie that no script sees."""
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = dict(asked).get("key")
        if not same(given, self._key):
            return None
        rest = urlencode([pair for pair in asked if pair[0] != "key"])
        path = "/" + scope["path"].lstrip("/\\")
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(self._cookie, self._key, httponly=True, samesite="strict", path="/")
        return answer

    def _has_key(self, headers: Headers) -> bool:
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return same(bearer, self._key)
        cookies: SimpleCookie = SimpleCookie()
        try:
            cookies.load(headers.get("cookie", ""))
        except CookieError:
            return False
        kept = cookies.get(self._cookie)
        return same(kept.value if kept else None, self._key)

    def _is_from_here(self, headers: Headers) -> bool:
        """Whether a request that writes comes from our own page, or from a program that has the key."""
        if headers.get("authorization"):
            return headers.get("origin") is None or self._is_ours(headers["origin"])
        site = headers.get("sec-fetch-site")
        origin = headers.get("origin")
        return origin is not None and self._is_ours(origin) and site in {None, "same-origin"}

    def _is_ours(self, origin: str) -> bool:
        parts = urlsplit(origin)
        return parts.scheme == "http" and parts.netloc.lower() in self._hosts


def _no(scope: Scope, what: str, status: int) -> Response:
    """A refusal: plain words, for programs as JSON."""
    if scope["path"].startswith("/api"):
        return JSONResponse({"error": " ".join(what.split())}, status)
    return PlainTextResponse(what, status)


def _locking(send: Send, path: str) -> Send:
    """Adds the headers that lock an answer down; pages are never kept by a cache."""

    async def locked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message.get("headers", [])))
            for name, value in LOCKED.items():
                headers[name] = value
            if not path.startswith(OPEN):
                headers["cache-control"] = "no-store"
            message["headers"] = headers.raw
        await send(message)

    return locked
