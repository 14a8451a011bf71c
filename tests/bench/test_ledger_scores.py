"""The scores of a ledger on small cases that were reckoned by hand."""

import pytest

from bench.ledger.bcubed import b_cubed
from bench.ledger.edges import score_edges
from bench.ledger.gold import GoldClaim, GoldDerivation, GoldLedger, GoldMember, GoldOrigins, GoldSide
from bench.ledger.matching import Place
from bench.ledger.scores import LedgerScores, score
from sayso.model import Span
from sayso.model.claim import Claim, Member, Stance
from sayso.model.derivation import Derivation, DerivationKind
from sayso.model.origin import OriginGroup, Origins

TEXTS = {
    "one": "The bridge at Harn was shut on Monday. Two guards fell asleep at noon.",
    "two": "On Monday the bridge was closed, he said. The ferry sank. It rains.",
    "three": "The bridge is open, the ministry insists. Nobody slept.",
}


def at(document: str, words: str) -> tuple[int, int]:
    start = TEXTS[document].index(words)
    return start, start + len(words)


def wanted(document: str, words: str, stance: Stance = "supports") -> GoldMember:
    return GoldMember(document=document, words=(words,), spans=(at(document, words),), stance=stance)


BRIDGE = GoldClaim(
    name="bridge",
    gist="The bridge was shut",
    members=(
        wanted("one", "The bridge at Harn was shut on Monday"),
        wanted("two", "On Monday the bridge was closed"),
        wanted("three", "The bridge is open", "denies"),
    ),
)
ASLEEP = GoldClaim(name="asleep", gist="Guards slept", members=(wanted("one", "Two guards fell asleep"),))
GOLD = GoldLedger(
    exhaustive=frozenset({"one", "two"}),
    claims=(BRIDGE, ASLEEP),
    derivations=(),
    origins=(
        GoldOrigins(
            claim="bridge",
            support=GoldSide(low=2, high=2, groups=(("a", ("one",)), ("b", ("two",)))),
            denial=GoldSide(low=1, high=1, groups=(("c", ("three",)),)),
        ),
    ),
    apart=(("bridge", "asleep"),),
)


def member(document: str, words: str, stance: Stance = "supports", *, founder: bool = False) -> Member:
    return Member(
        id=f"s:{words}", proposition=words, document=document, publisher=None, published=None,
        stance=stance, why=() if founder else ("shared words",),
    )  # fmt: skip


def claim(members: list[Member], support: int = 0, denial: int = 0) -> Claim:
    return Claim(
        id=f"c:{members[0].id}", gist=members[0].proposition, status="contested", as_of=None,
        statements=tuple(members), origins=origins(support), origins_against=origins(denial),
    )  # fmt: skip


def origins(count: int) -> Origins:
    groups = tuple(OriginGroup(origin=str(n), documents=(), why="so") for n in range(count))
    return Origins(count=count, low=count, high=count, groups=groups)


def place(one: Member) -> Place | None:
    return one.document, (Span(*at(one.document, one.proposition)),)


def scored(*claims: Claim) -> LedgerScores:
    return score(GOLD, claims, place, TEXTS.__getitem__)


ALL_RIGHT = [
    member("one", "The bridge at Harn was shut on Monday", founder=True),
    member("two", "Monday the bridge was closed"),
    member("three", "The bridge is open", "denies"),
]


def test_b_cubed_of_the_paper_by_hand() -> None:
    gold = dict(zip("abcde", (1, 1, 1, 2, 2), strict=True))
    assert b_cubed(gold, gold).f1 == 1.0
    split = b_cubed(gold, dict(zip("abcde", (1, 1, 2, 2, 2), strict=True)))
    assert split.precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert split.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert split.mentions == 5


def test_b_cubed_of_all_alone_has_full_precision_and_of_all_together_full_recall() -> None:
    gold = dict(zip("abcd", (1, 1, 2, 2), strict=True))
    assert (b_cubed(gold, {m: m for m in gold}).precision, b_cubed(gold, {m: m for m in gold}).recall) == (
        1,
        0.5,
    )
    assert (b_cubed(gold, dict.fromkeys(gold)).precision, b_cubed(gold, dict.fromkeys(gold)).recall) == (
        0.5,
        1,
    )


def test_b_cubed_of_nothing_is_nothing() -> None:
    assert b_cubed({}, {}).f1 == 0.0


def test_a_ledger_as_in_the_gold_scores_full_marks() -> None:
    scores = scored(claim(ALL_RIGHT, 2, 1), claim([member("one", "Two guards fell asleep", founder=True)], 1))
    assert (scores.same.f1, scores.members, scores.stance, scores.scope, scores.confused) == (1, 1, 1, 1, 0)
    assert (scores.origins.error, scores.origins.invented, scores.origins.missed) == (0, 0, 0)


def test_a_member_that_was_not_found_costs_recall_only() -> None:
    scores = scored(claim(ALL_RIGHT[:2], 2, 1))
    assert scores.same.precision == 1.0
    assert scores.same.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert scores.members == 0.5


def test_a_stranger_from_an_exhaustive_document_costs_precision_one_from_another_document_nothing() -> None:
    stranger = member("two", "The ferry sank")
    assert scored(claim([*ALL_RIGHT, stranger])).same.precision == pytest.approx((3 * 3 / 4 + 1 / 4) / 4)
    assert scored(claim([*ALL_RIGHT, member("three", "Nobody slept")])).same.precision == 1.0


def test_the_same_words_said_twice_are_counted_once() -> None:
    twice = claim([*ALL_RIGHT, member("two", "On Monday the bridge was closed, he")])
    assert scored(twice).same.f1 == 1.0


def test_a_wrong_stance_is_wrong() -> None:
    wrong = [*ALL_RIGHT[:2], member("three", "The bridge is open", "supports")]
    assert scored(claim(wrong)).stance == pytest.approx(2 / 3, abs=1e-4)


def test_a_claim_told_from_the_other_side_is_read_the_other_way_round() -> None:
    turned = claim(
        [
            member("three", "The bridge is open", "supports", founder=True),
            member("one", "The bridge at Harn was shut on Monday", "denies"),
            member("two", "On Monday the bridge was closed", "denies"),
        ],
        support=1,
        denial=2,
    )
    scores = scored(turned)
    assert (scores.stance, scores.origins.error) == (1.0, 0.0)


def test_look_alikes_in_one_claim_are_confused() -> None:
    assert scored(claim([*ALL_RIGHT, member("one", "Two guards fell asleep")])).confused == 1


def test_origins_above_the_truth_are_invented_below_it_missed() -> None:
    above, below = scored(claim(ALL_RIGHT, 4, 1)).origins, scored(claim(ALL_RIGHT, 1, 1)).origins
    assert (above.error, above.invented, above.missed) == (1.0, 1.0, 0.0)
    assert (below.error, below.invented, below.missed) == (0.5, 0.0, 1.0)


def test_a_claim_that_was_not_found_misses_all_its_origins() -> None:
    none = scored().origins
    assert (none.claims, none.error, none.missed) == (1, 1.5, 1.0)


def edge(kind: DerivationKind, document: str, of: str | None) -> Derivation:
    return Derivation(id="r:0", kind=kind, document=document, of=of, outlet="", p=1.0, evidence=("so",))


def test_a_hidden_edge_is_no_mistake_and_not_asked_for() -> None:
    gold = (
        GoldDerivation(document="two", kind="copies", of="one"),
        GoldDerivation(document="three", kind="cites", of="one", hidden=True),
        GoldDerivation(document="three", kind="cites", of=None, outlet="The Crier"),
    )
    found = [edge("copies", "two", "one"), edge("cites", "three", "one"), edge("cites", "three", "two")]
    scores = score_edges(gold, [*found, edge("cites", "three", None)], lambda name: name)
    assert (scores.seen.recall, scores.seen.precision) == (1.0, 0.5)
    assert (scores.hidden.recall, scores.kinds) == (1.0, 1.0)
