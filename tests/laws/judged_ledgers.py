"""Small ledgers for laws of judging: made once, copied for each example, with a clock that goes on."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sayso.errors import UsageError
from sayso.pipeline import Ledger
from tests.pipeline.corpora import FILES, every_claim

START = datetime(2032, 1, 1, tzinfo=UTC)
MORE = {
    "second.md": """---
title: Ferry toll
publisher: Tern Post
published: 2031-04-04
---
Twelve passengers drowned when the ferry Saint Osric sank off Port Arless, the rescue service of Hest said.

The ferry had been carrying 152 people, a sailor told Tern Post.
""",
    "bridges.md": """---
title: Bridges
publisher: Velmark State Gazette
published: 2031-06-02
---
The new bridge over the Tarn will not open to lorries in July, the Ministry of Roads said. The mayor of
Quill said that the old bridge over the Tarn would open to lorries in August.
""",
    "late.md": """---
title: Lorries wait
publisher: Tern Post
published: 2031-07-20
---
According to Radio Hest, the new bridge over the Tarn opened to lorries. Drivers denied that it had opened.
""",
}
ALL = {**FILES, **MORE}


def opened(path: Path, start: datetime = START) -> Ledger:
    """A ledger whose clock goes on by a second each time it is asked."""
    moment = [start]

    def clock() -> datetime:
        moment[0] += timedelta(seconds=1)
        return moment[0]

    return Ledger(path, clock=clock)


def made(path: Path, names: Sequence[str]) -> Ledger:
    """A ledger of the documents with these names, added in that order."""
    held = opened(path)
    held_paths = []
    folder = path.parent / f"{path.stem}-files"
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(ALL[name], encoding="utf-8")
        held_paths.append(str(folder / name))
    list(held.add(*held_paths, rules=True, workers=1))
    return held


def copied(base: Path, target: Path) -> Ledger:
    """A copy of the ledger at `base`, which nobody has open, opened a year later."""
    shutil.copyfile(base, target)
    return opened(target, START + timedelta(days=365))


def propositions(held: Ledger) -> list[str]:
    """All propositions that are in a claim, in order."""
    return sorted(member.proposition for claim in every_claim(held) for member in claim.statements)


def decide(held: Ledger, asked: tuple[str, int, int, str], things: Sequence[str]) -> str | None:
    """A drawn judgement on two of `things`; its id, None where it is refused."""
    what, first, second, word = asked
    one, other = things[first % len(things)], things[second % len(things)]
    calls = {
        "same": ((one, other), {}),
        "not-same": ((one, other), {}),
        "split": ((held.claim(one).id, one), {}),
        "stance": ((one, other), {"stance": word}),
        "own": ((_statement(held, one),), {"origin": "own"}),
        "shared": ((_statement(held, one), _statement(held, other)), {"origin": "same"}),
        "outcome": ((one,), {"outcome": "holds" if word == "supports" else "fails"}),
        "word": ((one,), {"word": "likely"}),
        "evidence": (
            (one,),
            {
                "kind": "customs", "reference": f"table {second % 3}", "strength": "weak", "text": "It is.",
                "stance": "denies" if word == "denies" else "supports",
            },
        ),
        "kind": (("Ministry of Waters",), {"kind": "organization" if word == "denies" else "government"}),
    }  # fmt: skip
    targets, value = calls[what]
    matter = {"split": "not-same", "own": "origin", "shared": "origin"}.get(what, what)
    try:
        return held.judge(matter, targets, value, by="R. Ames", why=f"drawn {first} {second}").id
    except UsageError:
        return None


def _statement(held: Ledger, proposition: str) -> str:
    claim = held.claim(proposition)
    return next(m.id for m in claim.statements if m.proposition == proposition)
