"""The first sentence of a claim says how many say it, to whom it goes back and who denies it."""

import msgspec
import pytest

from sayso.model import Claim, Derivation, DocumentRow, Member, OriginGroup, Origins, Stance
from sayso.show.claim_sentence import denial, spoken, support


def group(origin: str, *documents: str, recorded: bool = True) -> OriginGroup:
    return OriginGroup(origin=origin, documents=documents, why="", recorded=recorded)


def claim(*groups: OriginGroup, against: tuple[OriginGroup, ...] = ()) -> Claim:
    saying = [member(d, "supports") for one in groups for d in one.documents]
    denying = [member(d, "denies") for one in against for d in one.documents]
    return Claim(
        id="c:1", gist="the port is shut", status="contested", as_of=None,
        statements=(*saying, *denying), origins=origins(*groups), origins_against=origins(*against),
    )  # fmt: skip


def member(document: str, stance: Stance) -> Member:
    return Member(
        id=f"s:{document}", proposition=f"p:{document}", document=document, publisher=None, published=None,
        stance=stance,
    )  # fmt: skip


def origins(*groups: OriginGroup) -> Origins:
    return Origins(
        count=len(groups), low=sum(one.recorded for one in groups), high=len(groups), groups=groups
    )


def row(id: str, publisher: str) -> DocumentRow:
    return DocumentRow(
        id=id, input=id, title=None, publisher=publisher, published=None, language=None, status="ok",
        problems=(), words=1, text_sha256="",
    )  # fmt: skip


def had(document: str, of: str, outlet: str) -> Derivation:
    return Derivation(
        id=document, kind="cites", document=document, of=of, outlet=outlet, p=1.0, evidence=("",)
    )


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ((group("Port Office", "d:1", "d:2", "d:3"),),
         "3 documents say it; all of them go back to one origin: Port Office."),
        ((group("Port Office", "d:1"),), "1 document says it; it goes back to one origin: Port Office."),
        ((group("Port Office", "d:1", "d:2"), group("", "d:3", recorded=False)),
         "3 documents say it; 2 of them go back to one origin: Port Office; "
         "where 1 of them has it from is not on record."),
        ((group("A", "d:1", "d:2"), group("B", "d:3")),
         "3 documents say it; all of them go back to 2 origins: A (2 documents) and B (1 document)."),
        ((group("", "d:1", "d:2", recorded=False),),
         "2 documents say it; where they have it from is not on record."),
        ((group("", "d:1", recorded=False),), "1 document says it; where it has it from is not on record."),
        ((), "No document in this ledger says it."),
    ],
    ids=["one", "alone", "one and a rest", "two", "none on record", "one not on record", "nobody"],
)  # fmt: skip
def test_it_is_said_to_whom_a_claim_goes_back(groups: tuple[OriginGroup, ...], words: str) -> None:
    assert support(claim(*groups), {}) == words


def test_the_relay_through_which_all_have_it_is_named() -> None:
    found = claim(group("Port Office", "d:1", "d:2", "d:3"))
    edges = [had("d:2", "d:1", "Norland Wire"), had("d:3", "d:1", "Norland Wire")]
    assert support(found, {}, edges).endswith("one origin: Port Office, as relayed by Norland Wire.")


def test_an_outlet_that_is_the_origin_is_no_relay_of_itself() -> None:
    found = claim(group("Norland Wire", "d:1", "d:2"))
    assert support(found, {}, [had("d:2", "d:1", "Norland Wire")]).endswith("one origin: Norland Wire.")


def test_one_report_of_one_source_names_its_outlet() -> None:
    found = support(claim(group("Port Office", "d:1")), {"d:1": row("d:1", "Norland Wire")})
    assert found.endswith("one origin: Port Office, as relayed by Norland Wire.")


def test_more_than_four_origins_are_counted() -> None:
    many = [group(name, f"d:{name}") for name in "ABCDEF"]
    assert support(claim(*many), {}).endswith("C (1 document), D (1 document) and 2 more.")


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ((), "Nobody in this ledger denies it."),
        ((group("Ministry", "d:1", "d:2"),), "It is denied by Ministry (2 documents)."),
        ((group("", "d:1", recorded=False),), "It is denied in 1 document; by whom is not on record."),
        ((group("Ministry", "d:1"), group("", "d:2", recorded=False)),
         "It is denied by Ministry (1 document), and in 1 document by nobody that is on record."),
    ],
    ids=["nobody", "one", "not on record", "both"],
)  # fmt: skip
def test_it_is_said_who_denies_a_claim(groups: tuple[OriginGroup, ...], words: str) -> None:
    assert denial(claim(against=groups)) == words


def test_what_is_only_proposed_is_not_passed_over_where_nobody_is_counted() -> None:
    may = (member("d:7", "denies"), member("d:8", "denies"), member("d:9", "supports"))
    found = msgspec.structs.replace(claim(), proposals=may)
    waiting = "2 statements that may deny it wait for you to decide"
    assert denial(found) == f"Nobody in this ledger denies it; {waiting}."
    assert support(found, {}).endswith("says it; 1 statement that may say it waits for you to decide.")
    against = msgspec.structs.replace(claim(against=(group("Ministry", "d:1"),)), proposals=may)
    assert denial(against) == "It is denied by Ministry (1 document)."


def test_a_count_without_a_range_needs_no_further_words() -> None:
    assert spoken(Origins(count=1, low=1, high=1)) == ""
    assert spoken(Origins(count=1, low=1, high=3)) == "1 is on record; 3 cannot be ruled out"
    assert spoken(Origins(count=2, low=1, high=5)) == "2 are on record, and may be 1; 5 cannot be ruled out"
    assert spoken(Origins(count=2, low=1, high=2)) == "2 are on record, and may be 1"
