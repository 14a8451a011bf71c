"""What the process that reads and the one that asks tell each other: messages with their length before."""

from typing import IO

import msgspec

from sayso.errors import Problem
from sayso.ingest.caps import Caps
from sayso.ingest.capture import Capture
from sayso.ingest.defaults import Defaults
from sayso.ingest.plugged import PluggedFormat

LENGTH_BYTES = 8
OUT_OF_MEMORY = 77  # the exit code of a process that could get no more


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One file to be read: a path as the system writes it, or bytes at hand; `skip` pieces are done.

    `formats` are those that the user plugged in.
    """

    path: bytes
    data: bytes | None
    defaults: Defaults
    caps: Caps
    skip: int = 0
    formats: tuple[PluggedFormat, ...] = ()


class Ready(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The process has started; its time does not count for the first document."""


class Begun(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The piece of this number and name is being read."""

    number: int
    name: str


class Ended(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The piece that was begun is read; more may come."""


class Found(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A document."""

    capture: Capture


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Something that cannot be read."""

    problem: Problem


class Done(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The whole file is read."""


Message = Ready | Begun | Ended | Found | Failed | Done


def send(stream: IO[bytes], message: msgspec.Struct) -> None:
    """Writes one message."""
    data = msgspec.msgpack.encode(message)
    stream.write(len(data).to_bytes(LENGTH_BYTES, "big") + data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The bytes of the next message; None where the other side has gone."""
    length = stream.read(LENGTH_BYTES)
    if len(length) < LENGTH_BYTES:
        return None
    size = int.from_bytes(length, "big")
    data = stream.read(size)
    return data if len(data) == size else None
