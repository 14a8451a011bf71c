"""Small corpora for tests of the whole way from files to claims."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sayso.model import Claim
from sayso.pipeline import ClaimQuery, Ledger

MOMENT = datetime(2032, 1, 1, tzinfo=UTC)

WIRE = """---
title: Nine dead as ferry sinks off Port Arless
publisher: Norland Wire
published: 2031-04-02
---
At least nine passengers drowned when the ferry Saint Osric sank off Port Arless on Tuesday,
the Harbour Office of Velmark told Norland Wire.

The ferry was carrying 140 people to the island of Hest, the office said. A diver who took
part in the rescue said the hull had been torn open below the waterline.
"""
COPY = """---
title: Ferry sinks
publisher: Arless Courier
published: 2031-04-03
---
PORT ARLESS (Norland Wire) — At least nine passengers drowned when the ferry Saint Osric sank
off Port Arless on Tuesday, the Harbour Office of Velmark told Norland Wire.

The ferry was carrying 140 people to the island of Hest, the office said.
"""
RELAY = """---
title: Report of drownings
publisher: Radio Hest
published: 2031-04-04
---
According to Norland Wire, at least nine passengers drowned when the ferry Saint Osric sank off
Port Arless on Tuesday.
"""
DENIAL = """---
title: No one was lost
publisher: Velmark State Gazette
published: 2031-04-05
---
The Ministry of Waters denied that passengers had drowned when the ferry Saint Osric sank off Port Arless.
"""
OTHER = """---
title: Bridge opens
publisher: Radio Hest
published: 2031-06-01
---
The mayor of Quill said that the new bridge over the Tarn would open to lorries in July.
"""
FILES = {
    "wire.md": WIRE,
    "copy.md": COPY,
    "relay.md": RELAY,
    "denial.md": DENIAL,
    "other.md": OTHER,
}  # fmt: skip


def written(folder: Path, names: Sequence[str] = tuple(FILES)) -> list[str]:
    """The files with these names, written into a folder; their paths in that order."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(FILES[name], encoding="utf-8")
    return [str(folder / name) for name in names]


REPORT = """---
title: {title}
publisher: Paper {number}
published: 2031-03-0{number}
---
{telling}, the governor of Ostrava Quarter told Paper {number}.
"""


def reports(folder: Path, title: str, tellings: Sequence[str]) -> list[str]:
    """A report by another paper and of another day for each of up to nine tellings; their paths in order."""
    paths = [folder / f"{number}.md" for number in range(1, len(tellings) + 1)]
    for number, (path, telling) in enumerate(zip(paths, tellings, strict=True), start=1):
        path.write_text(REPORT.format(title=title, number=number, telling=telling), encoding="utf-8")
    return [str(path) for path in paths]


def ledger(path: Path) -> Ledger:
    """A ledger at `path` whose clock stands still."""
    return Ledger(path, clock=lambda: MOMENT)


def every_claim(held: Ledger, as_of: str | None = None) -> list[Claim]:
    """All claims by id."""
    found = held.claims(ClaimQuery(limit=0, as_of=as_of)).claims
    return sorted(found, key=lambda claim: claim.id)
