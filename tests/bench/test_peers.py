"""The peers that need nothing installed do what they say; the CRF's tags and links are right."""

import json

import pytest

from bench.read.peers import crf, local_model, patterns
from bench.read.peers.spacy_model import NotInstalled
from bench.read.scoring import Attributed
from bench.read.speed import exponents
from bench.table import Row
from sayso.model import Span, words_at
from tests.fetch.server import reply, serving


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


@pytest.mark.usefixtures("loopback")
def test_a_language_model_is_measured_where_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = {"source": "Ana Roe", "cue": "said", "content": "that the bridge was closed"}
    words = json.dumps([answer, {**answer, "source": "Somebody else"}])
    body = json.dumps({"choices": [{"message": {"content": words}}]}).encode()
    notes: list[str] = []
    with serving({"/v1/chat/completions": reply(body)}) as server:
        monkeypatch.setenv(local_model.VARIABLES[0], f"http://127.0.0.1:{server.port}")
        monkeypatch.setenv(local_model.VARIABLES[1], "stand-in")
        find = local_model.make(notes)
        text = "Ana Roe said that the bridge was closed."
        assert [told(text, one) for one in find(text)] == [("Ana Roe", "said", "that the bridge was closed")]
    assert find(text) == []
    assert "1 of its answers were no printed words, 1 articles failed" in notes[0]


def test_without_a_named_model_its_row_says_what_is_missing() -> None:
    with pytest.raises(NotInstalled, match="SAYSO_PLUGIN_LOCAL_MODEL_ENDPOINT"):
        local_model.make([])
