"""Forgetting: the ledger is one that never had the document, and no file holds a word of it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.model import Repair
from sayso.pipeline import Ledger
from sayso.pipeline.forgetting import Forgotten
from sayso.pipeline.rereading import reread
from tests.pipeline.corpora import FILES, ledger, written
from tests.pipeline.corrections import BY, WHY, opened
from tests.pipeline.test_rereading import NEWER, other_reader
from tests.pipeline.whole import differing, whole

CANARY = "Zyxquarn"
LEAK = f"""---
title: What {CANARY} saw in the harbour
publisher: {CANARY} Letter
published: 2031-04-07
author: Ilo {CANARY}
url: https://{CANARY.lower()}.example/harbour
---
According to {CANARY}, a diver, at least nine passengers drowned when the ferry Saint Osric sank off Port
Arless on Tuesday. {CANARY} said that the hull had been torn open by the {CANARY} reef in May.

The Harbour Office told {CANARY} Letter that it would answer {CANARY} by June.
"""


def traces(folder: Path) -> Iterator[str]:
    """The files in which the canary stands, in either case, as text or inside what a database packs."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes().lower()
        if CANARY.lower().encode() in data or CANARY.lower().encode("utf-16-le") in data:
            yield path.name


def leaked(folder: Path) -> tuple[Ledger, str]:
    """A ledger with the document that must go, added from a folder beside it, and its id."""
    inputs, place = folder / "inputs", folder / "ledger"
    place.mkdir()
    paths = written(inputs)
    (inputs / f"{CANARY}.md").write_text(LEAK, encoding="utf-8")
    held = opened(place / "a.db")
    list(held.add(*paths, str(inputs / f"{CANARY}.md"), rules=True))
    return held, next(row.id for row in held.documents() if row.title and CANARY in row.title)


def test_no_file_that_the_program_wrote_holds_a_word_of_it(tmp_path: Path) -> None:
    held, id = leaked(tmp_path)
    missing = str(tmp_path / "inputs" / f"{CANARY}-2.md")
    list(held.add(missing))
    statements = held.statements(id)
    made = held.correct("source", statements[0].id, Repair(words=f"{CANARY}, a diver"), by=BY, why=WHY)
    held.correct("statement", id, Repair(source="The Harbour Office", cue="told", content="by June"), by=BY,
                 why=WHY)  # fmt: skip
    list(reread(held._store, NEWER, workers=1, rules=True, reads=other_reader))
    assert list(traces(tmp_path / "ledger"))
    done = held.forget(id, by=BY, why="the diver asked for it")
    held._store.clear_failure(missing)
    held._store.scrub()
    assert done.clean
    assert made.id in done.judgements
    held.backup(tmp_path / "ledger" / "copy.db")
    assert list(traces(tmp_path / "ledger")) == []
    held.close()
    assert list(traces(tmp_path / "ledger")) == []


def test_words_that_an_original_struck_are_forgotten_with_it(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    (tmp_path / "ledger").mkdir()
    page = (
        f"<html lang=en><title>Port</title><p>The office counted <s>{CANARY} nine</s> forty dead.</p></html>"
    )
    (tmp_path / "inputs" / "port.html").write_text(page, encoding="utf-8")
    with opened(tmp_path / "ledger" / "a.db") as held:
        list(held.add(str(tmp_path / "inputs" / "port.html"), rules=True))
        (row,) = held.documents()
        assert [one.text for one in held.document(row.id).unseen] == [f"{CANARY} nine"]
        held.forget(row.id, by=BY, why=WHY)
        assert list(traces(tmp_path / "ledger")) == []


def test_the_ledger_is_then_one_that_never_had_it(tmp_path: Path) -> None:
    held, id = leaked(tmp_path)
    held.forget(id, by=BY, why=WHY)
    other = ledger(tmp_path / "other.db")
    list(other.add(*written(tmp_path / "inputs"), rules=True))
    assert differing(whole(other), whole(held)) == []
    assert held.verify()[0] == ()
    assert held.search(CANARY) == []
    assert [e.kind for e in held._store.log_entries()][-1] == "forgotten"


@pytest.mark.parametrize("cap", [1, 2, 3])
def test_what_a_full_bucket_kept_apart_is_found_when_one_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cap: int
) -> None:
    for module in ("pairing", "settling"):
        for name in ("KEY_CAP", "BAND_CAP"):
            monkeypatch.setattr(f"sayso.pipeline.{module}.{name}", cap)
    monkeypatch.setattr("sayso.pipeline.nearing.BAND_CAP", cap)
    held, id = leaked(tmp_path)
    held.forget(id, by=BY, why=WHY)
    other = ledger(tmp_path / "other.db")
    list(other.add(*written(tmp_path / "inputs"), rules=True))
    assert differing(whole(other), whole(held)) == []


def test_what_was_forgotten_may_be_added_again_and_the_ledger_is_whole(tmp_path: Path) -> None:
    held, id = leaked(tmp_path)
    before = whole(held)
    made = held.correct("anonymous", held.statements(id)[0].id, Repair(anonymous=True), by=BY, why=WHY)
    held.forget(id, by=BY, why=WHY)
    assert [one.judgement.id for one in held.orphans()] == [made.id]
    list(held.add(str(tmp_path / "inputs" / f"{CANARY}.md"), rules=True))
    assert held.statements(id)[0].corrected_by == (made.id,)
    assert differing(before, whole(held)) != []
    assert held.verify()[0] == ()
    held.forget(id, by=BY, why=WHY)
    assert held.verify()[0] == ()


def test_what_forgetting_cannot_reach_is_told(tmp_path: Path) -> None:
    held = ledger(tmp_path / "a.db")
    list(held.add(*written(tmp_path / "files"), rules=True))
    by_publisher = {row.publisher: row.id for row in held.documents()}
    done = held.forget(by_publisher["Norland Wire"], by=BY, why=WHY)
    assert by_publisher["Arless Courier"] in done.copies


def test_bytes_that_another_document_has_too_are_kept_for_it(tmp_path: Path) -> None:
    held = ledger(tmp_path / "a.db")
    page = tmp_path / "page.txt"
    page.write_text("The Harbour Office said that the ferry had sunk.", encoding="utf-8")
    for publisher in ("The Anchor", "The Lantern"):
        list(held.add(str(page), publisher=publisher, rules=True))
    first, second = held.documents()
    done = held.forget(first.id, by=BY, why=WHY)
    assert done.shared == (second.id,)
    assert held._store.original(second.id) == page.read_bytes()
    assert held.forget(second.id, by=BY, why=WHY).shared == ()
    assert [path for path in held._store.files.rglob("*") if path.is_file()] == []
    assert held.verify()[0] == ()


def test_a_reader_that_is_open_keeps_old_pages_and_it_is_said(tmp_path: Path) -> None:
    held, id = leaked(tmp_path)
    reader = sqlite3.connect(tmp_path / "ledger" / "a.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM documents").fetchall()
    held._store._driver.execute("PRAGMA busy_timeout=100")
    assert not held.forget(id, by=BY, why=WHY).clean
    reader.close()
    assert held.forget(id, by=BY, why=WHY) == Forgotten(document=id)
    assert list(traces(tmp_path / "ledger")) == []


@pytest.mark.parametrize(("by", "why"), [("", WHY), (BY, " ")])
def test_forgetting_is_signed(tmp_path: Path, by: str, why: str) -> None:
    held = ledger(tmp_path / "a.db")
    list(held.add(*written(tmp_path / "files", ["other.md"]), rules=True))
    with pytest.raises(UsageError, match="by whom and why"):
        held.forget(held.documents()[0].id, by=by, why=why)
    with pytest.raises(UsageError, match="no document"):
        held.forget("d:none", by=BY, why=WHY)
    assert len(held.documents()) == 1


def test_foreign_files_beside_the_ledger_are_left_alone(tmp_path: Path) -> None:
    held = ledger(tmp_path / "a.db")
    list(held.add(*written(tmp_path / "files", list(FILES)[:2]), rules=True))
    mine = held._store.files / "notes" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    held.forget(held.documents()[0].id, by=BY, why=WHY)
    assert mine.read_text(encoding="utf-8") == "mine"
