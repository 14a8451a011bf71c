"""From probabilities to relations: which pieces belong to one cue, as clean spans of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.model import Span, Spans, without
from sayso.read.relation import Relation, Voice
from sayso.text import without_note

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

NONE, SOURCE, CUE, CONTENT, MEDIUM = range(5)
VOICES: tuple[Voice | None, ...] = (None, "source", "hearsay", "author")
P_CUE, P_CANDIDATE, P_FAINT, P_LINK = 0.5, 0.4, 0.2, 0.5
CUE_REACH = 6  # pieces between a candidate and what else belongs to its cue
HOLE = {SOURCE: 2, CUE: 1, CONTENT: 6, MEDIUM: 1}  # pieces that a span may skip and still be one
EDGES = " \t\n\r,;:—–-…"
WORDS = re.compile(r"\w")
QUOTES = {"“": "”", "«": "»", "‘": "’"}


def candidate_cues(bio: Floats) -> list[list[int]]:
    """Runs of pieces [T, 7] that may be a cue, in order; each run is one candidate.

    Faint pieces make a candidate of their own, but do not lengthen a clear one: "reported last".
    """
    p_cue: Sequence[float] = (bio[:, 3] + bio[:, 4]).tolist()
    clear = _cue_runs(bio, [i for i, p in enumerate(p_cue) if p >= P_CANDIDATE])
    near = {j for run in clear for j in range(run[0] - 1, run[-1] + 2)}
    faint = _cue_runs(bio, [i for i, p in enumerate(p_cue) if p >= P_FAINT])
    return sorted([*clear, *(run for run in faint if near.isdisjoint(run))])


def _cue_runs(bio: Floats, pieces: Sequence[int]) -> list[list[int]]:
    """`pieces` in runs of neighbours; a piece that clearly begins a cue begins a run."""
    runs: list[list[int]] = []
    for i in pieces:
        starts_anew = bio[i, 3] > bio[i, 4] and bio[i, 3] > P_CUE
        if runs and runs[-1][-1] == i - 1 and not starts_anew:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def decode(
    text: str, places: Sequence[Span], cue: Sequence[int], labels: Floats, voices: Floats
) -> Relation | None:
    """The relation of one candidate, or None where it is not a cue or nothing belongs to it.

    `places` [T]: where each piece stands; `labels` [T, 5] and `voices` [4] from the network.
    """
    p_relation = float(1 - voices[0])
    linked = {i for i in _pieces(labels, CUE) if min(abs(i - c) for c in cue) < CUE_REACH}
    taken = linked or set(cue)
    kept = {role: [i for i in _pieces(labels, role) if i not in taken] for role in (SOURCE, CONTENT, MEDIUM)}
    if not kept[SOURCE] and not kept[CONTENT]:
        return None
    said = _spans(text, places, _closed(kept[CONTENT], HOLE[CONTENT], taken, set(kept[SOURCE])))
    printed = _spans(text, places, _best(_closed(kept[SOURCE], HOLE[SOURCE], taken), labels[:, SOURCE]))
    named = _trimmed(text, _spans(text, places, _closed(sorted(taken), HOLE[CUE], set())))
    spoken = max(range(1, 4), key=lambda voice: float(voices[voice]))
    return Relation(
        source=_trimmed(text, without(printed, named)),
        medium=_trimmed(text, _spans(text, places, kept[MEDIUM])),
        cue=named,
        content=_trimmed(text, without([trim_content(text, span) for span in said], named)),
        voice=VOICES[spoken] or "source",
        p_relation=p_relation,
    )


def _trimmed(text: str, spans: Sequence[Span]) -> Spans:
    """The spans trimmed, without those of which nothing is left."""
    trimmed = (trim(text, span) for span in spans)
    return tuple(span for span in trimmed if span.start < span.end)


def _pieces(labels: Floats, role: int) -> list[int]:
    likely = (labels[:, role] > P_LINK) | (labels.argmax(-1) == role)
    found: list[int] = likely[1:-1].nonzero()[0].tolist()
    return [i + 1 for i in found]


def _closed(pieces: list[int], hole: int, *barriers: set[int]) -> list[int]:
    """`pieces` with holes of up to `hole` pieces filled, unless a barrier lies in between."""
    found: list[int] = []
    for i in pieces:
        gap = range(found[-1] + 1, i) if found else range(0)
        if len(gap) <= hole and not any(j in barrier for j in gap for barrier in barriers):
            found += gap
        found.append(i)
    return found


def _best(pieces: list[int], p_role: Floats) -> list[int]:
    """The runs of `pieces`, without those that weigh less than half of the heaviest one."""
    runs: list[list[int]] = []
    for i in pieces:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    weights = [float(p_role[run].sum()) for run in runs]
    return [i for run, weight in zip(runs, weights, strict=True) if weight >= max(weights) / 2 for i in run]


def _spans(text: str, places: Sequence[Span], pieces: Sequence[int]) -> Spans:
    """Neighbouring pieces as spans of whole words, in order and disjoint."""
    spans: list[Span] = []
    last = -2
    for i in pieces:
        place = _whole_word(text, places[i])
        if spans and (i == last + 1 or place.start < spans[-1].end):
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, place.end))
        else:
            spans.append(place)
        last = i
    return tuple(spans)


def _whole_word(text: str, span: Span) -> Span:
    start, end = span
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)


def trim(text: str, span: Span) -> Span:
    """`span` without white space and commas at its edges."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end)


def trim_content(text: str, span: Span) -> Span:
    """`span` with its quotation marks taken in, and without a full stop or a note outside of them."""
    start, end = trim(text, span)
    if start > 0 and text[start - 1] in '“"«‘' and start < end and text[start] not in '“"«‘':
        start -= 1
    closing = end + (text[end : end + 1] in (",", ".", "!", "?"))
    if text[closing : closing + 1] in ("”", '"', "»") and _opens(text[start:end], text[closing]):
        end = closing + 1
    end = without_note(text, Span(start, end)).end
    while end > start and text[end - 1] in ".;:" and not _abbreviation(text, end):
        end -= 1
    return Span(start, end)


def _opens(words: str, closing: str) -> bool:
    if closing == '"':
        return words.count('"') % 2 == 1
    opening = {"”": "“", "»": "«"}[closing]
    return words.count(opening) > words.count(closing)


def _abbreviation(text: str, end: int) -> bool:
    return end > 2 and text[end - 1] == "." and text[end - 3] == "." and text[end - 2].isalpha()
