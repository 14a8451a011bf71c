"""What weighing sees of a claim: relays, the most hedged link, who has a part in it, what was handed on."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from sayso.assess.case import Case, Voice
from sayso.link.lineage import Party, Report
from sayso.link.mark import Amount, Mark
from sayso.link.origins import origins_of
from sayso.link.status import FOR
from sayso.model import (
    Act,
    Claim,
    Cue,
    Derivation,
    Extent,
    Factuality,
    Member,
    Proposition,
    Source,
    Span,
    Stance,
    Statement,
    Time,
)
from sayso.pipeline.casing import Rows, case_of
from tests.link.made_reports import as_testimony, body, copy_of, nobody, outlet, report

POST, WIRE, RADIO = outlet("Harrow Post"), outlet("Norrin Wire"), outlet("Radio Vell")
MINISTRY = body("Ministry of Roads", kind="government", state=True)
UNION = body("Dockers’ Union")


def statement(
    made: Report, within: str | None = None, certainty: Factuality = "CT+", **changed: Any
) -> Statement:
    """A statement of a report, its content at 10 to 20, or around another's at 0 to 30."""
    span = Span(10, 20) if within else Span(0, 30)
    part = Proposition(id=f"p:{made.statement}", spans=(span,), text="it", factuality=certainty)
    whole = Statement(
        id=made.statement, document=made.document, input="a", sentence=0, reading="en", source=Source(),
        medium=None, cue=Cue(spans=(), text="said", lemma="say"), content=Extent(spans=(span,), text="it"),
        quotation="indirect", within=within, chain=(), said=None, evidentiality="unstated",
        propositions=(part,), confidence=1.0,
    )  # fmt: skip
    return replace(whole, **changed)


def mark(made: Report, **changed: Any) -> Mark:
    whole = Mark(proposition=f"p:{made.statement}", statement=made.statement, document=made.document)
    return replace(whole, **changed)


def member(made: Report, stance: Stance = "supports") -> Member:
    return Member(
        id=made.statement, proposition=f"p:{made.statement}", document=made.document, publisher="X",
        published=made.published, stance=stance,
    )  # fmt: skip


def made_case(
    *reports: Report,
    against: Sequence[Report] = (),
    edges: Sequence[Derivation] = (),
    marks: Sequence[Mark] = (),
    statements: Sequence[Statement] = (),
    withdrawn: Sequence[str] = (),
    given: Sequence[Stance] = (),
) -> Case:
    stances = {report.statement: stance for report, stance in zip(reports, given, strict=False)}
    members = (
        *(member(one, stances.get(one.statement, "supports")) for one in reports),
        *(member(one, "denies") for one in against),
    )
    sides = [[as_testimony(one) for one in side] for side in (reports, against)]
    claim = Claim(
        id="c:1", gist="it", status="contested", as_of=None, statements=members,
        origins=origins_of(sides[0], edges), origins_against=origins_of(sides[1], edges),
    )  # fmt: skip
    every = (*reports, *against)
    known = {f"p:{one.statement}": mark(one) for one in every} | {one.proposition: one for one in marks}
    texts = {one.statement: statement(one) for one in every} | {one.id: one for one in statements}
    rows = Rows(
        reports={one.statement: one for one in every}, statements=texts, marks=known, edges=tuple(edges),
        withdrawn=frozenset(withdrawn),
    )  # fmt: skip
    assert all(m.stance in FOR or m.stance == "denies" for m in members)
    return case_of(claim, rows)


def voice(*reports: Report, **changed: Any) -> Voice:
    return made_case(*reports, **changed).support[0].voices[-1]


def denied_by(party: Party, **about: Any) -> Voice:
    said, denial = report(POST, UNION), report(WIRE, party, id="no")
    made = made_case(said, against=[denial], marks=[mark(said, **about)])
    return made.denial[0].voices[0]


def test_a_source_that_the_publisher_spoke_to_has_no_relay_before_it() -> None:
    assert voice(report(POST, UNION)).depth == 0
    assert voice(report(POST, RADIO, UNION)).depth == 1


def test_what_an_outlet_has_from_another_comes_through_a_relay() -> None:
    assert voice(report(POST, RADIO, nobody(), first_hand=RADIO)).depth == 1
    assert voice(report(RADIO, nobody(), first_hand=RADIO)).depth == 0


def test_a_relay_whose_own_text_is_not_here_is_marked_so() -> None:
    said = report(POST, RADIO, UNION)
    edge = replace(copy_of(said, report(RADIO), kind="cites"), of=None)
    assert voice(said, edges=[edge]).unread
    assert not voice(said).unread


def test_the_most_hedged_link_governs_also_where_it_stands_around_the_statement() -> None:
    said = report(POST, RADIO, UNION)
    outer = statement(report(POST, RADIO, id="outer"), certainty="PS+")
    inner = statement(said, within=outer.id)
    assert voice(said, statements=[inner, outer], marks=[mark(said, certainty="PR")]).hedge == "PS"
    assert voice(said, marks=[mark(said, certainty="PR")]).hedge == "PR"


def test_who_could_not_confirm_what_is_inside_does_not_hedge_it() -> None:
    said = replace(report(POST, MINISTRY, UNION), answered=1)
    outer = statement(report(POST, MINISTRY, id="outer"), certainty="U")
    assert voice(said, statements=[statement(said, within=outer.id), outer]).hedge == "CT"


def test_details_are_numbers_names_and_days() -> None:
    said = report(POST, UNION)
    full = mark(said, amounts=(Amount(low=3, high=3),), names=("harrow",), days=("2031-01-01", None))
    assert voice(said, marks=[full]).specific == ("number", "name", "day")
    assert voice(said).specific == ()


def test_an_anonymous_source_is_anonymous_and_of_its_own_kind() -> None:
    found = voice(report(POST, nobody(), first_hand=POST, mark="self"))
    assert (found.anonymous, found.kind, found.first_hand) == (True, "person", "self")


def test_a_copy_is_handed_on_and_its_original_is_not() -> None:
    wire, copy = report(WIRE, UNION), report(POST, UNION)
    made = made_case(wire, copy, edges=[copy_of(copy, wire)])
    assert {v.document: v.derived for v in made.support[0].voices} == {
        wire.document: False,
        copy.document: True,
    }


def test_a_partial_copy_is_not_taken_for_handed_on() -> None:
    wire, copy = report(WIRE, UNION), report(POST, UNION)
    made = made_case(wire, copy, edges=[copy_of(copy, wire, share=0.3)])
    assert not any(v.derived for v in made.support[0].voices)


def test_what_was_taken_back_is_marked_so() -> None:
    said = report(POST, UNION)
    assert voice(said, withdrawn=[said.document]).withdrawn


def test_what_has_no_record_answers_to_nobody() -> None:
    (side,) = made_case(report(POST)).support
    assert (side.recorded, side.key, side.source) == (False, "", "")


def test_a_state_organ_is_a_party_unless_another_state_is_meant() -> None:
    abroad = replace(MINISTRY, country="ZZ")
    assert denied_by(MINISTRY).interested
    assert denied_by(abroad).interested
    assert not denied_by(abroad, polities=("YY",)).interested
    assert denied_by(abroad, polities=("ZZ",)).interested


def test_who_is_named_in_the_claim_is_a_party() -> None:
    assert not denied_by(body("Brisk Lines")).interested
    assert denied_by(body("Brisk Lines"), names=("brisk", "line", "lines")).interested
    assert denied_by(body("Brisk Lines"), names=("bl",)).interested
    assert denied_by(replace(body("Brisk"), entry="zz.brisk"), names=("@zz.brisk",)).interested
    assert denied_by(
        replace(body("Ona Tell", kind="person"), bodies=("harrow",)), names=("harrow",)
    ).interested


def test_who_says_it_and_denies_it_has_one_key_on_both_sides() -> None:
    made = made_case(report(POST, UNION), against=[report(WIRE, UNION, id="no")])
    assert made.support[0].key == made.denial[0].key != ""


def test_a_promise_and_what_is_due_are_expectations() -> None:
    said = report(POST, UNION)
    acts: list[Act] = ["promise", "forecast"]
    for act in acts:
        assert made_case(said, marks=[mark(said, act=act)]).kind == "expectation"
    due = statement(said)
    part = replace(due.propositions[0], times=(Time(spans=(), text="in May", role="due"),))
    assert made_case(said, statements=[replace(due, propositions=(part,))]).kind == "expectation"
    assert made_case(said).kind == "report"


def test_that_what_was_foreseen_has_not_come_supports_nobody() -> None:
    promised, later = report(POST, MINISTRY), report(WIRE, UNION, id="later")
    ahead = mark(promised, act="forecast")

    def origins(told: Mark) -> int:
        return len(made_case(promised, later, marks=[ahead, told], given=("supports", "updates")).support)

    assert origins(mark(later, certainty="CT", negated=True)) == 1
    assert origins(mark(later)) == 2  # it came: that bears it out
    assert origins(mark(later, act="forecast", negated=True)) == 2  # another forecast: the matter, revised


def test_a_weak_sign_of_copying_makes_an_origin_less_sure_to_be_its_own() -> None:
    one, other = report(POST, UNION), report(WIRE, body("Ine Vollar", kind="person"))
    made = made_case(one, other, edges=[copy_of(other, one, p=0.3)])
    assert sorted(side.p_own for side in made.support) == [0.7, 1.0]
