"""An upgrade: what a person touched is not lost, moved or silently changed when a newer reader reads anew."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from sayso.errors import Problem
from sayso.model import Document, Statement
from sayso.pipeline import ClaimQuery, Ledger
from sayso.pipeline.adding import Read, ReadsFor, read_for_ledger
from sayso.pipeline.orphans import orphans
from sayso.pipeline.rereading import reread
from sayso.pipeline.targets import current_targets
from sayso.pipeline.viewing import viewer
from tests.pipeline.corrections import BY, WHY, copied, correct, corrected_ledger, hearing, revoke, said
from tests.pipeline.test_rereading import NEWER, other_reader
from tests.pipeline.whole import differing, whole
from tests.read.readers import needs_weights

EXAMPLES = Path(__file__).parents[2] / "examples" / "sarvane"


def dropping(document: Document, rules: bool) -> Read:
    """A reader that sees nothing at all."""
    return Read(statements=(), views=viewer().views(document, ()), reading="en-3+bbbbbb")


def upgrade(held: Ledger, reads: ReadsFor = other_reader, reading: str = NEWER) -> None:
    found = list(reread(held._store, reading, workers=1, rules=True, reads=reads))
    assert not [one for one in found if isinstance(one, Problem)]
    assert held.verify()[0] == ()


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("once")
    corrected_ledger(folder).close()
    return folder / "c.db"


@pytest.fixture
def held(made_once: Path, tmp_path: Path) -> Ledger:
    return copied(made_once, tmp_path)


def left(statement: Statement) -> Statement:
    """What a person left of a statement: all of it but its neighbours."""
    return msgspec.structs.replace(statement, within=None, chain=statement.chain[-1:])


def touched(held: Ledger) -> dict[str, Statement]:
    """Every statement that a person corrected, as it is shown."""
    return {s.id: left(s) for row in held.documents() for s in held.statements(row.id) if s.corrected_by}


def test_what_a_person_corrected_stays_as_it_was_left(held: Ledger) -> None:
    correct(held, "factuality", said(held, "the hull was safe").id, factuality="PS+")
    correct(held, "source", said(held, "nine passengers").id, words="Tessa Vorn")
    correct(held, "content", said(held, "that the captain had told").id, words="that the captain had told")
    before = touched(held)
    assert len(before) == 3
    upgrade(held)
    assert touched(held) == before
    upgrade(held, dropping, "en-3+bbbbbb")
    assert touched(held) == before
    assert held.claim(said(held, "nine passengers").id)


def test_what_was_judged_to_be_no_statement_does_not_come_back(held: Ledger) -> None:
    gone = said(held, "the hull was safe")
    correct(held, "not-a-statement", gone.id)
    upgrade(held)
    cues = [s.cue.spans for s in held.statements(hearing(held)) if s.cue]
    assert gone.cue is not None
    assert gone.cue.spans not in cues


def test_a_statement_that_was_added_stays_beside_what_a_newer_reader_reads(held: Ledger) -> None:
    correct(held, "not-a-statement", said(held, "never got").id)
    made = correct(held, "statement", hearing(held), source="Tessa Vorn", cue="said", at=214,
                   content="We never got a call")  # fmt: skip
    upgrade(held)
    found = [s for s in held.statements(hearing(held)) if "never got" in s.content.text]
    assert [s.corrected_by for s in found] == [(made.id,)]


def test_revoking_after_an_upgrade_leaves_what_the_newer_reader_reads(
    held: Ledger, made_once: Path, tmp_path: Path
) -> None:
    made = [
        correct(held, "source", said(held, "nine passengers").id, words="Tessa Vorn"),
        correct(held, "not-a-statement", said(held, "the hull was safe").id),
    ]
    upgrade(held)
    for one in made:
        revoke(held, one)
    (tmp_path / "other").mkdir()
    other = copied(made_once, tmp_path / "other")
    upgrade(other)
    assert differing(whole(other), whole(held)) == []


def test_an_upgrade_and_back_is_the_ledger_before_with_its_corrections(held: Ledger) -> None:
    correct(held, "source", said(held, "nine passengers").id, words="Tessa Vorn")
    before = whole(held)
    base = held._store.readings(hearing(held))[0]
    upgrade(held)
    upgrade(held, read_for_ledger, base)
    assert differing(before, whole(held)) == []


def test_a_person_corrects_what_was_pinned_before(held: Ledger) -> None:
    correct(held, "factuality", said(held, "nine passengers").id, factuality="PS+")
    upgrade(held)
    correct(held, "source", said(held, "nine passengers").id, words="Tessa Vorn")
    now = said(held, "nine passengers")
    assert (now.source.text, now.propositions[0].factuality) == ("Tessa Vorn", "PS+")
    assert len(now.corrected_by) == 2


def test_targets_that_are_shown_are_themselves(held: Ledger) -> None:
    statement = said(held, "nine passengers")
    ids = [statement.id, statement.propositions[0].id, statement.document, "Tessa Vorn"]
    assert current_targets(held._store, ids) == {id: (id,) for id in ids}


def test_targets_of_an_older_reading_are_carried_or_orphaned(held: Ledger) -> None:
    every = held.statements(hearing(held))
    upgrade(held)
    now = current_targets(held._store, [s.id for s in every])
    shown = {s.id: s for s in held.statements(hearing(held))}
    carried = {old: new for old, new in now.items() if new and new != (old,)}
    assert carried
    assert [id for id, new in now.items() if new == ()]
    by_id = {s.id: s for s in every}
    for old, (new,) in carried.items():
        assert shown[new].cue == by_id[old].cue
        parts = current_targets(held._store, [p.id for p in by_id[old].propositions])
        assert set(parts.values()) <= {(), *((p.id,) for p in shown[new].propositions)}
        assert any(parts.values())


def test_targets_follow_a_correction_and_its_revocation(held: Ledger) -> None:
    before = said(held, "nine passengers")
    made = correct(held, "source", before.id, words="Tessa Vorn")
    now = said(held, "nine passengers")
    assert current_targets(held._store, [before.id]) == {before.id: (now.id,)}
    assert current_targets(held._store, [before.propositions[0].id]) == {
        before.propositions[0].id: (now.propositions[0].id,)
    }
    revoke(held, made)
    assert current_targets(held._store, [now.id]) == {now.id: (before.id,)}
    gone = correct(held, "not-a-statement", before.id)
    assert current_targets(held._store, [before.id, now.id]) == {before.id: (), now.id: ()}
    revoke(held, gone)
    assert current_targets(held._store, [before.id]) == {before.id: (before.id,)}


def test_what_nothing_stands_for_is_orphaned_and_listed(held: Ledger) -> None:
    statement = said(held, "nine passengers")
    made = held._store.judge("word", (statement.propositions[0].id,), {"word": "likely"}, by=BY, why=WHY)
    assert orphans(held._store) == ()
    upgrade(held, dropping, "en-3+bbbbbb")
    (one,) = orphans(held._store)
    assert (one.judgement, one.document) == (made, statement.document)
    assert "nothing stands in its place" in one.why


def test_a_page_with_another_text_moves_nothing_and_says_so(tmp_path: Path) -> None:
    from tests.pipeline.corpora import MOMENT

    page = tmp_path / "page.md"
    head = "---\ntitle: A\npublisher: The Anchor\npublished: 2031-04-02\nurl: https://anchor.example/a\n---\n"
    with Ledger(tmp_path / "v.db", clock=lambda: MOMENT) as held:
        page.write_text(f"{head}The Harbour Office said that the ferry had sunk.\n", encoding="utf-8")
        list(held.add(str(page), rules=True))
        (first,) = held.documents()
        made = correct(held, "factuality", held.statements(first.id)[0].id, factuality="PR+")
        assert held.orphans() == ()
        page.write_text(f"{head}The Harbour Office said that the ferry had sailed.\n", encoding="utf-8")
        list(held.add(str(page), rules=True))
        (one,) = held.orphans()
        later = next(row.id for row in held.documents() if row.id != first.id)
        assert (one.judgement.id, one.document) == (made.id, later)
        assert all(not s.corrected_by for s in held.statements(later))
        assert all(s.corrected_by for s in held.statements(first.id))


def some(every: Sequence[Statement], step: int) -> list[Statement]:
    return [s for n, s in enumerate(every) if n % step == 0]


@needs_weights
def test_an_upgrade_from_rules_to_weights_keeps_all_that_a_person_touched(tmp_path: Path) -> None:
    paths = sorted(str(path) for path in EXAMPLES.glob("000*.md"))
    with Ledger(tmp_path / "u.db") as held:
        list(held.add(*paths, rules=True))
        every = [s for row in held.documents() for s in held.statements(row.id) if s.propositions]
        for number, s in enumerate(some(every, 7)):
            if number % 3 == 0:
                correct(held, "not-a-statement", s.id)
            else:
                correct(held, "factuality", s.id, factuality="PS-")
        before, own = touched(held), {s.id for s in every}
        removed = {j.targets[0] for j in held._store.judgements(what=["not-a-statement"])}
        assert before
        assert removed
        assert len(list(held.reread(workers=1))) == len(paths)
        assert touched(held) == before
        shown = {s.id for row in held.documents() for s in held.statements(row.id)}
        assert not removed & shown
        assert shown - own
        assert held.orphans() == ()
        assert held.verify()[0] == ()
        members = {m.id for c in held.claims(ClaimQuery(limit=0)).claims for m in c.statements}
        assert members <= shown
