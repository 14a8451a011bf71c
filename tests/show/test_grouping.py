"""Who says what, in which order, with which badges, and the sentence that counts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.show.grouping import Summary, badges, count, facets, groups, knowing, sentence, summary
from sayso.show.report_words import certainties, chain, days, printed, when
from tests.show.factory import document, due, sample, statement

ZERO = dict.fromkeys(Summary.__dataclass_fields__, 0)


def texts(*args: object, **changes: object) -> list[str]:
    return [badge.text for badge in badges(statement(*args, **changes))]  # type: ignore[arg-type]


def test_sources_come_in_reading_order_then_nobody_then_the_author() -> None:
    _, found = sample()
    titles = [group.title for group in groups(found)]
    assert titles == [
        "Harbour Office", "nurse", "driver", "ministry", "Ilse Marn",
        "Nobody named", "The Lantern, in its own voice",
    ]  # fmt: skip


def test_grouping_loses_and_repeats_nothing() -> None:
    _, found = sample()
    grouped = [one.id for group in groups(found) for one in group.statements]
    assert sorted(grouped) == sorted(one.id for one in found)


def test_same_name_with_another_kind_is_another_source() -> None:
    pair = [statement("The fever is over", name="Marn", kind=kind) for kind in ("person", "media")]
    assert len(groups(pair)) == 2


def test_anonymous_sources_are_never_one_across_documents() -> None:
    homes = [document(), document(published="2031-05-18")]
    pair = [statement("The fever is over", name="nurse", anonymous=True, of=home) for home in homes]
    assert len(groups(pair)) == 2
    assert summary(pair).sources == 2


def test_summary_counts_the_sample() -> None:
    _, found = sample()
    assert sentence(summary(found)) == (
        "8 statements, 5 sources, 2 of them anonymous, 1 hearsay, 1 denial, 1 promise, 1 inference, "
        "1 without comment, 1 in the publisher’s own voice"
    )
    assert knowing(summary(found)) == "How the source knows is told in 3 of 8."


def test_no_statements_are_said_in_words() -> None:
    assert sentence(summary([])) == "no statements"
    assert knowing(summary([])) == ""
    assert groups([]) == ()


@pytest.mark.parametrize(
    ("sources", "anonymous", "words"),
    [
        (1, 1, "1 source, anonymous"), (2, 2, "2 sources, both anonymous"),
        (3, 3, "3 sources, all anonymous"), (3, 1, "3 sources, 1 of them anonymous"), (3, 0, "3 sources"),
    ],
)  # fmt: skip
def test_anonymous_sources_are_told_as_people_say_it(sources: int, anonymous: int, words: str) -> None:
    counts = Summary(**{**ZERO, "statements": 1, "sources": sources, "anonymous": anonymous})
    assert sentence(counts) == f"1 statement, {words}"


@given(st.fixed_dictionaries({name: st.integers(0, 3) for name in ZERO}))
def test_a_summary_never_says_zero_and_plurals_fit(values: dict[str, int]) -> None:
    parts = sentence(Summary(**values)).split(", ")
    assert not any(part.startswith("0 ") for part in parts)
    for noun in ("statement", "source", "denial", "promise", "forecast", "demand", "inference"):
        assert f"1 {noun}s" not in parts
        assert not {f"2 {noun}", f"3 {noun}"} & set(parts)


def test_hearsay_needs_nobody_named_who_had_it_from_others() -> None:
    changes = {"cue": "reportedly", "kind": "unspecified"}
    assert texts("The dam has", evidentiality="reportative", **changes) == ["hearsay"]
    assert "hearsay" not in texts("The dam has", **changes)
    assert "hearsay" not in texts("The dam has", source="A nurse", evidentiality="reportative")


def test_a_promise_shows_its_window_or_that_it_has_none() -> None:
    window = due("between June and July", "2031-06-01", "2031-07-31")
    vague = due("in May", None, None)
    aid = "Aid would arrive between June and July"
    assert texts(aid, act="promise", times=(window,)) == ["promise, due 2031-06-01 to 2031-07-31"]
    assert texts(aid, act="forecast", times=(vague,)) == ["forecast, due “in May”"]
    assert texts(aid, act="demand") == ["demand, no date"]
    assert texts(aid, times=(window,)) == ["due 2031-06-01 to 2031-07-31"]


def test_hedges_say_how_far_and_questions_are_uncertain() -> None:
    assert texts("The dam has", factuality="PR+") == ["hedged: probable"]
    assert texts("The dam has", factuality="PS-") == ["hedged: possible"]
    assert texts("The dam has", factuality="U", act="ask") == ["uncertain"]
    assert texts("The dam has", factuality="U", act="unconfirmed") == ["not confirmed"]


def test_nested_sources_show_at_which_hand() -> None:
    assert texts("The dam has", chain=("A", "B")) == []
    assert texts("The dam has", chain=("A", "B", "C")) == ["at second hand"]
    assert texts("The dam has", chain=tuple("ABCDEF")) == ["through 4 others"]


def test_the_authors_own_voice_can_be_filtered() -> None:
    _, found = sample()
    assert [one.source.kind for one in found if "author" in facets(one)] == ["author"]


def test_days_are_told_with_open_ends() -> None:
    assert days("2031-06-01", "2031-06-01") == "2031-06-01"
    assert days(None, "2031-06-01") == "by 2031-06-01"
    assert days("2031-06-01", None) == "from 2031-06-01 on"
    assert when(due("in May", None, None)) == "“in May” = no date"


def test_chain_is_told_only_where_somebody_is_between() -> None:
    _, found = sample()
    assert [chain(one) for one in found if chain(one)] == ["The Lantern ← nurse ← driver"]


def test_certainty_is_told_for_each_proposition_only_where_they_differ() -> None:
    one = statement("The fever is over", factuality="CT+")
    two = statement("That", factuality="PS+")
    both = statement("The fever is over", propositions=(*one.propositions, *two.propositions))
    assert certainties(one) == ()
    assert certainties(both) == (("certain", "The fever is over"), ("possible", "That"))


def test_attributing_words_stand_in_the_order_of_the_text() -> None:
    said = statement("The fever is over", source="the Harbour Office", cue="said")
    apart = statement("", source="The ministry", cue="reportedly")
    assert printed(said) == "the Harbour Office said"
    assert printed(apart) == "The ministry … reportedly"
    assert printed(statement("The fever is over")) == ""


def test_count_is_silent_at_zero() -> None:
    assert (count(0, "denial"), count(1, "denial"), count(2, "denial")) == ("", "1 denial", "2 denials")
