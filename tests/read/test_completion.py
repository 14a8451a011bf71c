"""What is mended after the finder: hearsay without a source, cues that are sure, answers that are none."""

import pytest

from sayso.lang import abbreviations
from sayso.model import Span
from sayso.read.mending.citing import with_citations
from sayso.read.mending.completion import Attribution, complete, joined, without_source
from sayso.read.relation import Relation
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.read.relations import at, relation
from tests.stopwatch import cpu_seconds, here, timed


def completed(text: str, *relations: Relation) -> list[Attribution]:
    return complete(text, sentences(text, abbreviations("en")), list(relations), "en")


def words(text: str, attribution: Attribution) -> tuple[str, str, str]:
    """Source, cue and content as printed."""
    r = attribution.relation
    source, cue, content = (" … ".join(text[a:b] for a, b in spans) for spans in (r.source, r.cue, r.content))
    return source, cue, content


def test_hearsay_gives_its_source_back_to_the_content() -> None:
    text = "Two soldiers were reportedly hurt."
    tagged = relation(text, "Two soldiers", "reportedly", "hurt")
    (one,) = completed(text, tagged)
    assert one.relation.voice == "hearsay"
    assert one.relation.source == ()
    assert "Two soldiers" in words(text, one)[2]


def test_reportedly_told_is_two_statements() -> None:
    text = "The envoy reportedly told traders that the bridge would open."
    tagged = relation(text, "The envoy", "reportedly told", "that the bridge would open")
    outer, inner = sorted(completed(text, tagged), key=lambda a: a.relation.voice != "hearsay")
    assert (outer.relation.voice, outer.relation.source) == ("hearsay", ())
    assert words(text, outer)[1] == "reportedly"
    assert inner.relation.voice == "source"
    assert words(text, inner) == ("The envoy", "told", "that the bridge would open")


def test_reportedly_among_words_that_do_not_speak_is_one() -> None:
    text = "The envoy is reportedly receiving visitors."
    tagged = relation(text, "The envoy", "is reportedly receiving", "visitors")
    (one,) = completed(text, tagged)
    assert one.relation.voice == "hearsay"
    assert "receiving visitors" in words(text, one)[2]


def test_a_cue_ends_before_its_date() -> None:
    text = "The radio reported on Jan. 30 that it rained."
    (one,) = completed(text, relation(text, "The radio", "reported on Jan. 30", "that it rained"))
    assert words(text, one) == ("The radio", "reported", "that it rained")


@pytest.mark.parametrize("when", ["on 18 February", "in May", "yesterday", "last week"])
def test_what_was_announced_at_some_time_announces_nothing(when: str) -> None:
    text = f"The closure, announced {when}, is temporary."
    assert completed(text, relation(text, "The closure", "announced", when)) == []


@pytest.mark.parametrize("who", ["Whoever", "Anyone who"])
def test_whoever_may_say_so_has_not_said_it(who: str) -> None:
    text = f"{who} says that it is shut lies."
    assert completed(text, relation(text, who, "says", "that it is shut")) == []


def test_a_minister_in_apposition_announces() -> None:
    text = "Ann Rey, the minister, announced on Friday that the bank would close."
    (one,) = completed(text, relation(text, "the minister", "announced", "that the bank would close"))
    assert words(text, one)[0] == "the minister"


def test_who_does_not_respond_says_nothing() -> None:
    text = "The ministry did not respond to a request for comment."
    tagged = relation(text, "The ministry", "did not respond", "to a request for comment")
    (one,) = completed(text, tagged)
    assert one.cue is not None
    assert one.cue.act == "decline"
    assert one.relation.content == ()


def test_hearsay_that_the_finder_missed_is_found() -> None:
    text = "It rained. Two soldiers were reportedly hurt."
    (one,) = completed(text)
    assert (one.relation.voice, words(text, one)[1]) == ("hearsay", "reportedly")


def test_what_the_finder_has_is_not_found_again() -> None:
    text = "Two soldiers were allegedly hurt."
    assert len(completed(text, relation(text, "", "allegedly", "Two soldiers were"))) == 1


def test_plain_saying_that_the_finder_left_out_stays_out() -> None:
    assert completed("The ministry said so.") == []


def test_an_inference_inside_a_statement_is_not_the_authors() -> None:
    text = "The envoy said that it appears that the bridge is closed."
    tagged = relation(text, "The envoy", "said", "that it appears that the bridge is closed")
    assert [words(text, one)[1] for one in completed(text, tagged)] == ["said"]


def test_attributions_are_in_reading_order() -> None:
    text = "Two were reportedly hurt. The ministry said that it rained."
    found = completed(text, relation(text, "The ministry", "said", "that it rained"))
    assert [words(text, one)[1] for one in found] == ["reportedly", "said"]


def test_pieces_side_by_side_are_joined_but_not_over_a_hole_or_a_line() -> None:
    text = "a b c\nd"
    pieces = [Span(0, 1), Span(4, 5), Span(6, 7)]
    assert joined(text, pieces, ()) == (Span(0, 5), Span(6, 7))
    assert joined(text, pieces, (Span(2, 3),)) == (Span(0, 1), Span(4, 5), Span(6, 7))
    assert joined(text, [], ()) == ()


def test_a_source_that_is_taken_back_leaves_no_medium() -> None:
    text = "The envoy reportedly left"
    tagged = Relation(source=at(text, "The envoy"), medium=at(text, "The envoy"), cue=at(text, "reportedly"))
    mended = without_source(text, tagged, "hearsay")
    assert (mended.source, mended.medium, mended.content) == ((), (), at(text, "The envoy"))


@timed
def test_who_is_cited_is_found_in_time_that_grows_with_the_length_of_the_text() -> None:
    unit = "The daily reported, citing the court, that it rained. "

    def seconds(count: int) -> float:
        spans = [Span(n * len(unit), (n + 1) * len(unit) - 1) for n in range(count)]
        found = [
            Relation(source=(Span(s, s + 9),), cue=(Span(s + 10, s + 18),), content=(Span(s + 38, s + 52),))
            for s, _ in spans
        ]
        assert len(with_citations(unit * count, spans, found, "en")) == 2 * count
        return cpu_seconds(lambda: with_citations(unit * count, spans, found, "en"))

    assert seconds(2_400) < 10 * seconds(600) + here(0.1)


@timed
def test_inferences_inside_what_is_said_are_dropped_in_time_that_grows_with_their_number() -> None:
    def seconds(count: int) -> float:
        text = "He said that it appears shut. " * count
        spans = [Span(n * 30, n * 30 + 29) for n in range(count)]
        found = [Relation(source=(Span(s, s + 2),), cue=(Span(s + 3, s + 7),), content=(Span(s + 8, s + 28),))
                 for s, _ in spans]  # fmt: skip
        inner = [Relation(cue=(Span(s + 16, s + 23),), content=(Span(s + 24, s + 28),), voice="author")
                 for s, _ in spans]  # fmt: skip
        assert len(complete(text, spans, [*found, *inner], "en")) == count
        return cpu_seconds(lambda: complete(text, spans, [*found, *inner], "en"))

    assert seconds(1_600) < 7 * seconds(400) + here(0.1)


@pytest.mark.parametrize(
    ("cue", "source"),
    [("had been informed by", "the army"), ("was told by", "the army")],
)
def test_who_is_informed_by_somebody_is_not_the_source(cue: str, source: str) -> None:
    text = f"The Beacon said that the ministry {cue} the army that the bridge was mined."
    found = completed(text, relation(text, "the ministry", cue, "that the bridge was mined"))
    assert words(text, found[-1]) == (source, cue, "that the bridge was mined")


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        (
            "The weavers, who asked not to be named because they still work there, said it was shut.",
            "weavers",
            "public",
        ),
        (
            "A weaver who had left the village told us that it was shut.",
            "weaver who had left the village",
            "person",
        ),
    ],
)
def test_who_describes_a_source_is_no_source_and_makes_it_a_person(
    sentence: str, name: str, kind: str
) -> None:
    (one,) = read(sentence, "weights")
    assert (one.source.name, one.source.kind) == (name, kind)
