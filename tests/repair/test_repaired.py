"""Corrections put into a reading: what holds whatever is corrected, and what pins hold on to."""

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Extent, Span, Statement, covers, proposition_id, statement_id, words_at
from sayso.repair.applying import Page
from sayso.repair.corrections import (
    Correction,
    Given,
    GivenContent,
    GivenCue,
    GivenProposition,
    GivenSource,
    fits,
)
from sayso.repair.nesting import nested
from sayso.repair.repaired import Repaired, repaired
from tests.repair.made import DOCUMENT, TEXT, made, spans

PAGE = Page(document=DOCUMENT.id, input=DOCUMENT.input, text=TEXT, publisher=DOCUMENT.publisher)
FERRY = made("The Harbour Office", "said", "that the ferry would sail in May and that the quay was safe")
NURSE = made("A nurse", "adding", "that two doctors had left")
LATE = made(None, None, "The ferry was late.")
BASE = (FERRY, NURSE, LATE)


def with_corrections(*corrections: Correction, base: tuple[Statement, ...] = BASE) -> Repaired:
    return repaired(PAGE, "en-1", {"en-1": base}, corrections)


def correction(what: Any, root: str | None, number: int = 1, **given: Any) -> Correction:
    return Correction(judgement=f"j:{number}", what=what, root=root, given=Given(reading="en-1", **given))


def content_of(words: str) -> GivenContent:
    return GivenContent(spans=spans(words), propositions=(GivenProposition(spans=spans(words)),))


def test_without_corrections_a_reading_is_as_the_reader_has_it() -> None:
    assert with_corrections() == Repaired(statements=BASE, lines=(), applied=(), orphans=())


def test_the_last_correction_of_a_matter_counts() -> None:
    found = with_corrections(
        correction("act", FERRY.id, 1, act="deny"), correction("act", FERRY.id, 2, act="promise")
    )
    assert [s.act for s in found.statements] == ["promise", "assert", "assert"]
    assert found.statements[0].corrected_by == ("j:1", "j:2")


def test_places_come_first_whatever_was_decided_first() -> None:
    act = correction("act", FERRY.id, 1, act="deny")
    cue = correction("cue", FERRY.id, 2, cue=GivenCue(spans=spans("said"), act="assert"))
    assert with_corrections(act, cue).statements[0].act == "deny"


def test_a_correction_of_what_is_not_there_is_orphaned() -> None:
    found = with_corrections(correction("act", "s:gone", act="deny"))
    assert (found.statements, found.orphans) == (BASE, (("j:1", "its statement is not there"),))


def test_two_that_would_become_one_are_not_made_one() -> None:
    same = {"source": GivenSource(spans=spans("A nurse"), kind="person")}
    cue = {"cue": GivenCue(spans=spans("said"))}
    content = {"content": content_of("the ward was full")}
    both = [
        correction(what, root, number, **given)
        for number, (root, what, given) in enumerate(
            (root, what, given)
            for root in (FERRY.id, NURSE.id)
            for what, given in (("source", same), ("cue", cue), ("content", content))
        )
    ]
    found = with_corrections(*both)
    assert [why for _, why in found.orphans] == [f"it makes the same statement as {FERRY.id}"] * 3
    assert len({s.id for s in found.statements}) == 3


def test_an_added_statement_stands_where_it_is_printed_and_may_be_corrected() -> None:
    new = correction(
        "statement", None, 1, source=GivenSource(spans=spans("A nurse"), kind="person"),
        cue=GivenCue(spans=(Span(TEXT.index("said the ward"), TEXT.index("said the ward") + 4),)),
        content=content_of("the ward was full"),
    )  # fmt: skip
    found = with_corrections(new)
    assert [s.content.text[:9] for s in found.statements] == [
        "that the ",
        "the ward ",
        "that two ",
        "The ferry",
    ]
    again = correction("act", found.statements[1].id, 2, act="perceive")
    assert with_corrections(new, again).statements[1].act == "perceive"
    gone = correction("not-a-statement", found.statements[1].id, 3)
    assert with_corrections(new, gone).statements == BASE


def test_a_newer_reading_gives_way_to_what_was_pinned_and_to_nothing_else() -> None:
    longer = made("A nurse", "adding", "that two doctors", reading="en-2")
    late = msgspec.structs.replace(LATE, reading="en-2")
    found = repaired(
        PAGE, "en-2", {"en-1": BASE, "en-2": (longer, late)},
        [correction("anonymous", NURSE.id, anonymous=True)],
    )  # fmt: skip
    assert [(s.content.text, s.source.anonymous) for s in found.statements] == [
        ("that two doctors had left", True), ("The ferry was late.", False),
    ]  # fmt: skip


def test_a_merged_statement_stays_where_only_a_part_of_it_was_touched() -> None:
    sail = made("The Harbour Office", "said", "that the ferry would sail in May")
    quay = made("The Harbour Office", "said", "that the quay was safe")
    whole = msgspec.structs.replace(FERRY, reading="en-2")
    readings = {"en-1": (sail, quay), "en-2": (whole,)}
    one = correction("act", sail.id, 1, act="promise")
    found = repaired(PAGE, "en-2", readings, [one])
    assert {s.id for s in found.statements} == {sail.id, whole.id}
    both = [one, correction("not-a-statement", quay.id, 2)]
    assert [s.id for s in repaired(PAGE, "en-2", readings, both).statements] == [sail.id]


WORDS = ("The Harbour Office", "A nurse", "said", "adding", "that the quay was safe", "the ward was full",
         "the ferry would sail in May", "two doctors had left", "The ferry was late")  # fmt: skip


@st.composite
def any_correction(draw: st.DrawFn) -> Correction:
    """A correction of any matter, by words that stand in the text."""
    words = draw(st.sampled_from(WORDS))
    root = draw(st.sampled_from([s.id for s in BASE]))
    number = draw(st.integers(1, 10**6))
    choices: list[tuple[Any, str | None, dict[str, Any]]] = [
        ("source", root, {"source": GivenSource(spans=spans(words), kind="person")}),
        ("source", root, {"source": GivenSource(kind="author")}),
        ("cue", root, {"cue": GivenCue(spans=spans(words))}),
        ("cue", root, {"cue": GivenCue()}),
        ("content", root, {"content": content_of(words)}),
        ("content", root, {"content": GivenContent()}),
        ("act", root, {"act": "deny"}),
        ("factuality", root, {"factuality": "PS-"}),
        ("not-a-statement", root, {}),
        ("statement", None, {"source": GivenSource(), "content": content_of(words)}),
    ]
    what, target, given_ = draw(st.sampled_from(choices))
    return correction(what, target, number, **given_)


@given(st.lists(any_correction(), max_size=8, unique_by=lambda one: one.judgement))
def test_whatever_is_corrected_the_statements_are_whole(corrections: list[Correction]) -> None:
    found = with_corrections(*corrections)
    ids = [s.id for s in found.statements]
    assert len(set(ids)) == len(ids)
    for s in found.statements:
        cue = s.cue.spans if s.cue else ()
        assert s.id == statement_id(s.document, s.source.spans, cue, s.content.spans)
        assert words_at(TEXT, s.content.spans) == s.content.text
        assert all(p.id == proposition_id(s.id, p.spans) for p in s.propositions)
        assert all(covers(s.content.spans, p.spans) for p in s.propositions)
        assert s.chain[:1] == ("The Lantern",)
        seen, at = set(), s.within
        while at is not None:
            assert at in ids
            assert at not in seen
            seen.add(at)
            at = next(other.within for other in found.statements if other.id == at)
    lost = {judgement for judgement, _ in found.orphans}
    assert lost | set(found.applied) == {one.judgement for one in corrections}


@given(st.permutations(BASE))
def test_nesting_leaves_a_reading_that_nobody_touched(statements: list[Statement]) -> None:
    assert list(nested(statements, "The Lantern", {}, {s.id: None for s in BASE})) == statements


def test_places_outside_of_the_text_do_not_fit() -> None:
    inside = Given(reading="en-1", source=GivenSource(spans=spans("A nurse")))
    outside = Given(reading="en-1", source=GivenSource(spans=(Span(0, len(TEXT) + 1),)))
    assert fits(inside, TEXT)
    assert not fits(outside, TEXT)
    assert Extent.of(TEXT, spans("A nurse")).text == "A nurse"
