"""A web server on this machine that answers as a test says, hostile answers among them."""

import contextlib
import http.server
import socketserver
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Write = Callable[[bytes], None]
Reply = Callable[[Write, threading.Event], None]


def reply(body: bytes = b"", status: str = "200 OK", **headers: str) -> Reply:
    """An ordinary answer; underscores in names of headers are hyphens."""

    def write(out: Write, _: threading.Event) -> None:
        told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        out(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body)

    return write


def moved(location: str) -> Reply:
    """A redirect."""
    return reply(status="302 Found", Location=location)


def raw(*parts: bytes, then_waits: bool = False) -> Reply:
    """Bytes as they are; afterwards the connection is held open, or closed."""

    def write(out: Write, over: threading.Event) -> None:
        for part in parts:
            out(part)
        if then_waits:
            over.wait(30)

    return write


def endless(chunk: bytes) -> Reply:
    """A body that never ends."""

    def write(out: Write, over: threading.Event) -> None:
        out(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        while not over.is_set():
            out(chunk)

    return write


@dataclass(kw_only=True)
class Server:
    """Where the server is, and what it was asked."""

    port: int
    asked: list[Mapping[str, str]] = field(default_factory=list)

    def url(self, path: str, host: str = "lantern.example") -> str:
        """The address of a path, by a name that only the test's resolver knows."""
        return f"http://{host}:{self.port}{path}"


class Quiet(http.server.BaseHTTPRequestHandler):
    """A request of which nothing is logged."""

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@contextlib.contextmanager
def serving(replies: Mapping[str, Reply]) -> Iterator[Server]:
    """Serves the replies by path until it is left."""
    over = threading.Event()

    asked: list[Mapping[str, str]] = []

    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        def write(data: bytes) -> None:
            request.wfile.write(data)
            request.wfile.flush()

        body = request.rfile.read(int(request.headers.get("Content-Length", 0))).decode()
        asked.append({"path": request.path, **dict(request.headers.items()), "body": body})
        with contextlib.suppress(OSError):
            replies[request.path](write, over)
        request.close_connection = True

    handler = type("Handler", (Quiet,), {"do_GET": answer, "do_POST": answer})
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Server(port=server.server_address[1], asked=asked)
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()
