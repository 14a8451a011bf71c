"""The whole way: files in, claims with origins out; the same whatever the order, and as of any day."""

from itertools import permutations
from pathlib import Path

import pytest

from sayso.errors import Problem, UsageError
from sayso.model import Claim
from sayso.pipeline import ClaimQuery, Ledger, adding
from sayso.pipeline.adding import Step
from sayso.pipeline.linking import link_pending
from sayso.pipeline.pairing import pair_pending
from tests.pipeline.corpora import FILES, every_claim, ledger, written


def drowned(held: Ledger, as_of: str | None = None) -> Claim:
    """The claim that passengers drowned."""
    return next(c for c in every_claim(held, as_of) if any("drowned" in s for s in (c.gist,)))


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder = tmp_path_factory.mktemp("ledger")
    made = ledger(folder / "a.db")
    list(made.add(*written(folder / "files"), rules=True))
    return made


def test_a_copy_and_a_relay_are_one_origin(held: Ledger) -> None:
    claim = drowned(held)
    publishers = {member.publisher for member in claim.statements if member.stance == "supports"}
    assert {"Norland Wire", "Arless Courier", "Radio Hest"} <= publishers
    assert claim.origins.count == 1


def test_every_group_of_origins_says_why(held: Ledger) -> None:
    assert all(group.why for claim in every_claim(held) for group in claim.origins.groups)


def test_a_denial_is_counted_apart_and_makes_the_claim_contested(held: Ledger) -> None:
    claim = drowned(held)
    assert (claim.status, claim.origins_against.count) == ("contested", 1)
    assert [m.publisher for m in claim.statements if m.stance == "denies"] == ["Velmark State Gazette"]


def test_another_matter_is_another_claim(held: Ledger) -> None:
    claim = drowned(held)
    assert all("bridge" not in held.statements(m.document)[0].content.text for m in claim.statements)


def test_before_the_denial_nobody_denied_it(held: Ledger) -> None:
    claim = drowned(held, "2031-04-04")
    assert claim.origins_against.count == 0
    assert claim.status == "single-origin"
    assert {m.publisher for m in claim.statements} == {"Norland Wire", "Arless Courier", "Radio Hest"}


def test_what_was_published_later_does_not_exist_yet(held: Ledger) -> None:
    assert [row.publisher for row in held.documents(as_of="2031-04-02")] == ["Norland Wire"]
    assert held.search("denied", as_of="2031-04-04") == []
    assert {row.name for row in held.sources(as_of="2031-04-02")} <= {row.name for row in held.sources()}


def test_a_claim_is_found_by_the_beginning_of_its_id_and_by_its_statement(held: Ledger) -> None:
    claim = drowned(held)
    assert held.claim(claim.id[:8]).id == claim.id
    assert held.claim(claim.statements[0].id).id == claim.id


@pytest.mark.parametrize("id", ["c:", "c:zzzzzzzz", "nothing"])
def test_a_claim_that_is_not_there_is_a_usage_error(held: Ledger, id: str) -> None:
    with pytest.raises(UsageError):
        held.claim(id)


def test_filters_leave_what_fits(held: Ledger) -> None:
    assert {c.status for c in held.claims(ClaimQuery(status="contested", limit=0)).claims} == {"contested"}
    assert held.claims(ClaimQuery(words="bridge lorries", limit=0)).total == 1
    assert held.claims(ClaimQuery(publisher="Gazette", limit=0)).total >= 1
    assert held.claims(ClaimQuery(least_documents=4)).total == 1


def test_anonymous_sources_are_never_listed(held: Ledger) -> None:
    assert all("diver" not in row.name for row in held.sources())
    with pytest.raises(UsageError):
        held.source("diver who took part in the rescue")


def test_the_same_ledger_whatever_the_order_and_the_batches(tmp_path: Path, held: Ledger) -> None:
    orders = list(permutations(FILES))[:: len(list(permutations(FILES))) // 3]
    for number, names in enumerate(orders):
        made = ledger(tmp_path / f"{number}.db")
        for path in written(tmp_path / str(number), names):
            list(made.add(path, rules=True))
        assert every_claim(made) == every_claim(held)


def test_adding_twice_is_adding_once(tmp_path: Path) -> None:
    made = ledger(tmp_path / "a.db")
    paths = written(tmp_path / "files")
    list(made.add(*paths, rules=True))
    before = every_claim(made)
    again = [one for one in made.add(*paths, rules=True) if not isinstance(one, Problem)]
    assert not any(one.new for one in again)
    assert every_claim(made) == before


def test_what_cannot_be_read_is_kept_to_be_tried_again(tmp_path: Path) -> None:
    made = ledger(tmp_path / "a.db")
    path = tmp_path / "late.md"
    assert [type(one) for one in made.add(str(path), rules=True)] == [Problem]
    assert made.failed() == (str(path),)
    path.write_text(FILES["other.md"], encoding="utf-8")
    list(made.add(*made.failed(), rules=True))
    assert made.failed() == ()


def test_workers_give_the_same_ledger_and_comparing_begins_before_the_last_is_read(
    tmp_path: Path, held: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []
    monkeypatch.setattr(adding, "LEAST_LAST", 3)
    monkeypatch.setattr(
        adding, "pair_pending", lambda store, held: compared.append(pair_pending(store, held=held))
    )
    made = ledger(tmp_path / "a.db")
    paths = many(tmp_path / "files")
    alone = ledger(tmp_path / "b.db")
    list(made.add(*paths, rules=True, workers=2))
    assert len([size for size in compared if size]) > 2
    list(alone.add(*paths, rules=True, workers=1))
    assert every_claim(made) == every_claim(alone)


def test_each_step_is_told_before_it_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Step] = []
    monkeypatch.setattr(adding, "LEAST_LAST", 3)
    paths = many(tmp_path / "files")
    list(ledger(tmp_path / "a.db").add(*paths, rules=True, workers=2, tell=told.append))
    assert [step.what for step in told].count("read") == len(paths)
    assert "compare" in {step.what for step in told}
    assert told[-1] == Step(what="make claims", left=0)
    assert [step.left for step in told if step.what == "read"][-1] == 0


def test_claims_are_made_on_the_way_of_many_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked: list[int] = []
    monkeypatch.setattr(adding, "LATEST_CLAIMS", 4)
    monkeypatch.setattr(
        adding, "link_pending", lambda store, hand: linked.append(link_pending(store, hand=hand))
    )
    paths = many(tmp_path / "files")
    made, whole = ledger(tmp_path / "a.db"), ledger(tmp_path / "b.db")
    list(made.add(*paths, rules=True, workers=1))
    assert sum(linked) == len(paths)
    assert len([size for size in linked if size]) > 1
    monkeypatch.undo()
    list(whole.add(*paths, rules=True, workers=1))
    assert every_claim(made) == every_claim(whole)


def test_a_run_that_ends_between_pairs_and_claims_is_ended_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = many(tmp_path / "files")
    made, whole = ledger(tmp_path / "a.db"), ledger(tmp_path / "b.db")
    monkeypatch.setattr(adding, "link_pending", lambda store, hand: pair_pending(store))
    list(made.add(*paths[:-2], rules=True, workers=1))
    assert made._store.pending("link")
    assert not made._store.pending("link", "pair")
    assert not every_claim(made)
    monkeypatch.undo()
    list(made.add(*paths[-2:], rules=True, workers=1))
    list(whole.add(*paths, rules=True, workers=1))
    assert every_claim(made) == every_claim(whole)
    assert not made._store.pending("link")


def many(folder: Path) -> list[str]:
    """Some files, and eight like one of them of other days."""
    paths = written(folder)
    for number in range(1, 9):
        path = folder / f"more{number}.md"
        path.write_text(FILES["other.md"].replace("July", f"{number} July"), encoding="utf-8")
        paths.append(str(path))
    return paths


def test_a_second_text_of_one_page_is_a_version_and_tells_what_changed(tmp_path: Path) -> None:
    made = ledger(tmp_path / "a.db")
    page = "---\npublisher: Radio Hest\npublished: 2031-04-02\nurl: https://hest.example/1\n---\n{}\n"
    for number, said in enumerate(("that nine men had died", "that eleven men had died")):
        path = tmp_path / f"{number}.md"
        path.write_text(page.format(f"The office said {said}."), encoding="utf-8")
        list(made.add(str(path), rules=True))
    diff = made.diff("https://hest.example/1")
    assert [change.kind for change in diff.changes] == ["changed"]


def test_the_ledger_is_whole_and_its_copy_says_the_same(tmp_path: Path, held: Ledger) -> None:
    assert held.verify()[0] == ()
    held.backup(tmp_path / "copy.db")
    with Ledger(tmp_path / "copy.db", read_only=True) as copy:
        assert every_claim(copy) == every_claim(held)


NINE = """---
title: Ferry sinks
publisher: Norland Wire
published: 2031-04-02
---
PORT ARLESS — The pilot Ivo Marr told Norland Wire on Tuesday that nine passengers had drowned when the ferry
Saint Osric sank off Port Arless.
"""
FORTY = """---
title: Grief on the quay
publisher: Radio Hest
published: 2031-04-03
---
“Forty passengers drowned when the ferry Saint Osric sank off Port Arless,” the nurse Tessa Vorn told
Radio Hest last night.
"""


def test_origins_that_give_different_numbers_do_not_confirm_each_other(tmp_path: Path) -> None:
    for name, text in (("nine.md", NINE), ("forty.md", FORTY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    held = ledger(tmp_path / "a.db")
    list(held.add(str(tmp_path / "nine.md"), str(tmp_path / "forty.md"), rules=True))
    claim = next(c for c in every_claim(held) if "drowned" in c.gist)
    assert (claim.origins.count, claim.status) == (2, "single-origin")
    assert any("different numbers" in notice for notice in claim.notices)
