"""A correction finds the text that it corrects whichever of them is added first, also among many texts."""

from pathlib import Path

import pytest

from sayso.pipeline import Ledger
from tests.pipeline.corpora import MOMENT

FIRST = """---
title: Nine dead as ferry sinks off Port Arless
publisher: Norland Wire
published: 2031-04-02
---
Nine passengers drowned when the ferry Saint Osric sank off Port Arless, the Harbour Office told Norland Wire.
"""
NOTICE = """---
title: "Correction: Four dead as ferry sinks off Port Arless"
publisher: Norland Wire
published: 2031-04-09
---
Four passengers drowned when the ferry Saint Osric sank off Port Arless, the Harbour Office told Norland Wire.

Correction: An earlier version of this report, of 2 April, gave a wrong number of dead.
"""


@pytest.mark.parametrize("order", [("first", "notice"), ("notice", "first")])
def test_a_correction_is_found_whatever_comes_first(tmp_path: Path, order: tuple[str, str]) -> None:
    for name, text in (("first", FIRST), ("notice", NOTICE)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    with Ledger(tmp_path / "a.db", clock=lambda: MOMENT) as held:
        for name in order:
            list(held.add(str(tmp_path / f"{name}.md"), workers=1, rules=True))
        edges = [edge for claim in held.claims().claims for edge in held.derivations(claim)]
        titles = {row.id: row.title for row in held.documents()}
    assert {(titles[e.document], titles[e.of or ""]) for e in edges if e.kind == "corrects"} == {
        ("Correction: Four dead as ferry sinks off Port Arless", "Nine dead as ferry sinks off Port Arless")
    }
