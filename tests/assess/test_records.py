"""Records: what resolved claims say of named sources, and what nothing may change."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.assess.beta import Beta, pooled
from sayso.assess.learning import infer
from sayso.assess.records import learn
from sayso.assess.report import Report, settled
from sayso.assess.temperature import temperature, tempered

SOURCES = st.sampled_from(["Orvel Post", "Radio Tamsin", "the Harbour Office", "Vell Daily"])
CLAIMS = st.sampled_from([f"c:{n}" for n in range(8)])
REPORTS = st.lists(
    st.builds(
        Report, source=SOURCES, kind=st.sampled_from(["media", "government"]), claim=CLAIMS,
        stance=st.sampled_from(["supports", "denies"]), weight=st.sampled_from([0.5, 1.0]),
    ),
    max_size=24,
)  # fmt: skip
RESOLVED = st.dictionaries(CLAIMS, st.booleans(), max_size=8)


def said(source: str, right: int, wrong: int, kind: str = "media") -> list[Report]:
    """Reports of a source: `right` on claims r0, r1, … that hold, `wrong` on w0, w1, … that do not."""
    claims = [f"r{n}" for n in range(right)] + [f"w{n}" for n in range(wrong)]
    return [Report(source=source, kind=kind, claim=claim) for claim in claims]


OUTCOMES = {f"r{n}": True for n in range(50)} | {f"w{n}": False for n in range(50)}


def test_fewer_than_five_resolved_claims_show_the_prior_of_the_kind() -> None:
    record = learn(said("Orvel Post", 4, 0), OUTCOMES)["Orvel Post"]
    assert (record.prior, record.right, record.wrong) == (True, 4, 0)
    other = learn([*said("Orvel Post", 4, 0), *said("Vell Daily", 0, 0)], OUTCOMES)["Orvel Post"]
    assert other == record


def test_five_resolved_claims_make_a_record_of_its_own() -> None:
    found = learn([*said("Orvel Post", 9, 1), *said("Vell Daily", 1, 9)], OUTCOMES)
    good, bad = found["Orvel Post"], found["Vell Daily"]
    assert not good.prior
    assert bad.accuracy < bad.band[1] < good.band[0] < good.accuracy


def test_a_denial_of_what_fails_is_right() -> None:
    reports = [Report(source="a", kind="media", claim=f"w{n}", stance="denies") for n in range(6)]
    assert (learn(reports, OUTCOMES)["a"].right, learn(reports, OUTCOMES)["a"].wrong) == (6, 0)


def test_what_is_not_resolved_teaches_nothing() -> None:
    assert learn(said("Orvel Post", 30, 0), {})["Orvel Post"].accuracy == 0.6


def test_an_anonymous_source_has_no_record() -> None:
    assert learn([Report(source="", kind="official", claim="r0")], OUTCOMES) == {}


def test_who_says_and_denies_a_claim_is_counted_for_neither() -> None:
    both = [Report(source="a", kind="media", claim="r0", stance=s) for s in ("supports", "denies")]
    assert learn(both, OUTCOMES)["a"].right == 0


def test_contradictory_outcomes_resolve_nothing() -> None:
    assert settled([("a", True), ("a", False), ("b", False), ("b", False)]) == {"b": False}


def test_copies_have_no_say_in_the_kind_of_a_source() -> None:
    own = Report(source="a", kind="official", claim="r0")
    copies = [Report(source="a", kind="media", claim=f"r{n}", weight=0.0) for n in range(3)]
    assert learn([own, *copies], OUTCOMES)["a"].kind == "official"
    assert learn(copies, OUTCOMES)["a"].kind == "media"


def test_nothing_given_gives_nothing() -> None:
    assert learn([], {}) == {}
    assert infer([]).claims == {}


def test_a_kind_learns_from_all_its_sources() -> None:
    few = [r for n in range(10) for r in said(f"outlet {n}", 4, 0)]
    assert learn(few, OUTCOMES)["outlet 0"].accuracy > 0.7
    assert pooled(Beta(alpha=6, beta=4), []) == Beta(alpha=6, beta=4)


@given(REPORTS, RESOLVED, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(
    reports: list[Report], resolved: dict[str, bool], dice: random.Random
) -> None:
    other = list(reports)
    dice.shuffle(other)
    assert learn(other, resolved) == learn(reports, resolved)
    assert infer(other, resolved) == infer(reports, resolved)


@given(REPORTS, RESOLVED, SOURCES, CLAIMS)
def test_a_copy_adds_nothing(
    reports: list[Report], resolved: dict[str, bool], source: str, claim: str
) -> None:
    copy = Report(source=source, kind="media", claim=claim, weight=0.0)
    told = [*reports, Report(source=source, kind="media", claim=claim)]
    assert learn([*told, copy, copy], resolved) == learn(told, resolved)
    assert infer([*told, copy], resolved).claims == infer(told, resolved).claims


@given(REPORTS, RESOLVED, CLAIMS, st.booleans())
def test_taking_an_outcome_back_restores_the_records(
    reports: list[Report], resolved: dict[str, bool], claim: str, holds: bool
) -> None:
    before = learn(reports, {k: v for k, v in resolved.items() if k != claim})
    learn(reports, {**resolved, claim: holds})
    assert learn(reports, {k: v for k, v in resolved.items() if k != claim}) == before


@given(REPORTS, RESOLVED)
def test_learning_never_moves_a_clamped_claim(reports: list[Report], resolved: dict[str, bool]) -> None:
    found = infer(reports, resolved).claims
    assert all(found[claim] == float(holds) for claim, holds in resolved.items() if claim in found)


@given(REPORTS)
def test_probabilities_stay_probabilities(reports: list[Report]) -> None:
    learnt = infer([msg for msg in reports if msg.stance == "denies"])
    assert all(0 <= p <= 0.5 + 1e-9 for p in learnt.claims.values()) or learnt.voted


def test_sources_worse_than_chance_fall_back_to_the_vote() -> None:
    reports = [Report(source=f"s{n}", kind="media", claim=f"r{m}") for n in range(3) for m in range(20)]
    learnt = infer(reports, {f"r{m}": False for m in range(18)})
    assert learnt.voted
    assert learnt.claims["r19"] == 0.8


def test_temperature_cools_what_is_too_sure_and_leaves_one_without_claims() -> None:
    assert temperature([], []) == 1.0
    hot = temperature([0.99] * 40, [True] * 28 + [False] * 12)
    assert 3 < hot < 8
    assert abs(tempered(0.99, hot) - 0.7) < 0.05
