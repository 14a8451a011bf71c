"""Laws of judging: claims are made of documents and standing judgements, and of nothing else."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Judgement, JudgementExport
from sayso.pipeline import Ledger
from sayso.pipeline.linking import link_pending
from tests.laws.judged_ledgers import ALL, copied, decide, made, propositions
from tests.pipeline.corpora import every_claim

PART = ["wire.md", "copy.md", "denial.md", "other.md", "bridges.md"]
REST = [name for name in ALL if name not in PART]
WHATS = ["same", "not-same", "split", "stance", "own", "shared", "outcome", "word", "evidence", "kind"]
Asked = tuple[str, int, int, str]
asked = st.tuples(
    st.sampled_from(WHATS), st.integers(0, 40), st.integers(0, 40),
    st.sampled_from(["supports", "denies", "comments"]),
)  # fmt: skip
decisions = st.lists(asked, min_size=1, max_size=6)
few = settings(max_examples=12, deadline=None)
NUMBERS = count()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two ledgers, of all documents and of a part of them."""
    place = tmp_path_factory.mktemp("judged")
    for name, names in (("all", list(ALL)), ("part", PART)):
        made(place / f"{name}.db", names).close()
    return place


def bytes_of(held: Ledger) -> bytes:
    return msgspec.json.encode(every_claim(held))


def another(folder: Path, name: str = "all") -> Ledger:
    """A ledger of its own, without judgements."""
    return copied(folder / f"{name}.db", folder / f"{next(NUMBERS)}.db")


def judged(held: Ledger, drawn: list[Asked]) -> list[str]:
    """The ids of the judgements that were not refused."""
    things = propositions(held)
    return [id for one in drawn if (id := decide(held, one, things))]


def standing(held: Ledger) -> JudgementExport:
    """What stands, as if nothing else had ever been decided."""
    found = held.export_judgements()
    left = tuple(one for one in found.judgements if one.revoked is None)
    return msgspec.structs.replace(found, judgements=left)


@few
@given(decisions, st.randoms(use_true_random=False))
def test_revoking_in_any_order_restores_what_was(folder: Path, drawn: list[Asked], random: Random) -> None:
    with another(folder) as held:
        before = bytes_of(held)
        made_now = judged(held, drawn)
        random.shuffle(made_now)
        for id in made_now:
            held.revoke(id, by="R. Ames", why="it was wrong")
        assert bytes_of(held) == before


@few
@given(decisions, st.sets(st.integers(0, 5)))
def test_what_was_revoked_is_as_if_it_had_never_been_judged(
    folder: Path, drawn: list[Asked], taken: set[int]
) -> None:
    with another(folder) as held, another(folder) as other:
        for number, id in enumerate(judged(held, drawn)):
            if number in taken:
                held.revoke(id, by="R. Ames", why="it was wrong")
        other.replay(standing(held))
        assert bytes_of(other) == bytes_of(held)


@few
@given(decisions)
def test_claims_that_are_made_from_scratch_are_the_same(folder: Path, drawn: list[Asked]) -> None:
    with another(folder) as held:
        judged(held, drawn)
        before = bytes_of(held)
        held._store.drop_linking()
        link_pending(held._store)
        assert bytes_of(held) == before


@settings(max_examples=4, deadline=None)
@given(decisions)
def test_judging_and_then_adding_the_rest_is_adding_all_and_then_judging(
    folder: Path, drawn: list[Asked]
) -> None:
    with another(folder, "part") as part, another(folder) as every:
        judged(part, drawn)
        found = standing(part)
        list(part.add(*(str(folder / "all-files" / name) for name in REST), rules=True, workers=1))
        every.replay(found)
        assert bytes_of(part) == bytes_of(every)


@few
@given(decisions)
def test_replaying_twice_is_replaying_once_and_gives_the_same_claims(
    folder: Path, drawn: list[Asked]
) -> None:
    with another(folder) as held, another(folder) as other:
        judged(held, drawn)
        assert {one.did for one in other.replay(held.export_judgements())} <= {"applied"}
        once = bytes_of(other)
        assert once == bytes_of(held)
        assert {one.did for one in other.replay(held.export_judgements())} <= {"known"}
        assert bytes_of(other) == once
        assert other.export_judgements() == held.export_judgements()


@few
@given(decisions)
def test_what_stands_is_so_and_every_statement_is_in_one_claim(folder: Path, drawn: list[Asked]) -> None:
    with another(folder) as held:
        everything = propositions(held)
        judged(held, drawn)
        assert propositions(held) == everything
        home = {m.proposition: claim.id for claim in every_claim(held) for m in claim.statements}
        for row in held.judgements(standing="stands"):
            for a, b, together in _pairs(row.judgement):
                assert (home[a] == home[b]) is together


def _pairs(one: Judgement) -> Iterator[tuple[str, str, bool]]:
    if one.what in {"same", "stance"}:
        yield (one.targets[0], one.targets[1], True)
    if one.what == "not-same":
        first = one.value["first"]
        yield from ((a, b, False) for a in one.targets[:first] for b in one.targets[first:])


@few
@given(decisions)
def test_contradictions_are_listed_and_never_dropped(folder: Path, drawn: list[Asked]) -> None:
    with another(folder) as held:
        made_now = judged(held, drawn)
        rows = held.judgements()
        assert [row.judgement.id for row in rows] == made_now
        assert all(bool(row.note) == (row.standing != "stands") for row in rows)


@few
@given(decisions, st.integers(0, 40), st.integers(0, 40))
def test_an_outcome_never_counts_for_what_was_merged_later(
    folder: Path, drawn: list[Asked], first: int, second: int
) -> None:
    with another(folder) as held:
        judged(held, [one for one in drawn if one[0] != "outcome"])
        things = propositions(held)
        a, b = things[first % len(things)], things[second % len(things)]
        judged_alone = held.claim(a).id != held.claim(b).id
        decide(held, ("outcome", first, first, "supports"), things)
        decide(held, ("same", first, second, ""), things)
        for one in {held.claim(a).id, held.claim(b).id} if judged_alone else ():
            assert [v.state for v in held.claim(one).verdicts if v.what == "outcome"] == ["before-merge"]
