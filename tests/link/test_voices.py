"""Roles of sources, and which unnamed voices of one role count once."""

import pytest
from msgspec.structs import replace

from sayso.link.joining import join_parties
from sayso.link.lineage import Party
from sayso.link.origins import origins_of
from sayso.link.reports import reports_of
from sayso.link.roles import one_role, roles_of
from sayso.link.roots import root_of
from sayso.model import Origins
from tests.link.made_reports import as_testimony, body, copy_of, nobody, outlet, report
from tests.link.made_statements import NoNames, said, text_of

POST, WIRE, RADIO = outlet("Harrow Post"), outlet("Norrin Wire"), outlet("Radio Vell")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("his lawyer", "lawyer", ("lawyer",)),
        ("her attorney", "attorney", ("lawyer",)),
        ("his lawyer, Hedda Kray", "Hedda Kray", ("lawyer",)),
        ("Hedda Kray, a lawyer for Dovic", "Hedda Kray", ("lawyer", "dovic")),
        ("Ansel Dovic’s two lawyers", "", ("lawyer", "ansel", "dovic")),
        ("Mayor Jan Holm", "Jan Holm", ("mayor",)),
        ("Deputy Mayor Jan Holm", "Jan Holm", ("deputy mayor",)),
        ("The mayor of Ure", "mayor of Ure", ("mayor", "ure")),
        ("the president of the mining company", "", ("president", "company")),
        ("the prisoner’s lawyer", "", ("lawyer",)),
        ("the dockers' union", "dockers' union", ("union", "docker")),
        ("The Union of Dockers", "Union of Dockers", ("union", "docker")),
        ("the union's deputy chairman", "deputy chairman of the union", ("union",)),
        ("a spokesman for the union", "union", ("union",)),
    ],
)
def test_what_somebody_is_to_whom(text: str, name: str, role: tuple[str, ...]) -> None:
    assert roles_of(text, name) == (role,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a lawyer", "lawyer"),
        ("A mayor", "mayor"),
        ("a mayor of the coast", "mayor"),
        ("one of his lawyers", "lawyers"),
        ("a docker", "docker"),
        ("a member of the union", "member"),
        ("a union official", "union official"),
        ("Orrin Nitrogen", "Orrin Nitrogen"),
        ("his brother-in-law", "brother-in-law"),
        ("", ""),
    ],
)
def test_what_may_be_anybody_is_no_role(text: str, name: str) -> None:
    assert roles_of(text, name) == ()


def test_a_role_beside_two_names_is_two() -> None:
    assert one_role(("lawyer",), ("lawyer", "dovic"))
    assert one_role(("lawyer", "dovic"), ("lawyer", "ansel", "dovic"))
    assert not one_role(("lawyer", "dovic"), ("lawyer", "sabat"))
    assert not one_role(("mayor",), ("deputy mayor",))


def voice(*roles: tuple[str, ...], name: str = "lawyer") -> Party:
    return replace(nobody(name), roles=roles)


def numbers(origins: Origins) -> tuple[int, int, int]:
    return (origins.low, origins.count, origins.high)


KRAY = replace(body("Hedda Kray", kind="person"), roles=(("lawyer",),))


def test_one_lawyer_named_once_is_one_origin_and_who_is_not_named_stays_so() -> None:
    unnamed = report(WIRE, voice(("lawyer",)), first_hand=WIRE, words="his lawyer")
    found = origins_of([as_testimony(report(POST, KRAY)), as_testimony(unnamed)])
    assert numbers(found) == (1, 1, 2)
    assert [group.why for group in found.groups] == [
        "One document goes back to Hedda Kray.",
        "One document has it from somebody unnamed who may be counted already.",
    ]


def test_two_wives_of_nobody_by_name_are_one_and_two_named_lawyers_two() -> None:
    made = [as_testimony(report(p, voice(("wife",)), first_hand=p)) for p in (POST, WIRE)]
    assert numbers(origins_of(made)) == (1, 1, 2)
    other = replace(body("Ilo Marsk", kind="person"), roles=(("lawyer",),))
    assert origins_of([as_testimony(report(POST, KRAY)), as_testimony(report(WIRE, other))]).count == 2


def test_lawyers_of_two_people_and_what_is_no_role_stay_two() -> None:
    whose = [voice(("lawyer", "dovic")), voice(("lawyer", "sabat"))]
    made = [as_testimony(report(p, v, first_hand=p)) for p, v in zip((POST, WIRE), whose, strict=True)]
    assert numbers(origins_of(made)) == (2, 2, 2)
    made = [as_testimony(report(p, nobody(n), first_hand=p)) for p, n in ((POST, "nurse"), (WIRE, "driver"))]
    assert numbers(origins_of(made)) == (2, 2, 2)


def test_what_else_an_outlet_had_first_hand_still_counts() -> None:
    told = report(WIRE, voice(("lawyer",)), first_hand=WIRE, id="wire/1")
    guard = report(WIRE, nobody("guard"), first_hand=WIRE, id="wire/2")
    assert origins_of([as_testimony(one) for one in (report(POST, KRAY), told, guard)]).count == 2


def test_a_voice_from_which_the_named_one_was_had_joins_both_origins() -> None:
    told = report(WIRE, voice(("lawyer",)), first_hand=WIRE)
    named = report(POST, KRAY)
    cites = copy_of(named, told, kind="cites", statement=True)
    found = origins_of([as_testimony(told), as_testimony(named)], [cites])
    assert numbers(found) == (1, 1, 1)
    assert [group.recorded for group in found.groups] == [True]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (body("Halla Reusch", kind="official"), body("Reusch commission"), True),
        (body("Halla Reusch", kind="official"), body("Reusch Minerals"), False),
        (body("Halla Reusch", kind="official"), body("Holm commission"), False),
    ],
)
def test_a_commission_bears_the_name_of_who_heads_it(one: Party, other: Party, same: bool) -> None:
    joined = join_parties([one, other], "count")
    assert (joined.top(one.key) == joined.top(other.key)) is same


def test_a_colonel_speaks_for_the_ministry() -> None:
    made = text_of("Roads Ministry spokesman Colonel Ine Vollar said that the bridge was shut.")
    source = "Roads Ministry spokesman Colonel Ine Vollar"
    (one,) = reports_of(
        made, [said(made, source, "said", "that the bridge was shut", name="Ine Vollar")], NoNames()
    )
    assert one.chain[0].bodies == ("roads",)


def test_its_director_is_of_the_body_named_last() -> None:
    made = text_of("Orrin Nitrogen shut its works in Harn. A pipe had burst, its director Ine Vollar said.")
    source = said(made, "its director Ine Vollar", "said", "A pipe had burst", name="Ine Vollar")
    (one,) = reports_of(made, [source], NoNames())
    assert set(one.chain[0].bodies) == {"orrin", "nitrogen"}


def test_reports_from_a_place_are_nobodys() -> None:
    made = text_of("Nine men died, according to reports from Harn. It is quiet in Harn.")
    (one,) = reports_of(
        made, [said(made, "reports from Harn", "according to", "Nine men died", name="Harn", kind="person")],
        NoNames(),
    )  # fmt: skip
    assert not root_of(one).recorded
    assert root_of(one).key == "harrow post"
