"""The peers that need nothing installed do what they say; the CRF's tags and links are right."""

from bench.read.peers import crf, patterns
from bench.read.scoring import Attributed
from bench.read.speed import exponents
from bench.table import Row
from sayso.model import Span, words_at


def told(text: str, one: Attributed) -> tuple[str, str, str]:
    return words_at(text, one.source), words_at(text, one.cue), words_at(text, one.content)


def test_patterns_find_quotation_clause_and_according_to() -> None:
    text = (
        "“It is closed,” said Ana Roe.\n"
        "Ana Roe said that the bridge was closed.\n"
        "According to Ana Roe, the bridge was closed all of May."
    )
    assert [told(text, one) for one in patterns.find(text)] == [
        ("Ana Roe", "said", "“It is closed,”"),
        ("Ana Roe", "said", "that the bridge was closed"),
        ("Ana Roe", "According to", "the bridge was closed all of May"),
    ]


def test_patterns_find_nothing_in_plain_words() -> None:
    assert patterns.find("The bridge was closed.\n\nIt rained.") == []


def test_the_cue_wins_where_roles_overlap() -> None:
    tokens = [Span(0, 2), Span(3, 5), Span(6, 8)]
    pieces = [("content", Span(0, 8)), ("cue", Span(3, 5))]
    assert crf.bio(tokens, pieces) == ["B-content", "B-cue", "I-content"]


def test_every_source_and_content_goes_to_the_nearest_cue() -> None:
    tokens = [Span(n * 2, n * 2 + 1) for n in range(7)]
    tags = ["B-source", "B-cue", "B-content", "O", "B-source", "B-cue", "B-content"]
    found = crf.linked(tokens, tags)
    assert [one.source for one in found] == [(tokens[0],), (tokens[4],)]
    assert [one.content for one in found] == [(tokens[2],), (tokens[6],)]


def test_growth_in_proportion_has_the_power_one() -> None:
    rows: list[Row] = [{"documents": "10", "s": 1.0, "MB": 50}, {"documents": "100", "s": 10.0, "MB": 50}]
    assert ["1.00" in line for line in exponents((10, 100), rows)] == [True, False]
    assert "0.00" in exponents((10, 100), rows)[1]
