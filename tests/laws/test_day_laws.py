"""Laws of earlier days: what is taken from the store is what would be made anew, and today is now."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Claim, ClaimStatus
from sayso.pipeline import ClaimQuery, Ledger
from sayso.pipeline.claim_view import one_claim
from sayso.pipeline.claiming import claims_among
from sayso.pipeline.earlier import claims_on, with_proposals
from sayso.pipeline.querying import Sort
from sayso.pipeline.valuing import with_support
from tests.laws.judged_ledgers import ALL, copied, decide, made, propositions
from tests.laws.test_judgement_laws import Asked, decisions

EXAMPLES = Path(__file__).parents[2] / "examples" / "sarvane"
TODAY = "2032-12-31"  # on which the decisions are made
DAYS = (
    "2031-04-01", "2031-04-02", "2031-04-03", "2031-04-04", "2031-04-05", "2031-06-01", "2031-06-02",
    "2031-07-20", "2032-12-30", TODAY,
)  # fmt: skip
SORTS = get_args(Sort)
STATUSES: tuple[ClaimStatus, ...] = get_args(ClaimStatus)
NUMBERS = count()
few = settings(max_examples=15, deadline=None)
QUERIES = (
    ClaimQuery(words="border"), ClaimQuery(source="ministry"), ClaimQuery(publisher="radio"),
    ClaimQuery(words="border", publisher="courier", status="single-origin"),
)  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small ledger that is copied for each example."""
    place = tmp_path_factory.mktemp("days") / "all.db"
    made(place, list(ALL)).close()
    return place


@pytest.fixture(scope="module")
def sarvane(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The ledger of the examples, with some decisions."""
    with Ledger(tmp_path_factory.mktemp("sarvane") / "sarvane.db") as held:
        list(held.add(str(EXAMPLES), workers=1, rules=True))
        first, second, *_ = held.claims(ClaimQuery(limit=4), weighed=False).claims
        one, other = first.statements[0], second.statements[0]
        held.judge("same", [one.proposition, other.proposition], by="R. Ames", why="one matter")
        held.judge("word", [one.proposition], {"word": "likely"}, by="R. Ames", why="seen")
        held.judge("origin", [first.statements[-1].id], {"origin": "own"}, by="R. Ames", why="was there")
        yield held


def anew(held: Ledger, day: str) -> list[Claim]:
    """All claims as known on a day, each of them made anew of the documents, by id."""
    store = held._store
    known = frozenset(row.id for row in store.documents(as_of=day))
    members = [m.proposition for claim in store.claims(as_of=day) for m in claim.statements]
    found = (with_support(one) for one in claims_among(store, members, known, day))
    return sorted((msgspec.structs.replace(one, as_of=day) for one in found), key=lambda claim: claim.id)


def found(held: Ledger, query: ClaimQuery, **changed: object) -> tuple[Claim, ...]:
    """What is found, in its order."""
    return held.claims(msgspec.structs.replace(query, **changed), weighed=False).claims


def documents(claim: Claim) -> int:
    return len({member.document for member in claim.statements})


def first_day(claim: Claim) -> str:
    return min(m.published or "9999" for m in claim.statements)


def last_day(claim: Claim) -> str:
    return max(m.published or "" for m in claim.statements)


def in_order(claims: list[Claim], sort: Sort) -> list[Claim]:
    """The claims in an order, ties by id; made of five plain ones."""
    by_id = sorted(claims, key=lambda c: c.id)
    if sort == "oldest":
        return sorted(by_id, key=first_day)
    if sort == "newest":
        return sorted(by_id, key=last_day, reverse=True)
    falling = sorted(by_id, key=documents, reverse=True)
    if sort == "origins":
        return sorted(falling, key=lambda c: c.origins.low, reverse=True)
    return (
        sorted(falling, key=lambda c: c.origins_against.count, reverse=True) if sort == "denials" else falling
    )


def days_of(held: Ledger) -> list[str]:
    """Some days on which something was published, from the first to the last, and the day after that."""
    days = sorted({row.published for row in held.documents() if row.published})
    return [*days[::7], days[-1], "2099-12-31"]


@few
@given(drawn=decisions, day=st.sampled_from(DAYS))
def test_what_is_stored_is_what_would_be_made_anew(base: Path, drawn: list[Asked], day: str) -> None:
    with copied(base, base.parent / f"{next(NUMBERS)}.db") as held:
        things = propositions(held)
        for one in drawn:
            decide(held, one, things)
        query = ClaimQuery(limit=0, as_of=day)
        assert sorted(found(held, query), key=lambda c: c.id) == anew(held, day)


@few
@given(drawn=decisions)
def test_as_of_today_is_now(base: Path, drawn: list[Asked]) -> None:
    with copied(base, base.parent / f"{next(NUMBERS)}.db") as held:
        things = propositions(held)
        for one in drawn:
            decide(held, one, things)
        now = [msgspec.structs.replace(c, as_of=TODAY) for c in found(held, ClaimQuery(limit=0))]
        then = found(held, ClaimQuery(limit=0, as_of=TODAY))
        assert sorted(then, key=lambda c: c.id) == sorted(now, key=lambda c: c.id)


def test_in_the_example_every_day_is_what_would_be_made_anew(sarvane: Ledger) -> None:
    for day in days_of(sarvane):
        slow = anew(sarvane, day)
        for sort in SORTS:
            assert list(found(sarvane, ClaimQuery(limit=0, sort=sort, as_of=day))) == in_order(slow, sort)
        counts = sarvane.claims_by_status(ClaimQuery(as_of=day))
        assert counts == {s: n for s in STATUSES if (n := sum(claim.status == s for claim in slow))}


def test_a_part_of_a_day_is_what_fits_of_all(sarvane: Ledger) -> None:
    for day in days_of(sarvane):
        every = anew(sarvane, day)
        for status in STATUSES:
            query = ClaimQuery(limit=0, status=status, as_of=day)
            assert list(found(sarvane, query)) == in_order(
                [c for c in every if c.status == status], "documents"
            )
        wanted = [c for c in every if c.origins.low >= 2 and documents(c) >= 3]
        query = ClaimQuery(limit=0, least_origins=2, least_documents=3, as_of=day)
        assert list(found(sarvane, query)) == in_order(wanted, "documents")
        dated = ClaimQuery(limit=0, since="2031-02-18", until="2031-03-01", as_of=day)
        wanted = [c for c in every if last_day(c) >= "2031-02-18" and first_day(c) <= "2031-03-01"]
        assert list(found(sarvane, dated)) == in_order(wanted, "documents")


@pytest.mark.parametrize("sort", SORTS)
def test_pages_of_a_day_make_the_whole(sarvane: Ledger, sort: Sort) -> None:
    day = days_of(sarvane)[3]
    query = ClaimQuery(limit=0, sort=sort, as_of=day)
    whole = found(sarvane, query)
    skipped = [c for at in range(0, len(whole), 7) for c in found(sarvane, query, limit=7, skip=at)]
    assert tuple(skipped) == whole
    behind: list[Claim] = []
    while page := found(sarvane, query, limit=7, after=behind[-1].id if behind else None):
        behind += page
    assert tuple(behind) == whole
    assert sarvane.claims(query, weighed=False).total == len(whole)


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_what_is_asked_of_members_fits_as_of_today_what_fits_now(sarvane: Ledger, query: ClaimQuery) -> None:
    now = {c.id for c in found(sarvane, query, limit=0)}
    assert now
    assert {c.id for c in found(sarvane, query, limit=0, as_of="2099-12-31")} == now


@pytest.mark.parametrize("query", QUERIES[:3], ids=str)
def test_what_is_asked_of_members_fits_those_of_the_day(sarvane: Ledger, query: ClaimQuery) -> None:
    now = {m.id for c in found(sarvane, query, limit=0) for m in c.statements}
    for day in days_of(sarvane):
        then = found(sarvane, query, limit=0, as_of=day)
        assert all(now.intersection(m.id for m in c.statements) for c in then)
        every = {c.id for c in found(sarvane, ClaimQuery(limit=0, as_of=day))}
        assert {c.id for c in then} <= every


def test_one_claim_and_those_linked_with_it_are_what_would_be_made_anew(sarvane: Ledger) -> None:
    store, day = sarvane._store, days_of(sarvane)[3]
    known = frozenset(row.id for row in store.documents(as_of=day))
    for claim in store.claims(as_of=day)[:25]:
        members = [m.proposition for m in claim.statements]
        slow = claims_among(store, members, known, day)
        made = claims_on(store, members, day)
        assert made == tuple(msgspec.structs.replace(one, proposals=()) for one in slow)
        assert tuple(with_proposals(store, made, day)) == slow
    assert one_claim(store, claim.id, day).as_of == day
