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


@pytest.mark.parametrize(
    "notice",
    [
        "An article on 5 October stated that twelve of the dead in the crash near Ure were civilians. "
        "The correct number is seven.",
        "We withdraw our report of 5 October that twelve of the dead in the crash near Ure were civilians.",
    ],
)
def test_what_an_outlet_takes_back_is_withdrawn_and_its_notice_supports_nothing(
    tmp_path: Path, notice: str
) -> None:
    head = "---\npublisher: Esten Morning Post\nlanguage: en\npublished: 2036-10-"
    told = "Twelve of the dead in the crash near Ure were civilians, the ministry said."
    (tmp_path / "a.md").write_text(f"{head}05\n---\n{told}\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(f"{head}23\n---\n{notice}\n", encoding="utf-8")
    with Ledger(tmp_path / "a.db", clock=lambda: MOMENT) as held:
        list(held.add(str(tmp_path / "a.md"), str(tmp_path / "b.md"), workers=1))
        every = [held.claim(claim.id) for claim in held.claims().claims]
        (claim,) = [one for one in every if len(one.statements) > 1]
        edges = [edge.kind for edge in held.derivations(claim)]
    assert claim.status == "withdrawn"
    assert sorted(member.stance for member in claim.statements) == ["denies", "supports"]
    assert "corrects" in edges
