"""What two reports of one matter make of each other once they are read, from their text to their stances."""

from functools import cache

import pytest

from sayso.ingest import Defaults, document_of_text
from sayso.link.mark import Mark
from sayso.link.marks import marks_of
from sayso.link.stance import OTHER_NUMBER, affirmed, stance_of
from sayso.pipeline import choose_reader, read_document
from sayso.reference.gazetteer import load_gazetteer

DAYS = ("2035-06-09", "2035-06-10")
REPAIRED = "The bridge in Dolsk has been repaired, the ministry said."
FLED = "Doctors fled the hospital in Ure, residents said."
LOOTED = "Soldiers looted the hospital in Ure, residents said."
POISONED = "Halt was poisoned in Karst, his wife said."
PRISONERS = "34 prisoners died in the fire at Morrenz, a nurse said."
SHOT = "Soldiers shot a farmer near Ure, residents said."
VISITED = "Observers visited the prison of Karst on Monday, the ministry said."
SANK = "The ship sank off Ure on Monday, fishermen said."
BLOWN = "The rebels blew up the bridge at Harn, the army said."
REACHED = "The convoy reached Harn on Monday, the ministry said."
SHOOK = "An explosion shook the Dolm depot on Monday, residents said."
UNION = "Four dockers were killed in Quella, the union said."
NURSE = "34 persons died in the fire at Morrenz, a nurse said."
CLAIM = "The claim that four dockers were killed in Quella"


@cache
def marks(text: str, day: str = DAYS[0]) -> tuple[Mark, ...]:
    """What linking sees of a text that is read as the only one of an outlet of that day."""
    defaults = Defaults(publisher=f"Outlet of {day}", published=day, language="en")
    document = document_of_text(text, defaults=defaults)
    reading = read_document(document, choose_reader("sayso", threads=1))
    return marks_of(document, reading.statements, None, load_gazetteer())


def between(first: str, second: str, days: tuple[str, str] = DAYS) -> set[str]:
    """The stances of all that the second text says towards what the first says, printed on these days."""
    (gist,), members = marks(first, days[0]), marks(second, days[1])
    return {stance_of(member, gist)[0] for member in members}


def alone(text: str) -> set[str]:
    """The stances of all that a text says towards the first thing that it says."""
    return {stance_of(member, affirmed(marks(text)[0]))[0] for member in marks(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The allegation that 34 persons died is false.",
        "The allegation that Halt was beaten in Karst is false.",
        "Reports of shooting in Vesk are false.",
        "The claim that guards beat prisoners in Karst is a slander against the staff.",
        "The rumour that Halt is dead is false.",
        "The rumour that the president has died is untrue.",
        "The ministry said that the claim that the doors were locked is untrue.",
    ],
)
def test_what_is_told_only_to_be_called_false_is_denied_and_supported_by_nobody(text: str) -> None:
    assert alone(text) == {"denies"}


def test_two_who_call_one_claim_false_both_deny_it() -> None:
    words = "The claim that the doors were locked is untrue"
    assert between(f"{words}.", f"{words}, the ministry said.") == {"denies"}


@pytest.mark.parametrize(
    ("first", "second", "stance"),
    [
        (UNION, f"{CLAIM} is grossly exaggerated, the ministry said.", "denies"),
        (UNION, f"{CLAIM} lacks any basis, the ministry said.", "denies"),
        (UNION, "Allegations that four dockers died in Quella are far from the truth, it said.", "denies"),
        (UNION, f"{CLAIM} is false.", "denies"),
        (UNION, "It is untrue that four dockers were killed in Quella, the ministry said.", "denies"),
        (UNION, "The ministry called it absurd that four dockers had been killed in Quella.", "denies"),
        (UNION, f"{CLAIM} is not exaggerated, the ministry said.", "supports"),
        (UNION, f"{CLAIM} is true, the ministry said.", "supports"),
        (NURSE, "The allegation that 34 persons died in the fire at Morrenz is false.", "denies"),
        (NURSE, "The embassy called reports of 34 deaths in the fire at Morrenz false.", "denies"),
    ],
)  # fmt: skip
def test_who_calls_a_report_false_denies_what_another_says(first: str, second: str, stance: str) -> None:
    assert between(first, second) == {stance}


@pytest.mark.parametrize(
    "beginning",
    [
        "More than a year after the flood",
        "Months after the flood",
        "46 days after the flood",
        "Although the ministry promised help",
        "After the flood",
        "Ten days on",
    ],
)
def test_a_not_behind_a_beginning_of_time_or_concession_is_of_the_clause(beginning: str) -> None:
    assert between(REPAIRED, f"{beginning}, the bridge in Dolsk has not been repaired, a teacher said.") == {
        "denies"
    }
    assert between(REPAIRED, f"{beginning}, the bridge in Dolsk has been repaired, a teacher said.") == {
        "supports"
    }


@pytest.mark.parametrize(
    ("first", "stance"),
    [
        ("The families have received the compensation that was promised to them, Reusch said.", "denies"),
        ("The fund has undertaken to pay the families compensation, Reusch said.", "comments"),
    ],
)
def test_what_was_promised_once_is_no_undertaking_of_today(first: str, stance: str) -> None:
    assert between(first, "The families have not received compensation, a widow said.") == {stance}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FLED, "The ministry said that it was not aware that doctors had fled the hospital in Ure."),
        (FLED, "The minister said he had not heard that doctors had fled the hospital in Ure."),
        (FLED, "The ministry said it was looking into reports that doctors had fled the hospital in Ure."),
        (POISONED, "There is no evidence that Halt was poisoned in Karst, the prosecutor said."),
        (LOOTED, "The army said it knew nothing of soldiers looting the hospital in Ure."),
        (LOOTED, "The army said it had received no reports of soldiers looting the hospital in Ure."),
        (UNION, "The ministry warned against spreading rumours that four dockers had been killed in Quella."),
        (UNION, "The ministry was alarmed by reports that four dockers had been killed in Quella."),
        (UNION, "The prosecutor is investigating the allegation that four dockers were killed in Quella."),
        (UNION, "The Assembly will debate the allegation that four dockers were killed in Quella."),
        (UNION, "The minister did not comment on reports that four dockers had been killed in Quella."),
    ],
)
def test_who_has_not_heard_or_only_looks_into_it_takes_no_side(first: str, second: str) -> None:
    assert between(first, second) == {"comments"}


def test_who_has_no_reports_of_it_goes_with_who_says_that_it_is_not_so() -> None:
    assert between("There is no fever in Harn.", "He said there were no reports of fever in Harn.") == {
        "supports"
    }
    assert between("She said that nothing was lost.", "He said that nothing of value was lost.") == {
        "supports"
    }


@pytest.mark.parametrize(
    ("first", "second", "stance"),
    [
        (UNION, "The minister said he was aware that four dockers had been killed in Quella.", "supports"),
        (
            UNION,
            "The prosecutor is investigating the union's allegation that four dockers died in Quella.",
            "supports",
        ),
        (UNION, "It is reported that four dockers were killed in Quella.", "supports"),
        (POISONED, "There is evidence that Halt was poisoned in Karst, the prosecutor said.", "supports"),
        (POISONED, "There is no proof that Halt was poisoned in Karst, the prosecutor said.", "denies"),
        (LOOTED, "The soldiers had nothing to do with the looting of the hospital in Ure.", "denies"),
        (LOOTED, "The army said that soldiers had not looted the hospital in Ure.", "denies"),
    ],
)
def test_who_knows_it_or_disclaims_it_takes_a_side(first: str, second: str, stance: str) -> None:
    assert between(first, second) == {stance}


@pytest.mark.parametrize(
    ("first", "second", "stance"),
    [
        (PRISONERS, "Four prisoners died in the fire at Morrenz, not 34, the ministry said.", "denies"),
        (PRISONERS, "Four prisoners, not 34, died in the fire at Morrenz, the ministry said.", "denies"),
        (PRISONERS, "The number of dead in the fire at Morrenz is not 34 but four, it said.", "denies"),
        (
            PRISONERS,
            "Reports of 34 dead in the fire at Morrenz are exaggerated, the ministry said.",
            "denies",
        ),
        (
            PRISONERS,
            "The ministry called the figure of 34 dead in the fire at Morrenz exaggerated.",
            "denies",
        ),
        (PRISONERS, "The figure of 34 dead in the fire at Morrenz is far too high, it said.", "denies"),
        (PRISONERS, "34 prisoners, not four, died in the fire at Morrenz, the ministry said.", "supports"),
        (PRISONERS, "Not more than 40 prisoners died in the fire at Morrenz, it said.", "supports"),
        (PRISONERS, "34 prisoners died in the fire at Morrenz, not guards, it said.", "supports"),
        (SHOT, "A farmer was shot near Ure not by soldiers but by smugglers, the army said.", "denies"),
        (SHOT, "It was not soldiers who shot a farmer near Ure, the army said.", "denies"),
        (LOOTED, "Rebels rather than soldiers looted the hospital in Ure, the army said.", "denies"),
        (LOOTED, "Rebels, not soldiers, looted the hospital in Ure, the army said.", "denies"),
        (LOOTED, "Not soldiers but rebels looted the hospital in Ure, the army said.", "denies"),
        (LOOTED, "Soldiers rather than rebels looted the hospital in Ure, the army said.", "supports"),
    ],
)
def test_who_puts_another_in_the_place_of_one_denies_that_one(first: str, second: str, stance: str) -> None:
    assert between(first, second) == {stance}


def test_who_says_that_it_was_another_agrees_with_who_says_that_it_was_not_that_one() -> None:
    first = "The army said that soldiers had not looted the hospital in Ure."
    assert between(first, "Rebels, not soldiers, looted the hospital in Ure, the mayor said.") == {"supports"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (PRISONERS, "Four prisoners died in the fire at Morrenz, the ministry said."),
        ("5,000 people met in Karst, the union said.", "30 people met in Karst, police said."),
        ("27 prisoners died in Karst, he said.", "The number of dead in Karst was put at 34, he said."),
    ],
)
def test_another_number_is_called_another(first: str, second: str) -> None:
    (gist,), (member,) = marks(first), marks(second)
    assert stance_of(member, gist)[::2] == ("supports", OTHER_NUMBER)


@pytest.mark.parametrize(
    ("first", "second", "stance"),
    [
        (VISITED, "Observers were barred from visiting the prison of Karst on Monday, he said.", "denies"),
        (VISITED, "Observers were prevented from visiting the prison of Karst on Monday, he said.", "denies"),
        (
            VISITED,
            "Observers were not barred from visiting the prison of Karst on Monday, he said.",
            "supports",
        ),
        (VISITED, "Observers were prevented from speaking at the prison of Karst on Monday.", "supports"),
        (REACHED, "The convoy was turned back before Harn on Monday, the drivers said.", "denies"),
        (REACHED, "The convoy failed to reach Harn on Monday, the drivers said.", "denies"),
        (REACHED, "Rebels came close to reaching Harn on Monday, the army said.", "denies"),
        (
            "Sabat left the country on Monday.",
            "Sabat was forbidden to leave the country on Monday.",
            "denies",
        ),
        ("Sabat was arrested on Monday.", "Sabat narrowly escaped arrest on Monday, she said.", "denies"),
        (SANK, "The ship nearly sank off Ure on Monday, the navy said.", "denies"),
        ("Halt died on Monday, she said.", "Halt almost died on Monday, the prison said.", "denies"),
        ("40 miners died in Karst.", "Nearly 40 miners died in Karst, the ministry said.", "supports"),
        ("Prices doubled in Harn.", "Prices nearly doubled in Harn, the ministry said.", "supports"),
        (BLOWN, "The rebels threatened to blow up the bridge at Harn, residents said.", "comments"),
        (BLOWN, "The rebels tried to blow up the bridge at Harn, residents said.", "comments"),
        (BLOWN, "The rebels plan to blow up the bridge at Harn, residents said.", "comments"),
        (BLOWN, "The rebels did blow up the bridge at Harn, residents said.", "supports"),
        (
            "Sabat was shot crossing the river.",
            "Sabat was shot when he tried to cross the river.",
            "supports",
        ),
        ("Sabat was shot crossing the river.", "Sabat was shot trying to cross the river.", "supports"),
        (VISITED, "Observers who were once barred from visiting Karst visited the prison.", "supports"),
    ],
)
def test_what_was_prevented_or_only_tried_was_not_done(first: str, second: str, stance: str) -> None:
    assert between(first, second) == {stance}


@pytest.mark.parametrize(
    ("first", "second", "stance"),
    [
        ("He said that Sabat had been released.", "She said that Sabat had not been released.", "denies"),
        ("He said the bodies were identified.", "She said the bodies had not been identified.", "denies"),
        ("Sabat has not been released, he said.", "She said that Sabat had not been released.", "supports"),
        ("Sabat has not been released, he said.", "She said that Sabat had been released.", "denies"),
        (
            "A lamp caused the fire at Morrenz.",
            "The cause of the fire at Morrenz has not been disclosed.",
            "comments",
        ),
        ("Two men were shot in Karst.", "The men shot in Karst have not been identified.", "comments"),
        (
            "The number of dead in Karst has not been released, he said.",
            "She said that the number of dead in Karst had not been released.",
            "comments",
        ),
    ],
)
def test_that_somebody_has_not_been_released_takes_a_side(first: str, second: str, stance: str) -> None:
    assert between(first, second) == {stance}


@pytest.mark.parametrize(
    ("first", "second", "stance"),
    [
        (SHOOK, "The explosion at the Dolm depot on Monday claimed no victims, the army said.", "comments"),
        (SHOOK, "The explosion at the Dolm depot on Monday did not damage any houses, he said.", "comments"),
        (SHOOK, "No one was hurt in the explosion at the Dolm depot on Monday, he said.", "comments"),
        (SHOOK, "No explosion shook the Dolm depot on Monday, the army said.", "denies"),
        (
            "An earthquake struck Ure.",
            "The earthquake in Ure caused no damage, the ministry said.",
            "comments",
        ),
        ("They held talks in Karst.", "The talks in Karst brought no result, the envoy said.", "comments"),
        ("15 were killed in the coup.", "No one was hurt in the coup, the army said.", "denies"),
        ("Houses were hit in the blast.", "The blast did not damage any houses, the army said.", "denies"),
        ("The talks brought a truce.", "The talks brought no truce, the envoy said.", "denies"),
    ],
)
def test_that_nothing_came_of_it_does_not_deny_that_it_was(first: str, second: str, stance: str) -> None:
    assert between(first, second) == {stance}


@pytest.mark.parametrize(
    ("first", "second", "stance"),
    [
        ("The port is working normally, he said.", "The port is operating as usual, she said.", "supports"),
        ("The trains run on schedule, he said.", "The trains are running normally, she said.", "supports"),
        ("The situation in Dolsk is calm.", "The situation in Dolsk is under control.", "supports"),
        ("Shots were fired in Dolsk.", "The situation in Dolsk is under control.", "denies"),
        ("The port is at a standstill, he said.", "The port is operating as usual, she said.", "denies"),
    ],
)
def test_two_who_say_that_all_is_well_agree(first: str, second: str, stance: str) -> None:
    assert between(first, second) == {stance}


@pytest.mark.parametrize(
    ("first", "second", "days", "stance"),
    [
        ("The convoy has not reached Ure.", "The convoy reached Ure on Tuesday.", (9, 13), "updates"),
        ("Nobody has been arrested in Ure.", "Two men have been arrested in Ure.", (6, 20), "updates"),
        ("No ship was unloaded on Monday.", "A ship was unloaded on Thursday.", (15, 23), "updates"),
        ("A ship was unloaded on Thursday.", "No ship was unloaded on Monday.", (23, 15), "comments"),
        ("The convoy has not reached Ure.", "The convoy has reached Ure.", (9, 9), "denies"),
        ("Nobody has been beaten in Ure.", "Nine men have been beaten in Ure.", (9, 12), "denies"),
        ("Nine people died in Ure on Monday.", "Nobody died in Ure on Monday.", (5, 7), "denies"),
        ("The bridge at Ure is closed.", "The bridge at Ure has reopened.", (12, 15), "updates"),
        ("The bridge at Ure has reopened.", "The bridge at Ure is closed.", (15, 12), "comments"),
        ("Power was cut in Ure.", "Power has been restored in Ure.", (12, 15), "updates"),
        ("Sabat was arrested in Ure.", "Sabat was released in Ure.", (12, 15), "updates"),
        ("The bridge at Ure is closed.", "The bridge at Ure is open.", (12, 15), "denies"),
        ("The bridge at Ure is closed.", "The bridge at Ure has reopened.", (12, 12), "denies"),
    ],
)
def test_what_came_about_since_is_no_contradiction(
    first: str, second: str, days: tuple[int, int], stance: str
) -> None:
    printed = f"2035-06-{days[0]:02}", f"2035-06-{days[1]:02}"
    assert between(first, second, printed) == {stance}
