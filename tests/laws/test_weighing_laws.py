"""Laws of weighing, over made claims: what may never raise a probability, and what must not matter."""

from random import Random
from typing import get_args

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.assess.assessing import assess, assess_all
from sayso.assess.case import Case, Hand, Side, Strength, Voice
from sayso.assess.weights import decibans, weights
from sayso.model import Certainty, Record, SourceKind
from tests.assess.cases import record

NAMES = ["Open Valleys", "Norrin Press", "Ministry of Waters", "Radio Vell", "Ine Vollar"]
HEDGES: list[Certainty] = ["CT", "PR", "PS", "U"]
EPSILON = 1e-9
Records = dict[str, Record]


@st.composite
def voices(draw: st.DrawFn, number: str, denies: bool) -> Voice:
    return Voice(
        statement=f"s:{number}",
        document=f"d:{number}",
        kind=draw(st.sampled_from(get_args(SourceKind))),
        anonymous=draw(st.booleans()),
        hedge=draw(st.sampled_from(["CT", "CT", *HEDGES])),
        depth=draw(st.integers(0, 4)),
        unread=draw(st.booleans()),
        first_hand=draw(st.sampled_from(["", "", "contact", "named", "self", "direct"])),
        specific=draw(st.sampled_from([(), ("number",), ("number", "name"), ("number", "name", "day")])),
        inference=draw(st.integers(0, 7)) == 0,
        hearsay=draw(st.integers(0, 7)) == 0,
        derived=draw(st.integers(0, 3)) == 0,
        withdrawn=draw(st.integers(0, 9)) == 0,
        interested=denies and draw(st.booleans()),
        part=denies and draw(st.booleans()),
    )


@st.composite
def sides(draw: st.DrawFn, denies: bool) -> tuple[Side, ...]:
    side = "no" if denies else "yes"
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))
    found = [
        Side(
            origin=name, key=name.lower(), source=name, p_own=draw(st.sampled_from([1.0, 0.6])),
            voices=tuple(
                draw(voices(f"{side}-{name}-{at}", denies)) for at in range(draw(st.integers(1, 3)))
            ),
        )
        for name in names
    ]  # fmt: skip
    if draw(st.booleans()):
        loose = tuple(draw(voices(f"{side}-loose-{at}", denies)) for at in range(draw(st.integers(1, 3))))
        found.append(Side(origin="no recorded origin", recorded=False, voices=loose))
    return tuple(found)


@st.composite
def hands(draw: st.DrawFn, number: int) -> Hand:
    return Hand(
        id=f"j:{number}",
        stance=draw(st.sampled_from(["supports", "denies"])),
        strength=draw(st.sampled_from(get_args(Strength))),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    return Case(
        claim="c:1",
        kind=draw(st.sampled_from(["report", "expectation"])),
        support=draw(sides(denies=False)),
        denial=draw(sides(denies=True)),
        hand=tuple(draw(hands(number)) for number in range(draw(st.integers(0, 2)))),
    )


@st.composite
def records(draw: st.DrawFn) -> Records:
    found: Records = {}
    for name in NAMES:
        right, wrong = draw(st.integers(0, 40)), draw(st.integers(0, 40))
        if draw(st.booleans()):
            found[name] = record(name, right, wrong)
    return found


def p(made: Case, known: Records) -> float:
    return assess(made, known).probability


def with_voice(made: Case, side: int, more: Voice) -> Case:
    grown = replace(made.support[side], voices=(*made.support[side].voices, more))
    return replace(made, support=(*made.support[:side], grown, *made.support[side + 1 :]))


@given(cases(), records(), st.data())
def test_a_copy_adds_nothing(made: Case, known: Records, data: st.DataObject) -> None:
    assume(made.support)
    side = data.draw(st.integers(0, len(made.support) - 1))
    original = data.draw(st.sampled_from(made.support[side].voices))
    copy = replace(original, statement="s:copy", document="d:copy", derived=True)
    before, after = assess(made, known), assess(with_voice(made, side, copy), known)
    assert (after.probability, after.band) == (before.probability, before.band)
    assert (after.confidence, after.admiralty) == (before.confidence, before.admiralty)


@given(cases(), records(), st.integers(1, 20))
def test_a_flood_of_reports_that_do_not_say_where_they_have_it_from_adds_nothing_beside_a_recorded_origin(
    made: Case, known: Records, number: int
) -> None:
    assume(any(side.recorded for side in made.support))
    flood = tuple(Voice(statement=f"s:f{at}", document=f"d:f{at}", kind="media") for at in range(number))
    loose = Side(origin="no recorded origin", recorded=False, voices=flood)
    grown = replace(made, support=(*made.support, loose))
    assert p(grown, known) == p(made, known)
    assert assess(grown, known).confidence == assess(made, known).confidence


@given(cases(), records(), st.data())
def test_one_more_report_of_unrecorded_lineage_never_raises_it_where_one_is_there(
    made: Case, known: Records, data: st.DataObject
) -> None:
    at = next((n for n, side in enumerate(made.support) if not side.recorded), None)
    assume(at is not None)
    left = [v for v in made.support[at or 0].voices if not (v.inference or v.withdrawn or v.derived)]
    assume(left)
    more = data.draw(voices("more", denies=False))
    assert p(with_voice(made, at or 0, more), known) <= p(made, known) + EPSILON


@given(cases(), records(), st.randoms(use_true_random=False))
def test_order_does_not_matter(made: Case, known: Records, random: Random) -> None:
    def shuffled(found: tuple[Side, ...]) -> tuple[Side, ...]:
        mixed = [replace(side, voices=tuple(random.sample(side.voices, len(side.voices)))) for side in found]
        return tuple(random.sample(mixed, len(mixed)))

    hand = tuple(random.sample(made.hand, len(made.hand)))
    other = replace(made, support=shuffled(made.support), denial=shuffled(made.denial), hand=hand)
    assert assess(other, known) == assess(made, known)


@given(cases(), records(), st.data())
def test_a_denial_never_raises(made: Case, known: Records, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([*NAMES, "Somebody Else"]))
    assume(name not in {side.origin for side in made.denial})
    more = data.draw(voices("denial", denies=True))
    side = Side(origin=name, key=name.lower(), source=name, voices=(more,))
    assert p(replace(made, denial=(*made.denial, side)), known) <= p(made, known) + EPSILON


@given(cases(), records(), st.data())
def test_one_more_statement_of_a_denial_never_raises(made: Case, known: Records, data: st.DataObject) -> None:
    assume(made.denial)
    at = data.draw(st.integers(0, len(made.denial) - 1))
    assume(any(not (v.derived or v.inference or v.withdrawn) for v in made.denial[at].voices))
    more = data.draw(voices("denial", denies=True))
    grown = replace(made.denial[at], voices=(*made.denial[at].voices, more))
    denial = (*made.denial[:at], grown, *made.denial[at + 1 :])
    assert p(replace(made, denial=denial), known) <= p(made, known) + EPSILON


@given(cases(), records(), st.integers(1, 6))
def test_parties_that_deny_take_off_two_decibans_at_most(made: Case, known: Records, number: int) -> None:
    plain = replace(made, denial=())
    parties = tuple(
        Side(
            origin=f"Party {at}", key=f"party {at}",
            voices=(Voice(statement=f"s:{at}", document=f"d:{at}", kind="government", interested=True),),
        )
        for at in range(number)
    )  # fmt: skip
    before, after = assess(plain, known), assess(replace(plain, denial=parties), known)
    assert decibans(before.probability) - decibans(after.probability) <= 2.0 + 0.01


@given(cases(), records(), st.data())
def test_hearsay_never_raises(made: Case, known: Records, data: st.DataObject) -> None:
    heard = replace(data.draw(voices("heard", denies=False)), hearsay=True)
    at = data.draw(st.integers(0, len(made.support)))
    if at == len(made.support):
        name = data.draw(st.sampled_from(["", "Somebody Else"]))
        side = Side(origin=name or "no recorded origin", key=name, recorded=bool(name), voices=(heard,))
        grown = replace(made, support=(*made.support, side))
    else:
        left = [v for v in made.support[at].voices if not (v.inference or v.withdrawn)]
        assume(any(not v.derived for v in left))
        assume(heard.depth >= min(v.depth for v in left if not v.derived))
        grown = with_voice(made, at, heard)
    assert p(grown, known) <= p(made, known) + EPSILON


@given(cases(), records(), st.data())
def test_a_hedge_never_raises(made: Case, known: Records, data: st.DataObject) -> None:
    assume(made.support)
    at = data.draw(st.integers(0, len(made.support) - 1))
    place = data.draw(st.integers(0, len(made.support[at].voices) - 1))
    old = made.support[at].voices
    weaker = data.draw(st.sampled_from(HEDGES[HEDGES.index(old[place].hedge) :]))
    hedged = (*old[:place], replace(old[place], hedge=weaker), *old[place + 1 :])
    side = replace(made.support[at], voices=hedged)
    grown = replace(made, support=(*made.support[:at], side, *made.support[at + 1 :]))
    assert p(grown, known) <= p(made, known) + EPSILON


@given(cases(), records())
def test_lines_add_up_to_the_log_odds(made: Case, known: Records) -> None:
    found = assess(made, known)
    assert abs(sum(line.decibans for line in found.lines) - decibans(found.probability)) < 0.011
    assert all(line.text.endswith(".") for line in found.lines)


@given(cases(), records())
def test_each_origin_left_out_is_what_would_be_said_had_it_not_been_there(made: Case, known: Records) -> None:
    told = {(each.origin, each.stance): each for each in assess(made, known).without if each.origin in NAMES}
    for stance, sides_there in (("supports", made.support), ("denies", made.denial)):
        for side in (side for side in sides_there if side.recorded):
            rest = tuple(other for other in sides_there if other is not side)
            left = replace(made, **{"support" if stance == "supports" else "denial": rest})
            without = told[side.origin, "supports" if stance == "supports" else "denies"]
            assert (without.probability, without.likelihood) == (
                p(left, known),
                assess(left, known).likelihood,
            )


@given(cases(), records())
def test_the_probability_is_within_its_bounds_and_inside_its_band(made: Case, known: Records) -> None:
    found = assess(made, known)
    low, high = weights().bounds_widest if known else weights().bounds_usual
    assert low <= found.band[0] <= found.probability <= found.band[1] <= high
    if found.single_origin:
        assert found.probability <= weights().bounds_usual[1]


@given(st.lists(cases(), max_size=5), records(), st.integers(0, 99))
def test_what_is_weighed_together_is_weighed_as_if_alone(made: list[Case], known: Records, seed: int) -> None:
    assert list(assess_all(made, known, seed=seed)) == [assess(each, known, seed=seed) for each in made]
