"""A ledger with a document that is worth correcting, and corrections of it by quoted words."""

from __future__ import annotations

import shutil
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sayso.model import Judgement, ReadingMatter, Repair, Statement
from sayso.pipeline import Ledger
from sayso.pipeline.correcting import follow
from tests.pipeline.corpora import FILES, MOMENT, written

BY, WHY = "R. Ames", "read it again with the desk"
HEARING = """---
title: A hearing at Quill
publisher: Norland Wire
published: 2031-04-06
---
The Harbour Office told Norland Wire on Sunday that the ferry Saint Osric would sail again in May and
that the hull was safe. A clerk at the Office said that the captain had told the inquiry the radio was
silent. "We never got a call," Tessa Vorn, who leads the inquiry, said.

According to a second clerk, at least nine passengers drowned when the ferry Saint Osric sank off Port
Arless on Tuesday. The embassy of Norland declined to comment.
"""


def opened(path: Path) -> Ledger:
    """The ledger at `path`, with a clock that goes on by a second whenever it is looked at."""
    seconds = count()
    return Ledger(path, clock=lambda: MOMENT + timedelta(seconds=next(seconds)))


def copied(path: Path, folder: Path) -> Ledger:
    """A copy of a closed ledger in another folder, opened."""
    shutil.copy(path, folder / path.name)
    shutil.copytree(f"{path}.files", folder / f"{path.name}.files")
    return opened(folder / path.name)


def corrected_ledger(folder: Path, name: str = "c.db") -> Ledger:
    """A ledger of the small corpus and the hearing, read by rules."""
    made = opened(folder / name)
    paths = written(folder / "files", list(FILES))
    (folder / "files" / "hearing.md").write_text(HEARING, encoding="utf-8")
    list(made.add(*paths, str(folder / "files" / "hearing.md"), rules=True))
    return made


def hearing(held: Ledger) -> str:
    """The id of the hearing's document."""
    return next(row.id for row in held.documents() if row.title == "A hearing at Quill")


def said(held: Ledger, words: str, cue: str | None = None) -> Statement:
    """The innermost statement that is shown whose content holds some words, with that cue if one is given."""
    found = [
        s
        for s in held.statements(hearing(held))
        if words in s.content.text and (cue is None or (s.cue and s.cue.text == cue))
    ]
    return min(found, key=lambda s: len(s.content.text))


def correct(held: Ledger, what: ReadingMatter, target: str, **repair: Any) -> Judgement:
    """One correction, signed."""
    return held.correct(what, target, Repair(**repair), by=BY, why=WHY)


def revoke(held: Ledger, made: Judgement) -> None:
    """Takes a correction back; the ledger follows."""
    follow(held._store, [held._store.revoke(made.id, by="T. Bell", why="it was right")])
