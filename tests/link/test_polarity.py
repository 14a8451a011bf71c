"""Headlines: negatives, refutations and questions, and where one stands towards a claim."""

import pytest

from sayso.link.polarity import is_negated, is_question
from sayso.link.stance import stance_of
from tests.link.made_marks import mark


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The ministry closed the dam.", False),
        ("The ministry had not closed the dam.", True),
        ("The ministry denied that it had closed the dam.", True),
        ("The ministry denied that it had not closed the dam.", False),
        ("No dam was closed.", True),
        ("The report that the dam was closed is false.", True),
        ("He rejected claims that the report was not false.", True),
        ("It’s not a hoax.", False),
        ("No trucks and no trains came.", True),
        ("No, the dam was not closed.", True),
        ("A hoax. Again: a hoax.", True),
        ("", False),
    ],
)
def test_negations_and_refutations_are_counted_modulo_two(text: str, negated: bool) -> None:
    assert is_negated(text) is negated


@pytest.mark.parametrize(("text", "asks"), [("Did it burn?”", True), ("It burned.", False), ("", False)])
def test_a_question_ends_in_its_mark(text: str, asks: bool) -> None:
    assert is_question(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Did the dam burst? Engineers gather at Tarn", True),
        ("Is this the dam of Tarn? Picture stirs Quillon", True),
        ("How did the dam burst? Engineers gather at Tarn", False),
        ("Dam at Tarn burst. Is nobody to blame? Wait and see", False),
        ("Dam burst? Engineers gather", False),
    ],
)
def test_a_question_of_yes_or_no_may_stand_before_something_else(text: str, asks: bool) -> None:
    assert is_question(text) is asks


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        # of a purpose, a relative, an act that somebody is blamed for or bidden
        ("Firm adds a wall to ensure the dam doesn’t burst", False),
        ("Radio Quillon plans a debate that didn’t include one farmer", False),
        ("Farmer fined for not paying the water rate", False),
        ("Mayor scolded over not answering letters", False),
        ("Don’t drink the water of Quillon after the spill", False),
        ("Do not drink the water of Quillon", False),
        ("The firm did not add a wall to keep the dam", True),
        ("The farmer is not paying the water rate", True),
        ("Envoy says that didn’t happen", True),
        # of a bound
        ("The lamp does not last longer than a day", False),
        ("No more than nine drowned at Tarn", False),
        ("The lamp does not last", True),
        ("No miner drowned at Tarn, more than a year on", True),
        # "without" and "failed"
        ("Student filmed the mayor without his knowledge", False),
        ("Quillon is without bread", True),
        ("Villagers left without water", True),
        ("Guard dies in failed rescue at Tarn", False),
        ("Feast at Tarn fails spectacularly", False),
        ("Guards failed to rescue him", True),
        # of the other of two
        ("Thieves of Quillon face a fine, not prison", False),
        ("The mayor has, however, not resigned", True),
        ("The mayor is at his desk, not yet well", True),
        # idioms, answers, and two clauses
        ("Don’t worry, the mayor is not dead", True),
        ("Don’t worry, the mayor is well", False),
        ("The dam is not only cracked, it leaks", False),
        ("No, the mayor didn’t flee, but that doesn’t mean he is well", True),
        ("Nothing but smoke at Tarn", False),
    ],
)
def test_a_not_beside_the_matter_leaves_it_as_it_is(text: str, negated: bool) -> None:
    assert is_negated(text) is negated


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Ministry shoots down the union’s claim of a strike", True),
        ("Army of Quillon shoots down a drone", False),
        ("Embassy rebuffs rumours of a truce", True),
        ("Quillon rebuffs the attackers at the gate", False),
        ("Envoy slams reports of a coup", True),
        ("Lorry slams into the gate of Quillon", False),
        ("Mayor at his desk despite rumours of his death", True),
        ("Mayor at his desk despite the heat", False),
        ("Engineers doubt that the dam burst", True),
        ("Observers cast doubt on the harvest of Tarn", True),
        ("No doubt the dam burst", False),
        ("Coup in Quillon was a publicity stunt", True),
        ("Pilot of Tarn dies in stunt", False),
        ("Farmers staged a march in Quillon", False),
        ("Don’t believe the tale of the dam", True),
        ("Nine bodies lie in the hospital at Tarn", False),
        ("They are lies in every part", True),
        ("The lies in the report", True),
        ("The bus drove on the wrong side of the road", False),
        # one denial, told twice; and a denial of a denial
        ("They’re fake: sailor who sold the pearls is a hoaxer", True),
        ("That fake letter is a hoax", True),
        ("Mayor forced to deny that he fled after fake notice spreads", True),
        ("Mayor denied that the letter was a hoax", False),
        ("Sailor denies hoax claims", False),
        ("Sailor denies false claims", True),
    ],
)
def test_what_refutes_is_told_from_what_only_looks_like_it(text: str, negated: bool) -> None:
    assert is_negated(text) is negated


@pytest.mark.parametrize(
    ("text", "gist", "stance"),
    [
        # the "not" is of other words than the opposite ones, and says the same
        ("Rehm is alive. They have not beheaded him", "Rehm was killed at Tarn", "denies"),
        ("Rehm is not alive", "Rehm was killed at Tarn", "supports"),
        # a refutation is always taken at its word
        ("Ministry rebuffs the claim that men of Orl cross the border", "Orl sends gunmen to Tarn", "denies"),
        ("Debunked: no, Orl put up no wall", "Orl added a wall to ensure it won’t leak", "denies"),
        # neither of them says that it is so
        ("Envoy refuses to confirm or deny that Orl buys the mill", "Orl buys the mill", "comments"),
        ("The board neither confirms nor denies that it buys the mill", "Orl buys the mill", "comments"),
        # why and how take for granted what they ask for
        ("Owner has no say in why the Tarn mill was sold", "The Tarn mill was sold to Orl", "supports"),
        ("Clerk of Quillon says she is safe and sound", "A clerk of Quillon was abducted", "denies"),
        ("Clerk of Quillon sacked after going on leave", "The clerk of Quillon lost her post", "supports"),
    ],
)  # fmt: skip
def test_headlines_towards_a_claim(text: str, gist: str, stance: str) -> None:
    assert stance_of(mark("b", text), mark("a", gist))[0] == stance
