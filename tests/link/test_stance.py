"""A proposition supports its claim, denies it, updates it or comments on it."""

from typing import Any

import msgspec
import pytest

from sayso.link.claims import Joined
from sayso.link.stance import denied, proposals_of, stance_of, stances
from sayso.model import Act, Member
from tests.link.made_marks import claim, claims, mark

GIST = mark("a", "A fire at the Tarn colliery in Quillon killed 12 miners.")


@pytest.mark.parametrize(
    ("text", "fields", "stance"),
    [
        ("Twelve miners died in a fire at the Tarn colliery.", {}, "supports"),
        ("No miners died in a fire at the Tarn colliery.", {}, "denies"),
        ("Did miners die in a fire at the Tarn colliery?", {}, "comments"),
        ("the report", {"act": "unconfirmed", "certainty": "U"}, "comments"),
        ("the report", {"act": "decline"}, "comments"),
        ("that miners had died", {"act": "believe", "certainty": "PR", "negated": True}, "denies"),
        ("whether miners had died", {"certainty": "U"}, "comments"),
        ("that there be an end to fires at Tarn", {"act": "demand"}, "comments"),
    ],
)
def test_where_a_proposition_stands(text: str, fields: dict[str, Any], stance: str) -> None:
    assert stance_of(mark("b", text, **fields), GIST)[0] == stance


def test_a_negative_of_other_words_is_no_denial() -> None:
    gist = mark("a", "The strikers at Linford are owed six weeks of wages.")
    assert stance_of(mark("b", "The men had been without pay since June."), gist)[0] == "supports"
    assert stance_of(mark("b", "The strikers at Linford are not owed wages."), gist)[0] == "denies"
    assert stance_of(mark("b", "That the men lack pay is a hoax."), gist)[0] == "denies"
    assert stance_of(mark("b", "that nobody lacks pay", act="deny", negated=True), gist)[0] == "denies"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The Tarn pit is in flawless condition.", "It says that all is well: “flawless”."),
        ("Tales of a fire at Tarn are idle gossip.", "It makes light of it: “Tales of”."),
        ("All twelve miners of the Tarn colliery are alive.", "It says “alive”, the other “killed”."),
        ("Nobody came to harm in the pit.", "It says that it is not so."),
    ],
)
def test_a_denial_may_do_without_a_not_or_with_other_words(text: str, why: str) -> None:
    assert stance_of(mark("b", text), GIST)[::2] == ("denies", why)


@pytest.mark.parametrize(
    ("text", "gist"),
    [
        ("The Tarn pit is not open.", "The Tarn pit has been sealed."),
        ("The miners have not been paid.", "The miners are owed six weeks of wages."),
        ("There is no shortage of bread.", "Bread is plentiful."),
        ("General Molk was dismissed on February 27.", "General Molk was removed from office in February."),
        ("There is no bread to be had.", "The shops at Tarn are empty."),
        ("The ferry to Tarn has not sailed since Friday.", "The ferry to Tarn is at a standstill."),
        ("The ferry to Tarn is at a standstill.", "The ferry to Tarn has not sailed since Friday."),
        ("The dam at Tarn burst.", "A crack runs through the dam at Tarn."),
        ("The Tarn pit is in perfect condition.", "The Tarn pit is intact."),
    ],
)
def test_what_comes_to_the_same_is_no_denial(text: str, gist: str) -> None:
    assert stance_of(mark("b", text), mark("a", gist))[0] == "supports"


def test_an_opposite_word_inside_a_longer_one_of_the_other_side_is_not_there() -> None:
    found = stance_of(mark("b", "There is no shortage of bread."), mark("a", "Bread is scarce at Tarn."))
    assert found[::2] == ("denies", "It says “no shortage”, the other “scarce”.")


def test_that_no_more_came_is_neither_for_nor_against_what_came() -> None:
    gist = mark("a", "A ship with wheat from Relgia docked at Tarn.")
    assert stance_of(mark("b", "No further wheat from Relgia has arrived at Tarn."), gist)[0] == "comments"
    assert stance_of(mark("b", "No ship with wheat from Relgia docked at Tarn."), gist)[0] == "denies"


def test_a_not_of_the_want_itself_denies_it() -> None:
    idle = mark("a", "The ferry to Tarn is at a standstill.")
    assert stance_of(mark("b", "The ferry to Tarn has not stopped."), idle)[0] == "denies"


UNPAID = "Spinners at the Kelmar mill have not been paid since January."


@pytest.mark.parametrize(
    ("negative", "denied", "stance"),
    [
        (UNPAID, "that wages are outstanding at the Kelmar mill", "denies"),
        (UNPAID, "that the spinners are owed wages", "denies"),
        ("There is no bread in Kelmar.", "that bread is short in Kelmar", "denies"),
        (UNPAID, "that the spinners had been paid", "supports"),
        ("The looms at Kelmar have not stopped.", "that the looms at Kelmar had stopped", "supports"),
        ("Nobody was hurt at the mill.", "that people were hurt at the mill", "supports"),
        ("There is no bread in Kelmar.", "that bread in Kelmar is dear", "comments"),
        ("No looms have arrived at Kelmar.", "that looms had arrived at Kelmar", "supports"),
        ("No looms have arrived at Kelmar.", "that machines were held at the border", "comments"),
    ],
)
def test_a_denial_is_no_support_of_a_not_of_other_words(negative: str, denied: str, stance: str) -> None:
    plain = mark("a", negative)
    denial = mark("b", denied, act="deny", negated=True)
    assert plain.negated
    assert stance_of(denial, plain)[0] == stance


@pytest.mark.parametrize("act", ["deny", "believe"])
def test_a_claim_of_which_only_the_denial_is_there_is_denied(act: Act) -> None:
    denial = mark("a", "that the mayor fled", act=act, negated=True)
    assert stance_of(denial, denial)[0] == "denies"
    assert stance_of(mark("b", "The mayor has fled."), denial)[0] == "supports"
    assert stance_of(mark("c", "The mayor has not fled."), denial)[0] == "denies"
    assert stance_of(mark("d", "that the mayor had fled", act="deny", negated=True), denial)[0] == "denies"


def test_who_denies_what_is_put_in_the_negative_says_it() -> None:
    denial = mark("a", "that the mayor had not fled", act="deny", negated=False)
    assert stance_of(denial, mark("b", "The mayor has fled."))[0] == "supports"


def test_who_denies_what_another_makes_light_of_is_on_its_side() -> None:
    slight = mark("a", "The reports from Tarn are sheer hysteria.")
    assert stance_of(mark("b", "Miners died at Tarn."), slight)[0] == "denies"
    assert stance_of(mark("c", "No miners died at Tarn."), slight)[0] == "supports"


def test_who_alone_denies_what_is_put_in_the_negative_denies_what_is_printed() -> None:
    denial = mark("a", "that the office had not paid its men", act="deny", negated=False)
    assert stance_of(denial, denial)[0] == "denies"
    assert stance_of(mark("b", "The office has not paid its men."), denial)[0] == "supports"
    assert stance_of(mark("c", "The office has paid its men."), denial)[0] == "denies"


@pytest.mark.parametrize(
    ("negative", "plain"),
    [
        ("No warning was given before the first shot.", "The first shot came without a word of warning."),
        ("Two of the spokesmen are not to be found.", "Two of the spokesmen are missing."),
        ("Seven of the miners did not come up alive.", "Seven of the miners died."),
        ("Half of the cement never reached the site.", "The cement was sold before it reached the builders."),
        ("No money changed hands, only timber.", "Timber went the other way in payment."),
        ("The fire engine had no water.", "When the fire engine came its tank was dry."),
        ("The sacks bore no mark.", "Whoever packed the sacks had removed the marks."),
        ("For four weeks nobody had seen any pay.", "The works had kept back four weeks of wages."),
        ("Nobody had replaced a valve since February.", "Since February a valve had waited for repair."),
        ("Doctors may not write the word fever.", "The word fever was struck from the certificates."),
        ("The boats could not be lowered because they were chained.", "Somebody had chained the lifeboats."),
    ],
)
def test_a_not_that_says_what_the_other_says_is_no_denial(negative: str, plain: str) -> None:
    assert mark("a", negative).negated
    assert not mark("b", plain).negated or "without" in plain
    one, other = mark("a", negative), mark("b", plain, negated=False)
    assert [stance_of(one, other)[0], stance_of(other, one)[0]] == ["supports", "supports"]


@pytest.mark.parametrize(
    ("text", "other", "stance"),
    [
        (
            "Nobody had been paid since November.",
            "The drivers had received no pay since November.",
            "supports",
        ),
        ("The drivers have received no pay.", "The drivers have been paid in full.", "denies"),
        ("No bread is left at Tarn.", "Bread is plentiful at Tarn.", "denies"),
    ],
)
def test_an_opposite_word_that_has_its_not_in_itself_is_not_undone_by_it(
    text: str, other: str, stance: str
) -> None:
    one, two = mark("a", text, negated=True), mark("b", other, negated="no pay" in other)
    assert [stance_of(one, two)[0], stance_of(two, one)[0]] == [stance, stance]


def test_a_not_of_something_beside_the_want_still_denies() -> None:
    gist = mark("a", "Prisoners at Tarn were beaten without mercy.", negated=False)
    assert stance_of(mark("b", "No prisoners were beaten at Tarn."), gist)[0] == "denies"


@pytest.mark.parametrize(
    "text",
    [
        "Air defences had failed to stop a drone that struck a school in Tarn.",
        "No children were inside when a drone struck a school in Tarn.",
    ],
)
def test_what_is_taken_for_granted_behind_a_not_is_not_denied(text: str) -> None:
    gist = mark("a", "A drone struck a school in Tarn on Monday.")
    assert mark("b", text).negated
    assert stance_of(mark("b", text), gist)[0] == "supports"
    assert stance_of(mark("c", "No drone struck a school in Tarn."), gist)[0] == "denies"


def test_another_doer_denies_in_part() -> None:
    gist = mark("a", "Soldiers burned the houses at Tarn.")
    bandits = mark("b", "Bandits, not soldiers, burned the houses at Tarn.", negated=False)
    soldiers = mark("c", "Soldiers, not bandits, burned the houses at Tarn.", negated=False)
    assert stance_of(bandits, gist)[:2] == ("denies", "part")
    assert stance_of(soldiers, gist)[0] == "supports"


def test_to_deny_another_number_leaves_the_event_standing() -> None:
    number = mark("b", "that 30 miners had died in the fire at Tarn", act="deny", negated=True)
    assert stance_of(number, GIST)[:2] == ("denies", "part")


def test_what_is_only_supposed_takes_no_side() -> None:
    assert stance_of(mark("b", "If miners died in a fire at Tarn, it will be said."), GIST)[0] == "comments"


def test_a_toll_that_climbed_does_not_deny_a_collapse() -> None:
    gist = mark("a", "Nine people died when the bridge at Tarn collapsed.")
    toll = mark("b", "The toll of the collapse of the bridge at Tarn has climbed to 11.")
    assert stance_of(toll, gist)[0] != "denies"


def test_who_denies_a_complaint_is_with_whoever_says_that_all_is_well() -> None:
    gist = mark("a", "The ventilation at Tarn worked without fault.", negated=False)
    denial = mark("b", "that the ventilation at Tarn had failed", act="deny", negated=True)
    assert stance_of(denial, gist)[0] == "supports"


@pytest.mark.parametrize(
    "text",
    [
        "No casualty figure is available.",
        "The cause of the fire at Tarn could not be assessed.",
        "whether miners died at Tarn",
    ],
)
def test_what_is_not_known_is_left_open(text: str) -> None:
    assert stance_of(mark("b", text), GIST)[0] == "comments"


def test_a_duty_is_no_question() -> None:
    duty = mark("b", "Miners must not be killed at Tarn.", certainty="U", question=True)
    assert stance_of(duty, duty)[0] == "supports"
    assert stance_of(mark("b", "how miners died at Tarn", certainty="U"), GIST)[0] == "comments"


def test_a_demand_supports_a_claim_of_demanding() -> None:
    demand = mark("a", "that the Tarn pit be closed", act="demand", certainty="U")
    assert stance_of(demand, demand)[0] == "supports"
    assert stance_of(demand, GIST)[0] == "comments"


def test_one_event_with_two_numbers_is_one_claim() -> None:
    found = claim(GIST, mark("b", "A fire at the Tarn colliery in Quillon killed 57 miners.", "2031-03-09"))
    assert [member.stance for member in stances(found)] == ["supports", "updates"]


def test_what_the_gist_negates_is_denied_by_what_affirms_it() -> None:
    no = mark("b", "No miners died in a fire at the Tarn colliery in Quillon.")
    assert stance_of(GIST, no)[::2] == ("denies", "It says that it is so.")
    assert stance_of(no, GIST)[::2] == ("denies", "It says that it is not so.")


def test_a_gist_that_is_left_open_supports_nothing() -> None:
    open_ = mark("a", "who gave the order at Tarn", certainty="U")
    assert stance_of(open_, open_)[0] == "comments"


def test_to_deny_the_special_leaves_the_general_standing() -> None:
    general = mark("a", "Vessia shelled Tarn.")
    special = mark("b", "Vessia did not shell Tarn with poisoned rockets.")
    assert stance_of(special, general)[:2] == ("denies", "part")
    assert stance_of(mark("c", "Vessia did not shell Tarn."), general)[:2] == ("denies", "all")


def test_a_denial_of_parts_of_a_report_is_of_part() -> None:
    assert stance_of(mark("b", "parts of the report", negated=True, partial=True), GIST)[1] == "part"


def test_every_member_but_the_gist_says_why_it_is_there() -> None:
    found = claim(GIST, mark("b", "No miners died in a fire at the Tarn colliery in Quillon.", "2031-03-09"))
    first, second = stances(found)
    assert first.why == ()
    assert first.p == 1
    assert second.why[-1] == "It says that it is not so."
    assert second.why[0] == "Both name Quillon and Tarn."
    assert denied((first, second))
    assert not denied((first,))


def test_a_proposal_has_the_stance_that_it_would_have() -> None:
    first, *_ = claims(GIST, mark("b", "There was no big fire at the harbour of Tarn on that day in March."))
    assert [(m.proposition, m.stance) for m in proposals_of(first)] == [("p:b", "denies")]
    assert 0.5 <= proposals_of(first)[0].p < 0.9


def near_a_denial(text: str) -> Member:
    """What is proposed for a claim where a text was compared with the denial in it."""
    denial = mark("b", "No miners died in a fire at the Tarn colliery in Quillon.", "2031-03-09")
    found = claim(GIST, denial)
    proposed = Joined(mark=mark("z", text), p=0.7, why=("6 of 7 content words are shared.",), near=denial)
    return proposals_of(msgspec.structs.replace(found, proposals=(proposed,)))[0]


def test_a_proposal_says_with_whom_it_was_compared() -> None:
    found = near_a_denial("No miners died at the Tarn colliery.")
    assert found.compared == "p:b"
    assert found.why[0] == (
        "Compared with “No miners died in a fire at the Tarn colliery in Quillon.” (Outlet b, 2031-03-09)."
    )


def test_a_proposal_says_so_where_the_denial_has_no_words() -> None:
    bare = mark("b", "", "2031-03-09")
    found = claim(GIST, mark("c", "A fire at the Tarn colliery in Quillon killed 12 miners."))
    proposed = Joined(mark=mark("z", "No miners died at Tarn."), p=0.7, why=(), near=bare)
    (one,) = proposals_of(msgspec.structs.replace(found, proposals=(proposed,)))
    assert one.why[0] == "Compared with a denial that has no words of its own (Outlet b, 2031-03-09)."


def test_what_says_the_same_as_a_denial_denies() -> None:
    found = near_a_denial("No miners died at the Tarn colliery.")
    assert (found.stance, found.why[-1]) == (
        "denies", "It says the same. What it is compared with denies the claim."
    )  # fmt: skip


def test_what_denies_a_denial_supports() -> None:
    found = near_a_denial("Miners died in a fire at the Tarn colliery.")
    assert (found.stance, found.why[-1]) == (
        "supports", "It says that it is so. What it is compared with denies the claim."
    )  # fmt: skip


def test_what_was_compared_with_a_question_has_its_stance_towards_the_claim() -> None:
    asked = mark("q", "whether miners died in a fire at the Tarn colliery", "2031-03-09", question=True)
    proposed = Joined(mark=mark("z", "No miners died in a fire at Tarn."), p=0.7, near=asked)
    found = proposals_of(msgspec.structs.replace(claim(GIST, asked), proposals=(proposed,)))[0]
    assert found.stance == "denies"
    assert found.why[-1] == f"Beside “{GIST.text}”: It says that it is not so."


def test_a_stance_that_a_person_set_holds_for_what_is_compared_with_it() -> None:
    denial = mark("b", "No miners died in a fire at the Tarn colliery in Quillon.", "2031-03-09")
    found = claim(GIST, denial)
    proposed = Joined(mark=mark("z", "No miners died at the Tarn colliery."), p=0.7, near=denial)
    members = [msgspec.structs.replace(one, stance="supports") for one in stances(found)]
    made = msgspec.structs.replace(found, proposals=(proposed,))
    assert proposals_of(made, members)[0].stance == "supports"


def test_words_for_one_want_say_the_same_with_a_not_inside_and_without() -> None:
    gist = mark("a", "The last serum had run out nine days before.")
    said = mark("b", "The hospital had been without serum for nine days.")
    assert stance_of(said, gist)[0] == "supports"
    assert stance_of(msgspec.structs.replace(said, negated=False), gist)[0] == "supports"
    wages = mark("c", "The men had been without pay for nine weeks.")
    unpaid = mark("d", "No wages had been paid for nine weeks.")
    assert stance_of(unpaid, msgspec.structs.replace(wages, negated=False))[0] == "supports"
    assert stance_of(unpaid, wages)[0] == "supports"
