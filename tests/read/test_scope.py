"""How far content reaches."""

from dataclasses import replace

from sayso.lang import abbreviations
from sayso.model import Span
from sayso.read.mending.scope import within_scope
from sayso.read.relation import Relation
from sayso.text import sentences
from tests.read.relations import relation


def scoped(text: str, *relations: Relation) -> list[tuple[str, str]]:
    """Source and content of each relation after scoping."""
    found = within_scope(text, sentences(text, abbreviations("en")), list(relations), "en")
    return [
        (" … ".join(text[a:b] for a, b in r.source), " … ".join(text[a:b] for a, b in r.content))
        for r in found
    ]


def test_content_stops_at_a_semicolon_behind_its_cue() -> None:
    text = "He says that nobody was left alive; two men heard knocking."
    one = relation(text, "He", "says", "that nobody was left alive; two men heard knocking")
    assert scoped(text, one) == [("He", "that nobody was left alive")]


def test_a_semicolon_inside_a_quotation_stops_nothing() -> None:
    text = "He said that “nobody was left; two men knocked” there."
    one = relation(text, "He", "said", "that “nobody was left; two men knocked” there")
    assert scoped(text, one) == [("He", "that “nobody was left; two men knocked” there")]


def test_a_semicolon_before_the_cue_stops_nothing() -> None:
    text = "Nobody was left; two men knocked, he said."
    one = relation(text, "he", "said", "Nobody was left; two men knocked")
    assert scoped(text, one) == [("he", "Nobody was left; two men knocked")]


def test_content_ends_with_the_sentence_of_its_cue() -> None:
    text = "He said that it rained. The bridge carries half of the trade."
    one = relation(text, "He", "said", "that it rained. The bridge carries half of the trade")
    assert scoped(text, one) == [("He", "that it rained")]


def test_content_takes_nothing_out_of_the_heading() -> None:
    text = "Halden shuts its port\n\nThe island has closed it, he said."
    one = relation(text, "he", "said", "The island has closed it")
    wide = replace(one, content=(Span(0, 6), *one.content))
    assert scoped(text, wide) == [("he", "The island has closed it")]


def test_a_quotation_runs_on_over_paragraphs() -> None:
    text = "“It rained.\n\n“The bridge fell,” he said."
    one = relation(text, "he", "said", "“The bridge fell,”")
    wide = replace(one, content=(Span(0, 11), *one.content))
    assert scoped(text, wide) == [("he", "“It rained. … “The bridge fell,”")]


def test_a_quotation_runs_on_over_sentences() -> None:
    text = "He said: “It rained. The bridge fell.” Nobody saw it."
    one = relation(text, "He", "said", "“It rained. The bridge fell.”")
    assert scoped(text, one) == [("He", "“It rained. The bridge fell.”")]


def test_content_stops_before_the_next_cue_of_the_same_source() -> None:
    text = "The ministry confirmed that talks were under way but denied that it had agreed."
    first = relation(
        text, "The ministry", "confirmed", "that talks were under way but denied that it had agreed"
    )
    second = relation(text, "The ministry", "denied", "that it had agreed")
    assert scoped(text, first, second) == [
        ("The ministry", "that talks were under way"), ("The ministry", "that it had agreed"),
    ]  # fmt: skip


def test_the_cue_of_another_source_is_part_of_the_content() -> None:
    text = "The radio said that the ministry denied that it had agreed."
    outer = relation(text, "The radio", "said", "that the ministry denied that it had agreed")
    inner = relation(text, "the ministry", "denied", "that it had agreed")
    assert scoped(text, outer, inner)[0] == ("The radio", "that the ministry denied that it had agreed")


def test_a_second_cue_behind_a_conjunction_shares_the_source() -> None:
    text = "The ministry confirmed the talks but declined to name anybody."
    first = relation(text, "The ministry", "confirmed", "the talks")
    second = relation(text, "", "declined", "to name anybody")
    assert scoped(text, first, second)[1] == ("The ministry", "to name anybody")


def test_a_cue_without_a_conjunction_shares_no_source() -> None:
    text = "The ministry confirmed the talks. Nothing was named, it was declined."
    first = relation(text, "The ministry", "confirmed", "the talks")
    second = relation(text, "", "declined", "Nothing was named")
    assert scoped(text, first, second)[1] == ("", "Nothing was named")


def test_no_relations_stay_none() -> None:
    assert scoped("It rained.") == []
