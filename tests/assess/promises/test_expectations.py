"""What becomes of a promise: kept, in part, late, broken only by evidence, moved, denied; on any day."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.assess.promises.expectations import (
    calls_off,
    expectation_on,
    gathered,
    revises,
    same_promise,
    standing_of,
    status_on,
)
from sayso.assess.promises.foretelling import Foretelling
from sayso.assess.promises.outcomes import outcome_of
from sayso.assess.promises.telling import Counted, Telling
from sayso.model import Outcome, Time
from tests.assess.promises.tellings import promise, telling

DAYS = st.dates().map(lambda day: day.isoformat())
KINDS = st.sampled_from(["kept", "partly", "late", "against", "revised", "denied"])
OUTCOMES = st.builds(
    Outcome, kind=KINDS, day=DAYS, statement=st.just("s:2"), text=st.just(""), why=st.just("because")
)


def wheat(amount: float | None = 5000, **changed: object) -> Foretelling:
    counted = () if amount is None else (Counted(low=amount, high=amount, unit="tonnes", slot="tonn"),)
    return promise(
        "that it would deliver seed wheat to Sorrel", "2032-03-01", "2032-03-31", amounts=counted, **changed
    )


def came(text: str, day: str, amounts: tuple[Counted, ...] = (), **changed: object) -> Telling:
    return telling(text, day=day, document="d:2", proposition="p:2", amounts=amounts, **changed)


def tonnes(value: float, text: str = "") -> Counted:
    return Counted(low=value, high=value, unit="tonnes", slot="tonn", text=text)


def test_a_completed_event_in_the_window_keeps_it() -> None:
    told = came("Seed wheat arrived in Sorrel", "2032-03-10")
    found = outcome_of(wheat(None), told)
    assert found is not None
    assert (found.kind, found.chain) == ("kept", told.chain)


def test_less_than_was_promised_is_a_part() -> None:
    told = came("2,000 tonnes of seed wheat arrived in Sorrel", "2032-03-10", (tonnes(2000),))
    found = outcome_of(wheat(), told)
    assert found is not None
    assert (found.kind, found.delivered) == ("partly", 2000)


def test_so_many_of_so_many_is_a_part_of_a_whole() -> None:
    amounts = (tonnes(2000, "2,000"), tonnes(5000, "5,000"))
    told = came("2,000 of the 5,000 tonnes of seed wheat had arrived", "2032-03-10", amounts)
    found = outcome_of(wheat(), told)
    assert found is not None
    assert (found.kind, found.delivered) == ("partly", 2000)


def test_what_came_behind_the_window_came_late() -> None:
    late = (Time(spans=(), text="May 3", from_="2032-05-03", to="2032-05-03"),)
    found = outcome_of(wheat(None), came("Seed wheat arrived in Sorrel", "2032-05-04", times=late))
    assert found is not None
    assert found.kind == "late"


def test_did_not_come_is_against_it_only_when_it_was_due() -> None:
    words = "Seed wheat was not delivered to Sorrel"
    early = outcome_of(wheat(None), came(words, "2032-03-10", factuality="CT-"))
    after = outcome_of(wheat(None), came(words, "2032-04-10", factuality="CT-"))
    assert early is None
    assert after is not None
    assert after.kind == "against"


@pytest.mark.parametrize(
    "changed",
    [
        {"hearsay": True},
        {"factuality": "PS+"},
        {"act": "infer"},
        {"day": "2031-12-01"},
        {"names": ("south", "reth"), "directions": ("south:reth",)},
        {"document": "d:1"},
    ],
)
def test_hearsay_guesses_older_texts_and_other_places_decide_nothing(changed: dict[str, object]) -> None:
    told = msgspec.structs.replace(came("Seed wheat arrived in Sorrel", "2032-03-10"), **changed)
    awaited = wheat(None)
    placed = msgspec.structs.replace(awaited.telling, names=("reth",))
    assert outcome_of(msgspec.structs.replace(awaited, telling=placed), told) is None


def test_a_denial_of_the_promise_by_the_promisor_denies_it_and_one_of_another_does_not() -> None:
    words = "that it had promised to deliver seed wheat to Sorrel"
    own = came(words, "2032-03-10", act="promise", denies=True)
    other = came(words, "2032-03-10", act="promise", denies=True, source="Radio Hill", printed="the radio")
    found = outcome_of(wheat(None), own)
    assert found is not None
    assert found.kind == "denied"
    assert outcome_of(wheat(None), other) is None


def test_a_relay_is_the_same_promise_and_another_amount_is_not() -> None:
    relay = wheat(document="d:2", proposition="p:2", publisher="Herald")
    assert same_promise(wheat(), relay)
    assert not same_promise(wheat(), wheat(300, document="d:2", proposition="p:2"))


def test_another_window_of_the_same_promisor_moves_it_and_of_another_does_not() -> None:
    new = promise(
        "that it would deliver seed wheat to Sorrel", None, "2032-06-30", day="2032-03-05", proposition="p:2"
    )
    stranger = msgspec.structs.replace(
        new, telling=msgspec.structs.replace(new.telling, source="Mira Holt", bound=(("holt", 7.0),))
    )
    assert revises(wheat(None), new)
    assert not revises(wheat(None), stranger)


def test_the_next_of_a_series_moves_nothing() -> None:
    old = promise("that the bulletin would appear on 31 March", "2032-03-31", "2032-03-31")
    new = promise(
        "that the bulletin would appear on 30 April", "2032-04-30", "2032-04-30", day="2032-03-31",
        proposition="p:2",
    )  # fmt: skip
    assert not revises(old, new)


def test_that_it_will_not_be_so_in_the_window_calls_it_off() -> None:
    off = promise(
        "that it would not deliver seed wheat to Sorrel", "2032-03-01", "2032-03-31", day="2032-02-20",
        factuality="CT-", proposition="p:2",
    )  # fmt: skip
    (made,) = gathered([wheat(None), off])
    assert calls_off(wheat(None), off)
    found = expectation_on(standing_of(made), "2032-02-25")
    assert found is not None
    assert found.status == "revised"


def test_windows_that_move_twice_are_a_chain() -> None:
    days = [("2032-03-31", "2032-01-12"), ("2032-06-30", "2032-03-05"), ("2032-09-30", "2032-06-05")]
    made = gathered(
        promise("that it would now deliver seed wheat to Sorrel", None, last, day=day, proposition=f"p:{day}")
        for last, day in days
    )
    ids = [matter.id for matter in made]
    found = [expectation_on(standing_of(matter), "2032-12-31") for matter in made]
    assert [one.revised_by for one in found if one] == [ids[1], ids[2], None]
    assert [one.revises for one in found if one] == [None, ids[0], ids[1]]
    assert [one.status for one in found if one] == ["revised", "revised", "overdue"]


@given(first=st.none() | DAYS, last=st.none() | DAYS, as_of=DAYS)
def test_no_evidence_never_breaks_a_promise(first: str | None, last: str | None, as_of: str) -> None:
    assert status_on(first, last, (), as_of) in {"open", "due", "overdue", "unverifiable"}


@given(outcomes=st.lists(OUTCOMES, max_size=6), as_of=DAYS)
def test_only_what_was_known_by_a_day_counts_on_it(outcomes: list[Outcome], as_of: str) -> None:
    known = [one for one in outcomes if one.day <= as_of]
    assert status_on(None, "2032-01-01", outcomes, as_of) == status_on(None, "2032-01-01", known, as_of)


@given(outcomes=st.lists(OUTCOMES, max_size=6), as_of=DAYS)
def test_broken_needs_somebody_who_says_so(outcomes: list[Outcome], as_of: str) -> None:
    if status_on(None, "2032-01-01", outcomes, as_of) == "broken":
        assert any(one.kind == "against" for one in outcomes)


@given(st.permutations([0, 1, 2]))
def test_the_order_in_which_promises_are_given_does_not_matter(order: list[int]) -> None:
    rows = [
        promise("that it would deliver seed wheat to Sorrel", None, last, day=day, proposition=f"p:{day}")
        for last, day in (
            ("2032-03-31", "2032-01-12"),
            ("2032-03-31", "2032-01-13"),
            ("2032-06-30", "2032-03-05"),
        )
    ]
    assert gathered(rows[at] for at in order) == gathered(rows)


def test_nobody_had_told_of_it_before_it_was_told() -> None:
    (made,) = gathered([wheat()])
    assert expectation_on(standing_of(made), "2032-01-11") is None


def test_two_promises_of_one_text_do_not_move_each_other() -> None:
    first = wheat(None)
    second = promise(
        "that it would deliver seed wheat to Sorrel and Marn", "2032-05-01", "2032-05-31", proposition="p:3"
    )
    assert not revises(first, second)
    later = msgspec.structs.replace(second.telling, document="d:2", day="2032-02-01")
    assert revises(first, msgspec.structs.replace(second, telling=later))


def test_what_was_not_to_happen_is_not_moved_by_what_is_to_happen() -> None:
    never = promise("that it would not raise the water price of Sorrel", None, "2032-12-31", factuality="CT-")
    plan = promise(
        "that it would raise the water price of Sorrel", None, "2034-12-31", document="d:2", day="2032-02-01",
        proposition="p:3",
    )  # fmt: skip
    assert never.negative
    assert not revises(never, plan)


def test_what_somebody_says_was_cancelled_is_given_up() -> None:
    plant = promise("that it would build a pilot plant for seed wheat in Sorrel", None, "2034-12-31")
    told = came("The government has cancelled the pilot plant for seed wheat", "2032-06-01")
    outcome = outcome_of(plant, told)
    assert outcome is not None
    assert outcome.kind == "revised"
    other = came("The government has cancelled the fair of Sorrel", "2032-06-01")
    assert outcome_of(plant, other) is None
