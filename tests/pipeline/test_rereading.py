"""A newer reader reads the ledger anew: beside the old reading, as if it had been the only one."""

from itertools import islice
from pathlib import Path

import msgspec
import pytest

from sayso.errors import Problem, UsageError
from sayso.model import Document, Extent, Statement, proposition_id, statement_id
from sayso.pipeline import Ledger
from sayso.pipeline.adding import Read, read_for_ledger
from sayso.pipeline.linking import link_pending
from sayso.pipeline.rereading import Reread, reread
from sayso.pipeline.viewing import viewer
from tests.pipeline.corpora import FILES, ledger, written
from tests.pipeline.whole import differing, whole

NEWER = "en-2+aaaaaa"


def other_reader(document: Document, rules: bool) -> Read:
    """A reader that reads like the one by rules, but drops some statements and cuts contents shorter."""
    del rules
    first = read_for_ledger(document, True)
    statements = tuple(_cut(document, s) for n, s in enumerate(first.statements) if n % 3 != 2)
    views = viewer().views(document, statements)
    return Read(statements=statements, views=views, reading=NEWER)


def _cut(document: Document, statement: Statement) -> Statement:
    """The statement with the last words of its content left out, where it is one long run of words."""
    spans = statement.content.spans
    if len(spans) != 1 or spans[0].end - spans[0].start < 60:
        return msgspec.structs.replace(statement, reading=NEWER, within=None)
    end = document.text.rindex(" ", spans[0].start, spans[0].end - 12)
    shorter = Extent.of(document.text, [spans[0]._replace(end=end)])
    cue = statement.cue.spans if statement.cue else ()
    id = statement_id(document.id, statement.source.spans, cue, shorter.spans)
    part = msgspec.structs.replace(
        statement.propositions[0], id=proposition_id(id, shorter.spans), spans=shorter.spans,
        text=shorter.text, times=(),
    )  # fmt: skip
    return msgspec.structs.replace(
        statement, id=id, reading=NEWER, within=None, content=shorter, propositions=(part,)
    )


def read_anew(held: Ledger) -> list[Reread]:
    found = list(reread(held._store, NEWER, workers=1, rules=True, reads=other_reader))
    assert not [one for one in found if isinstance(one, Problem)]
    return [one for one in found if isinstance(one, Reread)]


@pytest.fixture
def held(tmp_path: Path) -> Ledger:
    made = ledger(tmp_path / "a.db")
    list(made.add(*written(tmp_path / "files"), rules=True))
    return made


def fresh(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger whose documents the other reader was the first to read."""
    with monkeypatch.context() as patch:
        patch.setattr("sayso.pipeline.adding.read_for_ledger", other_reader)
        made = ledger(folder / "b.db")
        list(made.add(*written(folder / "files"), rules=True))
    return made


def test_a_ledger_read_anew_is_one_that_the_newer_reader_made(
    held: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = whole(held)
    assert len(read_anew(held)) == len(FILES)
    assert differing(before, whole(held))
    assert differing(whole(held), whole(fresh(tmp_path, monkeypatch))) == []
    assert held.verify()[0] == ()


@pytest.mark.parametrize("cap", [1, 2, 3])
def test_buckets_that_were_full_and_are_so_no_more_propose_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cap: int
) -> None:
    for module in ("pairing", "settling"):
        for name in ("KEY_CAP", "BAND_CAP"):
            monkeypatch.setattr(f"sayso.pipeline.{module}.{name}", cap)
    held = ledger(tmp_path / "a.db")
    list(held.add(*written(tmp_path / "files"), rules=True))
    before = whole(held)
    read_anew(held)
    assert differing(whole(held), whole(fresh(tmp_path, monkeypatch))) == []
    reading = held._store.readings(held.documents()[0].id)[0]
    list(reread(held._store, reading, workers=1, rules=True))
    assert differing(before, whole(held)) == []


def test_what_goes_wrong_while_a_document_is_put_leaves_its_older_reading(
    held: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = whole(held)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("sayso.pipeline.rereading.settle", fail)
        with pytest.raises(KeyboardInterrupt):
            read_anew(held)
    assert differing(before, whole(held)) == []
    assert held.verify()[0] == ()
    assert len(read_anew(held)) == len(FILES)


def test_what_the_newer_reader_reads_alike_keeps_its_id_and_its_claim(held: Ledger) -> None:
    claims = {c.id for c in held.claims().claims}
    ids = {s.id for row in held.documents() for s in held.statements(row.id)}
    read_anew(held)
    assert {c.id for c in held.claims().claims} & claims
    assert {s.id for row in held.documents() for s in held.statements(row.id)} & ids


def test_the_older_reading_stands_beside_the_newer(held: Ledger) -> None:
    store, (row, *_) = held._store, held.documents()
    older = held.statements(row.id)
    read_anew(held)
    assert store.readings(row.id)[-1] == NEWER
    assert store.statements(row.id, store.readings(row.id)[0]) == older
    assert held.statements(row.id) != older


def test_the_map_between_readings_is_kept_and_shown(held: Ledger) -> None:
    counts = {kind for one in read_anew(held) for kind in one.counts}
    assert {"same", "changed", "dropped"} <= counts
    row = next(row for row in held.documents() if held.diff_readings(row.id).changes)
    diff = held.diff_readings(row.id)
    assert diff.newer == NEWER
    assert held._store.reading_map(row.id, diff.older, diff.newer)


def test_a_run_that_was_stopped_goes_on_and_ends_as_if_it_had_not(
    held: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(len(FILES)):
        list(islice(reread(held._store, NEWER, workers=1, rules=True, reads=other_reader), 1))
        assert held.verify()[0] == ()
        assert held.claims().claims
    assert held._store.documents_behind(NEWER) == ()
    assert read_anew(held) == []
    assert differing(whole(held), whole(fresh(tmp_path, monkeypatch))) == []


def test_back_to_the_older_reader_is_the_ledger_before(held: Ledger) -> None:
    before = whole(held)
    reading = held._store.readings(held.documents()[0].id)[0]
    read_anew(held)
    assert len(list(reread(held._store, reading, workers=1, rules=True))) == len(FILES)
    assert differing(before, whole(held)) == []


def test_a_document_that_is_added_between_is_linked_with_those_read_anew(
    held: Ledger, tmp_path: Path
) -> None:
    list(islice(reread(held._store, NEWER, workers=1, rules=True, reads=other_reader), 2))
    extra = tmp_path / "extra.md"
    extra.write_text(FILES["relay.md"].replace("Radio Hest", "Radio Quill"), encoding="utf-8")
    list(held.add(str(extra), rules=True))
    assert held._store.stale() == frozenset()
    assert link_pending(held._store) == 0
    assert all(m.id for c in held.claims().claims for m in c.statements)


def test_every_document_was_read_by_the_present_reader(held: Ledger) -> None:
    assert list(held.reread(rules=True)) == []


def test_one_reading_has_nothing_to_be_compared_with(held: Ledger) -> None:
    with pytest.raises(UsageError, match="one reading"):
        held.diff_readings(held.documents()[0].id)
    with pytest.raises(UsageError, match="no document"):
        held.diff_readings("d:none")


def test_documents_whose_vectors_earlier_weights_made_are_seen_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = ledger(tmp_path / "a.db")
    list(held.add(*written(tmp_path / "files"), rules=True))
    before = whole(held)
    assert list(held.reread(rules=True)) == []
    monkeypatch.setattr("sayso.link.encoder.GENERATION", b"\x7f")
    assert len(list(held.reread(rules=True))) == len(held.documents())
    assert list(held.reread(rules=True)) == []
    monkeypatch.undo()
    assert len(list(held.reread(rules=True))) == len(held.documents())
    assert differing(before, whole(held)) == []
