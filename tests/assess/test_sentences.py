"""Sentences that weighing writes: no hedge lost, likelihood and confidence apart, nothing called "true"."""

import re
from itertools import product
from typing import get_args

import pytest

from sayso.assess.assessing import assess
from sayso.assess.case import Case, Hand
from sayso.assess.words import likelihood_of, likelihood_sentence
from sayso.model import Assessment, Certainty, Likelihood, SourceKind
from tests.assess.cases import case, denier, origin, record, unrecorded, voice

LIKELY = re.compile(r"\b(?:likely|unlikely|chance|almost certain)\b")
CLAIMS_TOO_MUCH = re.compile(
    r"\b(?:true|truth|fact|facts|false|proven|proof|confirmed that)\b", re.IGNORECASE
)
HEDGED = {"PR": ("probable", "probably"), "PS": ("possible", "possibly"), "U": ("open",)}
HANDS = ("", "contact", "named", "self", "direct")


def every_case() -> list[Case]:
    found = []
    for kind, hedge, hand in product(get_args(SourceKind), get_args(Certainty), HANDS):
        said = voice(
            kind=kind, hedge=hedge, first_hand=hand, depth=2, unread=hand == "self",
            anonymous=hand == "named", specific=("number", "name", "day"),
        )  # fmt: skip
        no = denier("Monitors", interested=hand == "", hedge=hedge, part=hand == "self")
        found.append(case(origin("X", said, voice("2", derived=True)), unrecorded(), denial=(no,)))
        found.append(case(unrecorded(said), denial=(unrecorded(said), *(denier(f"P{n}") for n in range(3)))))
    found.append(case(origin("X"), denial=(denier("X"),), hand=(Hand(id="j:1", by="ed", text="A note"),)))
    found += [case(), case(origin("X", voice(hearsay=True))), case(origin("X", voice(withdrawn=True)))]
    return found


@pytest.fixture(scope="module")
def assessed() -> list[Assessment]:
    known = {"X": record("X", 6, 2)}
    return [assess(made, records) for made in every_case() for records in ({}, known)]


def sentences(found: Assessment) -> list[str]:
    texts = [*(line.text for line in found.lines), *found.said]
    return [part for text in texts for part in re.split(r"(?<=[.:;]) ", text)]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Western governments", "Western governments give it as probable"),
        ("Open Valleys", "Open Valleys gives it as probable"),
        ("press office of two unions", "Press office of two unions gives it as probable"),
        ("port authorities of Harn", "Port authorities of Harn give it as probable"),
    ],
)
def test_several_people_without_a_name_say_it_in_the_plural(name: str, told: str) -> None:
    found = assess(case(origin(name, voice(hedge="PR"))), {})
    assert any(line.text.startswith(told) for line in found.lines)


def test_the_confidence_tells_whose_origins_it_counts() -> None:
    found = assess(case(origin("X"), origin("Y"), denial=(denier("Z", interested=False),)), {})
    assert any("three independent origins (two for it, one against it)" in each for each in found.said)
    assert not any("against it" in each for each in assess(case(origin("X")), {}).said)


def test_likelihood_and_confidence_never_stand_in_one_sentence(assessed: list[Assessment]) -> None:
    for found in assessed:
        for text in (*(line.text for line in found.lines), *found.said):
            assert not (LIKELY.search(text) and "onfidence" in text)


def test_how_likely_it_is_stands_in_its_own_sentence_only(assessed: list[Assessment]) -> None:
    for found in assessed:
        likelihood, *others = found.said
        assert LIKELY.search(likelihood)
        assert not any(LIKELY.search(text) for text in (*others, *(line.text for line in found.lines)))


def test_nothing_is_called_true_or_a_fact(assessed: list[Assessment]) -> None:
    assert [s for found in assessed for s in sentences(found) if CLAIMS_TOO_MUCH.search(s)] == []


def test_no_hedge_is_lost_where_it_is_told_who_says_it() -> None:
    for made in every_case():
        hedges = {v.statement: v.hedge for side in (*made.support, *made.denial) for v in side.voices}
        for line in assess(made).lines:
            told = re.search(r"\b(?:says it|denies it)\b", line.text)
            if told and line.statement:
                assert hedges[line.statement] == "CT", line.text


def test_every_hedge_has_its_word() -> None:
    for hedge, words in HEDGED.items():
        found = assess(case(origin("X", voice(hedge=hedge))))
        assert any(word in found.lines[1].text for word in words)
        denied = assess(case(denial=(denier("Monitors", interested=False, hedge=hedge),)))
        assert any(word in denied.lines[1].text for word in words)


def test_every_sentence_begins_with_a_capital_and_ends_in_a_full_stop(assessed: list[Assessment]) -> None:
    for found in assessed:
        for text in (*(line.text for line in found.lines), *found.said):
            assert text[0].isupper() or text[0].isdigit()
            assert text.endswith(".")
            assert "  " not in text
            assert ".." not in text


def test_the_admiralty_code_is_called_a_suggestion(assessed: list[Assessment]) -> None:
    assert all("suggested" in found.said[2] for found in assessed)


@pytest.mark.parametrize(
    ("p", "word"),
    [
        (0.01, "almost no chance"), (0.05, "very unlikely"), (0.2, "unlikely"), (0.45, "roughly even chance"),
        (0.55, "likely"), (0.8, "very likely"), (0.95, "almost certain"), (0.99, "almost certain"),
    ],
)  # fmt: skip
def test_each_probability_has_one_word_and_its_sentence_has_that_word(p: float, word: Likelihood) -> None:
    assert likelihood_of(p) == word
    assert word in likelihood_sentence(word)
