"""A document stands with what its beginning refutes, or with what it says itself of the matter."""

import pytest

from bench.link.wholes import HANDED_ON, NO_SIDE, NOTHING, REFUTED, REFUTED_TOO, stance_of_whole
from sayso.link.mark import Mark
from tests.link.made_marks import mark

GIST = mark("a", "A dam burst above Tarn in Quillon")
DENIAL = mark("a", "No, the dam above Tarn in Quillon did not burst")
REPORT = "The dam above Tarn burst on Sunday."
FILLER = "Farmers met at the mill.", "The road is dry.", "Nine carts came from Orl."


def own(text: str) -> list[Mark]:
    """A proposition of the document's author."""
    return [mark("b", text, author=True)]


def sentences(*texts: str) -> list[Mark]:
    return [mark(f"s{at}", text) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    "lead",
    [
        "A story of a burst dam above Tarn is a hoax.",
        "Rumours that the dam of Quillon burst are baseless, the ministry said.",
        "The dam above Tarn did not burst, engineers say.",
        "The governor shot down reports of a burst dam.",
    ],
)
def test_who_retells_a_report_to_refute_it_stands_with_the_refutation(lead: str) -> None:
    text = sentences(lead, REPORT, *FILLER)
    assert stance_of_whole(GIST, own(REPORT), text) == ("denies", REFUTED)
    assert stance_of_whole(DENIAL, own(REPORT), text) == ("supports", REFUTED_TOO)


@pytest.mark.parametrize(
    "lead",
    [
        "The dam above Tarn burst at noon.",
        "The ministry denied that wages were owed.",
        "A letter of the guild was a forgery and a hoax.",
        "There is no water at the mill of Tarn.",
    ],
)
def test_a_beginning_that_refutes_nothing_of_the_matter_decides_nothing(lead: str) -> None:
    assert stance_of_whole(GIST, own(REPORT), sentences(lead, REPORT))[0] == "supports"


def test_a_refutation_far_below_does_not_make_the_whole_one() -> None:
    text = sentences(REPORT, *FILLER, "The mayor called the tale of the burst dam a hoax.")
    assert stance_of_whole(GIST, own(REPORT), text)[0] == "supports"


def test_who_only_hands_on_takes_no_side() -> None:
    told = [mark("b", REPORT, author=False)]
    assert stance_of_whole(GIST, told, sentences(REPORT)) == ("comments", HANDED_ON)
    denied = [mark("b", "that the dam above Tarn burst", act="deny", negated=True, author=False)]
    assert stance_of_whole(GIST, denied, sentences(*FILLER)) == ("comments", HANDED_ON)
    heard = [mark("b", REPORT, author=True, hearsay=True)]
    assert stance_of_whole(GIST, heard, sentences(REPORT)) == ("comments", HANDED_ON)


@pytest.mark.parametrize("claim", ["Did a dam burst above Tarn?", "Dam above Tarn reportedly burst"])
def test_nobody_sides_with_a_claim_that_asks_or_hands_on(claim: str) -> None:
    assert stance_of_whole(mark("a", claim), own(REPORT), sentences(REPORT)) == ("comments", NO_SIDE)


def test_the_authors_own_denial_denies_wherever_it_stands() -> None:
    no = "The dam above Tarn has not burst."
    assert stance_of_whole(GIST, own(no), sentences(*FILLER, no))[0] == "denies"


def test_a_document_without_a_word_of_the_matter_says_nothing() -> None:
    assert stance_of_whole(GIST, [], sentences(*FILLER)) == ("comments", NOTHING)
    assert stance_of_whole(GIST, [], []) == ("comments", NOTHING)
