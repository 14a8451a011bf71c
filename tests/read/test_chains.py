"""Which statement stands inside which, and the names from the publisher to the source."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Source, Span, Spans
from sayso.read.chains import chain, nest
from sayso.read.relation import Relation
from sayso.text import sentences

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=3).map(
    lambda pairs: tuple(Span(start, start + size) for start, size in pairs)
)
RELATIONS = st.lists(st.builds(Relation, source=SPANS, cue=SPANS, content=SPANS), max_size=8)


def at(text: str, words: str) -> Spans:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def relation(text: str, source: str, cue: str, content: str) -> Relation:
    return Relation(source=at(text, source), cue=at(text, cue), content=at(text, content))


def test_what_a_report_says_somebody_said_stands_inside_the_report() -> None:
    text = "According to a report by Radio Tessel, a clerk said that rice was scarce."
    outer = relation(text, "Radio Tessel", "According to", "a clerk said that rice was scarce")
    inner = relation(text, "a clerk", "said", "that rice was scarce")
    assert nest([outer, inner], sentences(text), text) == (None, 0)


def test_according_to_holds_for_the_clause_that_it_hangs_on() -> None:
    text = "Rain fell, but many doubt that the dam held, according to the source."
    outer = relation(text, "the source", "according to", "that the dam held")
    inner = relation(text, "many", "doubt", "that the dam held")
    assert nest([outer, inner], sentences(text), text) == (None, 0)


def test_a_content_that_runs_on_into_according_to_is_still_inside() -> None:
    text = "Many doubt that the dam held, according to the source."
    outer = relation(text, "the source", "according to", "Many doubt that the dam held")
    inner = relation(text, "Many", "doubt", "that the dam held, according to the source")
    assert nest([outer, inner], sentences(text), text) == (None, 0)


def test_whoever_is_asked_to_speak_stands_inside_the_asking() -> None:
    text = "Ine asked Orlan to announce its aims."
    outer = relation(text, "Ine", "asked", "to announce its aims")
    inner = relation(text, "Orlan", "to announce", "its aims")
    assert nest([outer, inner], sentences(text), text) == (None, 0)


def test_what_one_agreed_to_say_stands_inside_the_agreeing() -> None:
    text = "Orlan agreed to discuss the law."
    outer = relation(text, "Orlan", "agreed", "to discuss the law")
    inner = relation(text, "Orlan", "to discuss", "the law")
    assert nest([outer, inner], sentences(text), text) == (None, 0)


def test_a_claim_stands_inside_a_content_that_breaks_off_in_it() -> None:
    text = "Ine denied Orlan's claim that the camp does not exist."
    outer = relation(text, "Ine", "denied", "Orlan's claim that the camp does not")
    inner = relation(text, "Orlan", "claim", "that the camp does not exist")
    assert nest([outer, inner], sentences(text), text) == (None, 0)


def test_a_second_thing_of_one_source_stands_beside_the_first() -> None:
    text = "Orlan said that rice was scarce and promised new roads."
    first = relation(text, "Orlan", "said", "that rice was scarce and promised new roads")
    second = relation(text, "Orlan", "promised", "new roads")
    assert nest([first, second], sentences(text), text) == (None, None)


def test_according_to_does_not_reach_beyond_but() -> None:
    text = "A clerk said that rain fell, but the dam held, according to the source."
    outer = relation(text, "the source", "according to", "the dam held")
    other = relation(text, "A clerk", "said", "that rain fell")
    assert nest([outer, other], sentences(text), text) == (None, None)


def test_whoever_is_cited_stands_inside_the_one_who_cites() -> None:
    text = "Radio Tessel, citing a clerk, reported that rice was scarce."
    outer = relation(text, "Radio Tessel", "reported", "that rice was scarce")
    inner = relation(text, "a clerk", "citing", "that rice was scarce")
    assert nest([outer, inner], sentences(text), text) == (None, 0)
    text = "Radio Tessel reported that rice was scarce, citing a clerk."
    outer = relation(text, "Radio Tessel", "reported", "that rice was scarce")
    inner = relation(text, "a clerk", "citing", "that rice was scarce")
    assert nest([outer, inner], sentences(text), text) == (None, 0)


def test_what_is_heard_from_somebody_stands_inside_what_is_heard() -> None:
    text = "A clerk heard from a guard that rice was scarce."
    outer = relation(text, "A clerk", "heard", "that rice was scarce")
    inner = relation(text, "a guard", "from", "that rice was scarce")
    assert nest([inner, outer], sentences(text), text) == (1, None)


def test_of_several_around_it_the_smallest_counts() -> None:
    text = "A said that B said that C said that it rained."
    relations = [
        relation(text, "A", "said that B", "B said that C said that it rained"),
        relation(text, "B", "said that C", "C said that it rained"),
        relation(text, "C", "said that it", "it rained"),
    ]
    assert nest(relations, sentences(text), text) == (None, 0, 1)


def test_statements_side_by_side_are_not_nested() -> None:
    text = "A clerk said that it rained. A guard said that it snowed."
    relations = [
        relation(text, "A clerk", "said", "that it rained"),
        relation(text, "A guard", "said that it snowed"[:4], "that it snowed"),
    ]
    assert nest(relations, sentences(text), text) == (None, None)


def test_a_chain_runs_from_the_publisher_to_the_source() -> None:
    found = (Source(name="Radio Tessel"), Source(name="clerk"))
    assert chain(1, (None, 0), found, "The Harrow Post") == ("The Harrow Post", "Radio Tessel", "clerk")


def test_the_author_and_hearsay_have_the_publisher_alone() -> None:
    found = (Source(name="The Harrow Post", kind="author"), Source())
    assert chain(0, (None, None), found, "The Harrow Post") == ("The Harrow Post",)
    assert chain(1, (None, None), found, "The Harrow Post") == ("The Harrow Post",)


def test_an_unknown_publisher_adds_no_name() -> None:
    assert chain(0, (None,), (Source(name="clerk"),), None) == ("clerk",)


@given(RELATIONS)
def test_nesting_never_comes_back_to_where_it_began(relations: list[Relation]) -> None:
    parents = nest(relations, [Span(0, 60)], "x" * 60)
    assert len(parents) == len(relations)
    for number in range(len(relations)):
        seen, around = {number}, parents[number]
        while around is not None:
            assert around not in seen
            seen.add(around)
            around = parents[around]


FROM = st.integers(0, 7).map(lambda n: (Span(5 * n, 5 * n + 4),))


@given(st.lists(st.builds(Relation, source=SPANS, cue=FROM | SPANS, content=SPANS), max_size=8))
def test_passing_on_never_comes_back_to_where_it_began(relations: list[Relation]) -> None:
    parents = nest(relations, [Span(0, 60)], "from " * 12)
    for number in range(len(relations)):
        seen, around = {number}, parents[number]
        while around is not None:
            assert around not in seen
            seen.add(around)
            around = parents[around]


@given(RELATIONS)
def test_a_chain_names_nobody_twice_in_a_row(relations: list[Relation]) -> None:
    parents = nest(relations, [Span(0, 60)], "x" * 60)
    found = [Source(name="ab"[number % 2]) for number in range(len(relations))]
    for number in range(len(relations)):
        names = chain(number, parents, found, "a")
        assert all(left != right for left, right in pairwise(names))
        assert names[0] == "a"
