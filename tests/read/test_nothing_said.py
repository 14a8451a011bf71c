"""What is not said, not promised, not denied or beyond doubt: "gave no promise that"."""

import pytest

from sayso.model import Statement
from tests.read.readers import needs_weights, read


def one(text: str) -> tuple[str, str, str]:
    """Name, act and factuality of the first statement."""
    found: Statement = read(text, "weights")[0]
    return found.source.name, found.act, found.propositions[0].factuality


@needs_weights
@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("There was no official confirmation that the clerk had been paid.", "unconfirmed"),
        ("There is no suggestion that the envoy was paid.", "unconfirmed"),
        ("There have been no reports of deaths.", "unconfirmed"),
        ("The army has given no confirmation that it has left Ostrel.", "unconfirmed"),
        ("There was no immediate confirmation from the army that the bridge had fallen.", "unconfirmed"),
        ("No proof was given by the minister that the army had fired.", "unconfirmed"),
        ("There was no denial from the minister that the clerk had been paid.", "decline"),
        ("The governor gave no promise that the road would be opened.", "decline"),
        ("The mayor could offer no guarantee that the water was safe.", "decline"),
        ("The envoy did not give any guarantee that the road would open.", "decline"),
        ("The deputy minister could give no undertaking as to the date.", "decline"),
        ("Marsk gave no indication that she would resign.", "decline"),
        ("At no point did the minister say that he was in Ostrel.", "decline"),
        ("Nowhere does the ministry say that the dam is unsafe.", "decline"),
    ],
)
def test_no_word_of_it_is_no_word(text: str, act: str) -> None:
    assert one(text)[1:] == (act, "U")


@needs_weights
@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The ministry gave confirmation that the bridge had fallen.", "CT+"),
        ("There were reports that the bridge had fallen.", "CT+"),
        ("The governor gave a promise that the road would be opened.", "CT+"),
        ("At one point the minister said that he was in Ostrel.", "CT+"),
        ("The minister not only said that the road was shut but swore it.", "CT+"),
        ("The minister not only denied that he was there but laughed.", "CT-"),
    ],
)
def test_a_word_of_it_is_one(text: str, factuality: str) -> None:
    assert one(text)[2] == factuality


@needs_weights
@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("There is little doubt that the vote was rigged.", "PR+"),
        ("There is no question that the vote was rigged.", "CT+"),
        ("There is no denying that the vote was rigged.", "CT+"),
        ("It is impossible to deny that the army fired.", "CT+"),
        ("It cannot be denied that the army fired.", "CT+"),
        ("It goes without saying that the army fired.", "CT+"),
        ("There is no chance that the men will be freed.", "CT-"),
        ("There is little hope that the men will be freed.", "PR-"),
        ("There is little reason to think the bridge will open.", "PR-"),
    ],
)
def test_what_the_author_holds_to_be_so_or_not(text: str, factuality: str) -> None:
    [found] = read(text, "weights")
    assert (found.source.kind, found.propositions[0].factuality) == ("author", factuality)


@needs_weights
def test_what_not_even_they_deny_is_not_denied() -> None:
    assert one("Not even the ministry denies that the army fired.")[1:] == ("decline", "U")


@needs_weights
def test_what_was_denied_is_denied_by_nobody_in_print() -> None:
    [found] = read("It was denied that the minister had resigned.", "weights")
    assert (found.source.name, found.act, found.propositions[0].factuality) == ("", "deny", "CT-")


@needs_weights
def test_an_open_denial_with_its_speaker_keeps_him() -> None:
    assert one("It was denied by the ministry that the minister had resigned.") == ("ministry", "deny", "CT-")
