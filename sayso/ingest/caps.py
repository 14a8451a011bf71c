"""Caps: how much one document, or one file of many, may cost; each with its reason."""

import msgspec


class Caps(msgspec.Struct, frozen=True, kw_only=True):
    """What reading a document in may use. A cap that was hit is named among its problems.

    `document_bytes`: of one document's own file or record, unpacked. A book is 2 MB of text.
    `ratio`: how many times its size a packed file may unpack to. News pages pack 4 to 10 times;
    a record of 1 kB that unpacks to 299 MB is a bomb.
    `free_bytes`: may always be unpacked, whatever the ratio: small files of equal letters are no bomb.
    `pages`: of one PDF, from its start. The longest reports of commissions have about 1,500.
    `depth`: containers inside one another (an archive in a packed archive). People pack twice.
    `members`: of one container, so that a million empty ones do not fill a ledger with problems.
    `seconds`: of wall time for one document. A page takes 0.02 s, a long PDF 1 s; a hostile one of
    5 kB took 17 s. Held only in a process of its own (see `capture_paths`).
    `memory_bytes`: of address space of that process. Its libraries alone take 0.4 GB of it. Held
    where the system has the means (Linux); macOS and Windows have only the other caps.
    `restarts`: of that process for one input; a file that stops its reader again and again is given up.
    """

    document_bytes: int = 50_000_000
    ratio: int = 100
    free_bytes: int = 16_000_000
    pages: int = 2_000
    depth: int = 4
    members: int = 100_000
    seconds: float = 60.0
    memory_bytes: int = 3_000_000_000
    restarts: int = 20


CAPS = Caps()
