"""Windows: runs of whole sentences in word pieces, small enough for one pass of the encoder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MAX_PIECES = 126
MAX_LONE_PIECES = 254
CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Word piece ids (with [CLS] and [SEP]) and where each stands in the text (empty for those two)."""

    ids: tuple[int, ...]
    places: tuple[Span, ...]


def make_windows(text: str, chosen: Sequence[Sequence[Span]], tokenizer: Tokenizer) -> list[Window]:
    """Windows over runs of neighbouring sentences; a run is never joined with the next one.

    `chosen`: runs of sentence spans, in order. Sentences longer than 254 pieces are cut there
    into several windows, so that nothing is left out.
    """
    flat = [sentence for run in chosen for sentence in run]
    encodings = tokenizer.encode_batch([text[s.start : s.end] for s in flat], add_special_tokens=False)
    pieces = iter(encodings)
    windows: list[Window] = []
    for run in chosen:
        ids: list[int] = []
        places: list[Span] = []
        for sentence in run:
            encoding = next(pieces)
            if ids and len(ids) + len(encoding.ids) > MAX_PIECES:
                windows += _cut(ids, places)
                ids, places = [], []
            ids += encoding.ids
            places += [Span(sentence.start + a, sentence.start + b) for a, b in encoding.offsets]
        windows += _cut(ids, places)
    return windows


def _cut(ids: list[int], places: list[Span]) -> list[Window]:
    nowhere = Span(0, 0)
    return [
        Window(
            ids=(CLS, *ids[low : low + MAX_LONE_PIECES], SEP),
            places=(nowhere, *places[low : low + MAX_LONE_PIECES], nowhere),
        )
        for low in range(0, len(ids), MAX_LONE_PIECES)
    ]
