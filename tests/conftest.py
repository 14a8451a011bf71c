"""What holds for every test: one Hypothesis profile, and no way to the network."""

import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

IN_CI = bool(os.environ.get("CI"))
FOR_BENCHES = ("SAYSO_DATA", "SAYSO_CLEAN_WEIGHTS")

# A machine under load is no reason to fail; in CI the same examples are drawn at every run.
settings.register_profile(
    "sayso",
    deadline=None,
    max_examples=20 if IN_CI else 40,
    derandomize=IN_CI,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("sayso")


@pytest.fixture(autouse=True, scope="session")
def no_settings() -> Iterator[None]:
    """What the person at this machine has set is no part of any test."""
    patch = pytest.MonkeyPatch()
    for name in [name for name in os.environ if name.startswith("SAYSO_") and name not in FOR_BENCHES]:
        patch.delenv(name)
    patch.setenv("SAYSO_CONFIG", "")
    yield
    patch.undo()


class NetworkReached(BaseException):
    """A test wanted to leave this machine; no `except Exception` of the code under test hides it."""


CONNECT = socket.socket.connect


def _refuse(*_: Any, **__: Any) -> Any:
    raise NetworkReached("tests do not reach the network")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Nothing connects and no name is looked up, in any test."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex", "sendto"):
        patch.setattr(socket.socket, name, _refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        patch.setattr(socket, name, _refuse)
    yield
    patch.undo()


def _connect_here(sock: socket.socket, address: Any) -> None:
    if not str(address[0]).startswith(("127.", "::1")):
        _refuse()
    CONNECT(sock, address)


def _look_up_here(host: str, port: int, *_: Any, **__: Any) -> list[tuple[Any, ...]]:
    if host != "127.0.0.1":
        _refuse()
    return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (host, port))]


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """This test may connect to this machine itself, and to nothing else."""
    monkeypatch.setattr(socket.socket, "connect", _connect_here)
    monkeypatch.setattr(socket, "getaddrinfo", _look_up_here)
