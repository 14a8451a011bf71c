"""A connection to an address that was checked, which is cut when its time is over."""

import contextlib
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Sequence
from types import TracebackType

from sayso.fetch.policy import Policy, refusal

MOST_ADDRESSES = 4
CONNECTING_SECONDS = 10.0


class Refused(Exception):
    """An address that must not be reached; its words are for people."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.hint = hint


class Connection:
    """An open socket; a timer shuts it down at the deadline, whatever it waits for. Leave it by `with`."""

    def __init__(self, sock: socket.socket, address: str, deadline: float) -> None:
        self.sock, self.address = sock, address
        self.cut = False
        self._timer = threading.Timer(max(deadline - time.monotonic(), 0.0), self._end)
        self._timer.daemon = True
        self._timer.start()

    def secure(self, host: str) -> None:
        """Speaks TLS from now on, with the certificate checked against the name."""
        self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=host)

    def _end(self) -> None:
        self.cut = True
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> "Connection":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        self.sock.close()


def connect(
    host: str, port: int, addresses: Sequence[str], policy: Policy, deadline: float, *, secure: bool
) -> Connection:
    """A connection to the first of the addresses that answers.

    Raises Refused where the policy forbids any of them: a name that leads to a public and to a
    private address is a trick. Raises OSError where none answers.
    """
    for address in addresses:
        why = refusal(address, policy)
        if why:
            raise Refused(f"{host} leads to {why} ({address}), which is not fetched", "see --allow-private")
    made = _first(port, addresses, deadline)
    try:
        why = refusal(str(made.sock.getpeername()[0]), policy)
        if why:
            raise Refused(f"{host} leads to {why}, which is not fetched")
        if secure:
            made.secure(host)
    except BaseException:
        made.__exit__(None, None, None)
        raise
    return made


def _first(port: int, addresses: Sequence[str], deadline: float) -> Connection:
    failed: OSError = OSError("its name has no address")
    for address in addresses[:MOST_ADDRESSES]:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time is over")
        is_six = ipaddress.ip_address(address.partition("%")[0]).version == 6
        sock = socket.socket(socket.AF_INET6 if is_six else socket.AF_INET, socket.SOCK_STREAM)
        try:
            sock.settimeout(min(left, CONNECTING_SECONDS))
            sock.connect((address, port))
            sock.settimeout(max(deadline - time.monotonic(), 0.001))
            return Connection(sock, address, deadline)
        except OSError as error:
            sock.close()
            failed = error
    raise failed
