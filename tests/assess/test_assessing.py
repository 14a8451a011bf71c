"""What weighing says of made claims: whom it counts, what it takes off, where it stops, and bad input."""

import re
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from sayso.assess.assessing import assess
from sayso.assess.case import UNRECORDED, Hand, Strength
from sayso.assess.weights import decibans, load, probability, weights
from sayso.link.reasons import UNRECORDED as LINKED_UNRECORDED
from sayso.model import Assessment, LineKind, SourceKind
from tests.assess.cases import case, denier, origin, record, unrecorded, voice


def weight(found: Assessment, kind: LineKind) -> float:
    return round(sum(line.decibans for line in found.lines if line.kind == kind), 2)


def test_nobody_s_word_weighs_against_what_he_says_while_he_is_right_more_often_than_wrong() -> None:
    for kind in get_args(SourceKind):
        made = case(origin("X", voice(kind=kind, anonymous=True, hedge="PS", depth=4)))
        assert assess(made).probability == 0.5


def test_one_plain_organization_without_a_record_weighs_what_its_kind_weighs() -> None:
    found = assess(case(origin()))
    assert found.probability == pytest.approx(0.65, abs=0.001)
    assert found.likelihood == "likely"
    assert "without a record" in found.lines[1].text


def test_a_record_of_five_resolved_claims_takes_the_place_of_the_kind() -> None:
    known = {"Open Valleys": record("Open Valleys", 4, 1)}
    found = assess(case(origin()), known)
    assert weight(found, "origin") == round(decibans(10 / 15), 2)
    assert "right on 4 of 5 resolved claims" in found.lines[1].text


@pytest.mark.parametrize("resolved", [(4, 0), (0, 0)])
def test_fewer_than_five_resolved_claims_are_the_prior_and_the_letter_f(resolved: tuple[int, int]) -> None:
    found = assess(case(origin()), {"Open Valleys": record("Open Valleys", *resolved)})
    assert weight(found, "origin") == round(decibans(0.65), 2)
    assert found.admiralty == "F6"


def test_a_source_that_is_wrong_more_often_than_right_weighs_against() -> None:
    found = assess(case(origin()), {"Open Valleys": record("Open Valleys", 1, 20)})
    assert found.probability < 0.3
    assert found.admiralty[0] == "E"


def test_an_anonymous_source_has_what_its_kind_has_and_a_line_of_its_own() -> None:
    found = assess(case(origin("Radio Vell", voice(kind="person", anonymous=True, first_hand="self"))))
    assert weight(found, "anonymity") == -1.0
    assert weight(found, "origin") == round(decibans(0.6), 2)
    assert "somebody who is not named" in found.lines[1].text


def test_the_most_hedged_of_the_nearest_statements_governs() -> None:
    plain, hedged = voice("1"), voice("2", hedge="PR")
    assert weight(assess(case(origin("X", plain, hedged))), "hedge") == -2.0


def test_a_relay_that_says_more_than_its_source_does_not_speak_for_it() -> None:
    source, relay = voice("1", hedge="PS"), voice("2", hedge="CT", depth=1)
    assert assess(case(origin("X", source, relay))) == assess(
        case(origin("X", source, voice("2", hedge="U", depth=1)))
    )


def test_first_hand_and_details_raise_and_relays_lower() -> None:
    def p(**changed: Any) -> float:
        return assess(case(origin("X", voice(**changed)))).probability

    assert p(first_hand="self") > p(first_hand="contact") > p()
    assert p(specific=("number", "day")) > p(specific=("number",)) > p()
    assert p(depth=1) < p()
    assert p(depth=1, unread=True) < p(depth=1)
    assert p(depth=9) == p(depth=4)


def test_what_has_no_recorded_lineage_weighs_a_third_alone_and_nothing_beside_a_record() -> None:
    alone = assess(case(unrecorded()))
    assert decibans(alone.probability) == pytest.approx(0.35 * decibans(0.65), abs=0.01)
    assert assess(case(origin(), unrecorded())).probability == assess(case(origin())).probability


@pytest.mark.parametrize("silent", [{"hearsay": True}, {"inference": True}, {"withdrawn": True}])
def test_hearsay_own_inference_and_what_was_taken_back_weigh_nothing(silent: dict[str, Any]) -> None:
    found = assess(case(origin("X", voice(**silent))))
    assert (found.probability, found.single_origin) == (0.5, False)
    assert any("adds nothing" in line.text for line in found.lines)


def test_a_party_s_denial_is_nearly_free_and_an_observer_s_is_not() -> None:
    assert weight(assess(case(origin(), denial=(denier(),))), "denial") == -1.0
    there = denier("Monitors", interested=False, first_hand="direct")
    assert weight(assess(case(denial=(denier("Monitors", interested=False),))), "denial") == -6.0
    assert sum(line.decibans for line in assess(case(denial=(there,))).lines) == -9.0


def test_a_denial_of_a_part_weighs_half() -> None:
    found = assess(case(denial=(denier("Monitors", interested=False, part=True),)))
    assert sum(line.decibans for line in found.lines) == -3.0


def test_a_promise_starts_below_even() -> None:
    assert assess(case(kind="expectation")).probability == pytest.approx(probability(-1.8), abs=1e-6)


def test_a_claim_with_only_denials_is_its_prior_and_the_denials() -> None:
    found = assess(case(denial=(denier(),)))
    assert found.probability == pytest.approx(probability(-1.0), abs=1e-6)
    assert (found.single_origin, found.admiralty, found.confidence) == (False, "F6", "low")


def test_who_says_it_and_denies_it_counts_for_neither() -> None:
    both = case(origin("Ministry"), denial=(denier("Ministry", interested=False),))
    found = assess(both)
    assert (found.probability, found.single_origin) == (0.5, False)
    assert sum("stands on both sides" in line.text for line in found.lines) == 2


def test_two_bodies_that_count_as_one_are_not_said_to_have_said_the_same() -> None:
    yes, no = origin("Health Office", key="state"), denier("State Gazette", interested=False)
    texts = [line.text for line in assess(case(yes, denial=(replace(no, key="state"),))).lines]
    assert "Health Office counts as one with State Gazette, on the other side: neither counts." in texts
    assert "State Gazette counts as one with Health Office, on the other side: neither counts." in texts


def test_where_all_statements_copy_each_other_in_a_circle_they_are_weighed_as_what_has_no_record() -> None:
    circle = unrecorded(voice("1", kind="author", derived=True), voice("2", kind="author", derived=True))
    assert assess(case(circle)).probability == assess(case(unrecorded())).probability


def test_a_claim_that_nobody_takes_up_is_at_its_prior() -> None:
    found = assess(case())
    assert (found.probability, found.likelihood, found.without) == (0.5, "roughly even chance", ())


def test_the_bound_is_wider_only_for_two_origins_one_of_them_with_a_record() -> None:
    names = [f"Body {n}" for n in range(9)]
    many = [origin(name, voice(name, kind="international_organization")) for name in names]
    assert assess(case(*many)).probability == 0.95
    found = assess(case(*many), {"Body 0": record("Body 0", 9, 0)})
    assert found.probability == 0.99
    assert found.lines[-1].kind == "clip"
    alone = {"Body 0": record("Body 0", 900, 0)}
    assert assess(case(many[0]), alone).probability == 0.95


def test_the_band_is_the_same_for_the_same_seed_and_narrower_with_a_record() -> None:
    made, known = case(origin()), {"Open Valleys": record("Open Valleys", 80, 40)}
    assert assess(made, seed=3) == assess(made, seed=3)
    assert assess(made, seed=3).band != assess(made, seed=4).band
    (low, high), (lower, higher) = assess(made, known).band, assess(made).band
    assert high - low < higher - lower


def test_without_an_origin_it_is_what_the_others_say() -> None:
    found = assess(case(origin(), denial=(denier(),)))
    told = {(each.origin, each.stance): each.probability for each in found.without}
    assert told["Open Valleys", "supports"] == pytest.approx(probability(-1.0), abs=1e-6)
    assert told["Ministry of Waters", "denies"] == assess(case(origin())).probability


@pytest.mark.parametrize("strength", get_args(Strength))
def test_evidence_by_hand_is_an_origin_of_its_own(strength: Strength) -> None:
    hand = Hand(
        id="j:1", kind="satellite", reference="Tile 17", strength=strength, by="ed", text="A new roof."
    )
    found = assess(case(origin(), hand=(hand,)))
    (line,) = (line for line in found.lines if line.kind == "hand")
    assert line.decibans == weights().hand[strength]
    assert "A satellite image (Tile 17) speaks for it" in line.text
    assert not found.single_origin
    against = assess(case(origin(), hand=(Hand(id="j:1", stance="denies", strength=strength),)))
    assert against.probability < assess(case(origin())).probability


def test_confidence_comes_from_the_basis_and_never_from_how_likely_it_is() -> None:
    known = {f"Body {n}": record(f"Body {n}", 9, 1) for n in range(3)}
    two = [origin("A", voice("a")), origin("B", voice("b"))]
    assert assess(case(two[0])).confidence == "low"
    assert assess(case(*two)).confidence == "low"
    assert assess(case(two[0], origin("B", voice("b", first_hand="self")))).confidence == "moderate"
    three = [origin(name, voice(name, first_hand="self")) for name in known]
    assert assess(case(*three), known).confidence == "high"
    assert assess(case(*three[:2]), known).confidence == "moderate"


def test_the_digit_looks_only_at_evidence_beside_the_source() -> None:
    one, two = origin("A", voice("a")), origin("B", voice("b"))
    assert assess(case(one)).admiralty == "F6"
    assert assess(case(one, denial=(denier(),))).admiralty == "F6"
    assert assess(case(one, two)).admiralty == "F3"
    assert assess(case(one, denial=(denier("Monitors", interested=False),))).admiralty == "F5"
    others = [origin(name, voice(name, kind="international_organization")) for name in "BCD"]
    assert assess(case(one, *others)).admiralty == "F1"


def test_what_has_no_lineage_is_called_as_in_the_counting_of_origins() -> None:
    assert UNRECORDED == LINKED_UNRECORDED


def test_every_weight_has_its_reason() -> None:
    data = load("weights.yaml")

    def bare(node: object, path: str) -> list[str]:
        if not isinstance(node, dict):
            return []
        here = [path] if "decibans" in node and not (node.get("why") or node.get("called")) else []
        return here + [found for key, value in node.items() for found in bare(value, f"{path}.{key}")]

    assert bare(data, "weights") == []
    assert set(data["kinds"]) == set(get_args(SourceKind))


def test_the_ranges_are_those_of_icd_203() -> None:
    rows = [(row["below"], row["word"]) for row in load("words.yaml")["likelihood"]]
    assert [below for below, _ in rows][:-1] == [0.05, 0.20, 0.45, 0.55, 0.80, 0.95]
    assert re.fullmatch(r"almost certain", rows[-1][1])
