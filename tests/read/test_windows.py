"""Windows: every word piece of every chosen sentence, just once, in the order of the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.read.tagging.network import Network
from sayso.read.tagging.windows import CLS, MAX_LONE_PIECES, MAX_PIECES, SEP, Window, make_windows
from sayso.text import words
from tests.read.readers import needs_weights, read, reader

runs_of_lengths = st.lists(st.lists(st.integers(1, 300), max_size=4), max_size=4)


@dataclass(frozen=True)
class Encoding:
    ids: list[int]
    offsets: list[tuple[int, int]]


class WordTokenizer:
    """A tokenizer for which each word is a piece, numbered by its length."""

    def encode_batch(self, texts: list[str], add_special_tokens: bool) -> list[Encoding]:
        assert not add_special_tokens
        spans = [words(text) for text in texts]
        return [Encoding([b - a for a, b in some], [(a, b) for a, b in some]) for some in spans]


TOKENIZER: Any = WordTokenizer()


def laid_out(lengths: list[list[int]]) -> tuple[str, list[list[Span]]]:
    """A text of sentences with so many words each, and the runs of their spans."""
    text = ""
    runs: list[list[Span]] = []
    for run in lengths:
        runs.append([])
        for count in run:
            start = len(text)
            text += "wo " * count
            runs[-1].append(Span(start, len(text) - 1))
    return text, runs


@given(runs_of_lengths)
def test_windows_hold_every_piece_once_and_in_order(lengths: list[list[int]]) -> None:
    text, runs = laid_out(lengths)
    windows = make_windows(text, runs, TOKENIZER)
    places = [place for window in windows for place in window.places[1:-1]]
    assert places == words(text)


@given(runs_of_lengths)
def test_windows_fit_the_encoder_and_are_framed(lengths: list[list[int]]) -> None:
    text, runs = laid_out(lengths)
    for window in make_windows(text, runs, TOKENIZER):
        assert len(window.ids) == len(window.places)
        assert 3 <= len(window.ids) <= MAX_LONE_PIECES + 2
        assert (window.ids[0], window.ids[-1]) == (CLS, SEP)
        assert window.places[0] == window.places[-1] == Span(0, 0)


@given(runs_of_lengths)
def test_a_window_never_joins_two_runs(lengths: list[list[int]]) -> None:
    text, runs = laid_out(lengths)
    edges = [(run[0].start, run[-1].end) for run in runs if run]
    for window in make_windows(text, runs, TOKENIZER):
        assert any(low <= window.places[1].start and window.places[-2].end <= high for low, high in edges)


def test_short_neighbours_share_a_window_and_long_ones_do_not() -> None:
    text, runs = laid_out([[MAX_PIECES // 2, MAX_PIECES // 2, 1]])
    assert [len(window.ids) - 2 for window in make_windows(text, runs, TOKENIZER)] == [MAX_PIECES, 1]


def test_no_runs_give_no_windows() -> None:
    assert make_windows("words", [], TOKENIZER) == make_windows("words", [[]], TOKENIZER) == []


@needs_weights
@given(st.text(max_size=60))
def test_the_real_tokenizer_keeps_places(text: str) -> None:
    network = reader("weights").network
    assert network is not None
    padding = "They said so. "
    spans = [Span(len(padding), len(padding) + len(text))] if text.strip() else []
    for window in make_windows(padding + text, [spans] if spans else [], network.tokenizer):
        for place in window.places[1:-1]:
            assert len(padding) <= place.start <= place.end <= len(padding + text)


@needs_weights
def test_a_long_text_goes_through_the_network_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    encode = Network.encode

    def counted(network: Network, windows: Sequence[Window]) -> list[tuple[Any, Any]]:
        seen.append(len(windows))
        return encode(network, windows)

    monkeypatch.setattr(Network, "encode", counted)
    monkeypatch.setattr("sayso.read.tagging.tagger.WINDOWS_AT_ONCE", 2)
    text = "The ministry said on Monday that the bridge was closed to all who live there. " * 40
    assert len([one for one in read(text, "weights") if one.source.text == "The ministry"]) == 40
    assert max(seen) == 2
    assert len(seen) > 2
