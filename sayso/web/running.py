"""Runs the server on this machine's own address until it is stopped."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable

import uvicorn

from sayso.errors import UsageError
from sayso.web.app import make_app
from sayso.web.holding import Held
from sayso.web.serving import HOST, Serving

GRACE_SECONDS = 3


def serve(ledger: str, *, port: int, by: str, opens: bool, logs: bool, tell: Callable[[str], object]) -> None:
    """Serves a ledger, made where there is none, until Ctrl-C; tells the address once it answers.

    Raises UsageError where the port is taken, and what opening the ledger raises.
    """
    with listening_on(port) as listening:
        serving = Serving(held=Held(ledger), port=int(listening.getsockname()[1]), by=by)
        config = uvicorn.Config(
            make_app(serving), log_level="info" if logs else "warning", access_log=logs,
            server_header=False, date_header=True, timeout_graceful_shutdown=GRACE_SECONDS,
        )  # fmt: skip
        tell(
            f"sayso: {ledger} is open at\n\n  {serving.address}\n\n"
            "Only this machine reaches it. Ctrl-C stops it."
        )
        if opens:
            webbrowser.open(serving.address)
        uvicorn.Server(config).run(sockets=[listening])


def listening_on(port: int) -> socket.socket:
    """A socket that browsers can connect to at once: what comes before the server runs waits in line."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
    except OSError as error:
        made.close()
        raise UsageError(
            f"port {port} is taken ({error.strerror}); give another with --port, 0 for any"
        ) from error
    made.listen(128)
    return made
