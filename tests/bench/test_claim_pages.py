"""A page is wrong for a merge, a denial, a count or a source, and right where the gold itself is shown."""

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.ledger.abstention import curve, svg
from bench.ledger.claim_pages import pages_table, sampled
from bench.ledger.gold import (
    GoldClaim,
    GoldDerivation,
    GoldLedger,
    GoldMember,
    GoldOrigins,
    GoldSide,
)
from bench.ledger.oracle import claims_of, place_in
from bench.ledger.pages import Judge, Page
from bench.ledger.wilson import wilson
from sayso.model import Claim, Origins

TEXTS = {
    "a": "The bridge at Harn was closed. A dam broke in Quill.",
    "b": "Guards closed the bridge at Harn.",
    "c": "The bridge at Harn was never closed.",
}


def member(document: str, words: str, stance: str = "supports") -> GoldMember:
    start = TEXTS[document].index(words)
    spans = ((start, start + len(words)),)
    return msgspec.convert(
        {"document": document, "words": (words,), "spans": spans, "stance": stance}, GoldMember
    )


BRIDGE = GoldClaim(
    name="bridge", gist="the bridge was closed",
    members=(
        member("a", "The bridge at Harn was closed"), member("b", "Guards closed the bridge at Harn"),
        member("c", "The bridge at Harn was never closed", "denies"),
    ),
)  # fmt: skip
DAM = GoldClaim(name="dam", gist="a dam broke", members=(member("a", "A dam broke in Quill"),))
GOLD = GoldLedger(
    exhaustive=frozenset(TEXTS), claims=(BRIDGE, DAM), derivations=(),
    origins=(GoldOrigins(claim="bridge", support=GoldSide(low=1, high=2), denial=GoldSide(low=1, high=1)),),
)  # fmt: skip


def judged(
    claims: Sequence[Claim], gold: GoldLedger = GOLD, right: bool | None = None
) -> list[tuple[str, ...]]:
    judge = Judge("made", gold, claims, place_in(GOLD), TEXTS.__getitem__, lambda _: right)
    return [tuple(kind for kind, _ in page.faults) for page in judge.pages()]


def changed(**fields: object) -> list[Claim]:
    bridge, dam = claims_of(GOLD)
    counted = msgspec.structs.replace(
        bridge, origins=Origins(count=1, low=1, high=1), origins_against=Origins(count=1, low=1, high=1)
    )
    return [msgspec.structs.replace(counted, **fields), dam]


def test_the_gold_itself_has_no_fault() -> None:
    assert judged(changed()) == [()]


def test_two_matters_on_one_page_are_a_merge() -> None:
    bridge, dam = claims_of(GOLD)
    assert "merge" in judged(changed(statements=(*bridge.statements, *dam.statements))[:1])[0]


def test_two_parts_of_one_proposition_are_no_merge() -> None:
    whole = claims_of(GOLD)[0].statements
    parts = (member("a", "The bridge"), member("a", "was closed"))
    gold = msgspec.structs.replace(
        GOLD, claims=(msgspec.structs.replace(BRIDGE, members=(*BRIDGE.members, *parts)), DAM)
    )
    shown = [m for m in claims_of(gold)[0].statements if m.document == "a"]
    claim = msgspec.structs.replace(claims_of(GOLD)[0], statements=tuple(shown))
    judge = Judge("made", GOLD, [claim], place_in(gold), TEXTS.__getitem__, lambda _: None)
    assert len(shown) == len(whole)
    assert all(kind != "merge" for page in judge.pages() for kind, _ in page.faults)


def test_a_denial_that_is_read_as_support_is_a_fault() -> None:
    statements = claims_of(GOLD)[0].statements
    turned = tuple(msgspec.structs.replace(one, stance="supports") for one in statements)
    assert "denial" in judged(changed(statements=turned))[0]


def test_a_denial_on_another_page_is_missed() -> None:
    *others, denier = claims_of(GOLD)[0].statements
    apart = msgspec.structs.replace(changed()[0], id="c:apart", statements=(denier,))
    assert "denial" in judged([*changed(statements=tuple(others)), apart])[0]


@pytest.mark.parametrize("count", [0, 3])
def test_a_count_outside_of_what_the_gold_allows_is_a_fault(count: int) -> None:
    assert judged(changed(origins=Origins(count=count, low=count, high=count))) == [("count",)]


def test_a_source_that_a_reader_of_the_text_did_not_name_is_a_fault() -> None:
    assert judged(changed(), right=False) == [("source",)]
    assert judged(changed(), right=True) == [()]


def test_a_sentence_and_its_copy_that_the_gold_leaves_out_are_no_merge() -> None:
    alone = msgspec.structs.replace(GOLD, claims=(), origins=())
    copied = msgspec.structs.replace(
        alone, derivations=(GoldDerivation(document="b", kind="copies", of="a"),)
    )
    two = claims_of(GOLD)[0].statements[:2]
    assert judged(changed(statements=two)[:1], alone) == [("merge",)]
    assert judged(changed(statements=two)[:1], copied) == [()]


def page(number: int, *, right: bool, least: float) -> Page:
    faults = () if right else (("count", "1 for 2–2"),)
    return Page(
        texts="made", claim=f"c:{number}", gist="a", documents=2, least=least, spread=0, faults=faults
    )


def test_the_surest_pages_are_answered_first() -> None:
    pages = [page(n, right=n < 5, least=1 - n / 10) for n in range(10)]
    points = curve(pages)
    assert points[4][:2] == (0.5, 1.0)
    assert points[-1][:2] == (1.0, 0.5)
    assert curve([]) == []


def test_the_drawing_has_a_dot_for_every_point() -> None:
    assert svg([(0.5, 1.0), (1.0, 0.5)]).count("<circle") == 2


def test_the_same_pages_are_drawn_every_time_and_counted() -> None:
    pages = [page(n, right=bool(n % 4), least=0.9) for n in range(80)]
    assert sampled(pages) == sampled(pages)
    row = pages_table(sampled(pages), pages).rows[0]
    assert row["number"] == 50
    assert row["wrong"] == row["count"]


@given(st.integers(0, 200), st.integers(0, 200))
def test_an_interval_holds_its_share(right: int, more: int) -> None:
    of = right + more
    low, high = wilson(right, of)
    assert 0 <= low <= high <= 1
    assert not of or low - 1e-4 <= right / of <= high + 1e-4
