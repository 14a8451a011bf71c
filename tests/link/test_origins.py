"""How origins are counted, story by story."""

import pytest
from msgspec.structs import replace

from sayso.link.joining import join_parties
from sayso.link.origins import origins_of
from sayso.model import Derivation, Origins, derivation_id
from tests.link.made_reports import as_testimony, body, copy_of, nobody, outlet, report

POST, WIRE, RADIO, GAZETTE = (
    outlet("Harrow Post"),
    outlet("Norrin Wire"),
    outlet("Radio Vell"),
    outlet("Lorn Gazette"),
)
MINISTRY, UNION = body("Ministry of Roads", kind="government", state=True), body("Dockers’ Union")


def numbers(origins: Origins) -> tuple[int, int, int]:
    return (origins.low, origins.count, origins.high)


def test_nobody_is_no_origin() -> None:
    assert origins_of(()) == Origins()


def test_one_voice_without_lineage_is_one_origin_since_somebody_said_it_first() -> None:
    assert numbers(origins_of([as_testimony(report(POST))])) == (1, 1, 1)


def test_a_ministry_is_one_origin_however_many_outlets_print_it() -> None:
    made = [as_testimony(report(paper, MINISTRY)) for paper in (POST, WIRE, RADIO, GAZETTE)]
    found = origins_of(made)
    assert numbers(found) == (1, 1, 1)
    assert found.groups[0].origin == "Ministry of Roads"
    assert found.groups[0].why == "Four documents go back to Ministry of Roads."


def test_a_ministry_and_a_union_are_two() -> None:
    assert numbers(origins_of([as_testimony(report(POST, MINISTRY)), as_testimony(report(WIRE, UNION))])) == (
        2,
        2,
        2,
    )


def test_anonymous_sources_count_once_for_an_outlet_that_had_them_first_hand() -> None:
    made = [
        as_testimony(report(POST, nobody("a clerk"), id="post/1", first_hand=POST)),
        as_testimony(report(POST, nobody("two guards"), id="post/2", first_hand=POST)),
        as_testimony(report(POST, nobody("a nurse"), id="post later", first_hand=POST)),
    ]
    assert numbers(origins_of(made)) == (1, 1, 1)


def test_anonymous_sources_of_two_outlets_with_marks_are_two() -> None:
    made = [as_testimony(report(p, nobody(), first_hand=p)) for p in (POST, RADIO)]
    assert numbers(origins_of(made)) == (2, 2, 2)


def test_anonymous_sources_without_marks_add_at_most_one_and_are_kept_in_the_range() -> None:
    made = [as_testimony(report(p, nobody())) for p in (POST, RADIO, GAZETTE)]
    assert numbers(origins_of(made)) == (1, 1, 3)


def test_unrecorded_lineage_adds_none_where_a_recorded_origin_stands() -> None:
    found = origins_of(
        [
            as_testimony(report(POST, MINISTRY)),
            as_testimony(report(RADIO)),
            as_testimony(report(GAZETTE, hearsay=True)),
        ]
    )
    assert numbers(found) == (1, 1, 3)
    assert [group.origin for group in found.groups] == ["Ministry of Roads", "no recorded origin"]


def test_several_outlets_have_reported_counts_nothing() -> None:
    several = outlet("several outlets", vague=True)
    found = origins_of([as_testimony(report(POST, MINISTRY)), as_testimony(report(RADIO, several))])
    assert numbers(found) == (1, 1, 1)
    assert numbers(origins_of([as_testimony(report(RADIO, several))])) == (1, 1, 1)


def test_the_outlets_own_inference_counts_nothing() -> None:
    assert numbers(
        origins_of([as_testimony(report(POST, MINISTRY)), as_testimony(report(RADIO, infers=True))])
    ) == (1, 1, 1)


def test_a_cited_outlet_and_its_own_report_are_one() -> None:
    own = report(RADIO, nobody(), first_hand=RADIO)
    citing = report(POST, outlet("the Vell radio station"), nobody("sources"))
    assert origins_of([as_testimony(own), as_testimony(citing)]).count == 1


def test_a_citation_leads_to_where_the_cited_text_has_it_from() -> None:
    own, citing = report(RADIO, MINISTRY), report(POST, RADIO)
    cites = copy_of(citing, own, kind="cites", statement=True)
    found = origins_of(
        [as_testimony(own), as_testimony(citing), as_testimony(report(WIRE, MINISTRY))], [cites]
    )
    assert numbers(found) == (1, 1, 1)


def test_copies_join_their_original_even_where_their_source_was_cut() -> None:
    original = report(WIRE, nobody(), first_hand=WIRE)
    copies = [report(p) for p in (POST, GAZETTE)]
    found = origins_of(map(as_testimony, (original, *copies)), [copy_of(c, original) for c in copies])
    assert numbers(found) == (1, 1, 1)
    assert found.groups[0].why == (
        "Three documents go back to Norrin Wire, which had it first-hand; "
        "two documents print Norrin Wire’s text of 2031-01-01."
    )


def test_copies_of_a_text_that_takes_no_such_stance_here_are_one() -> None:
    missing = report(WIRE, id="not a member")
    made = [report(p, nobody(), first_hand=p) for p in (POST, GAZETTE)]
    assert numbers(origins_of(map(as_testimony, made), [copy_of(c, missing) for c in made])) == (1, 1, 1)


def test_a_paragraph_of_its_own_in_a_copied_text_is_not_copied() -> None:
    original = report(WIRE, MINISTRY)
    own = report(POST, UNION)
    partial = copy_of(own, original, share=0.5)
    assert numbers(origins_of([as_testimony(original), as_testimony(own)], [partial])) == (2, 2, 2)
    assert numbers(origins_of([as_testimony(original), as_testimony(own, original.document)], [partial])) == (
        1,
        1,
        1,
    )


def test_a_credit_to_a_text_that_was_never_read_joins_those_that_carry_it() -> None:
    made = [report(p, nobody(), first_hand=p) for p in (POST, GAZETTE)]
    credits = [
        Derivation(
            id=derivation_id("copies", r.document, None, "Norrin Wire", None),
            kind="copies",
            document=r.document,
            of=None,
            outlet="Norrin Wire",
            p=0.9,
            evidence=("It credits Norrin Wire.",),
        )
        for r in made
    ]
    assert numbers(origins_of(map(as_testimony, made), credits)) == (1, 1, 1)


def test_outlets_of_one_owner_count_once_for_their_own_say_so() -> None:
    made = [
        report(p, nobody(), first_hand=p)
        for p in (outlet("Harrow Post", owner="o1"), outlet("Lorn Gazette", owner="o1"))
    ]
    assert numbers(origins_of(map(as_testimony, made))) == (1, 1, 1)


def test_two_that_cite_each_other_are_joined_and_on_nobodys_record() -> None:
    a, b = report(POST, RADIO), report(RADIO, POST)
    edges = [copy_of(a, b, kind="cites", statement=True), copy_of(b, a, kind="cites", statement=True)]
    found = origins_of([as_testimony(a), as_testimony(b)], edges)
    assert numbers(found) == (1, 1, 1)
    assert len(found.groups) == 1


def test_a_director_speaks_for_the_body() -> None:
    pact, director = body("Equal Doses Pact"), body("Celia Aumont", kind="person", bodies=("pact",))
    assert numbers(origins_of([as_testimony(report(POST, pact)), as_testimony(report(WIRE, director))])) == (
        1,
        1,
        2,
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Railway Ministry", "Ministry of Railways", True),
        ("Mines Ministry", "Ministry of Mining", False),
        ("Harbour Board", "Harbours Board", True),
    ],
)
def test_a_plural_makes_no_second_body(one: str, other: str, same: bool) -> None:
    joined = join_parties([body(one), body(other)], "count")
    assert (joined.top(body(one).key) == joined.top(body(other).key)) is same


@pytest.mark.parametrize(
    ("office", "one"), [(("velland", "railway"), False), (("velland", "free", "radio"), True)]
)
def test_a_minister_does_not_speak_for_an_outlet_of_the_country(office: tuple[str, ...], one: bool) -> None:
    radio, somebody = outlet("Velland Free Radio"), body("Hanne Orell", kind="official", bodies=office)
    joined = join_parties([radio, somebody], "count")
    assert (joined.top(radio.key) == joined.top(somebody.key)) is one


def test_the_government_is_whatever_organ_of_the_state_is_named() -> None:
    state = replace(body("Government", kind="government", state=True), generic=True)
    assert numbers(origins_of([as_testimony(report(POST, state)), as_testimony(report(WIRE, MINISTRY))])) == (
        1,
        1,
        2,
    )


def test_a_source_behind_an_anonymous_one_is_no_origin_of_its_own() -> None:
    told = report(POST, nobody("a diplomat"), MINISTRY, first_hand=POST)
    assert origins_of([as_testimony(told)]).groups[0].origin == "Harrow Post"


def test_a_hesitant_derivation_lowers_only_the_low_end() -> None:
    original, later = report(POST, nobody(), first_hand=POST), report(RADIO, nobody(), first_hand=RADIO)
    hint = copy_of(later, original, p=0.3)
    assert numbers(origins_of([as_testimony(original), as_testimony(later)], [hint])) == (1, 2, 2)


def test_corrections_hand_nothing_on() -> None:
    a, b = report(POST, MINISTRY), report(WIRE, UNION)
    assert origins_of([as_testimony(a), as_testimony(b)], [copy_of(b, a, kind="corrects")]).count == 2


def test_a_credit_says_nothing_more_once_the_credited_text_is_there() -> None:
    original, own = report(WIRE, nobody(), first_hand=WIRE), report(POST, nobody(), first_hand=POST)
    credit = Derivation(
        id=derivation_id("copies", own.document, None, "Norrin Wire", None),
        kind="copies",
        document=own.document,
        of=None,
        outlet="Norrin Wire",
        p=0.9,
        evidence=("It credits Norrin Wire.",),
    )
    members = [as_testimony(original), as_testimony(own)]
    assert origins_of(members, [credit]).count == 1
    assert origins_of(members, [credit, copy_of(own, original, share=0.5)]).count == 2


def test_the_relay_around_a_statement_is_no_origin_beside_it() -> None:
    agency, union = outlet("Sorve State Agency", state=True), UNION
    around = report(POST, agency, id="post/1")
    inside = report(POST, agency, union, id="post/2")
    found = origins_of([as_testimony(around), as_testimony(inside)])
    assert numbers(found) == (1, 1, 1)
    assert found.groups[0].origin == "Dockers’ Union"


def test_who_published_one_of_the_texts_is_an_outlet_whatever_it_looks_like() -> None:
    direct = outlet("Lorn Direct")
    unclear = body("Lorn Direct", kind="person")
    own, citing = report(direct, nobody(), first_hand=direct), report(POST, unclear, nobody())
    other = report(RADIO, MINISTRY)
    assert origins_of(map(as_testimony, (own, citing, other))).count == 2
