"""Unpacks gzip, bzip2 and xz as a stream, and stops where more comes out than the caps allow."""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable
from typing import IO, Any

from sayso.ingest.caps import Caps

CHUNK_BYTES = 65_536
XZ_MEMORY_BYTES = 256_000_000  # a dictionary that xz -9 needs is 64 MB; a header can ask for 4 GB
BROKEN = (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)
SIGNATURES: dict[bytes, Callable[[], Any]] = {
    b"\x1f\x8b": lambda: zlib.decompressobj(zlib.MAX_WBITS | 16),
    b"BZh": bz2.BZ2Decompressor,
    b"\xfd7zXZ\x00": lambda: lzma.LZMADecompressor(memlimit=XZ_MEMORY_BYTES),
}


class Budget:
    """How many bytes may still be unpacked from one input; shared by all that lies in it."""

    def __init__(self, packed_bytes: int, caps: Caps) -> None:
        self.left_bytes = packed_bytes * caps.ratio + caps.free_bytes

    def take(self, wanted_bytes: int) -> int:
        """So many of the wanted bytes as there are left; they are then used up."""
        taken = min(wanted_bytes, self.left_bytes)
        self.left_bytes -= taken
        return taken


class Inflated(io.RawIOBase):
    """A readable stream of what a packed one unpacks to; ends early where it must or is broken.

    `stopped` says that the budget was used up, `broken` that the packed bytes make no sense or end
    too soon. Packed files that are written one behind the other are one stream, as in gzip (RFC 1952).
    """

    def __init__(self, packed: IO[bytes], make: Callable[[], Any], budget: Budget) -> None:
        super().__init__()
        self._packed, self._make, self._budget = packed, make, budget
        self._inner = make()
        self._rest = b""
        self._begun = False
        self.stopped = self.broken = False

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer with the next bytes; 0 at the end."""
        if self.stopped or self.broken:
            return 0
        data = self._next(len(buffer))
        taken = self._budget.take(len(data))
        self.stopped = taken < len(data)
        buffer[:taken] = data[:taken]
        return taken

    def _next(self, size: int) -> bytes:
        while True:
            if self._inner.eof and not self._another():
                return b""
            packed = self._rest or self._input()
            if packed is None:
                return b""
            try:
                data = self._unpack(packed, size)
            except BROKEN:
                self.broken = True
                return b""
            if data:
                return data

    def _input(self) -> bytes | None:
        """The next packed bytes; b"" where the unpacker needs none, None at the end."""
        if not getattr(self._inner, "needs_input", True):
            return b""
        data = self._packed.read(CHUNK_BYTES)
        if not data:
            self.broken = self._begun
            return None
        return data

    def _unpack(self, packed: bytes, size: int) -> bytes:
        self._begun = True
        data: bytes = self._inner.decompress(packed, size)
        tail = getattr(self._inner, "unconsumed_tail", b"")
        self._rest = self._inner.unused_data if self._inner.eof else tail
        return data

    def _another(self) -> bool:
        """Whether a further packed stream begins where one has ended."""
        rest = self._rest or self._packed.read(CHUNK_BYTES)
        rest = rest.lstrip(b"\x00")
        if not any(rest.startswith(signature) for signature in SIGNATURES):
            return False
        self._inner, self._rest, self._begun = self._make(), rest, False
        return True


class Metered(io.RawIOBase):
    """A readable stream of which every byte counts as unpacked; `stopped`: the budget was used up."""

    def __init__(self, stream: IO[bytes], budget: Budget) -> None:
        super().__init__()
        self._stream, self._budget = stream, budget
        self.stopped = False

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer with the next bytes; 0 at the end."""
        data = b"" if self.stopped else self._stream.read(min(len(buffer), CHUNK_BYTES))
        taken = self._budget.take(len(data))
        self.stopped = self.stopped or taken < len(data)
        buffer[:taken] = data[:taken]
        return taken


def unpacker(head: bytes) -> Callable[[], Any] | None:
    """What unpacks a file that begins so; None for one that is not packed."""
    return next((make for signature, make in SIGNATURES.items() if head.startswith(signature)), None)
