"""One choke point: every connection of the program is made here, to an address that was checked."""

import http.client
import socket
import time
from collections.abc import Callable, Sequence
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import msgspec

from sayso.errors import Problem
from sayso.fetch.connection import Connection, Refused, connect
from sayso.fetch.policy import Policy

Resolve = Callable[[str, int], Sequence[str]]
PORTS = {"http": 80, "https": 443}
REDIRECTS = (301, 302, 303, 307, 308)
CHUNK_BYTES = 65_536
SAFE = "%/:=&?~+!$,;'@()*[]-._"
LONGEST_URL_CHARS = 8_000
ACCEPTED = "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,*/*;q=0.5"


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """What is sent to a server: a body with its media type, and a token for this server alone."""

    body: bytes
    media_type: str
    token: str = ""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a server answered. `url` is where the last redirect led, `address` the one connected to.

    `body` is as sent, with its content encoding; `truncated` says why it ends early ("length":
    the cap on bytes, "time": the cap on seconds, "disconnect"), None where it is whole.
    """

    url: str
    address: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    truncated: str | None = None


def resolved(host: str, port: int) -> Sequence[str]:
    """The addresses of a name, as this machine's resolver tells them. Raises OSError for none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def open_url(url: str, policy: Policy, *, resolve: Resolve = resolved) -> Answer | Problem:
    """The answer to a GET of an address of http or https, with redirects followed; else a Problem.

    Each name is looked up once a hop, all of its addresses are checked, and the connection goes to
    the very address that was checked, with no proxy, cookie or credential. Anything but 200 is a Problem.
    """
    deadline = time.monotonic() + policy.seconds
    here = url
    for _ in range(policy.redirects + 1):
        answer = hop(here, policy, resolve, deadline)
        if isinstance(answer, Problem):
            return answer if here == url else _behind(answer, url)
        if answer.status not in REDIRECTS:
            break
        location = next((value for name, value in answer.headers if name.lower() == "location"), "")
        here = _joined(here, location)
    else:
        return Problem(where=url, what=f"it is redirected more than {policy.redirects} times")
    if answer.status == 200:
        return answer
    return Problem(where=url, what=f"the server answered {answer.status} {answer.reason}".rstrip())


def _behind(problem: Problem, url: str) -> Problem:
    return Problem(where=url, what=f"it is redirected to {problem.where}: {problem.what}", hint=problem.hint)


def _joined(here: str, location: str) -> str:
    try:
        return urljoin(here, location)
    except ValueError:
        return location


def hop(
    url: str, policy: Policy, resolve: Resolve, deadline: float, sent: Sent | None = None
) -> Answer | Problem:
    """One answer of one server, of whatever status; GET, or POST where something is `sent`."""
    where = "".join(char if char.isprintable() else "?" for char in url)[:300]
    try:
        parts = _parts(url)
        host = _host(parts)
        port = parts.port or PORTS[parts.scheme]
        addresses = resolve(host, port)
        with connect(host, port, addresses, policy, deadline, secure=parts.scheme == "https") as made:
            return _asked(made, parts, host, url, policy, sent)
    except Refused as refused:
        return Problem(where=where, what=str(refused), hint=refused.hint)
    except (OSError, http.client.HTTPException, ValueError) as error:
        if isinstance(error, TimeoutError) or time.monotonic() >= deadline:
            return Problem(where=where, what=f"it took longer than {policy.seconds:g} seconds")
        return Problem(where=where, what=f"it cannot be reached: {_reason(error)}")


def _reason(error: Exception) -> str:
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return "".join(char if char.isprintable() else "?" for char in str(words))[:200]


def _parts(url: str) -> SplitResult:
    if len(url) > LONGEST_URL_CHARS:
        raise Refused("the address is too long")
    parts = urlsplit(url)
    if parts.scheme not in PORTS:
        raise Refused("only addresses of http and https are fetched")
    if parts.username is not None or parts.password is not None:
        raise Refused("the address holds a name or a password", "take them out")
    return parts


def _host(parts: SplitResult) -> str:
    if not parts.hostname:
        raise Refused("the address names no host")
    try:
        return parts.hostname.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise Refused("the address names no host") from error


def _asked(
    made: Connection, parts: SplitResult, host: str, url: str, policy: Policy, sent: Sent | None
) -> Answer:
    talk = http.client.HTTPConnection(host)
    talk.sock = made.sock
    query = f"?{quote(parts.query, safe=SAFE)}" if parts.query else ""
    shown = f"[{host}]" if ":" in host else host
    headers = {
        "Host": shown if parts.port is None else f"{shown}:{parts.port}",
        "User-Agent": policy.user_agent,
        "Connection": "close",
        **(_of_sent(sent) if sent else {"Accept": ACCEPTED, "Accept-Encoding": "gzip, identity"}),
    }
    method, body_sent = ("POST", sent.body) if sent else ("GET", None)
    talk.request(method, quote(parts.path or "/", safe=SAFE) + query, body=body_sent, headers=headers)
    response = talk.getresponse()
    try:
        body, truncated = _body(response, made, policy) if response.status == 200 else (b"", None)
    finally:
        response.close()
    if truncated and not body:
        raise TimeoutError if truncated == "time" else ConnectionError("the answer broke off")
    return Answer(
        url=url.partition("#")[0],
        address=made.address,
        status=response.status,
        reason=_reason(Exception(response.reason or "")),
        headers=tuple((name, " ".join(value.split())) for name, value in response.getheaders()),
        body=body,
        truncated=truncated,
    )


def _of_sent(sent: Sent) -> dict[str, str]:
    token = {"Authorization": f"Bearer {sent.token}"} if sent.token else {}
    return {
        "Content-Type": sent.media_type,
        "Accept": sent.media_type,
        "Accept-Encoding": "identity",
        **token,
    }


def _body(response: http.client.HTTPResponse, made: Connection, policy: Policy) -> tuple[bytes, str | None]:
    """The body up to the caps, and why it ends early; what came before the end is kept."""
    parts: list[bytes] = []
    size = 0
    try:
        while data := response.read1(CHUNK_BYTES):
            parts.append(data[: policy.answer_bytes - size])
            size += len(data)
            if size > policy.answer_bytes:
                return b"".join(parts), "length"
    except (OSError, http.client.HTTPException) as error:
        late = made.cut or isinstance(error, TimeoutError)
        return b"".join(parts), "time" if late else "disconnect"
    missing = response.length is not None and response.length > 0
    return b"".join(parts), ("time" if made.cut else "disconnect") if made.cut or missing else None
