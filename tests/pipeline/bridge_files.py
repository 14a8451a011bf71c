"""A small corpus on one bridge: a ministry that changes its words, a promise, a denial, hedges, silence."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sayso.pipeline import Ledger

MOMENT = datetime(2032, 1, 1, tzinfo=UTC)

FILES = {
    "first.md": """---
title: Crack found in the Quill bridge
publisher: Norland Wire
published: 2031-03-02
---
A crack has reportedly been found in the eastern arch. The Ministry of Roads said that the Quill bridge was
safe for lorries.

A high-level source told Norland Wire that two pillars may have sunk into the mud.

The Ministry of Roads promised that 400 tonnes of steel would arrive from Velmark by the end of April.
""",
    "second.md": """---
title: What the ministry says of the Quill bridge
publisher: Radio Hest
published: 2031-03-20
---
The Ministry of Roads said that the Quill bridge was safe for cars. Radio Hest could not verify the state
of the cables. The mayor of Quill declined to comment on the cost of repairs.
""",
    "third.md": """---
title: Steel arrives at the Quill bridge
publisher: Arless Courier
published: 2031-04-28
---
The Ministry of Roads said that 150 tonnes of steel had arrived from Velmark on 27 April.

Divers from Hest said that two pillars had sunk into the mud. The Ministry of Roads denied that two pillars
had sunk into the mud.
""",
    "fourth.md": """---
title: Quill bridge closed
publisher: Norland Wire
published: 2031-06-02
---
The Ministry of Roads said that the Quill bridge was closed to lorries and perhaps to cars. A diplomat said
that the army will possibly blow up its western ramp.

The mayor of Quill said that a ferry carried bread. A baker in Quill said that flour was dear, it is said.
It is likely that schools beyond the river have been shut.
""",
    "away.md": """---
title: Ferry fares
publisher: Radio Hest
published: 2031-03-05
---
The Harbour Office said that fares to the island of Hest would rise.
""",
}
SUBJECT = ("Quill", "bridge")


def written(folder: Path, names: Sequence[str] = tuple(FILES)) -> list[str]:
    """The files with these names, written into a folder; their paths in that order."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(FILES[name], encoding="utf-8")
    return [str(folder / name) for name in names]


def bridge_ledger(folder: Path, names: Sequence[str] = tuple(FILES)) -> Ledger:
    """A ledger in `folder` of these files, read by rules alone, whose clock stands still."""
    held = Ledger(folder / "a.db", clock=lambda: MOMENT)
    list(held.add(*written(folder / "files", names), workers=1, rules=True))
    return held
